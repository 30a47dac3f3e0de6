// SPDX-License-Identifier: GPL-3.0-or-later
// The loop of the guidance: check-ins, function, plan, pain, flares, and when somebody else should have a look. One
// suite for each rule. (Composition has S1 to S11 as far as they are about drills, the other stories what is about
// time.)
#include "dose.hpp"
#include "life.hpp"
#include "own_guide.hpp"
#include "poise/sealed.hpp"
#include "practice.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

using enum Kind;
constexpr auto early_monday = "2026-11-23T08:00:00+01:00";

Checkin function_is(Function function) {
    Checkin checkin;
    checkin.function = function;
    return checkin;
}

/// A day from 08:00 to 17:00, then the night. `pain` is said at five.
struct WorkingDays {
    Life& life;
    bool does_exercises = true;

    void day(std::optional<int> pain = std::nullopt) const {
        life.works_until("09:00");
        answer();
        while (life.now().instant < at(17h)) {
            life.works_for(5min);
            answer();
        }
        if (pain) life.event(CheckedIn{pain_of(*pain)});
        life.rests_for(15h);
    }
    void days(int count, std::optional<int> pain = std::nullopt) const {
        for (int i = 0; i < count; ++i) day(pain);
    }

private:
    [[nodiscard]] Instant at(Duration time_of_day) const {
        return instant_of(life.now(), LocalTime{day_of(stamp(life.now()))} + time_of_day);
    }
    void answer() const {
        if (!life.state().memory.open) return;
        if (does_exercises) {
            life.says_done();
        } else {
            life.skips();
        }
    }
};

Settings mobility_every_day() {
    Settings settings = only({mobility});
    for (unsigned i = 0; i < 7; ++i) settings.working_days.insert(std::chrono::weekday{i});
    return settings;
}

std::vector<std::string> plan_steps(const Life& life) {
    std::vector<std::string> steps;
    for (const Fact& fact : life.facts()) {
        if (const auto* change = std::get_if<PlanChange>(&fact.body)) steps.emplace_back(name(change->step));
    }
    return steps;
}
/// None at all: one that says so.
PlanChange last_plan(const Life& life) {
    PlanChange last{PlanStep::keep, {}, {}, "there was no review"};
    for (const Fact& fact : life.facts()) {
        if (const auto* change = std::get_if<PlanChange>(&fact.body)) last = *change;
    }
    return last;
}
int noted(const Life& life, std::string_view notice) {
    return static_cast<int>(std::ranges::count_if(life.facts(), [&](const Fact& fact) {
        const auto* note = std::get_if<Noted>(&fact.body);
        return note && note->notice == notice;
    }));
}
Prompt last_offered(const Life& life, Kind kind) {
    Prompt last;
    for (const Fact& fact : life.facts()) {
        const auto* offered = std::get_if<Offered>(&fact.body);
        if (offered && offered->prompt.kind == kind) last = offered->prompt;
    }
    return last;
}
using Strings = std::vector<std::string>;

TEST(F1, ACheckInKnowsItsHourAndTheSittingBeforeIt) {
    Life life{early_monday, only({})};
    life.works_for(50min).event(CheckedIn{pain_of(4)});
    const Report report = life.report();
    EXPECT_EQ(report.pain_by_hour, (std::map<int, double>{{8, 4.0}}));
    EXPECT_EQ(report.pain_by_bout_length, (std::map<std::string, double>{{"45-60", 4.0}}));
}

TEST(F2, TheLeversHaveALineOfTheirOwn) {
    Life life{early_monday, only({mobility})};
    life.works_for(1min).event(LeversNamed{{"E8", "E9.rows"}});
    const WorkingDays person{life};
    person.day();
    const Report report = life.report();
    EXPECT_EQ(report.levers[index(Lever::mobility)].due, 1) << "once a day is enough";
    EXPECT_EQ(report.levers[index(Lever::mobility)].taken, 1);
    EXPECT_GE(report.levers[index(Lever::strength)].taken, 1);
    EXPECT_EQ(report.by_kind[index(mobility)].of(Outcome::taken), 2);
}

