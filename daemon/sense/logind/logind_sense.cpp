// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind_sense.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <boost/asio/post.hpp>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include <unistd.h>

namespace poise {

namespace {

constexpr auto service = "org.freedesktop.login1";
constexpr auto manager_path = "/org/freedesktop/login1";
constexpr auto manager = "org.freedesktop.login1.Manager";
constexpr auto session = "org.freedesktop.login1.Session";
constexpr auto properties = "org.freedesktop.DBus.Properties";

// D: logind answers in a millisecond; without it the daemon is not to wait.
constexpr std::chrono::seconds patience{2};

template <class Argument>
std::string path_of_session(sdbus::IConnection& bus, const char* method, const Argument& argument) {
    const auto proxy = make_proxy(bus, service, manager_path);
    auto call = make_call(*proxy, manager, method);
    call << argument;
    auto reply = proxy->callMethod(call, patience);
    sdbus::ObjectPath path;
    reply >> path;
    return path;
}

sdbus::Variant session_property(sdbus::IConnection& bus, const std::string& path, const char* name) {
    const auto proxy = make_proxy(bus, service, path);
    auto call = make_call(*proxy, properties, "Get");
    call << session << name;
    auto reply = proxy->callMethod(call, patience);
    sdbus::Variant value;
    reply >> value;
    return value;
}

/// A daemon of the user's service manager belongs to no session itself; logind then takes "auto" for the session that
/// the user sees. Signals come under the session's own path, never under that of "auto".
std::string find_session(sdbus::IConnection& bus) {
    const auto exists = [&bus](std::string path) {
        (void)session_property(bus, path, "LockedHint");
        return path;
    };
    const auto attempt = [&](const char* method, const auto& argument) -> std::optional<std::string> {
        try {
            return exists(path_of_session(bus, method, argument));
        } catch (const sdbus::Error&) {
            return std::nullopt;
        }
    };
    if (const char* id = std::getenv("XDG_SESSION_ID"); id && *id) {
        if (auto path = attempt("GetSession", std::string{id})) return *path;
    }
    if (auto path = attempt("GetSessionByPID", static_cast<std::uint32_t>(::getpid()))) return *path;
    const auto id = session_property(bus, "/org/freedesktop/login1/session/auto", "Id").get<std::string>();
    return exists(path_of_session(bus, "GetSession", id));
}

std::string signals_of(const std::string& path, const std::string& interface, const std::string& member) {
    return std::string{"type='signal',sender='"} + service + "',path='" + path + "',interface='" + interface +
           "',member='" + member + "'";
}

} // namespace

LogindSense::LogindSense(boost::asio::io_context& io, sdbus::IConnection& system_bus, std::function<void()> called_out,
                         PostEvent post)
    : bus_{system_bus}, called_out_{std::move(called_out)}, post_{std::move(post)}, doubt_{io} {
    try {
        session_path_ = find_session(bus_);
        follow_session();
        follow_manager();
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{"no session in logind: " + error.getMessage()};
    }
    called_out_();
}

void LogindSense::follow_session() {
    of_session_.clear();
    follow(of_session_, signals_of(session_path_, session, "Lock"), [this](sdbus::Message&) { set_locked(true); });
    follow(of_session_, signals_of(session_path_, session, "Unlock"), [this](sdbus::Message&) { set_locked(false); });
    follow(of_session_, signals_of(session_path_, properties, "PropertiesChanged"), [this](sdbus::Message& signal) {
        std::string interface;
        std::map<std::string, sdbus::Variant> changed;
        signal >> interface >> changed;
        if (interface == session) read_session(changed);
    });
    // After the matches: a change in between is then told by a signal.
    read_session({{"LockedHint", session_property(bus_, session_path_, "LockedHint")},
                  {"Active", session_property(bus_, session_path_, "Active")}});
}

void LogindSense::follow_manager() {
    follow(of_manager_, signals_of(manager_path, manager, "PrepareForSleep"), [this](sdbus::Message& signal) {
        bool begins = false;
        signal >> begins;
        set_asleep(begins);
    });
    follow(of_manager_, signals_of(manager_path, manager, "SessionRemoved"), [this](sdbus::Message& signal) {
        std::string id;
        sdbus::ObjectPath path;
        signal >> id >> path;
        if (path == session_path_) session_ended();
    });
    follow(of_manager_, signals_of(manager_path, manager, "SessionNew"), [this](sdbus::Message&) {
        if (!over_) return;
        // Asking waits for answers, which is not for the inside of a signal.
        boost::asio::post(doubt_.get_executor(), [this, alive = std::weak_ptr{alive_}] {
            if (!alive.expired()) look_for_session();
        });
    });
}

void LogindSense::session_ended() {
    over_ = true;
    judge();
}

void LogindSense::look_for_session() {
    try {
        const std::string found = find_session(bus_);
        called_out_();
        if (!over_ || found == session_path_) return;
        session_path_ = found;
        over_ = false;
        locked_ = false;
        hint_ = false;
        follow_session();
        judge();
    } catch (const sdbus::Error&) {
        // Somebody else's session; ours is still to come.
    }
}

void LogindSense::read_session(const std::map<std::string, sdbus::Variant>& changed) {
    if (const auto active = changed.find("Active"); active != changed.end()) {
        in_front_ = active->second.get<bool>();
        judge();
    }
    if (const auto hint = changed.find("LockedHint"); hint != changed.end()) {
        set_hint(hint->second.get<bool>());
    }
}

void LogindSense::input_began() {
    input_ = true;
    asleep_ = false; // though nobody said so: the engine concludes the same, and the next sleep is news again
    doubt();
}

void LogindSense::input_ended() {
    input_ = false;
    doubt();
}

void LogindSense::set_lid_closed(bool closed) {
    try {
        // Whoever works at another screen keeps the lid closed.
        const auto manager_proxy = make_proxy(bus_, service, manager_path);
        auto call = make_call(*manager_proxy, properties, "Get");
        call << manager << "Docked";
        sdbus::Variant docked;
        if (closed) manager_proxy->callMethod(call, patience) >> docked;
        lid_closed_ = closed && !docked.get<bool>();
    } catch (const sdbus::Error&) {
        lid_closed_ = false; // then the input alone says who is there
    }
    judge();
}

void LogindSense::follow(Matches& matches, const std::string& rule, Read read) {
    matches.push_back(add_match(bus_, rule, [read = std::move(read)](sdbus::Message& signal) {
        try {
            read(signal);
        } catch (const sdbus::Error&) {
            // Not what logind sends: whoever it came from, it says nothing to us.
        }
    }));
}

void LogindSense::set_hint(bool locked) {
    hint_ = locked;
    set_locked(locked);
    doubt();
}

void LogindSense::set_locked(bool locked) {
    locked_ = locked;
    judge();
}

void LogindSense::judge() {
    const bool counts_as_locked = locked_ || !in_front_ || over_ || lid_closed_;
    if (std::exchange(told_, counts_as_locked) != counts_as_locked) {
        if (counts_as_locked) {
            post_(Locked{});
        } else {
            post_(Unlocked{});
        }
    }
    doubt();
}

void LogindSense::set_asleep(bool asleep) {
    if (std::exchange(asleep_, asleep) == asleep) return;
    if (asleep) {
        post_(Suspended{});
    } else {
        post_(Resumed{});
    }
}

void LogindSense::doubt() {
    const bool is_claimed = (locked_ && !hint_) || lid_closed_;
    if (!is_claimed || !input_) {
        doubt_.cancel();
        return;
    }
    doubt_.expires_after(doubt_after);
    doubt_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        lid_closed_ = false; // there is another screen
        if (!hint_) set_locked(false);
        judge();
    });
}

} // namespace poise
