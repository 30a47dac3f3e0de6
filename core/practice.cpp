// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice.hpp"

#include <algorithm>

namespace poise {

namespace {

PracticeDay& day_in(Practice& practice, Day day) {
    const auto at = std::ranges::lower_bound(practice.days, day, {}, &PracticeDay::day);
    if (at != practice.days.end() && at->day == day) return *at;
    PracticeDay fresh;
    fresh.day = day;
    return *practice.days.insert(at, fresh);
}

template <class Use>
void for_days(const Practice& practice, Day from, Day to, Use use) {
    for (const PracticeDay& day : practice.days) {
        if (from <= day.day && day.day < to) use(day);
    }
}

/// R3: what was told of a pain that has gone says nothing of the next one. Where it went so long ago that a restart no
/// longer reads of it, the notice is still there: one from before all that is known of this pain is of another.
void forget_reviews_of_pain_before(Memory& memory, int pain, Day day) {
    const bool begins = !pain_since(memory.practice);
    for (auto& told : memory.reviews_told) {
        const bool too_old = told && day - *told > practice_matters_for;
        if (pain == 0 || (begins && too_old)) told.reset();
    }
}

} // namespace

void note_outcome(Memory& memory, const PromptOutcome& fact, const std::vector<PromptDrill>& drills, bool was_eased,
                  const Stamp& at) {
    if (fact.outcome == Outcome::withdrawn || fact.outcome == Outcome::natural || !fact.shown) return;
    // F3: once a week is enough, also for who did not say.
    const bool asked_function = memory.open && memory.open->prompt.asks_function;
    if (asked_function && fact.outcome == Outcome::taken) memory.function_asked = day_of(at);
    auto& practice = memory.practice;
    const bool done = fact.outcome == Outcome::taken || fact.outcome == Outcome::partial;
    if (done) {
        for (const PromptDrill& each : drills) {
            practice.last_done[each.drill] = {day_of(at), at.instant};
            practice.today.push_back(each.drill);
        }
    }
    if (!is_exercise(fact.kind)) return;
    const Day day = day_of(at);
    auto& note = day_in(practice, day);
    note.asked += 1;
    if (!memory.plan_since) memory.plan_since = day;
    if (!done) return;
    note.done_halves += fact.outcome == Outcome::taken ? 2 : 1;
    practice.session_done = at.instant;
    if (was_eased && fact.kind != Kind::snack) practice.ease_next = false; // D: a snack is no session to go easy in
    if (fact.kind != Kind::mobility) return;
    practice.block_done = day;
    practice.last_block.clear();
    for (const PromptDrill& each : drills) practice.last_block.push_back(each.drill);
}

void note_checkin(Memory& memory, const Checkin& checkin, const Stamp& at) {
    auto& practice = memory.practice;
    const Day day = day_of(at);
    if (checkin.tight) {
        const bool very = checkin.tension && *checkin.tension >= tension_of_three_rounds;
        practice.tight_rounds = std::max(practice.tight_rounds, very ? 3 : 2);
    }
    if (checkin.function) {
        day_in(practice, day).function = checkin.function;
        memory.function_asked = day;
    }
    if (!checkin.pain) return;
    const bool during = memory.open && memory.open->phase == Phase::running && is_exercise(memory.open->prompt.kind);
    const bool after = practice.session_done && at.instant - *practice.session_done <= after_a_session;
    if (*checkin.pain > pain_to_work_with && (during || after)) practice.ease_next = true;
    // S12 (D): twice in a row two above the usual.
    const auto usual = usual_pain(practice, day);
    const bool raised = usual && *checkin.pain >= *usual + 2;
    const bool raised_before =
        usual && !practice.days.empty() && practice.days.back().pain && *practice.days.back().pain >= *usual + 2;
    if (raised && raised_before) memory.discomfort_rises = true;
    forget_reviews_of_pain_before(memory, *checkin.pain, day);
    day_in(practice, day).pain = checkin.pain;
}

void prune_practice(Practice& practice, Day today) {
    std::erase_if(practice.days, [&](const PracticeDay& day) { return today - day.day > practice_matters_for; });
    std::erase_if(practice.last_done, [&](const auto& done) { return today - done.second.day > practice_matters_for; });
}

std::optional<double> adherence_in(const Practice& practice, Day from, Day to) {
    int asked = 0;
    int halves = 0;
    for_days(practice, from, to, [&](const PracticeDay& day) {
        asked += day.asked;
        halves += day.done_halves;
    });
    return asked == 0 ? std::nullopt : std::optional{halves / 2.0 / asked};
}

std::optional<double> mean_pain_in(const Practice& practice, Day from, Day to) {
    double sum = 0;
    int count = 0;
    for_days(practice, from, to, [&](const PracticeDay& day) {
        if (!day.pain) return;
        sum += *day.pain;
        ++count;
    });
    return count == 0 ? std::nullopt : std::optional{sum / count};
}

std::optional<int> usual_pain(const Practice& practice, Day day) {
    constexpr std::chrono::weeks looked_back{4};
    constexpr std::size_t enough{3}; // D: fewer days make no habit
    std::vector<int> pains;
    for_days(practice, day - looked_back, day, [&](const PracticeDay& each) {
        if (each.pain) pains.push_back(*each.pain);
    });
    if (pains.size() < enough) return std::nullopt;
    std::ranges::sort(pains);
    return pains[pains.size() / 2];
}

std::optional<Day> pain_since(const Practice& practice) {
    std::optional<Day> since;
    for (const PracticeDay& day : practice.days) {
        if (!day.pain) continue;
        if (*day.pain == 0) {
            since.reset();
        } else if (!since) {
            since = day.day;
        }
    }
    return since;
}

} // namespace poise
