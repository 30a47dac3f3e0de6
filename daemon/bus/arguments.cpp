// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace poise {

namespace {

constexpr std::size_t longest_word = 64; // D: bytes; names and places, not a diary

Unexpected<std::string> bad(std::string_view argument, const std::string& what, const std::string& expected) {
    return Unexpected{std::string{argument} + ": " + what + " (expected " + expected + ")"};
}

bool is_printable(const std::string& text) {
    return std::ranges::none_of(text, [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; });
}

/// Only what fits into the one line of an answer.
std::string in_quotes(const std::string& text) {
    const bool fits = text.size() <= longest_word && is_printable(text);
    return fits ? '"' + text + '"' : "a text of " + std::to_string(text.size()) + " bytes";
}

template <class Words, class Name>
std::string listed(const Words& words, Name name_of) {
    std::string list;
    for (const auto& word : words) {
        if (!list.empty()) list += ", ";
        list += name_of(word);
    }
    return list;
}

template <class Number>
std::optional<std::int64_t> number_in(const sdbus::Variant& value) {
    if (!value.containsValueOfType<Number>()) return std::nullopt;
    const auto number = value.get<Number>();
    if (std::cmp_greater(number, std::numeric_limits<std::int64_t>::max())) {
        return std::numeric_limits<std::int64_t>::max();
    }
    return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> whole_number(const sdbus::Variant& value) {
    for (const auto read : {number_in<std::uint32_t>, number_in<std::int32_t>, number_in<std::int64_t>,
                            number_in<std::uint64_t>, number_in<std::int16_t>, number_in<std::uint16_t>}) {
        if (const auto number = read(value)) return number;
    }
    if (value.containsValueOfType<std::uint8_t>()) return value.get<std::uint8_t>();
    return std::nullopt;
}

std::string type_of(const sdbus::Variant& value) {
    return std::string{"a value of type \""} + value.peekValueType() + "\"";
}

Checked<int> score(std::string_view key, const sdbus::Variant& value) {
    const auto number = whole_number(value);
    if (!number) return bad(key, type_of(value), "a whole number from 0 to 10");
    if (*number < 0 || *number > 10) return bad(key, std::to_string(*number), "a whole number from 0 to 10");
    return static_cast<int>(*number);
}

Checked<std::string> word(std::string_view key, const sdbus::Variant& value) {
    const std::string expected = "a text of 1 to " + std::to_string(longest_word) + " bytes in one line";
    if (!value.containsValueOfType<std::string>()) return bad(key, type_of(value), expected);
    auto text = value.get<std::string>();
    if (text.empty() || text.size() > longest_word) return bad(key, in_quotes(text), expected);
    if (!is_printable(text)) return bad(key, "a text with control characters", expected);
    return text;
}

/// F1: one of the guide's.
Checked<std::string> known_word(std::string_view key, const sdbus::Variant& value,
                                const std::vector<std::string>& known) {
    auto text = word(key, value);
    if (!text || std::ranges::find(known, *text) != known.end()) return text;
    return bad(key, in_quotes(*text) + " is no " + std::string{key},
               "one of " + listed(known, [](const std::string& each) { return each; }));
}

Checked<Function> function(std::string_view key, const sdbus::Variant& value) {
    if (!value.containsValueOfType<std::string>()) return bad(key, type_of(value), "easier, same or harder");
    const auto text = value.get<std::string>();
    const auto function = parse<Function>(text);
    if (!function) return bad(key, in_quotes(text), "easier, same or harder");
    return *function;
}

Checked<bool> flag(std::string_view key, const sdbus::Variant& value) {
    if (!value.containsValueOfType<bool>()) return bad(key, type_of(value), "true or false");
    return value.get<bool>();
}

/// Puts what was read into its place, or gives back what is wrong with it.
template <class T, class Place>
std::optional<std::string> put(Checked<T> read, Place& place) {
    if (!read) return read.error();
    place = *std::move(read);
    return std::nullopt;
}

std::optional<std::string> take(Checkin& checkin, const std::string& key, const sdbus::Variant& value,
                                const Guide& guide) {
    if (key == "pain") return put(score(key, value), checkin.pain);
    if (key == "tension") return put(score(key, value), checkin.tension);
    if (key == "region") return put(known_word(key, value, guide.regions), checkin.region);
    if (key == "load") return put(known_word(key, value, guide.loads), checkin.load);
    if (key == "position") return put(known_word(key, value, guide.positions), checkin.position);
    if (key == "function") return put(function(key, value), checkin.function);
    if (key == "tight") return put(flag(key, value), checkin.tight);
    return bad("answers", in_quotes(key) + " is no answer", "pain, region, load, position, tension, function or tight")
        .error;
}

} // namespace

Checked<std::optional<PromptId>> checked_prompt_id(std::int64_t id) {
    if (id < 0) return bad("id", std::to_string(id), "the id of a prompt, or 0 for the one that is open");
    return id == 0 ? std::nullopt : std::optional<PromptId>{id};
}

Checked<std::optional<int>> checked_pain(std::int32_t pain) {
    if (pain < -1 || pain > 10) {
        return bad("pain", std::to_string(pain), "a whole number from 0 to 10, or -1 for no answer");
    }
    return pain < 0 ? std::nullopt : std::optional<int>{pain};
}

Checked<std::optional<Kind>> checked_kind(const std::string& kind) {
    if (kind.empty()) return std::optional<Kind>{};
    const auto known = parse<Kind>(kind);
    if (!known) {
        return bad("kind", in_quotes(kind) + " is no kind of break",
                   "one of " + listed(all_kinds, [](Kind each) { return std::string{name(each)}; }) + ", or nothing");
    }
    return known;
}

Checked<Posture> checked_posture(const std::string& posture) {
    const auto known = parse<Posture>(posture);
    if (!known) return bad("posture", in_quotes(posture) + " is no posture", "sitting or standing");
    return *known;
}

Checked<std::string> checked_source(const std::string& source) { return word("source", sdbus::Variant{source}); }

Checked<Driver> checked_driver(const std::string& driver) {
    const auto known = parse<Driver>(driver);
    if (!known) {
        return bad("driver", in_quotes(driver) + " is no driver",
                   "prevention, posture, myofascial, disc, stenosis, visceral, osteoarthritis, curves, or P0 to P7");
    }
    return *known;
}

Checked<std::string> checked_task(const std::string& task) {
    constexpr std::size_t longest_task = 200; // D: bytes; one line of a report
    if (task.size() > longest_task || !is_printable(task)) {
        return bad("task", "a text of " + std::to_string(task.size()) + " bytes",
                   "one line of at most " + std::to_string(longest_task) + " bytes");
    }
    return task;
}

Checked<std::string> checked_lever(std::string_view lever, const std::string& drill, const Guide& guide) {
    if (drill.empty() || find_drill(guide, drill)) return drill;
    return bad(lever, in_quotes(drill) + " is no drill",
               "an id of the guide such as E8, or nothing for the programme's");
}

Checked<std::optional<Day>> checked_day(const std::string& day) {
    if (day.empty()) return std::optional<Day>{};
    const auto known = parse_iso_day(day);
    if (!known)
        return bad("before", in_quotes(day) + " is no day", "a day such as 2026-11-23, or nothing for everything");
    return known;
}

Checked<Checkin> checked_answers(const std::map<std::string, sdbus::Variant>& answers, const Guide& guide) {
    if (answers.empty()) {
        return bad("answers", "there is none", "pain, region, load, position, tension, function or tight");
    }
    Checkin checkin;
    for (const auto& [key, value] : answers) {
        if (auto problem = take(checkin, key, value, guide)) return Unexpected{*std::move(problem)};
    }
    return checkin;
}

Checked<std::vector<std::string>> checked_flags(const std::vector<std::string>& flags, const Guide& guide) {
    std::vector<std::string> known;
    for (const auto& flag : flags) {
        if (!find_red_flag(guide, flag)) {
            return bad("flags", in_quotes(flag) + " is no red flag",
                       "some of " + listed(guide.red_flags, [](const RedFlag& each) { return each.id; }));
        }
        if (std::ranges::find(known, flag) == known.end()) known.push_back(flag);
    }
    return known;
}

} // namespace poise
