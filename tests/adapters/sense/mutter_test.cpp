// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"
#include "mutter_idle_source.hpp"

#include "heard.hpp"
#include "private_mutter.hpp"
#include "sdbus.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <gtest/gtest.h>

#include <map>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct MutterIdleSourceTest : testing::Test {
    PrivateBus bus;
    std::optional<PrivateMutter> mutter{std::in_place, bus};
    ScopedEnvironment address{"DBUS_SESSION_BUS_ADDRESS", bus.address()};
    boost::asio::io_context io;
    SystemClock clock;
    std::unique_ptr<sdbus::IConnection> connection{open_bus(BusKind::session)};
    std::string bus_lost;
    BusLoop loop{io, *connection, [this](const std::string& why) { bus_lost = why; }};
    Heard heard;
    std::optional<MutterIdleSource> source;

    void open() {
        source.emplace(
            io, *connection, [this] { loop.catch_up(); }, clock, heard.listener());
    }
    void watch(Duration threshold) {
        open();
        mutter->press_key();
        source->watch(threshold);
    }
    bool idles(int times) {
        return run_until(io, 10s, [&] { return heard.idles >= times; });
    }
    bool actives(int times) {
        return run_until(io, 10s, [&] { return heard.actives >= times; });
    }
};

TEST_F(MutterIdleSourceTest, TellsAPauseWhenItReachesTheThresholdAndSinceWhen) {
    open();
    mutter->press_key();
    const Instant touched = clock.instant();
    source->watch(1500ms);
    ASSERT_TRUE(idles(1));
    EXPECT_GE(heard.at - touched, 1300ms);
    EXPECT_LE(heard.at - touched, 2500ms);
    EXPECT_LE(apart(*heard.since, touched), 200ms);
}

TEST_F(MutterIdleSourceTest, TellsTheReturnForEveryKindOfInput) {
    watch(500ms);
    const std::vector<std::function<void()>> inputs{[&] { mutter->press_key(); }, [&] { mutter->click(); },
                                                    [&] { mutter->move_pointer(); }};
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(idles(round)) << round;
        EXPECT_EQ(heard.actives, round - 1);
        inputs[static_cast<std::size_t>(round - 1)]();
        const Instant touched = clock.instant();
        ASSERT_TRUE(actives(round)) << round;
        EXPECT_LE(heard.at - touched, 1s);
    }
}

TEST_F(MutterIdleSourceTest, SaysNothingWhilePausesAreShort) {
    watch(1500ms);
    for (int i = 0; i < 6; ++i) {
        run_for(io, 500ms);
        mutter->press_key();
    }
    EXPECT_EQ(heard.idles, 0);
    EXPECT_EQ(heard.actives, 0);
}

TEST_F(MutterIdleSourceTest, TellsAtOnceWhenThePauseIsLongEnoughAlready) {
    watch(60s);
    run_for(io, 1200ms);
    EXPECT_EQ(heard.idles, 0);
    const Instant asked = clock.instant();
    source->watch(1s);
    ASSERT_TRUE(idles(1));
    EXPECT_LE(heard.at - asked, 500ms);
    EXPECT_GE(asked - *heard.since, 1s);
    mutter->press_key();
    EXPECT_TRUE(actives(1));
}

TEST_F(MutterIdleSourceTest, TellsTheReturnEvenIfTheThresholdWasRaisedMeanwhile) {
    watch(500ms);
    ASSERT_TRUE(idles(1));
    source->watch(60s);
    run_for(io, 100ms);
    mutter->press_key();
    ASSERT_TRUE(actives(1));
    run_for(io, 1s);
    EXPECT_EQ(heard.idles, 1);
    source->watch(500ms);
    EXPECT_TRUE(idles(2));
}

TEST_F(MutterIdleSourceTest, KeepsOnlyTheLatestThreshold) {
    watch(300ms);
    source->watch(400ms);
    source->watch(1200ms);
    run_for(io, 900ms);
    EXPECT_EQ(heard.idles, 0);
    EXPECT_TRUE(idles(1));
}

TEST_F(MutterIdleSourceTest, MissesNoReturnThatComesWithThePause) {
    watch(100ms);
    for (int i = 0; i < 25; ++i) {
        run_for(io, Milliseconds{97 + i % 7});
        mutter->press_key();
    }
    ASSERT_TRUE(run_until(io, 5s, [&] { return heard.idles == heard.actives + 1; }))
        << heard.idles << " pauses, " << heard.actives << " returns";
    mutter->press_key();
    EXPECT_TRUE(actives(heard.idles));
}

