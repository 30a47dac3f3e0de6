// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_practice.hpp"

#include "configuration_file.hpp"
#include "journal_reader.hpp"
#include "local_times.hpp"
#include "own_journal.hpp"

#include <variant>

namespace poise {

namespace {

void take(OwnPractice& own, const FactBody& body) {
    if (const auto* chosen = std::get_if<DriverChosen>(&body)) own.driver = chosen->driver;
    if (const auto* named = std::get_if<KeyTask>(&body)) own.key_task = named->task;
    if (const auto* levers = std::get_if<LeversChosen>(&body)) own.levers = levers->drills;
    if (const auto* change = std::get_if<PlanChange>(&body)) {
        own.plan = change->plan;
        own.last_change = *change;
    }
}

} // namespace

OwnPractice own_practice() {
    const auto path = own_journal_path();
    OwnPractice own;
    if (!has_journal(path)) return own;
    const auto facts =
        using_own_journal([&] { return JournalReader{path}.recent(local_day(utc_now(), local_offset)); });
    for (const Fact& fact : facts) take(own, fact.body);
    return own;
}

} // namespace poise