TEST(F2, ALeverMustBeADrillThatThePersonMayDo) {
    Life life{early_monday, only({mobility})};
    life.works_for(1min).event(LeversNamed{{"E99", ""}});
    EXPECT_EQ(life.last_refusal(), "there is no drill E99");
    life.event(LeversNamed{{"E2", ""}}); // needs a roller
    EXPECT_EQ(life.last_refusal(), "E2 is not for your programme, places or equipment");
    life.event(LeversNamed{{"E10.rows", ""}});
    EXPECT_EQ(life.last_refusal(), "E10.rows is no mobility drill");
    life.event(LeversNamed{{"", "E8"}});
    EXPECT_EQ(life.last_refusal(), "E8 is neither a light pull nor a strength drill");
    EXPECT_EQ(life.state().memory.levers, (std::array<std::string, lever_count>{})) << "nothing is half applied";
    life.event(LeversNamed{{"E16", "E11.rows"}});
    EXPECT_EQ(life.last_refusal(), "");
}

TEST(F3, TheKeyTaskIsAskedForOnceAWeek) {
    Life life{early_monday, only({checkin})};
    life.works_for(1min).event(KeyTaskNamed{"carrying my daughter"});
    std::string asked;
    for (int i = 0; i < 9; ++i) {
        life.works_until("16:33");
        const bool open = life.state().memory.open.has_value();
        asked += !open ? '-' : last_offered(life, checkin).asks_function ? 'F' : 'p';
        if (open && last_offered(life, checkin).asks_function) {
            EXPECT_NE(last_offered(life, checkin).why.find("\"carrying my daughter\""), std::string::npos);
            life.event(CheckedIn{function_is(Function::same)});
        } else if (open) {
            life.event(CheckedIn{pain_of(2)});
        }
        life.rests_for(16h);
    }
    EXPECT_EQ(asked, "Fpppp--Fp");
}

TEST(F3, WhoDoesNotSayIsAskedAgainAfterAWeekAndNotEachDay) {
    Life life{early_monday, only({checkin})};
    std::string asked;
    for (int i = 0; i < 8; ++i) {
        life.works_until("16:33");
        const bool open = life.state().memory.open.has_value();
        asked += !open ? '-' : last_offered(life, checkin).asks_function ? 'F' : 'p';
        if (open) life.event(CheckedIn{pain_of(2)});
        life.rests_for(16h);
    }
    EXPECT_EQ(asked, "Fpppp--F");
}

TEST(F4, BetterAndAdherentLeadsToTheNextProgression) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(7, 5);
    person.days(8, 3);
    EXPECT_EQ(plan_steps(life), Strings{"progress"});
    EXPECT_EQ(last_plan(life).plan, (Plan{1, 1, {}}));
}

TEST(F4, StalledAndAdherentWithLittlePainLeadsToMoreLoad) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 4);
    EXPECT_EQ(plan_steps(life), Strings{"load"});
    EXPECT_EQ(last_plan(life).plan, (Plan{2, 0, {}}));
}

TEST(F4, StalledAndAdherentWithMorePainLeadsToOtherDrills) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 5);
    EXPECT_EQ(plan_steps(life), Strings{"drills"});
    EXPECT_EQ(last_plan(life).plan.load, 1);
    ASSERT_FALSE(last_plan(life).plan.resting.empty());
}

TEST(F4, WhatGetsWorseIsNotLoadedMoreThoughThePainIsLittle) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(7, 1);
    person.days(8, 3);
    EXPECT_EQ(plan_steps(life), Strings{"drills"});
    EXPECT_NE(last_plan(life).why.find("it got harder"), std::string::npos) << last_plan(life).why;
    EXPECT_EQ(last_plan(life).plan.load, 1);
}

TEST(F4, ChangedDrillsRestUntilTheNextReviewAndWhatIsDailyNever) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(15, 5);
    ASSERT_EQ(plan_steps(life), Strings{"drills"});
    const auto resting = last_plan(life).plan.resting;
    for (const char* daily : {"E8", "E10.rows", "E14.ribs"}) {
        EXPECT_TRUE(life.state().memory.practice.last_done.contains(daily)) << daily;
        EXPECT_EQ(std::ranges::find(resting, daily), resting.end()) << daily;
    }
    person.days(14, 4);
    EXPECT_EQ(plan_steps(life), (Strings{"drills", "load"}));
    EXPECT_EQ(last_plan(life).plan.resting, Strings{});
}

