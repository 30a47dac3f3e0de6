// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_form.hpp"

#include "kept_words.hpp"
#include "own_guide.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::coach {
namespace {

using namespace std::chrono_literals;

constexpr Day today = std::chrono::local_days{std::chrono::year{2026} / 11 / 24};

/// At noon of a day that is `ago` before today.
Fact fact(std::chrono::days ago, FactBody body) {
    Stamp at;
    at.utc = UtcTime{(today - ago).time_since_epoch() + 12h};
    at.instant = Instant{at.utc.time_since_epoch()};
    return {at, std::move(body)};
}

PracticeForm form_after(const std::vector<Fact>& facts, const Settings& settings = {}) {
    return practice_form(own_practice(facts, settings, today), *own_guide(), settings, today);
}

const LeverForm& mobility(const PracticeForm& form) { return form.levers[index(Lever::mobility)]; }

bool offers(const LeverForm& lever, const std::string& drill) {
    return std::ranges::find(lever.choices, drill, &LeverForm::Choice::drill) != lever.choices.end();
}

std::vector<Fact> with_block(std::chrono::days ago, std::vector<Fact> rest = {}, bool asks_freer = false) {
    Offered offered;
    offered.prompt.id = 1;
    offered.prompt.kind = Kind::mobility;
    offered.prompt.asks_freer = asks_freer;
    PromptOutcome outcome;
    outcome.id = 1;
    outcome.kind = Kind::mobility;
    outcome.outcome = Outcome::taken;
    outcome.shown = true;
    rest.insert(rest.begin(), {fact(ago, offered), fact(ago, outcome)});
    return rest;
}

TEST(Practice, OfSomebodyNewAsksNothing) {
    const PracticeForm form = form_after({});
    EXPECT_EQ(form.key_task, "");
    EXPECT_EQ(form.change, "");
    EXPECT_FALSE(form.asks_freer || form.is_in_flare || form.is_tight || form.exercise_is_off);
    EXPECT_EQ(form.plan, std::vector<std::string>{"How much of each drill: step 2 of 5, from the least to the most."});
}

TEST(Practice, NamesTheProgrammesLeverFirst) {
    const PracticeForm form = form_after({fact(std::chrono::days{3}, DriverChosen{Driver::stenosis})});
    const Programme* programme = find_programme(*own_guide(), Driver::stenosis);
    ASSERT_NE(programme, nullptr);
    EXPECT_EQ(mobility(form).choices.front().label,
              find_drill(*own_guide(), programme->mobility_lever)->name + " (your programme's)");
    EXPECT_EQ(mobility(form).chosen, 0U);
}

TEST(Practice, OffersAsALeverWhatTheDaemonWouldTake) {
    Settings at_the_desk;
    at_the_desk.places = {"desk"};
    EXPECT_TRUE(offers(mobility(form_after({})), "E8"));
    EXPECT_FALSE(offers(mobility(form_after({}, at_the_desk)), "E4"));
    // A light pull works the strength lever, though it is part of mobility blocks.
    EXPECT_TRUE(offers(form_after({}).levers[index(Lever::strength)], "E9.rows"));
    EXPECT_FALSE(offers(mobility(form_after({})), "E9.rows"));
}

TEST(Practice, ShowsAChosenLeverThoughItIsNoLongerOffered) {
    Settings at_the_desk;
    at_the_desk.places = {"desk"};
    const auto form = form_after({fact(std::chrono::days{3}, LeversChosen{{"E4", ""}})}, at_the_desk);
    EXPECT_EQ(mobility(form).choices.at(mobility(form).chosen).drill, "E4");
}

TEST(Practice, OffersToTakeAChangeOfPlanBackUntilItIsAnswered) {
    const Plan before;
    Plan after;
    after.progression = 1;
    const PlanChange change{PlanStep::progress, before, after, kept::agreed};
    auto form = form_after({fact(std::chrono::days{1}, change)});
    EXPECT_EQ(form.change, kept::agreed);
    EXPECT_EQ(form.plan.back(), "Where a drill has a harder way, you are 1 step along.");
    form = form_after({fact(std::chrono::days{1}, change),
                       fact(std::chrono::days{0}, PlanChange{PlanStep::accepted, before, after, kept::agreed})});
    EXPECT_EQ(form.change, "");
}

TEST(Practice, AsksOnTheDayAfterABlockWhetherItsRangeHasStayed) { // F7
    using std::chrono::days;
    EXPECT_FALSE(form_after(with_block(days{2})).asks_freer);
    EXPECT_TRUE(form_after(with_block(days{1})).asks_freer);
    EXPECT_FALSE(form_after(with_block(days{1}, {fact(days{0}, Freer{true})})).asks_freer);
}

TEST(Practice, AsksStillAfterTodaysBlockHasAskedForIt) { // F7
    using std::chrono::days;
    EXPECT_TRUE(form_after(with_block(days{1}, with_block(days{0}, {}, true))).asks_freer);
}

TEST(Practice, KnowsAFlareAndATightDay) {
    Checkin tight;
    tight.tight = true;
    EXPECT_TRUE(form_after({fact(std::chrono::days{2}, FlareChange{true, 75, kept::by_hand})}).is_in_flare);
    EXPECT_FALSE(form_after({fact(std::chrono::days{8}, FlareChange{true, 75, kept::by_hand})}).is_in_flare);
    EXPECT_TRUE(form_after({fact(std::chrono::days{0}, tight)}).is_tight);
    EXPECT_FALSE(form_after({fact(std::chrono::days{1}, tight)}).is_tight);
}

} // namespace
} // namespace poise::coach
