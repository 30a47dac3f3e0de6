// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem_text.hpp"
#include "say.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace poise {

namespace {

constexpr std::size_t longest_quote = 40; // bytes

bool continues_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// Controls that a terminal obeys: those of ASCII, and U+0080 to U+009F, whose UTF-8 begins with C2.
bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_c1 = byte == 0xC2u && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0u;
    return byte < 0x20u || byte == 0x7Fu || is_c1;
}

/// How many letters must be inserted, left out, replaced or swapped with their neighbour to turn one into the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before(to.size() + 1);
    std::vector<std::size_t> above(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[to.size()];
}

} // namespace

std::string to_line(std::string_view file, const Problem& problem) {
    std::string text{file};
    if (problem.line > 0) text += ":" + std::to_string(problem.line);
    if (problem.line > 0 && problem.column > 0) text += ":" + std::to_string(problem.column);
    return text + ": " + problem.what;
}

void sort_by_place(Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return TextPlace{a.line, a.column} < TextPlace{b.line, b.column};
    });
}

std::string printable(std::string_view text, std::size_t longest) {
    std::size_t end = std::min(text.size(), longest);
    while (end > 0 && end < text.size() && continues_a_code_point(text[end])) --end;
    std::string result;
    for (std::size_t i = 0; i < end; ++i) {
        const bool control = is_control(text, i);
        result += control ? '?' : text[i];
        if (control && text[i] == '\xC2') ++i;
    }
    return result + (end < text.size() ? "..." : "");
}

std::string in_backticks(std::string_view quoted) { return "`" + printable(quoted, longest_quote) + "`"; }

std::string in_a_row(std::span<const std::string_view> words) {
    std::string text;
    for (const auto word : words) text += (text.empty() ? "\"" : ", \"") + std::string{word} + "\"";
    return text;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    // A third of the letters may be wrong; a word far longer than all known ones need not be compared.
    const std::size_t tolerance = std::max<std::size_t>(1, word.size() / 3);
    std::size_t nearest = tolerance + 1;
    std::string_view meant;
    for (const auto candidate : known) {
        if (word.size() > candidate.size() + tolerance || word.size() > longest_quote) continue;
        const auto distance = edit_distance(word, candidate);
        if (distance < nearest) {
            nearest = distance;
            meant = candidate;
        }
    }
    return meant.empty() ? "" : tr("did you mean `{word}`?", {{"word", std::string{meant}}});
}

} // namespace poise