TEST(F8, FunctionIsAskedBeforePainWhetherItGotBetter) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(7, 5);
    person.days(6, 3);
    life.event(CheckedIn{function_is(Function::harder)});
    person.days(2, 3);
    EXPECT_EQ(plan_steps(life), Strings{"drills"}) << "less pain, but less can be done";
}

TEST(F4, NotAdherentLeadsToASmallerDose) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life, false}.days(15, 5);
    EXPECT_EQ(plan_steps(life), Strings{"smaller"});
    EXPECT_EQ(last_plan(life).plan, (Plan{0, 0, {}}));
}

TEST(F4, WithoutACheckInThePlanStays) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15);
    EXPECT_EQ(plan_steps(life), Strings{"keep"});
    EXPECT_EQ(life.state().memory.plan, Plan{});
}

TEST(F4, AChangeIsToldWithItsReasonAndCanBeRefused) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 4);
    EXPECT_NE(life.diary_of({"tell"}).find("plan_changed"), std::string::npos);
    EXPECT_EQ(life.state().memory.plan.load, 2);
    life.event(PlanAnswered{false});
    EXPECT_EQ(life.state().memory.plan.load, 1);
    life.event(PlanAnswered{false});
    EXPECT_EQ(life.last_refusal(), "there is no change of plan to answer");
}

TEST(F4, AnAgreedChangeIsNotAskedAboutAgain) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 4);
    life.event(PlanAnswered{true}).event(PlanAnswered{false});
    EXPECT_EQ(life.last_refusal(), "there is no change of plan to answer");
    EXPECT_EQ(life.state().memory.plan.load, 2);
}

TEST(F5, PainAfterASessionMakesTheNextOneSmaller) {
    Life life{early_monday, only({mobility})};
    life.works_until("10:03").says_done().works_for(5min).event(CheckedIn{pain_of(5)}).works_until("15:33");
    EXPECT_EQ(last_offered(life, mobility).length, 225s);
    EXPECT_NE(last_offered(life, mobility).why.find("since the last one hurt"), std::string::npos);
    life.says_done().rests_for(17h).works_until("10:40");
    EXPECT_EQ(last_offered(life, mobility).length, 5min) << "one session, not for ever";
}

TEST(F5, PainOfFourIsToWorkWith) {
    Life life{early_monday, only({mobility})};
    life.works_until("10:03").says_done().works_for(5min).event(CheckedIn{pain_of(4)}).works_until("15:33");
    EXPECT_EQ(last_offered(life, mobility).length, 5min);
}

TEST(F5, PainAboveSixStopsTheSessionAndAsksTheRedFlags) {
    Life life{early_monday, only({mobility})};
    life.works_until("10:03").starts().rests_for(1min).event(CheckedIn{pain_of(7)});
    EXPECT_FALSE(life.state().memory.open);
    EXPECT_NE(life.diary_of({"tell"}).find("stop_and_screen"), std::string::npos);
}

TEST(F5, TooPainfulStopsAtOnceWhateverTheFigureAndTheNextOneIsSmaller) {
    for (const std::optional<int> pain : {std::optional<int>{}, std::optional{2}, std::optional{7}}) {
        Life life{early_monday, only({mobility})};
        life.works_until("10:03").starts().rests_for(1min).event(TooPainful{std::nullopt, pain});
        EXPECT_FALSE(life.state().memory.open);
        EXPECT_EQ(life.report().by_kind[index(mobility)].of(Outcome::skipped), 1);
        EXPECT_NE(life.diary_of({"tell"}).find("stop_and_screen"), std::string::npos);
        EXPECT_EQ(life.report().pain_mean.has_value(), pain.has_value());
        EXPECT_TRUE(life.report().notices.empty()) << "no report tells of it";
        life.restarts_after(1min).works_until("15:33");
        EXPECT_LT(last_offered(life, mobility).length, 5min) << "also after a restart";
    }
}

TEST(F5, TooPainfulIsAlsoSaidOfASessionJustDoneAndOfNoOther) {
    Life life{early_monday, only({mobility, breath})};
    life.works_until("10:03").event(TooPainful{});
    EXPECT_NE(life.last_refusal().find("no exercise is under way"), std::string::npos);
    life.says_done().works_for(5min).event(TooPainful{1, 5});
    EXPECT_TRUE(life.state().memory.practice.ease_next);
    life.works_for(31min).event(TooPainful{});
    EXPECT_NE(life.last_refusal().find("no exercise is under way"), std::string::npos);
}

