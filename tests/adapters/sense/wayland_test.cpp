// SPDX-License-Identifier: GPL-3.0-or-later
#include "wayland_idle_source.hpp"

#include "heard.hpp"
#include "private_compositor.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

/// A way to hear of pauses, and what the compositor has to offer for it.
struct Offer {
    std::string name;
    WaylandIdleSource::Way way;
    std::vector<std::string> words;
};

std::ostream& operator<<(std::ostream& out, const Offer& offer) { return out << offer.name; }

struct OnOwnCompositor : testing::Test {
    boost::asio::io_context io;
    SystemClock clock;
    ScopedEnvironment type{"XDG_SESSION_TYPE", "wayland"};
    Heard heard;
    std::optional<PrivateCompositor> compositor;
    std::optional<ScopedEnvironment> display;
    std::vector<bool> inhibited;
    std::optional<WaylandIdleSource> source;

    void start(const std::vector<std::string>& words) {
        compositor.emplace(OWN_COMPOSITOR, words);
        display.emplace("WAYLAND_DISPLAY", compositor->socket());
    }
    void open(WaylandIdleSource::Way way) {
        InhibitorWatch::Changed told;
        if (way == input_notifier) told = [this](bool on) { inhibited.push_back(on); };
        source.emplace(io, clock, heard.listener(), "test", way, std::move(told));
    }
    std::string refusal(WaylandIdleSource::Way way) {
        try {
            open(way);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "none";
    }
    bool idles(int times) {
        return run_until(io, 10s, [&] { return heard.idles >= times; });
    }
    bool actives(int times) {
        return run_until(io, 10s, [&] { return heard.actives >= times; });
    }
};

struct EveryWay : OnOwnCompositor, testing::WithParamInterface<Offer> {
    void SetUp() override {
        start(GetParam().words);
        open(GetParam().way);
    }
};

TEST_P(EveryWay, TellsAPauseWhenItReachesTheThresholdAndSinceWhen) {
    const Instant watched = clock.instant();
    source->watch(800ms);
    ASSERT_TRUE(idles(1));
    EXPECT_GE(heard.at - watched, 800ms);
    EXPECT_LE(heard.at - watched, 1800ms);
    EXPECT_LE(apart(*heard.since, watched), 300ms);
}

TEST_P(EveryWay, TellsTheReturnOfTheInputEachTime) {
    source->watch(100ms);
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(idles(round)) << round;
        EXPECT_EQ(heard.actives, round - 1);
        compositor->press_key();
        const Instant touched = clock.instant();
        ASSERT_TRUE(actives(round)) << round;
        EXPECT_LE(heard.at - touched, 1s);
    }
}

TEST_P(EveryWay, SaysNothingWhilePausesAreShort) {
    source->watch(1500ms);
    for (int i = 0; i < 5; ++i) {
        run_for(io, 400ms);
        compositor->press_key();
    }
    EXPECT_EQ(heard.idles, 0);
    EXPECT_EQ(heard.actives, 0);
}

TEST_P(EveryWay, TellsTheReturnEvenIfTheThresholdWasRaisedMeanwhile) {
    source->watch(100ms);
    ASSERT_TRUE(idles(1));
    source->watch(60s);
    compositor->press_key();
    ASSERT_TRUE(actives(1));
    run_for(io, 500ms);
    EXPECT_EQ(heard.idles, 1);
    source->watch(100ms);
    EXPECT_TRUE(idles(2));
}

TEST_P(EveryWay, DoesNotKnowHowLongAPauseIs) { EXPECT_EQ(source->idle_time(), std::nullopt); }

TEST_P(EveryWay, IsLostWithItsCompositor) {
    source->watch(100ms);
    compositor->kill();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "the Wayland compositor has gone");
    source->watch(200ms);
    source.reset();
}

INSTANTIATE_TEST_SUITE_P(OwnCompositor, EveryWay,
                         testing::Values(Offer{"input_idle", input_notifier, {"ext", "2"}},
                                         Offer{"idle", idle_notifier, {"ext", "1"}},
                                         Offer{"kwin_idle", kwin_notifier, {"kwin"}}),
                         [](const auto& instance) { return instance.param.name; });

TEST_F(OnOwnCompositor, TakesNoHeedOfInhibitorsWithVersion2ButTellsOfThem) {
    start({"ext", "2"});
    open(input_notifier);
    compositor->toggle_inhibitor();
    source->watch(100ms);
    ASSERT_TRUE(idles(1));
    ASSERT_TRUE(run_until(io, 5s, [&] { return !inhibited.empty(); }));
    EXPECT_EQ(inhibited, std::vector{true});
    compositor->toggle_inhibitor();
    ASSERT_TRUE(run_until(io, 5s, [&] { return inhibited.size() == 2; }));
    EXPECT_EQ(inhibited, (std::vector{true, false}));
    EXPECT_EQ(heard.actives, 0) << "the end of a video is no input";
}

