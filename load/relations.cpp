// SPDX-License-Identifier: GPL-3.0-or-later
#include "relations.hpp"

#include "duration.hpp"
#include "say.hpp"
#include "time_of_day.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace poise {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// What the file says of a few keys, for a remark on how they go together.
class Remarks {
public:
    explicit Remarks(const Sources& sources) : sources_{sources} {}

    /// Whether there is anything to say about these keys: one of them is in the file, and none has a problem.
    [[nodiscard]] bool concern(std::initializer_list<std::string_view> keys) const {
        const auto has_problem = [&](std::string_view key) {
            const auto* source = find(key);
            return source && source->has_problem;
        };
        return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return find(key); }) &&
               std::none_of(keys.begin(), keys.end(), has_problem);
    }

    /// About these keys, at the first of them that is in the file.
    void add(std::initializer_list<std::string_view> keys, std::string what) {
        const auto key = std::find_if(keys.begin(), keys.end(), [&](std::string_view name) { return find(name); });
        const TextPlace place = key == keys.end() ? TextPlace{} : find(*key)->value;
        remarks_.push_back({place.line, place.column, std::move(what)});
    }
    /// About one entry of the first key, or about the second where the first is not in the file.
    void add_at_entry(std::string_view list, std::size_t entry, std::string_view other, std::string what) {
        const auto* source = find(list);
        if (!source || entry >= source->entries.size()) return add({list, other}, std::move(what));
        const TextPlace place = source->entries[entry];
        remarks_.push_back({place.line, place.column, std::move(what)});
    }

    [[nodiscard]] Problems take() && { return std::move(remarks_); }

private:
    [[nodiscard]] const Source* find(std::string_view key) const {
        const auto found = sources_.find(key);
        return found == sources_.end() ? nullptr : &found->second;
    }

    const Sources& sources_;
    Problems remarks_;
};

TimeOfDay middle_of(const DayWindow& window) { return (window.from + window.to) / 2; }

/// Whether any part of [from, to) of a day is within the working hours, which may run over midnight.
bool works_between(const std::vector<DayWindow>& working, TimeOfDay from, TimeOfDay to) {
    return std::ranges::any_of(working, [&](const DayWindow& window) {
        if (window.from < window.to) return std::max(from, window.from) < std::min(to, window.to);
        return from < window.to || window.from < to;
    });
}

/// Two days in a row, the week being a ring.
std::optional<std::chrono::weekday> first_without_a_pause(const Weekdays& days) {
    for (const auto word : weekday_names) {
        const auto day = *parse_weekday(word);
        if (days.contains(day) && days.contains(day + std::chrono::days{1})) return day;
    }
    return std::nullopt;
}

std::size_t count(const Weekdays& days) {
    return static_cast<std::size_t>(std::count_if(weekday_names.begin(), weekday_names.end(),
                                                  [&](auto word) { return days.contains(*parse_weekday(word)); }));
}

void warn_of_windows(Remarks& remarks, const Settings& settings) {
    const auto& windows = settings.mobility_windows;
    const bool both_halves =
        windows.size() == 2 && middle_of(windows[0]) < hours{12} && middle_of(windows[1]) >= hours{12};
    if (remarks.concern({"mobility_windows"}) && !windows.empty() && !both_halves) {
        const auto found = windows.size() == 2 ? tr("both are in one half of the day")
                                               : tr_many("{count} window", "{count} windows",
                                                         static_cast<std::int64_t>(windows.size()));
        remarks.add({"mobility_windows"},
                    tr("mobility_windows: {found} (S4 expects two, one in the morning and one in the afternoon)",
                       {{"found", found}}));
    }
    if (remarks.concern({"mobility_length"}) && !windows.empty() && settings.mobility_length != minutes{5}) {
        remarks.add({"mobility_length"},
                    tr("mobility_length: {length} (S4 expects 5min)", {{"length", to_toml(settings.mobility_length)}}));
    }
    if (!remarks.concern({"mobility_windows", "working_hours"})) return;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (works_between(settings.working_hours, middle_of(windows[i]), windows[i].to)) continue;
        remarks.add_at_entry("mobility_windows", i, "working_hours",
                             tr("mobility_windows: {window} is never asked for (expected its second half to reach into "
                                "working_hours, {hours})",
                                {{"window", to_clock(windows[i])}, {"hours", to_clock(settings.working_hours)}}));
    }
}