TEST_F(MutterIdleSourceTest, KnowsHowLongThePauseIs) {
    watch(60s);
    run_for(io, 400ms);
    const auto idle = source->idle_time();
    ASSERT_TRUE(idle);
    EXPECT_GE(*idle, 350ms);
    EXPECT_LE(*idle, 1500ms);
}

TEST_F(MutterIdleSourceTest, IsLostWithMutter) {
    watch(500ms);
    run_for(io, 100ms);
    mutter->kill();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "Mutter has left the session bus");
    source->watch(1s);
    EXPECT_EQ(source->idle_time(), std::nullopt);
    EXPECT_EQ(bus_lost, "");
}

TEST_F(MutterIdleSourceTest, SaysThatThereIsNoMutter) {
    mutter.reset();
    try {
        open();
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_TRUE(std::string{error.what()}.starts_with("no idle monitor of Mutter on the session bus: "))
            << error.what();
    }
}

/// In place of GNOME's session manager: one property, that says which actions programs inhibit.
class Inhibitors {
public:
    explicit Inhibitors(const PrivateBus& bus)
        : manager_{{"/usr/bin/python3", "-m", "dbusmock", "--session", name, path, name},
                   {{"DBUS_SESSION_BUS_ADDRESS", bus.address()}}},
          connection_{bus.connect()} {
        bus.wait_for_name(name, 30s);
        set("AddProperties", 0);
    }
    void idle(bool inhibited) { set("UpdateProperties", inhibited ? 8 : 0); }

private:
    void set(const char* method, std::uint32_t actions) {
        const auto proxy = make_proxy(*connection_, name, path);
        auto call = make_call(*proxy, "org.freedesktop.DBus.Mock", method);
        call << name << std::map<std::string, sdbus::Variant>{{"InhibitedActions", sdbus::Variant{actions}}};
        proxy->callMethod(call);
    }
    static constexpr auto name = "org.gnome.SessionManager";
    static constexpr auto path = "/org/gnome/SessionManager";
    ChildProcess manager_;
    std::unique_ptr<sdbus::IConnection> connection_;
};

TEST_F(MutterIdleSourceTest, TellsPausesWhileAVideoInhibitsIdleness) {
    mutter.reset();
    Inhibitors inhibitors{bus};
    mutter.emplace(bus); // it looks for the session manager when it starts
    inhibitors.idle(true);
    watch(700ms);
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(idles(round)) << round;
        mutter->press_key();
        ASSERT_TRUE(actives(round)) << round;
    }
}

TEST_F(MutterIdleSourceTest, LeavesPausesToMutterWhenTheVideoIsOver) {
    mutter.reset();
    Inhibitors inhibitors{bus};
    mutter.emplace(bus);
    watch(700ms);
    inhibitors.idle(true);
    ASSERT_TRUE(idles(1));
    inhibitors.idle(false);
    mutter->press_key();
    ASSERT_TRUE(actives(1));
    ASSERT_TRUE(idles(2));
    mutter->press_key();
    ASSERT_TRUE(actives(2));
}

/// The same in another process, whose wake-ups are counted.
struct MutterSilence : MutterIdleSourceTest {
    std::optional<ChildProcess> probe;
    void start(const std::string& threshold) {
        mutter->press_key();
        probe.emplace(std::vector<std::string>{SENSE_PROBE, threshold, "mutter"});
        EXPECT_EQ(probe->read_line(10s), "found 0");
    }
};

TEST_F(MutterSilence, NothingWakesItWhileNothingHappens) {
    start("1000");
    EXPECT_TRUE(probe->read_line(10s).starts_with("input ended"));
    run_for(io, 500ms);
    const long before = probe->voluntary_switches();
    run_for(io, 10s);
    EXPECT_LE(probe->voluntary_switches() - before, 1);
}

TEST_F(MutterSilence, NoKeyWakesItWhileTheInputGoesOn) {
    start("5000");
    run_for(io, 500ms);
    const long before = probe->voluntary_switches();
    for (int i = 0; i < 200; ++i) mutter->press_key();
    mutter->click();
    EXPECT_LE(probe->voluntary_switches() - before, 1);
}

} // namespace
} // namespace poise::test