TEST_F(OnOwnCompositor, TellsOfAnInhibitorThatBeginsInAPause) {
    start({"ext", "2"});
    open(input_notifier);
    source->watch(100ms);
    ASSERT_TRUE(idles(1));
    run_for(io, 800ms);
    EXPECT_EQ(inhibited, std::vector<bool>{});
    compositor->toggle_inhibitor();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !inhibited.empty(); }));
    EXPECT_EQ(inhibited, std::vector{true});
    source.reset();
    EXPECT_EQ(inhibited, (std::vector{true, false})) << "who says nothing any more says of no video either";
}

TEST_F(OnOwnCompositor, TakesInputForNoInhibitor) {
    start({"ext", "2"});
    open(input_notifier);
    source->watch(100ms);
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(idles(round));
        compositor->press_key();
        ASSERT_TRUE(actives(round));
    }
    run_for(io, 800ms);
    EXPECT_EQ(inhibited, std::vector<bool>{});
}

TEST_F(OnOwnCompositor, AnInhibitorIsAsGoodAsInputWithVersion1) {
    start({"ext", "2"});
    open(idle_notifier);
    compositor->toggle_inhibitor();
    run_for(io, 100ms);
    source->watch(100ms);
    run_for(io, 800ms);
    EXPECT_EQ(heard.idles, 0);
    compositor->toggle_inhibitor();
    EXPECT_TRUE(idles(1));
}

TEST_F(OnOwnCompositor, SaysWhatIsNotOffered) {
    start({"ext", "1"});
    EXPECT_EQ(refusal(input_notifier), "the compositor does not offer ext_idle_notifier_v1 version 2, but version 1");
    EXPECT_EQ(refusal(kwin_notifier), "the compositor does not offer org_kde_kwin_idle version 1");
    EXPECT_EQ(refusal(idle_notifier), "none");
}

TEST_F(OnOwnCompositor, SaysThatThereIsNoCompositor) {
    const ScopedEnvironment gone{"WAYLAND_DISPLAY", "/nowhere/wayland-7"};
    EXPECT_EQ(refusal(idle_notifier), "no Wayland compositor answers as /nowhere/wayland-7");
    const ScopedEnvironment unnamed{"WAYLAND_DISPLAY", std::nullopt};
    const ScratchFolder empty;
    const ScopedEnvironment folder{"XDG_RUNTIME_DIR", empty.path().string()};
    EXPECT_EQ(refusal(idle_notifier), "no Wayland compositor: WAYLAND_DISPLAY is not set, and none is wayland-0");
    const ScopedEnvironment no_folder{"XDG_RUNTIME_DIR", std::nullopt};
    EXPECT_EQ(refusal(idle_notifier), "XDG_RUNTIME_DIR is not set: no Wayland session");
    const ScopedEnvironment x11{"XDG_SESSION_TYPE", "x11"};
    EXPECT_EQ(refusal(idle_notifier), "this is an X11 session");
}

TEST_F(OnOwnCompositor, FindsTheCompositorThatHasComeUnderAnotherName) {
    start({"ext", "1"});
    const ScopedEnvironment folder{"XDG_RUNTIME_DIR", compositor->folder()};
    const ScopedEnvironment gone{"WAYLAND_DISPLAY", "wayland-4711"};
    EXPECT_EQ(refusal(idle_notifier), "none");
    const ScopedEnvironment unnamed{"WAYLAND_DISPLAY", std::nullopt};
    EXPECT_EQ(refusal(idle_notifier), "none") << "in a Wayland session";
    const ScopedEnvironment unknown{"XDG_SESSION_TYPE", std::nullopt};
    EXPECT_EQ(refusal(idle_notifier), "no Wayland compositor: WAYLAND_DISPLAY is not set, and none is wayland-0")
        << "elsewhere it may be a guest in a window";
}

TEST_F(OnOwnCompositor, DoesNotWaitForOneThatDoesNotAnswer) {
    start({"ext", "1"});
    compositor->freeze();
    const Instant asked = clock.instant();
    EXPECT_EQ(refusal(idle_notifier), "the Wayland compositor does not answer");
    EXPECT_LE(clock.instant() - asked, 2s);
}

} // namespace
} // namespace poise::test