void warn_of_strength(Remarks& remarks, const Settings& settings) {
    const auto days = count(settings.strength_days);
    if (days == 0) return;
    if (remarks.concern({"strength_days"})) {
        const auto first = first_without_a_pause(settings.strength_days);
        if (days != 2) {
            remarks.add({"strength_days"}, tr_many("strength_days: {count} day a week (S6 expects two)",
                                                   "strength_days: {count} days a week (S6 expects two)",
                                                   static_cast<std::int64_t>(days)));
        } else if (first) {
            const auto second = *first + std::chrono::days{1};
            remarks.add({"strength_days"},
                        tr("strength_days: {one} and {other} follow each other (S6 expects a full day between two)",
                           {{"one", std::string{name(*first)}}, {"other", std::string{name(second)}}}));
        }
    }
    if (!remarks.concern({"strength_days", "working_days"})) return;
    for (const auto word : weekday_names) {
        const auto day = *parse_weekday(word);
        if (!settings.strength_days.contains(day) || settings.working_days.contains(day)) continue;
        remarks.add({"strength_days", "working_days"},
                    tr("strength_days: nothing is asked on {day} (expected some of working_days)",
                       {{"day", std::string{word}}}));
    }
}

} // namespace

Problems broken_relations(const Settings& settings, const Sources& sources) {
    Remarks problems{sources};
    if (problems.concern({"away_after", "seat_left_after"}) && settings.away_after >= settings.seat_left_after) {
        problems.add({"away_after", "seat_left_after"},
                     tr("away_after is {away} and seat_left_after is {left} (expected away_after to be the shorter)",
                        {{"away", to_toml(settings.away_after)}, {"left", to_toml(settings.seat_left_after)}}));
    }
    if (!problems.concern({"mobility_windows", "mobility_length"})) return std::move(problems).take();
    const auto& windows = settings.mobility_windows;
    std::size_t longest_before = 0; // of the windows that begin earlier, the one that ends last
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (windows[i].to - windows[i].from < settings.mobility_length) {
            problems.add_at_entry(
                "mobility_windows", i, "mobility_length",
                tr("mobility_windows: {window} is too short (expected at least {length}, the mobility_length)",
                   {{"window", to_clock(windows[i])}, {"length", to_toml(settings.mobility_length)}}));
        }
        if (i > 0 && windows[i].from < windows[longest_before].to) {
            problems.add_at_entry(
                "mobility_windows", i, "mobility_length",
                tr("mobility_windows: {window} overlaps {other} (expected windows apart from each other)",
                   {{"window", to_clock(windows[i])}, {"other", to_clock(windows[longest_before])}}));
        }
        if (windows[i].to > windows[longest_before].to) longest_before = i;
    }
    return std::move(problems).take();
}

Problems warnings_about(const Settings& settings, const Sources& sources) {
    Remarks warnings{sources};
    const auto at_most = [&](std::string_view key, Duration value, Duration most, const std::string& rule) {
        if (!warnings.concern({key}) || value <= most) return;
        warnings.add(
            {key}, tr("{key}: {value} ({rule} expects at most {most})",
                      {{"key", std::string{key}}, {"value", to_toml(value)}, {"rule", rule}, {"most", to_toml(most)}}));
    };
    at_most("microbreak_every", settings.microbreak_every, hours{1}, "S1");
    at_most("snack_every", settings.snack_every, hours{3}, "S3");
    const bool in_range = settings.posture_window_from >= minutes{30} && settings.posture_window_to <= minutes{45};
    if (warnings.concern({"posture_window"}) && is_on(settings, Kind::posture_change) && !in_range) {
        warnings.add({"posture_window"}, tr("posture_window: {from} to {to} (S2 expects 30min to 45min)",
                                            {{"from", to_toml(settings.posture_window_from)},
                                             {"to", to_toml(settings.posture_window_to)}}));
    }
    warn_of_windows(warnings, settings);
    warn_of_strength(warnings, settings);
    if (warnings.concern({"checkin_at", "working_hours"}) && settings.checkin_at &&
        !works_between(settings.working_hours, *settings.checkin_at, hours{24})) {
        warnings.add({"checkin_at", "working_hours"},
                     tr("checkin_at: {time} is never asked for (F1 expects a time in working_hours, {hours})",
                        {{"time", to_clock(*settings.checkin_at)}, {"hours", to_clock(settings.working_hours)}}));
    }
    if (warnings.concern({"working_days"}) && settings.working_days.empty()) {
        warnings.add({"working_days"}, tr("working_days: no day at all (expected some: nothing is ever asked)"));
    }
    return std::move(warnings).take();
}

} // namespace poise
