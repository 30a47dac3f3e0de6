// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"
#include "mutter_idle_source.hpp"

#include "idle_source_promises.hpp"
#include "private_mutter.hpp"
#include "sdbus.hpp"
#include "unwoken.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <gtest/gtest.h>

#include <map>

namespace poise::test {
namespace {

struct MutterDesk : testing::Test {
    PrivateBus bus;
    std::optional<PrivateMutter> mutter{std::in_place, bus};
    ScopedEnvironment address{"DBUS_SESSION_BUS_ADDRESS", bus.address()};
    boost::asio::io_context io;
    SystemClock clock;
    std::unique_ptr<sdbus::IConnection> connection{open_bus(BusKind::session)};
    std::string bus_lost;
    BusLoop loop{io, *connection, [this](const std::string& why) { bus_lost = why; }};

    std::unique_ptr<IdleSource> make_source(IdleSource::Listener listener) {
        return std::make_unique<MutterIdleSource>(
            io, *connection, [this] { loop.catch_up(); }, clock, std::move(listener));
    }
    void touch() { mutter->press_key(); }
    std::vector<std::function<void()>> touches() {
        return {[this] { mutter->press_key(); }, [this] { mutter->click(); }, [this] { mutter->move_pointer(); }};
    }
};

using MutterIdleSourceTest = Listening<MutterDesk>;

INSTANTIATE_TYPED_TEST_SUITE_P(Mutter, AnIdleSource, MutterDesk);

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
    expect_unwoken(*probe, 500ms, 10s);
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
