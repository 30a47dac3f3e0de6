// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml_document.hpp"

#include "say.hpp"

#include <algorithm>
#include <exception>
#include <string>

namespace poise {

namespace {

constexpr std::size_t longest_message = 200; // bytes; the library quotes keys whole
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Unexpected<Problems> one_problem(TextPlace place, std::string what) {
    return Unexpected{Problems{{place.line, place.column, std::move(what)}}};
}

/// Who forgets the quotes of "20min" is told by the library that an integer went wrong, and who forgets the second of
/// them of control characters: the end of the line is one.
std::string hint_for(std::string_view syntax_error) {
    constexpr std::string_view scopes[] = {"value", "boolean", "floating-point", "decimal integer", "date", "time"};
    for (const auto scope : scopes) {
        if (!syntax_error.starts_with("Error while parsing " + std::string{scope} + ":")) continue;
        return " (expected true, false, or quotes around a word or duration)";
    }
    if (syntax_error.starts_with("Error while parsing string: unescaped control")) return " (expected a closing quote)";
    return "";
}

} // namespace

Result<toml::table> parse_toml(std::string_view text) {
    if (text.size() > largest_document) {
        return one_problem({}, tr("the file is too large (expected at most {size} KiB)",
                                  {{"size", std::to_string(largest_document / 1024)}}));
    }
    if (std::count(text.begin(), text.end(), '.') > most_dots) {
        return one_problem({}, "the file could nest its keys too deep (expected at most " + std::to_string(most_dots) +
                                   " dots)");
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return one_problem(place_of(error.source().begin),
                           printable(error.description(), longest_message) + hint_for(error.description()));
    } catch (const std::exception& error) {
        return one_problem({}, error.what());
    }
}

TextPlace place_of(const toml::source_position& position) {
    return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

std::size_t offset_of(std::string_view text, const toml::source_position& position) {
    std::size_t offset = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (auto line = position.line; line > 1 && offset < text.size(); --line) {
        offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
    }
    for (auto column = position.column; column > 1 && offset < text.size(); --column) {
        do ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0u) == 0x80u);
    }
    return offset;
}

std::string type_of(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table: return tr("a table");
    case toml::node_type::array: return tr("a list");
    case toml::node_type::string: return tr("a text");
    case toml::node_type::integer: return tr("a whole number");
    case toml::node_type::floating_point: return tr("a decimal number");
    case toml::node_type::boolean: return tr("a boolean");
    case toml::node_type::date: return tr("a date");
    case toml::node_type::time: return tr("a time without quotes");
    case toml::node_type::date_time: return tr("a date and time");
    case toml::node_type::none: break;
    }
    return tr("nothing");
}

std::string in_quotes(std::string_view text) {
    constexpr std::string_view hex_digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += {'\\', c};
        } else if (byte < 0x20u || byte == 0x7Fu) {
            result += {'\\', 'u', '0', '0', hex_digits[byte >> 4u], hex_digits[byte & 0xFu]};
        } else {
            result += c;
        }
    }
    return result + '"';
}

} // namespace poise