TEST(F5, WhatStoppedASessionIsSealed) {
    EXPECT_TRUE(is_sealed(Noted{std::string{stopped_for_pain}}));
    EXPECT_FALSE(is_sealed(Noted{"idle_source_lost"}));
}

TEST(F6, AFlareShortensExerciseByAQuarterAndFromSevenOnByHalf) {
    for (const auto& [pain, length] : {std::pair{6, 225s}, std::pair{7, 150s}}) {
        Life life{early_monday, mobility_every_day()};
        WorkingDays{life}.days(4, 2);
        life.works_for(1min).event(CheckedIn{pain_of(pain)}).works_until("10:03");
        EXPECT_EQ(last_offered(life, mobility).length, length);
        for (const auto& each : last_offered(life, mobility).drills) EXPECT_EQ(each.way, 0);
    }
}

TEST(F6, SevenInALightFlareHalvesExerciseAndItsWeekGoesOn) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(4, 2);
    life.works_for(1min).event(CheckedIn{pain_of(6)});
    const Flare light = life.state().memory.flare.value();
    person.day(7);
    EXPECT_EQ(life.state().memory.flare, (Flare{light.since, 50}));
    person.day(7);
    EXPECT_EQ(life.state().memory.flare, (Flare{light.since, 50}));
    const std::string told = life.diary_of({"tell flare_begun"});
    EXPECT_EQ(std::ranges::count(told, '\n'), 2) << "when it began, and when it changed\n" << told;
    life.works_until("10:03");
    EXPECT_EQ(last_offered(life, mobility).length, 150s);
}

TEST(F6, AFlareEndsAsItSettlesButNotBeforeThreeDays) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(4, 2);
    life.works_for(1min).event(CheckedIn{pain_of(6)});
    person.day(4);
    EXPECT_TRUE(life.state().memory.flare) << "too early";
    person.days(2, 4);
    life.works_for(1min).event(CheckedIn{pain_of(4)});
    EXPECT_FALSE(life.state().memory.flare) << "within two of the usual, though not gone";
}

TEST(F6, AFlareEndsAfterAWeekAtTheLatest) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    life.works_for(1min).event(FlareAsked{true});
    person.days(7);
    life.works_for(1min);
    EXPECT_FALSE(life.state().memory.flare);
    EXPECT_FALSE(in_flare(life.state().memory, day_of(stamp(life.now()))));
}

TEST(F6, AFlareBeginsAndEndsByHand) {
    Life life{early_monday, only({mobility})};
    life.works_for(1min).event(FlareAsked{true});
    EXPECT_EQ(life.state().memory.flare->percent, 75);
    life.event(FlareAsked{true});
    EXPECT_EQ(life.last_refusal(), "flare mode is on already");
    life.event(FlareAsked{false});
    EXPECT_FALSE(life.state().memory.flare);
}

TEST(F7, TheFirstBlockOfTheNextDayAsksOnceWhetherItIsStillFreer) {
    Life life{early_monday, only({mobility})};
    std::string asked;
    for (int day = 0; day < 2; ++day) {
        for (const char* time : {"10:03", "15:33"}) {
            life.works_until(time);
            asked += last_offered(life, mobility).asks_freer ? '?' : '-';
            life.says_done();
        }
        life.rests_for(16h).works_for(1min);
    }
    EXPECT_EQ(asked, "--?-");
    life.event(FreerAnswered{true});
    EXPECT_EQ(life.report().freer_yes, 1);
}

TEST(F7, IsNotAskedAgainInTheAfternoonWhereTheMorningsBlockWasSkipped) {
    Life life{early_monday, only({mobility})};
    life.works_until("15:33").says_done().rests_for(16h).works_for(1min);
    life.works_until("10:03").skips();
    life.works_until("15:33");
    EXPECT_FALSE(last_offered(life, mobility).asks_freer) << "once";
}

TEST(R3, NoBetterInTwoWeeksThoughItWasDoneIsWorthAReview) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life};
    person.days(14, 4);
    EXPECT_EQ(noted(life, "review_at_two_weeks"), 0);
    person.days(8, 4);
    EXPECT_EQ(noted(life, "review_at_two_weeks"), 1);
}

