// SPDX-License-Identifier: GPL-3.0-or-later
// The senses in a process of their own, put together as the daemon does it, so that its wake-ups and its memory can be
// measured from outside. Says one line for each event.
// usage: sense_probe THRESHOLD_MS [x11] [x11-screensaver] [mutter] [counter] [logind] [pipewire] [pulse]
#include "boot_alarm.hpp"
#include "bus_loop.hpp"
#include "clock_watch.hpp"
#include "idle_choice.hpp"
#include "logind_sense.hpp"
#include "mutter_idle_source.hpp"
#include "pipewire_sense.hpp"
#include "pulse_sense.hpp"
#include "system_clock.hpp"
#include "x_input_counter.hpp"
#include "x_screen_saver_idle_source.hpp"
#include "x_sync_idle_source.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>

namespace {

using namespace poise;

/// A bus connection and the loop that serves it.
struct Bus {
    Bus(boost::asio::io_context& io, BusKind kind)
        : connection{open_bus(kind)}, loop{io, *connection,
                                           [](const std::string& why) { std::printf("bus lost: %s\n", why.c_str()); }} {
    }
    std::unique_ptr<sdbus::IConnection> connection;
    BusLoop loop;
};

struct Printer {
    SystemClock& clock;

    void operator()(const InputBegan&) const { std::puts("input began"); }
    void operator()(const InputEnded& ended) const {
        std::printf("input ended %ld ms ago\n", static_cast<long>((clock.instant() - ended.since).count()));
    }
    void operator()(const InputCounted& counted) const {
        std::printf("counted %ld %ld\n", static_cast<long>(counted.keys), static_cast<long>(counted.clicks));
    }
    void operator()(const InputCounting& counting) const { std::printf("counting %d\n", counting.available); }
    void operator()(const IdleSourceFound& found) const { std::printf("found %d\n", found.idle_since.has_value()); }
    void operator()(const IdleSourceLost& lost) const { std::printf("none: %s\n", lost.why.c_str()); }
    void operator()(const Locked&) const { std::puts("locked"); }
    void operator()(const Unlocked&) const { std::puts("unlocked"); }
    void operator()(const auto&) const { std::puts("other"); }
};

void sense(Duration threshold, const std::set<std::string>& wanted) {
    boost::asio::io_context io;
    SystemClock clock;
    const PostEvent post = [&](const Event& event) {
        std::visit(Printer{clock}, event);
        std::fflush(stdout);
    };
    BootAlarm alarm{io, post};
    alarm.arm(clock.instant() + std::chrono::hours{1});
    const ClockWatch clock_watch{io, clock, post};

    std::optional<Bus> session_bus;
    std::optional<Bus> system_bus;
    SessionClaims claims{io, post};
    std::optional<LogindSense> logind;
    std::optional<PipewireSense> pipewire;
    std::optional<PulseSense> pulse;
    std::optional<XInputCounter> counter;
    std::vector<IdleChoice::Candidate> candidates;
    if (wanted.contains("logind")) {
        system_bus.emplace(io, BusKind::system);
        logind.emplace(
            io, *system_bus->connection, [&] { system_bus->loop.catch_up(); }, claims);
    }
    if (wanted.contains("pipewire")) {
        pipewire.emplace(io, [](const pipewire::InUse& in_use) {
            std::printf("microphone %d camera %d screen %d\n", in_use.microphone, in_use.camera, in_use.screen);
            std::fflush(stdout);
        });
    }
    if (wanted.contains("pulse")) {
        pulse.emplace(io, [](bool microphone) {
            std::printf("microphone %d\n", microphone);
            std::fflush(stdout);
        });
    }
    if (wanted.contains("counter")) counter.emplace(io, post);
    if (wanted.contains("x11")) {
        candidates.push_back({"x11", [&](IdleSource::Listener listener) {
                                  return std::make_unique<XSyncIdleSource>(io, clock, std::move(listener));
                              }});
    }
    if (wanted.contains("x11-screensaver")) {
        candidates.push_back({"x11-screensaver", [&](IdleSource::Listener listener) {
                                  return std::make_unique<XScreenSaverIdleSource>(io, clock, std::move(listener));
                              }});
    }
    if (wanted.contains("mutter")) {
        session_bus.emplace(io, BusKind::session);
        candidates.push_back({"mutter", [&](IdleSource::Listener listener) {
                                  return std::make_unique<MutterIdleSource>(
                                      io, *session_bus->connection, [&] { session_bus->loop.catch_up(); }, clock,
                                      std::move(listener));
                              }});
    }
    const IdleChoice::Follower follower{[&] {
                                            if (counter) counter->start();
                                            claims.input_began();
                                        },
                                        [&] {
                                            if (counter) counter->stop();
                                            claims.input_ended();
                                        }};
    IdleChoice choice{io, clock, post, std::move(candidates), follower};
    choice.watch_for(threshold);
    choice.start();
    io.run();
}

} // namespace

int main(int argument_count, char** arguments) try {
    if (argument_count < 2) return 2;
    sense(poise::Duration{std::atoi(arguments[1])}, {arguments + 2, arguments + argument_count});
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
