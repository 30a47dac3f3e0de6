// SPDX-License-Identifier: GPL-3.0-or-later
#include "duration.hpp"

#include "problem_text.hpp"
#include "say.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace poise {

namespace {

struct Unit {
    std::string_view name;
    Duration length;
};
constexpr std::array<Unit, 5> units{{
    {"w", std::chrono::weeks{1}},
    {"d", std::chrono::days{1}},
    {"h", std::chrono::hours{1}},
    {"min", std::chrono::minutes{1}},
    {"s", std::chrono::seconds{1}},
}};
constexpr std::size_t longest_fraction = 9; // digits; a nanosecond of a week still fits the arithmetic below

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Takes the characters at the front that fulfil `belongs`.
template <class Belongs>
std::string_view take(std::string_view& text, Belongs belongs) {
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

void skip_spaces(std::string_view& text) {
    (void)take(text, [](char c) { return c == ' '; });
}

/// Digits as a number, held at the limit: a longer one is too long a duration in any unit.
std::int64_t bounded_number(std::string_view digits) {
    std::int64_t number = 0;
    for (char digit : digits) number = std::min(number * 10 + (digit - '0'), longest_duration.count());
    return number;
}

/// `0.fraction` of a unit, rounded to the millisecond.
Duration part_of(Duration unit, std::string_view fraction) {
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < fraction.size(); ++i) scale *= 10;
    return Duration{(bounded_number(fraction) * unit.count() + scale / 2) / scale};
}

struct Part {
    std::string_view whole;
    std::string_view fraction;
    std::string_view unit;
};

/// The next number and its unit; nothing where that is not what comes next. The unit may be missing.
std::optional<Part> take_part(std::string_view& text) {
    Part part;
    part.whole = take(text, is_digit);
    if (part.whole.empty()) return std::nullopt;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        part.fraction = take(text, is_digit);
        if (part.fraction.empty() || part.fraction.size() > longest_fraction) return std::nullopt;
    }
    skip_spaces(text);
    part.unit = take(text, is_letter);
    skip_spaces(text);
    return part;
}

} // namespace

Result<Duration, std::string> parse_duration(std::string_view text) {
    const auto wrong = [&](const std::string& what, const std::string& expected) {
        return Unexpected{tr("{text} {problem} (expected {expected})",
                             {{"text", in_backticks(text)}, {"problem", what}, {"expected", expected}})};
    };
    const std::string a_duration = tr("numbers with units, such as \"90s\", \"1h30min\" or \"4w\"");
    const std::string a_unit = tr("s, min, h, d or w after each number");

    std::string_view rest = text;
    skip_spaces(rest);
    if (rest.starts_with('-')) return wrong(tr("is negative"), a_duration);
    if (rest.empty()) return wrong(tr("is not a duration"), a_duration);
    Duration sum{};
    auto next_unit = units.begin();
    while (!rest.empty()) {
        const auto part = take_part(rest);
        if (!part) return wrong(tr("is not a duration"), a_duration);
        if (part->unit.empty()) return wrong(tr("lacks a unit"), a_unit);
        const auto unit =
            std::find_if(units.begin(), units.end(), [&](const Unit& known) { return known.name == part->unit; });
        if (unit == units.end())
            return wrong(tr("has the unknown unit {unit}", {{"unit", in_backticks(part->unit)}}), a_unit);
        if (unit < next_unit)
            return wrong(tr("has its units out of order"), tr("each at most once, the longest first"));
        next_unit = unit + 1;
        const auto whole = bounded_number(part->whole);
        const bool fits = whole <= longest_duration / unit->length;
        if (fits) sum += whole * unit->length + part_of(unit->length, part->fraction);
        if (!fits || sum > longest_duration)
            return wrong(tr("is too long"), tr("at most {duration}", {{"duration", to_toml(longest_duration)}}));
    }
    return sum;
}

std::string to_toml(Duration length) {
    if (length == Duration::zero()) return "0s";
    constexpr auto easily_read = 1000;
    for (const auto& [name, unit] : units) {
        if (length % unit == Duration::zero() && length / unit < easily_read) {
            return std::to_string(length / unit) + std::string{name};
        }
    }
    std::string text;
    for (const auto& [name, unit] : units) {
        std::string number = length >= unit ? std::to_string(length / unit) : "";
        length %= unit;
        if (unit == std::chrono::seconds{1} && length > Duration::zero()) {
            std::string fraction = std::to_string(1000 + length.count()).substr(1);
            fraction.erase(fraction.find_last_not_of('0') + 1);
            if (number.empty()) number = "0";
            number += "." + fraction;
        }
        if (!number.empty()) text += number + std::string{name};
    }
    return text;
}

} // namespace poise
