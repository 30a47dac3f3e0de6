// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle_choice.hpp"
#include "system_clock.hpp"
#include "x_sync_idle_source.hpp"

#include "private_x.hpp"
#include "scoped.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

std::string word_for(const Event& event) {
    if (const auto* found = std::get_if<IdleSourceFound>(&event)) return found->idle_since ? "found-idle " : "found ";
    if (std::holds_alternative<IdleSourceLost>(event)) return "lost ";
    if (std::holds_alternative<InputBegan>(event)) return "began ";
    if (std::holds_alternative<InputEnded>(event)) return "ended ";
    return "? ";
}

struct IdleChoiceTest : testing::Test {
    std::optional<PrivateX> x{std::in_place};
    ScopedEnvironment type{"XDG_SESSION_TYPE", "x11"};
    ScopedEnvironment no_wayland{"WAYLAND_DISPLAY", std::nullopt};
    boost::asio::io_context io;
    SystemClock clock;
    std::string said;
    std::string why;
    std::string flow; // what the follower hears: + and -
    int opened = 0;
    bool stone_feels = false;
    std::optional<IdleChoice> choice;

    std::unique_ptr<IdleSource> open_x(IdleSource::Listener listener) {
        ++opened;
        const std::string display = x ? x->display() : ":4711";
        return std::make_unique<XSyncIdleSource>(io, clock, std::move(listener), display);
    }
    void start(Duration threshold) {
        const auto post = [this](const Event& event) {
            said += word_for(event);
            if (const auto* lost = std::get_if<IdleSourceLost>(&event)) why = lost->why;
        };
        std::vector<IdleChoice::Candidate> candidates;
        candidates.push_back({"stone", [this](IdleSource::Listener listener) {
                                  if (!stone_feels) throw std::runtime_error{"a stone feels nothing"};
                                  return open_x(std::move(listener));
                              }});
        candidates.push_back({"x11", [this](IdleSource::Listener listener) { return open_x(std::move(listener)); }});
        choice.emplace(io, clock, post, std::move(candidates),
                       IdleChoice::Follower{[this] { flow += '+'; }, [this] { flow += '-'; }});
        choice->watch_for(threshold);
        choice->start();
    }
    const std::string& heard(const std::string& expected, Milliseconds limit = 5s) {
        (void)run_until(io, limit, [&] { return said == expected; });
        return said;
    }
    void touch() { x->xdotool({"key", "a"}); }
};

TEST_F(IdleChoiceTest, TakesTheFirstThatWorksAndKeepsTheRefusals) {
    touch();
    start(60s);
    EXPECT_EQ(said, "found ");
    ASSERT_EQ(choice->findings().size(), 2U);
    EXPECT_EQ(choice->findings()[0].what, "stone");
    EXPECT_FALSE(choice->findings()[0].works);
    EXPECT_EQ(choice->findings()[0].detail, "a stone feels nothing");
    EXPECT_EQ(choice->findings()[1].what, "x11");
    EXPECT_TRUE(choice->findings()[1].works);
}

TEST_F(IdleChoiceTest, TakesABetterOneThatHasAppearedWhenAPauseEnds) {
    touch();
    start(300ms);
    choice->look_for_better_every = 1s;
    EXPECT_EQ(heard("found ended "), "found ended ");
    stone_feels = true;
    run_for(io, 1s);
    EXPECT_FALSE(choice->findings()[0].works) << "nothing looks for it in between";
    touch();
    EXPECT_EQ(heard("found ended began found "), "found ended began found ");
    EXPECT_TRUE(choice->findings()[0].works);
    EXPECT_EQ(choice->findings()[1].detail, "in reserve");
    EXPECT_EQ(heard("found ended began found ended "), "found ended began found ended ");
    EXPECT_EQ(flow, "+-+-");
}

TEST_F(IdleChoiceTest, SaysWhyTheSourceDiedUntilItLooksAgain) {
    touch();
    start(60s);
    x->kill();
    ASSERT_EQ(heard("found lost "), "found lost ");
    EXPECT_EQ(choice->findings()[0].detail, "a stone feels nothing");
    EXPECT_EQ(choice->findings()[1], (Finding{"x11", false, "no connection to the X server " + x->display()}));
}

TEST_F(IdleChoiceTest, SaysSinceWhenItHasBeenIdleWhenItFindsASource) {
    touch();
    run_for(io, 700ms);
    start(500ms);
    EXPECT_EQ(heard("found-idle "), "found-idle ");
    touch();
    EXPECT_EQ(heard("found-idle began "), "found-idle began ");
    EXPECT_EQ(heard("found-idle began ended "), "found-idle began ended ");
    EXPECT_EQ(flow, "+-");
}

