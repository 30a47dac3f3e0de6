// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_words.hpp"

#include <optional>

namespace poise {

namespace {

/// A sentence found at the beginning of a text, in the person's language, and how much of the text it was.
struct Found {
    std::string text;
    std::size_t length{};
};

bool ends_a_sentence(std::string_view text, std::size_t end) { return end == text.size() || text[end] == ' '; }

/// Patterns have one place for a value at most.
std::optional<Found> find(const char* pattern, std::string_view text) {
    const std::string_view form{pattern};
    const auto open = form.find('{');
    if (open == std::string_view::npos) {
        if (!text.starts_with(form) || !ends_a_sentence(text, form.size())) return std::nullopt;
        return Found{tr(pattern), form.size()};
    }
    const auto close = form.find('}', open);
    const auto before = form.substr(0, open);
    const auto after = form.substr(close + 1);
    if (!text.starts_with(before)) return std::nullopt;
    const auto end = text.find(after, open);
    if (end == std::string_view::npos || !ends_a_sentence(text, end + after.size())) return std::nullopt;
    const std::string value{text.substr(open, end - open)};
    return Found{tr(pattern, {{form.substr(open + 1, close - open - 1), value}}), end + after.size()};
}

std::optional<Found> find_any(std::string_view text) {
    for (const char* pattern : kept::all) {
        if (auto found = find(pattern, text)) return found;
    }
    return std::nullopt;
}

} // namespace

std::string retold(std::string_view text) {
    std::string said;
    while (auto found = find_any(text)) {
        said += found->text;
        text.remove_prefix(found->length);
        if (text.empty()) return said;
        said += ' ';
        text.remove_prefix(1);
    }
    return said.append(text);
}

} // namespace poise