TEST(R3, WithoutAdherenceItIsSaidAfterFourWeeks) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life, false};
    person.days(28, 4);
    EXPECT_EQ(noted(life, "review_at_two_weeks"), 0);
    EXPECT_EQ(noted(life, "review_at_four_weeks"), 0);
    person.days(3, 4);
    EXPECT_EQ(noted(life, "review_at_four_weeks"), 1);
    person.days(14, 4);
    EXPECT_EQ(noted(life, "review_at_four_weeks"), 1) << "once";
}

TEST(R3, NothingIsSaidToWhoGetsBetter) {
    Life life{early_monday, mobility_every_day()};
    const WorkingDays person{life, false};
    person.days(10, 6);
    person.days(25, 3);
    EXPECT_EQ(noted(life, "review_at_two_weeks") + noted(life, "review_at_four_weeks"), 0);
}

/// Whether it is said within so many further days with this pain, by a daemon that starts now.
bool is_said_after_a_start(const Life& life, int pain, int days) {
    Moment now = life.now();
    State state = restore(life.state().settings, own_guide(), recent_facts(life.facts(), now), now);
    bool said = false;
    for (int day = 0; day < days; ++day) {
        Step next = step(std::move(state), CheckedIn{pain_of(pain)}, now);
        said = said || std::ranges::any_of(next.effects, [](const Effect& effect) {
                   const auto* tell = std::get_if<Tell>(&effect);
                   return tell && tell->notice.id == "have_it_reviewed";
               });
        state = std::move(next.state);
        now = moved(now, now.instant + 24h);
    }
    return said;
}

TEST(R3, IsSaidOfTheNextPainThoughNobodyRemembersTheEndOfTheOneBefore) {
    Life life{early_monday, only({})};
    const auto says_for = [&](int days, std::optional<int> pain) {
        for (int day = 0; day < days; ++day) {
            if (pain) life.event(CheckedIn{pain_of(*pain)});
            life.waits(24h);
        }
    };
    says_for(30, 4);
    EXPECT_EQ(noted(life, "review_at_four_weeks"), 1);
    EXPECT_FALSE(is_said_after_a_start(life, 4, 30)) << "it is the same one";
    says_for(1, 0);
    says_for(48, std::nullopt);
    EXPECT_FALSE(is_said_after_a_start(life, 4, 28));
    EXPECT_TRUE(is_said_after_a_start(life, 4, 29));
}

TEST(S12, RisingDiscomfortAsksForAWorkstationCheck) {
    Life life{early_monday, only({workstation_check})};
    const WorkingDays person{life};
    person.days(5, 2);
    EXPECT_EQ(life.diary_of({"workstation"}), "");
    person.days(2, 5);
    person.day();
    EXPECT_NE(life.diary_of({"workstation"}).find("show workstation_check"), std::string::npos);
}

TEST(S10, TightTodayIsNoCheckIn) {
    Checkin tight;
    tight.tight = true;
    Life life{early_monday, only({checkin})};
    life.works_for(1min).event(CheckedIn{tight}).works_until("17:00");
    EXPECT_NE(life.diary_of({"show checkin"}), "");
}

TEST(P0, AnotherDriverBeginsWithAPlanOfItsOwn) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 4);
    ASSERT_EQ(life.state().memory.plan.load, 2);
    life.event(ProgrammeChosen{Driver::disc});
    EXPECT_EQ(life.state().memory.plan, Plan{});
}

TEST(Guidance, OutlivesARestart) {
    Life life{early_monday, mobility_every_day()};
    WorkingDays{life}.days(15, 4);
    life.works_for(1min)
        .event(KeyTaskNamed{"gardening"})
        .event(LeversNamed{{"E6", "E9.rows"}})
        .event(FlareAsked{true})
        .event(CheckedIn{pain_of(5)});
    life.works_for(2min);
    const Memory before = life.state().memory;
    const Memory after =
        restore(life.state().settings, own_guide(), recent_facts(life.facts(), life.now()), life.now(), Instant{100h})
            .memory;
    EXPECT_EQ(after.practice, before.practice);
    EXPECT_EQ(after.plan, before.plan);
    EXPECT_EQ(after.last_change, before.last_change);
    EXPECT_EQ(after.plan_since, before.plan_since);
    EXPECT_EQ(after.flare, before.flare);
    EXPECT_EQ(after.levers, before.levers);
    EXPECT_EQ(after.key_task, before.key_task);
}

} // namespace
} // namespace poise::test