TEST_F(IdleChoiceTest, PostsPausesAndReturns) {
    touch();
    start(500ms);
    EXPECT_EQ(heard("found ended "), "found ended ");
    touch();
    EXPECT_EQ(heard("found ended began "), "found ended began ");
    EXPECT_EQ(heard("found ended began ended "), "found ended began ended ");
    EXPECT_EQ(flow, "+-+-");
}

TEST_F(IdleChoiceTest, FollowsTheThresholdThatTheEngineWants) {
    touch();
    start(60s);
    run_for(io, 800ms);
    EXPECT_EQ(said, "found ");
    choice->watch_for(500ms);
    EXPECT_EQ(heard("found ended "), "found ended ");
}

TEST_F(IdleChoiceTest, LooksAgainWhenTheSourceDies) {
    touch();
    start(60s);
    x->kill();
    ASSERT_EQ(heard("found lost "), "found lost ");
    EXPECT_EQ(why, "x11: no connection to the X server " + x->display());
    EXPECT_FALSE(choice->has_source());
    EXPECT_EQ(flow, "+-");
    x.emplace();
    touch();
    EXPECT_EQ(heard("found lost found "), "found lost found ");
    EXPECT_TRUE(choice->has_source());
}

TEST_F(IdleChoiceTest, SaysOnceThatThereIsNoneAndLooksLessAndLessOften) {
    x.reset();
    start(60s);
    EXPECT_EQ(said, "lost ");
    EXPECT_EQ(why, "stone: a stone feels nothing; x11: no connection to the X server :4711");
    EXPECT_EQ(opened, 1);
    run_for(io, 1500ms);
    EXPECT_EQ(opened, 2); // after a second
    run_for(io, 3500ms);
    EXPECT_EQ(opened, 2);
    run_for(io, 2s);
    EXPECT_EQ(opened, 3); // after five more
    run_for(io, 6s);
    EXPECT_EQ(opened, 3);
    EXPECT_EQ(said, "lost ");
}

TEST_F(IdleChoiceTest, TellsTheFirstInputAfterALockEvenIfItComesSoon) {
    touch();
    start(60s);
    // The engine has ended the input, the source has not.
    choice->await_return();
    EXPECT_EQ(heard("found ended "), "found ended ");
    touch();
    EXPECT_EQ(heard("found ended began "), "found ended began ");
    run_for(io, 2s);
    EXPECT_EQ(said, "found ended began "); // the engine's own threshold is in force again
}

TEST_F(IdleChoiceTest, TellsTheInputAfterALockThatCameTooLateThoughItHardlyPauses) {
    touch();
    start(60s);
    choice->await_return();
    choice->expect_return();
    for (int key = 0; key < 5 && said != "found ended began "; ++key) {
        run_for(io, 400ms);
        touch();
    }
    EXPECT_EQ(heard("found ended began "), "found ended began ");
}

/// Says what the test has it say.
struct Puppet : IdleSource {
    [[nodiscard]] std::string_view name() const override { return "puppet"; }
    void watch(Duration) override {}
    [[nodiscard]] std::optional<Duration> idle_time() override { return Duration::zero(); }
};

TEST(IdleChoice, KeepsTheBetterOneWhereTheLastWordsOfTheOtherWereThatItIsLost) {
    boost::asio::io_context io;
    SystemClock clock;
    std::string said;
    bool better_is_there = false;
    IdleSource::Listener listener;
    std::vector<IdleChoice::Candidate> candidates;
    candidates.push_back({"better", [&](const IdleSource::Listener&) -> std::unique_ptr<IdleSource> {
                              if (!better_is_there) throw std::runtime_error{"not there"};
                              return std::make_unique<Puppet>();
                          }});
    candidates.push_back({"other", [&](IdleSource::Listener given) {
                              listener = std::move(given);
                              return std::make_unique<Puppet>();
                          }});
    const auto post = [&](const Event& event) { said += word_for(event); };
    IdleChoice choice{io, clock, post, std::move(candidates), {[] {}, [] {}}};
    choice.look_for_better_every = 0ms;
    choice.start();
    better_is_there = true;
    listener.idle(clock.instant());
    listener.active();
    listener.lost("its server has ended");
    run_for(io, 50ms);
    EXPECT_EQ(said, "found ended began found ");
    EXPECT_EQ(choice.findings()[0], (Finding{"better", true, "in use"}));
}

} // namespace
} // namespace poise::test
