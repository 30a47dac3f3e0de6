// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind_sense.hpp"

#include "logind_names.hpp"
#include "match_rules.hpp"
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include <unistd.h>

namespace poise {

namespace {

// D: logind answers in a millisecond; without it the daemon is not to wait.
constexpr std::chrono::seconds inquiry_patience{2};
constexpr std::chrono::seconds look_again_in{10};

/// Asks logind a few things in a row, and has one patience for all of them.
class Inquiry {
public:
    explicit Inquiry(sdbus::IConnection& bus) : bus_{bus} {}

    template <class Argument>
    [[nodiscard]] std::string path_of_session(const char* method, const Argument& argument) const {
        const auto proxy = make_proxy(bus_, logind::service, logind::manager_path);
        auto call = make_call(*proxy, logind::manager, method);
        call << argument;
        auto reply = proxy->callMethod(call, left());
        sdbus::ObjectPath path;
        reply >> path;
        return path;
    }

    [[nodiscard]] sdbus::Variant session_property(const std::string& path, const char* name) const {
        const auto proxy = make_proxy(bus_, logind::service, path);
        auto call = make_call(*proxy, logind::properties, "Get");
        call << logind::session << name;
        auto reply = proxy->callMethod(call, left());
        sdbus::Variant value;
        reply >> value;
        return value;
    }

    [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= until_; }

private:
    [[nodiscard]] std::chrono::microseconds left() const {
        const auto left = std::chrono::ceil<std::chrono::microseconds>(until_ - std::chrono::steady_clock::now());
        return std::max(left, std::chrono::microseconds{1}); // zero would be the bus' own
    }

    sdbus::IConnection& bus_;
    std::chrono::steady_clock::time_point until_ = std::chrono::steady_clock::now() + inquiry_patience;
};

/// A daemon of the user's service manager belongs to no session itself; logind then takes "auto" for the session that
/// the user sees. Signals come under the session's own path, never under that of "auto".
std::string find_session(const Inquiry& inquiry) {
    const auto exists = [&](std::string path) {
        (void)inquiry.session_property(path, "LockedHint");
        return path;
    };
    const auto attempt = [&](const char* method, const auto& argument) -> std::optional<std::string> {
        try {
            return exists(inquiry.path_of_session(method, argument));
        } catch (const sdbus::Error&) {
            return std::nullopt;
        }
    };
    if (const char* id = std::getenv("XDG_SESSION_ID"); id && *id) {
        if (auto path = attempt("GetSession", std::string{id})) return *path;
    }
    if (auto path = attempt("GetSessionByPID", static_cast<std::uint32_t>(::getpid()))) return *path;
    const auto id = inquiry.session_property("/org/freedesktop/login1/session/auto", "Id").get<std::string>();
    return exists(inquiry.path_of_session("GetSession", id));
}

std::string signals_of(const std::string& path, const std::string& interface, const std::string& member) {
    return signals_from(logind::service, path, interface, member);
}

} // namespace

LogindSense::LogindSense(boost::asio::io_context& io, sdbus::IConnection& system_bus, std::function<void()> called_out,
                         SessionClaims& claims)
    : bus_{system_bus}, called_out_{std::move(called_out)}, claims_{claims}, next_look_{io} {
    try {
        manager_ = make_proxy(bus_, logind::service, logind::manager_path);
        follow_owner();
        follow_manager();
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{"the system bus is of no use: " + error.getMessage()};
    }
    look_for_session();
    called_out_();
}

void LogindSense::follow_owner() {
    follow(of_manager_, owner_changes_of(logind::service), [this](sdbus::Message& signal) {
        std::string name;
        std::string old_owner;
        std::string new_owner;
        signal >> name >> old_owner >> new_owner;
        if (!old_owner.empty()) lose("logind has left the system bus");
        if (!new_owner.empty()) look_in(Duration::zero());
    });
    follow(of_manager_, end_of_connection, [this](sdbus::Message&) { lose("the system bus is gone"); });
}

void LogindSense::follow_manager() {
    follow(of_manager_, signals_of(logind::manager_path, logind::manager, "PrepareForSleep"),
           [this](sdbus::Message& signal) {
               bool begins = false;
               signal >> begins;
               claims_.set_asleep(begins);
           });
    follow(of_manager_, signals_of(logind::manager_path, logind::manager, "SessionRemoved"),
           [this](sdbus::Message& signal) {
               std::string id;
               sdbus::ObjectPath path;
               signal >> id >> path;
               if (path == session_path_) session_ended();
           });
    follow(of_manager_, signals_of(logind::manager_path, logind::manager, "SessionNew"), [this](sdbus::Message&) {
        if (!trouble_.empty()) look_in(Duration::zero());
    });
}

void LogindSense::follow_session(const std::string& path) {
    of_session_.clear();
    follow(of_session_, signals_of(path, logind::session, "Lock"),
           [this](sdbus::Message&) { claims_.set_locked(true); });
    follow(of_session_, signals_of(path, logind::session, "Unlock"),
           [this](sdbus::Message&) { claims_.set_locked(false); });
    follow(of_session_, signals_of(path, logind::properties, "PropertiesChanged"), [this](sdbus::Message& signal) {
        std::string interface;
        std::map<std::string, sdbus::Variant> changed;
        signal >> interface >> changed;
        if (interface == logind::session) read_session(changed);
    });
    // After the matches: a change in between is then told by a signal.
    const Inquiry inquiry{bus_};
    read_session({{"LockedHint", inquiry.session_property(path, "LockedHint")},
                  {"Active", inquiry.session_property(path, "Active")}});
}

void LogindSense::session_ended() {
    over_ = true;
    trouble_ = "the session has ended";
    claims_.set_over(true);
}

void LogindSense::look_in(Duration time) {
    // Asking waits for answers, which is not for the inside of a signal.
    next_look_.expires_after(time);
    next_look_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired()) look_for_session();
    });
}

void LogindSense::look_for_session() {
    const Inquiry inquiry{bus_};
    try {
        const std::string found = find_session(inquiry);
        if (over_ && found == session_path_) return called_out_(); // it is still being taken down
        follow_session(found);
        session_path_ = found;
        over_ = false;
        trouble_.clear();
        claims_.set_over(false);
    } catch (const sdbus::Error& error) {
        // Or it is somebody else's; ours is still to come.
        if (!over_) trouble_ = "no session in logind: " + error.getMessage();
        if (inquiry.is_over()) look_in(look_again_in);
    }
    called_out_();
}

void LogindSense::read_session(const std::map<std::string, sdbus::Variant>& changed) {
    if (const auto active = changed.find("Active"); active != changed.end()) {
        claims_.set_in_front(active->second.get<bool>());
    }
    if (const auto hint = changed.find("LockedHint"); hint != changed.end()) {
        claims_.set_hint(hint->second.get<bool>());
    }
}

void LogindSense::set_lid_closed(bool closed) {
    lid_closed_ = closed;
    if (!closed) return claims_.set_lid_closed(false);
    // Whoever works at another screen keeps the lid closed.
    auto call = make_call(*manager_, logind::properties, "Get");
    call << logind::manager << "Docked";
    call_async(*manager_, call, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
        sdbus::Variant docked;
        if (error || !lid_closed_) return; // then the input alone says who is there
        try {
            reply >> docked;
            claims_.set_lid_closed(!docked.get<bool>());
        } catch (const sdbus::Error&) {
        }
    });
    called_out_();
}

void LogindSense::lose(const std::string& why) {
    trouble_ = why;
    claims_.lose_witness();
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

} // namespace poise
