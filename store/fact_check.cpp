// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;
using Wrong = std::optional<std::string>;

constexpr std::int64_t largest_id = std::int64_t{1} << 53; // the next one still fits, and any JSON reader can read it
constexpr Duration longest = std::chrono::hours{24} * 366; // D: of one part; a machine left alone over a year
constexpr std::int64_t most_input = std::int64_t{1} << 40; // D: keys in one cell
constexpr Duration furthest = std::chrono::hours{24} * 73050;         // D: an instant: nothing is up for 200 years
constexpr Duration furthest_utc = std::chrono::hours{24} * 3'652'059; // D: as many days as there are to the year 9999
constexpr Offset furthest_offset = std::chrono::hours{26};            // D: no zone is further from UTC

template <class... Checks>
Wrong first_of(Checks... checks) {
    Wrong wrong;
    ((wrong ? void() : void(wrong = checks())), ...);
    return wrong;
}
Wrong check_id(const char* key, std::int64_t id) {
    if (id >= 1 && id <= largest_id) return std::nullopt;
    return std::string{key} + ": " + std::to_string(id) + " is out of range";
}
Wrong check_length(const char* key, Duration length, Duration most = longest) {
    if (length >= Duration::zero() && length <= most) return std::nullopt;
    return std::string{key} + ": a length of time is out of range";
}
Wrong check_count(const char* key, std::int64_t count) {
    if (count >= 0 && count <= most_input) return std::nullopt;
    return std::string{key} + ": " + std::to_string(count) + " is out of range";
}
Wrong check_range(const char* key, Duration value, Duration most) { // not by abs: the least number has none
    if (value >= -most && value <= most) return std::nullopt;
    return std::string{key} + ": is out of range";
}
Wrong check_instant(const char* key, Instant instant) { return check_range(key, instant.time_since_epoch(), furthest); }
Wrong check_stamp(const char* key, const char* instant_key, const Stamp& at) {
    if (at.offset < -furthest_offset || at.offset > furthest_offset) {
        return std::string{key} + ": its offset from UTC is out of range";
    }
    return first_of([&] { return check_instant(instant_key, at.instant); },
                    [&] { return check_range(key, at.utc.time_since_epoch(), furthest_utc); });
}

template <class Elements, class Check>
Wrong first_among(const Elements& elements, Check check) {
    for (const auto& element : elements) {
        if (auto wrong = check(element)) return wrong;
    }
    return std::nullopt;
}

Wrong check(const HourCell& cell) {
    for (const Duration length : {cell.working, cell.passive, cell.resting}) {
        if (auto wrong = check_length("cells", length)) return wrong;
    }
    for (const std::int64_t count : {cell.keys, cell.clicks}) {
        if (auto wrong = check_count("cells", count)) return wrong;
    }
    return std::nullopt;
}
Wrong check(const Clocks& clocks) {
    const auto check_clock = [](Duration clock) { return check_length("clocks", clock, furthest); };
    return first_of([&] { return first_among(clocks.elapsed, check_clock); },
                    [&] {
                        return first_among(
                            std::array{clocks.desk_today, clocks.waited, clocks.progress, clocks.resting_tail},
                            check_clock);
                    });
}
Wrong check(const std::vector<DayPart>& days) {
    return first_among(days, [](const DayPart& part) { return check_length("days", part.length); });
}

struct Checking {
    Wrong operator()(const Bout& bout) const {
        return first_of([&] { return check_id("span", bout.id); },
                        [&] { return check_stamp("began", "began_instant", bout.began); },
                        [&] { return first_among(bout.cells, [](const HourCell& cell) { return check(cell); }); },
                        [&] { return check(bout.clocks); });
    }
    Wrong operator()(const Unseen& unseen) const {
        return first_of([&] { return check_id("span", unseen.id); },
                        [&] { return check_stamp("began", "began_instant", unseen.began); },
                        [&] { return check(unseen.days); }, [&] { return check(unseen.clocks); });
    }
    Wrong operator()(const Absence& absence) const { return check(absence.days); }
    Wrong operator()(const Offered& offered) const {
        return first_of([&] { return check_id("id", offered.prompt.id); },
                        [&] { return check_length("length_s", offered.prompt.length, furthest); });
    }
    Wrong operator()(const Shown& shown) const { return check_id("id", shown.id); }
    Wrong operator()(const BreakStarted& started) const { return check_id("id", started.id); }
    Wrong operator()(const Snooze& snooze) const {
        return first_of([&] { return check_id("id", snooze.id); },
                        [&] { return check_length("length_s", snooze.length, furthest); });
    }
    Wrong operator()(const PromptOutcome& outcome) const { return check_id("id", outcome.id); }
    Wrong operator()(const Pause& pause) const {
        return pause.until ? check_instant("until", *pause.until) : std::nullopt;
    }
    Wrong operator()(const Checkin& checkin) const {
        return checkin.sat_for ? check_length("sat_for_s", *checkin.sat_for) : std::nullopt;
    }
    Wrong operator()(const FlareChange& change) const {
        const bool is_share = change.percent > 0 && change.percent <= 100;
        return is_share ? std::nullopt : Wrong{"percent: 1 to 100 is expected"};
    }
    template <class Other>
    Wrong operator()(const Other&) const {
        return std::nullopt;
    }
};

} // namespace

std::optional<std::string> what_is_wrong_with(const Fact& fact) {
    if (auto wrong = check_stamp("at", "instant", fact.at)) return wrong;
    return std::visit(Checking{}, fact.body);
}

std::optional<std::string> key_that_differs(const Json& given, const Json& understood) {
    if (given.is_array() && understood.is_array() && given.size() == understood.size()) {
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto inside = key_that_differs(given[i], understood[i]);
            if (inside) return "[" + std::to_string(i) + "]" + (inside->empty() ? "" : "." + *inside);
        }
        return std::nullopt;
    }
    if (!given.is_object() || !understood.is_object()) {
        return given == understood ? std::nullopt : std::optional{std::string{}};
    }
    for (const auto& [key, value] : given.items()) {
        const auto known = understood.find(key);
        if (known == understood.end()) return key;
        const auto inside = key_that_differs(value, *known);
        if (inside) return key + (inside->empty() || inside->starts_with('[') ? "" : ".") + *inside;
    }
    return std::nullopt;
}

} // namespace poise
