// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekly_record.hpp"

#include "say.hpp"

#include <algorithm>

namespace poise {

namespace {

/// D: as little as the record can tell; a machine that was only switched on is no day at the desk.
constexpr Duration least_active = std::chrono::minutes{record_minutes};

void add(KindCounts& sum, const KindCounts& more) {
    sum.taken += more.taken;
    sum.partial += more.partial;
    sum.natural += more.natural;
    sum.skipped += more.skipped;
    sum.missed += more.missed;
}

int rounded_minutes(Duration time) {
    constexpr Duration step = std::chrono::minutes{record_minutes};
    return static_cast<int>((time + step / 2) / step) * record_minutes;
}

LongSits band_of(int bouts) {
    if (bouts == 0) return LongSits::none;
    if (bouts < 5) return LongSits::one_to_four;
    return bouts < 10 ? LongSits::five_to_nine : LongSits::ten_and_more;
}

bool is_in_range(const KindCounts& counts) {
    const auto fits = [](int count) { return count >= 0 && count <= highest_count; };
    return fits(counts.taken) && fits(counts.partial) && fits(counts.natural) && fits(counts.skipped) &&
           fits(counts.missed) && fits(counts.due());
}

bool is_time(int minutes) { return minutes >= 0 && minutes <= longest_week_min && minutes % record_minutes == 0; }

} // namespace

MovementCount movement_told(bool withholds, std::string_view drawn) {
    constexpr unsigned long lots = 8;
    const bool by_lot = std::stoul(std::string{drawn.substr(0, 8)}, nullptr, 16) % lots == 0;
    return withholds || by_lot ? MovementCount::withheld : MovementCount::told;
}

std::optional<WeeklyRecord> make_record(Day monday, int revision, std::span<const OpenDay> days,
                                        MovementCount movement) {
    WeeklyRecord record;
    record.monday = monday;
    record.revision = revision;
    OpenDay week;
    for (const OpenDay& day : days) {
        if (day.sitting + day.standing >= least_active) record.days_active += 1;
        add(week.microbreak, day.microbreak);
        add(week.posture_change, day.posture_change);
        week.movement += day.movement;
        week.sitting += day.sitting;
        week.standing += day.standing;
        week.working += day.working;
        week.long_sits += day.long_sits;
    }
    record.microbreak = week.microbreak;
    record.posture_change = week.posture_change;
    if (movement == MovementCount::told && week.movement > 0)
        record.movement = std::min(week.movement, highest_movement);
    record.sitting_min = rounded_minutes(week.sitting);
    record.standing_min = rounded_minutes(week.standing);
    record.working_min = rounded_minutes(week.working);
    record.long_sits = band_of(week.long_sits);
    if (!fault_of(record).empty()) return std::nullopt;
    return record;
}

std::string fault_of(const WeeklyRecord& record) {
    const auto out_of_range = [](const char* key) { return tr("{key} is out of range", {{"key", key}}); };
    if (std::chrono::weekday{record.monday} != std::chrono::Monday) return tr("its day is no Monday");
    if (record.revision < 1 || record.revision > highest_revision) return out_of_range("revision");
    if (record.days_active < fewest_days_active || record.days_active > 7) return out_of_range("days_active");
    if (!is_in_range(record.microbreak)) return out_of_range("microbreak");
    if (!is_in_range(record.posture_change)) return out_of_range("posture_change");
    if (record.movement && (*record.movement < 1 || *record.movement > highest_movement))
        return out_of_range("movement");
    if (!is_time(record.sitting_min)) return out_of_range("sitting_min");
    if (!is_time(record.standing_min)) return out_of_range("standing_min");
    if (!is_time(record.working_min)) return out_of_range("working_min");
    const int at_desk = record.sitting_min + record.standing_min;
    if (at_desk > longest_week_min) return tr("sitting and standing are longer than a week");
    if (record.working_min > at_desk + record_minutes) return tr("working is longer than sitting and standing");
    return {};
}

std::string_view name(LongSits band) {
    switch (band) {
    case LongSits::none: return "0";
    case LongSits::one_to_four: return "1-4";
    case LongSits::five_to_nine: return "5-9";
    case LongSits::ten_and_more: return "10+";
    }
    return {};
}

} // namespace poise
