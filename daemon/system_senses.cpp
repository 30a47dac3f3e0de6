// SPDX-License-Identifier: GPL-3.0-or-later
#include "system_senses.hpp"

#include "bus_flag.hpp"
#include "bus_loop.hpp"
#include "desktop_questions.hpp"
#include "log.hpp"
#include "logind_idle_source.hpp"
#include "logind_sense.hpp"
#include "sdbus.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

#include <unistd.h>

namespace poise {

namespace {

// D: a bus that is restarted is back at once, and whoever has no system bus any more is shutting down.
constexpr std::array<Duration, 4> delays{std::chrono::seconds{1}, std::chrono::seconds{5}, std::chrono::seconds{30},
                                         std::chrono::minutes{5}};

constexpr auto zone_rule = "type='signal',path='/org/freedesktop/timedate1',"
                           "interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'";

} // namespace

struct SystemSenses::Parts {
    Parts(const World& world, BusLoop::Lost lost)
        : bus{open_bus(BusKind::system)}, loop{world.io, *bus, std::move(lost)}, logind{world.io, *bus,
                                                                                        [this] { loop.catch_up(); },
                                                                                        world.claims},
          lid{*bus, [this] { loop.catch_up(); }, lid_question(),
              [this](bool closed) { logind.set_lid_closed(closed); }},
          inhibitors{*bus, [this] { loop.catch_up(); }, logind_inhibitor_question(::getuid()), world.say_inhibited},
          zone{add_match(*bus, zone_rule, [set = world.zone_set](sdbus::Message&) { set(); })} {
        loop.catch_up();
    }

    std::unique_ptr<sdbus::IConnection> bus;
    BusLoop loop;
    LogindSense logind;
    BusFlag lid;
    BusFlag inhibitors;
    sdbus::Slot zone;
};

SystemSenses::SystemSenses(World world) : world_{std::move(world)}, next_look_{world_.io} {}

SystemSenses::~SystemSenses() = default;

void SystemSenses::start() {
    try {
        parts_ = std::make_unique<Parts>(world_, [this](const std::string& why) { lose(why); });
        trouble_.clear();
    } catch (const std::exception& error) {
        trouble_ = error.what(); // a machine without one will have none
    }
}

void SystemSenses::look() {
    parts_.reset();
    start();
    if (parts_) {
        fruitless_ = 0;
        log("the system bus is back");
    } else {
        lose(trouble_);
    }
}

void SystemSenses::lose(const std::string& why) {
    if (fruitless_ == 0) log("the system bus is gone (" + why + ")");
    trouble_ = "the system bus is gone (" + why + ")";
    next_look_.expires_after(delays.at(std::min(fruitless_++, delays.size() - 1)));
    next_look_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired()) look();
    });
}

std::unique_ptr<IdleSource> SystemSenses::open_idle_source(IdleSource::Listener listener) {
    if (!trouble_.empty()) throw std::runtime_error{trouble_};
    if (!parts_->logind.trouble().empty()) throw std::runtime_error{parts_->logind.trouble()};
    return std::make_unique<LogindIdleSource>(
        world_.io, *parts_->bus, [this] { parts_->loop.catch_up(); }, world_.clock, std::move(listener),
        parts_->logind.session_path());
}

std::vector<Finding> SystemSenses::findings() const {
    constexpr auto session = "lock and sleep (logind)";
    if (!trouble_.empty()) return {{session, false, trouble_}};
    const std::string& trouble = parts_->logind.trouble();
    std::vector<Finding> findings{
        {session, trouble.empty(), trouble.empty() ? parts_->logind.session_path() : trouble}};
    for (const BusFlag* flag : {&parts_->lid, &parts_->inhibitors}) findings.push_back(flag->finding());
    return findings;
}

} // namespace poise
