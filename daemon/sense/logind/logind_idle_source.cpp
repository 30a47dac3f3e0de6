// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind_idle_source.hpp"

#include "logind_names.hpp"
#include "match_rules.hpp"
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <utility>

namespace poise {

namespace {

// D: logind answers in a millisecond; without it the daemon is not to wait.
constexpr std::chrono::seconds patience{1};

std::map<std::string, sdbus::Variant> properties_of(sdbus::IConnection& bus, const std::string& path) {
    const auto proxy = make_proxy(bus, logind::service, path);
    auto call = make_call(*proxy, logind::properties, "GetAll");
    call << logind::session;
    auto reply = proxy->callMethod(call, patience);
    std::map<std::string, sdbus::Variant> values;
    reply >> values;
    return values;
}

/// When the hint was last set, as microseconds of CLOCK_MONOTONIC; 0: never.
std::uint64_t last_set(const std::map<std::string, sdbus::Variant>& values) {
    const auto since = values.find("IdleSinceHintMonotonic");
    return since == values.end() ? 0 : since->second.get<std::uint64_t>();
}

/// On a clock that stops in suspend: it is so long ago, or longer.
Duration since_set(const std::map<std::string, sdbus::Variant>& values) {
    const std::chrono::microseconds set{static_cast<std::int64_t>(last_set(values))};
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::max(std::chrono::floor<Duration>(now - set), Duration::zero());
}

} // namespace

LogindIdleSource::LogindIdleSource(boost::asio::io_context& io, sdbus::IConnection& system_bus,
                                   const std::function<void()>& called_out, Clock& clock, Listener listener,
                                   const std::string& session_path)
    : io_{io}, clock_{clock}, listener_{std::move(listener)} {
    try {
        follow(system_bus, signals_from(logind::service, session_path, logind::properties, "PropertiesChanged"),
               [this](sdbus::Message& signal) {
                   std::string interface;
                   std::map<std::string, sdbus::Variant> changed;
                   signal >> interface >> changed;
                   const auto hint = changed.find("IdleHint");
                   if (interface == logind::session && hint != changed.end()) set_hint(hint->second.get<bool>());
               });
        follow(system_bus, owner_changes_of(logind::service),
               [this](sdbus::Message&) { lose("logind has left the system bus"); });
        follow(system_bus, end_of_connection, [this](sdbus::Message&) { lose("the system bus is gone"); });
        // After the matches: a change in between is then told by a signal.
        const auto values = properties_of(system_bus, session_path);
        const bool idle = values.at("IdleHint").get<bool>();
        if (!idle && last_set(values) == 0) {
            throw std::runtime_error{"no program of this session has ever set logind's idle hint"};
        }
        if (idle) idle_since_ = clock_.instant() - since_set(values);
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{"no idle hint from logind: " + error.getMessage()};
    } catch (const std::out_of_range&) {
        throw std::runtime_error{"this logind has no idle hint"};
    }
    called_out();
}

std::optional<Duration> LogindIdleSource::idle_time() {
    return idle_since_ ? std::max(clock_.instant() - *idle_since_, threshold_) : Duration::zero();
}

void LogindIdleSource::follow(sdbus::IConnection& bus, const std::string& rule,
                              std::function<void(sdbus::Message&)> read) {
    matches_.push_back(add_match(bus, rule, [this, read = std::move(read)](sdbus::Message& signal) {
        try {
            read(signal);
        } catch (const sdbus::Error& misread) {
            lose(misread.getMessage());
        }
    }));
}

void LogindIdleSource::set_hint(bool idle) {
    if (lost_ || idle == idle_since_.has_value()) return;
    if (idle) {
        idle_since_ = clock_.instant();
        listener_.idle(*idle_since_);
    } else {
        idle_since_.reset();
        listener_.active();
    }
}

void LogindIdleSource::lose(const std::string& why) {
    if (std::exchange(lost_, true)) return;
    boost::asio::post(io_, [this, why, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) listener_.lost(why);
    });
}

} // namespace poise
