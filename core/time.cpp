// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/time.hpp"

#include <algorithm>
#include <optional>

namespace poise {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

LocalTime to_local(UtcTime utc, Offset offset) { return LocalTime{(utc + offset).time_since_epoch()}; }

/// The offset in force at `utc`, and when it next changes.
struct Rule {
    Offset offset;
    std::optional<UtcTime> until;
};
Rule rule_at(const Moment& now, UtcTime utc) {
    Rule rule{now.offset, std::nullopt};
    for (const OffsetChange& change : now.ahead) {
        if (change.at > utc) {
            rule.until = change.at;
            break;
        }
        rule.offset = change.offset;
    }
    return rule;
}

} // namespace

Stamp stamp(const Moment& now) { return {now.instant, now.utc, now.offset, now.boot}; }

LocalTime local_time(const Stamp& at) { return to_local(at.utc, at.offset); }

Day day_of(const Stamp& at) { return floor<days>(local_time(at)); }

UtcTime utc_at(const Moment& now, Instant at) { return now.utc + (at - now.instant); }

LocalTime local_time_at(const Moment& now, Instant at) {
    const UtcTime utc = utc_at(now, at);
    return to_local(utc, rule_at(now, utc).offset);
}

Day day_at(const Moment& now, Instant at) { return floor<days>(local_time_at(now, at)); }

Moment moved(const Moment& now, Instant at) {
    Moment then = now;
    then.instant = at;
    then.utc = utc_at(now, at);
    then.offset = rule_at(now, then.utc).offset;
    std::erase_if(then.ahead, [&](const OffsetChange& change) { return change.at <= then.utc; });
    return then;
}

Instant instant_of(const Moment& now, LocalTime when) {
    const auto to_instant = [&](UtcTime utc) { return now.instant + (utc - now.utc); };
    Offset offset = now.offset;
    for (const OffsetChange& change : now.ahead) {
        const UtcTime utc{when.time_since_epoch() - offset};
        if (utc < change.at) return to_instant(utc);
        offset = change.offset;
        if (UtcTime{when.time_since_epoch() - offset} < change.at) return to_instant(change.at); // leapt over
    }
    return to_instant(UtcTime{when.time_since_epoch() - offset});
}

std::vector<HourPart> hours_between(const Moment& now, Instant from, Instant to) {
    std::vector<HourPart> parts;
    while (from < to) {
        const UtcTime utc = utc_at(now, from);
        const Rule rule = rule_at(now, utc);
        const LocalTime local = to_local(utc, rule.offset);
        const LocalTime hour = floor<hours>(local);
        Instant end = std::min(to, from + (hour + hours{1} - local));
        if (rule.until) end = std::min(end, from + (*rule.until - utc));
        const Day day = floor<days>(local);
        const int of_day = static_cast<int>((hour - LocalTime{day}) / hours{1});
        if (!parts.empty() && parts.back().day == day && parts.back().hour == of_day) {
            parts.back().length += end - from; // an hour that a DST change cut
        } else {
            parts.push_back({day, of_day, end - from});
        }
        from = end;
    }
    return parts;
}

IsoWeek iso_week(Day day) {
    using namespace std::chrono;
    // The week belongs to the year that its Thursday is in.
    const Day thursday = day + days{4 - static_cast<int>(weekday{day}.iso_encoding())};
    const year_month_day date{thursday};
    const Day new_year{date.year() / January / 1};
    return {static_cast<int>(date.year()), static_cast<int>((thursday - new_year) / days{7}) + 1};
}

Day monday_of(IsoWeek week) {
    using namespace std::chrono;
    const Day fourth_of_january{year{week.year} / January / 4}; // always in week 1
    const Day monday = fourth_of_january - days{weekday{fourth_of_january}.iso_encoding() - 1};
    return monday + weeks{week.week - 1};
}

Day working_week(LocalTime local) { return monday_of(iso_week(floor<days>(local - hours{4}))); }

} // namespace poise
