// SPDX-License-Identifier: GPL-3.0-or-later
#include "say.hpp"

#include "locale.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <libintl.h>

namespace poise {

namespace {

int english_wanted = 0;

bool speaks_english() { return english_wanted > 0; }

/// gettext knows a text in a context by both, with this between.
constexpr char context_end = '\004';

std::string look_up(const char* context, const char* text) {
    const std::string key = std::string{context} + context_end + text;
    const char* found = ::dgettext(text_domain, key.c_str());
    return found == key.c_str() ? text : found;
}

} // namespace

std::string fill(std::string_view text, Values values) {
    std::string filled;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        const auto close = text.find('}');
        if (close == std::string_view::npos) return filled.append(text);
        const auto name = text.substr(1, close - 1);
        const auto* value = std::ranges::find(values, name, &Value::name);
        filled += value == values.end() ? text.substr(0, close + 1) : std::string_view{value->text};
        text.remove_prefix(close + 1);
    }
    return filled;
}

std::string tr(const char* text, Values values) {
    // The empty text is the catalogue's header.
    const bool as_it_is = *text == '\0' || speaks_english();
    return fill(as_it_is ? text : ::dgettext(text_domain, text), values);
}

std::string tr_in(const char* context, const char* text, Values values) {
    return fill(speaks_english() ? text : look_up(context, text), values);
}

std::string tr_many(const char* one, const char* many, std::int64_t count, Values values) {
    const auto number = static_cast<unsigned long>(std::max<std::int64_t>(count, 0));
    const char* form = speaks_english() ? (count == 1 ? one : many) : ::dngettext(text_domain, one, many, number);
    return fill(fill(form, {{"count", std::to_string(count)}}), values);
}

std::string said(std::string_view word) {
    const std::string text{word};
    return tr_in("word", text.c_str());
}

std::string weekday_name(unsigned iso_day) {
    constexpr std::array names{mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"),
                               mark("Fri"), mark("Sat"), mark("Sun")};
    return tr(names.at(iso_day - 1));
}

bool is_read_from_right() {
    // translators: "default:RTL" where your language runs from right to left, else as it is.
    return tr("default:LTR") == "default:RTL";
}

bool has_translation() { return !speaks_english() && *::dgettext(text_domain, "") != '\0'; }

InEnglish::InEnglish() { ++english_wanted; }
InEnglish::~InEnglish() { --english_wanted; }

} // namespace poise
