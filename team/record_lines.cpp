// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_lines.hpp"

#include "columns.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"

#include <vector>

namespace poise {

namespace {

std::string counts(const KindCounts& kind) {
    return tr("{due} due: {taken} taken, {partial} partial, {natural} natural, {skipped} skipped, {missed} missed",
              {{"due", std::to_string(kind.due())},
               {"taken", std::to_string(kind.taken)},
               {"partial", std::to_string(kind.partial)},
               {"natural", std::to_string(kind.natural)},
               {"skipped", std::to_string(kind.skipped)},
               {"missed", std::to_string(kind.missed)}});
}

std::string minutes(int count) { return tr("{count} min", {{"count", std::to_string(count)}}); }

} // namespace

std::string record_lines(const WeeklyRecord& record) {
    const std::vector<std::pair<std::string, std::string>> fields{
        {"monday", to_iso(record.monday)},
        {"revision", std::to_string(record.revision)},
        {"days_active", std::to_string(record.days_active)},
        {"microbreak", counts(record.microbreak)},
        {"posture_change", counts(record.posture_change)},
        {"movement", record.movement ? tr("{count} taken of all other kinds together",
                                          {{"count", std::to_string(*record.movement)}})
                                     : tr("nothing is told (none taken, withheld, or by lot)")},
        {"sitting_min", minutes(record.sitting_min)},
        {"standing_min", minutes(record.standing_min)},
        {"working_min", minutes(record.working_min)},
        {"long_sits", tr("{band} bouts of sitting over 45 min", {{"band", std::string{name(record.long_sits)}}})}};
    std::string text;
    for (const auto& [key, value] : fields) text += "  " + padded(key, 16) + value + "\n";
    return text + "  " + tr("As it is sent: {json}", {{"json", to_json(record)}}) + "\n";
}

std::string what_taking_part_means(int minimum) {
    const std::string count = std::to_string(minimum);
    return tr("What leaves: one such record a week, signed by you, readable by the keeper alone. No time of day, no "
              "name, no "
              "machine, no discomfort, no red flag, no programme, and nothing that was withdrawn.") +
           "\n" +
           tr("What leads see: rounded means of at least {count} members, whoever reads them left out; never your "
              "record. "
              "poise team facts shows you the same, and how often it was asked for.",
              {{"count", count}}) +
           "\n" +
           tr("The limits: the keeper can read your record, under a pseudonym. Small groups can be guessed at by who "
              "knows them "
              "well: this is coarse, not anonymous. Weeks that are closed stay as they are when you leave.") +
           "\n" + tr("poise team show says at any time what has left; poise team leave takes it back.") + "\n";
}

} // namespace poise
