// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutter_idle_source.hpp"

#include "match_rules.hpp"
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <boost/asio/post.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace poise {

namespace {

constexpr auto monitor_name = "org.gnome.Mutter.IdleMonitor";
constexpr auto monitor_path = "/org/gnome/Mutter/IdleMonitor/Core";
constexpr auto session_manager_name = "org.gnome.SessionManager";
constexpr auto session_manager_path = "/org/gnome/SessionManager";
constexpr std::uint32_t idle_inhibited = 8; // among the InhibitedActions

// D: whoever takes longer is not asked while a person waits; the choice tries again later.
constexpr std::chrono::seconds patience{1};

Duration ask_idle_time(sdbus::IProxy& monitor) {
    auto call = make_call(monitor, monitor_name, "GetIdletime");
    auto reply = monitor.callMethod(call, patience);
    std::uint64_t milliseconds = 0;
    reply >> milliseconds;
    return Duration{static_cast<Duration::rep>(milliseconds)};
}

} // namespace

MutterIdleSource::MutterIdleSource(boost::asio::io_context& io, sdbus::IConnection& session_bus,
                                   std::function<void()> called_out, Clock& clock, Listener listener)
    : clock_{clock}, listener_{std::move(listener)},
      called_out_{std::move(called_out)}, monitor_{make_proxy(session_bus, monitor_name, monitor_path)},
      session_manager_{make_proxy(session_bus, session_manager_name, session_manager_path)}, recheck_{io} {
    try {
        (void)ask_idle_time(*monitor_);
        follow(session_bus, signals_from(monitor_name, monitor_path, monitor_name, "WatchFired"),
               [this](sdbus::Message& signal) {
                   std::uint32_t watch = 0;
                   signal >> watch;
                   fired(watch);
               });
        // A new owner knows nothing of our watches either.
        follow(session_bus, owner_changes_of(monitor_name),
               [this](sdbus::Message&) { lose("Mutter has left the session bus"); });
        follow_inhibitors(session_bus);
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{"no idle monitor of Mutter on the session bus: " + error.getMessage()};
    }
}

template <class... Arguments>
void MutterIdleSource::ask(const char* method, Read read, const Arguments&... arguments) {
    if (lost_) return;
    const auto answer = [this, read = std::move(read)](sdbus::MethodReply& reply, const sdbus::Error* error) {
        if (error) return lose(error->getMessage());
        try {
            read(reply);
        } catch (const sdbus::Error& misread) {
            lose(misread.getMessage());
        }
    };
    try {
        auto call = make_call(*monitor_, monitor_name, method);
        ((void)(call << arguments), ...);
        call_async(*monitor_, call, answer);
        called_out_();
    } catch (const sdbus::Error& error) {
        lose(error.getMessage());
    }
}

void MutterIdleSource::watch(Duration threshold) {
    threshold_ = std::max(threshold, Duration{1}); // zero would watch for activity
    ++times_asked_;
    if (const std::uint32_t old = std::exchange(idle_watch_, 0); old != 0) remove_watch(old);
    add_idle_watch();
    if (inhibited_ && !idle_) check_pause();
}

std::optional<Duration> MutterIdleSource::idle_time() {
    try {
        const Duration idle = ask_idle_time(*monitor_);
        called_out_();
        return idle;
    } catch (const sdbus::Error&) {
        return std::nullopt;
    }
}

void MutterIdleSource::follow(sdbus::IConnection& bus, const std::string& rule, Read read) {
    matches_.push_back(add_match(bus, rule, [this, read = std::move(read)](sdbus::Message& signal) {
        try {
            read(signal);
        } catch (const sdbus::Error& misread) {
            lose(misread.getMessage());
        }
    }));
}

void MutterIdleSource::follow_inhibitors(sdbus::IConnection& bus) {
    const std::string rule = signals_from(session_manager_name, session_manager_path, "org.freedesktop.DBus.Properties",
                                          "PropertiesChanged");
    follow(bus, rule, [this](sdbus::Message& signal) {
        std::string interface;
        std::map<std::string, sdbus::Variant> changed;
        signal >> interface >> changed;
        if (const auto actions = changed.find("InhibitedActions"); actions != changed.end()) {
            set_inhibited(actions->second.get<std::uint32_t>());
        }
    });
    auto get = make_call(*session_manager_, "org.freedesktop.DBus.Properties", "Get");
    get << session_manager_name << "InhibitedActions";
    call_async(*session_manager_, get, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
        if (error) return; // a Mutter without GNOME's session manager: nobody inhibits
        try {
            sdbus::Variant actions;
            reply >> actions;
            set_inhibited(actions.get<std::uint32_t>());
        } catch (const sdbus::Error&) {
        }
    });
    called_out_();
}

void MutterIdleSource::add_idle_watch() {
    const auto added = [this, asked = times_asked_](sdbus::Message& reply) {
        std::uint32_t watch = 0;
        reply >> watch;
        if (asked == times_asked_) {
            idle_watch_ = watch;
        } else {
            remove_watch(watch);
        }
    };
    ask("AddIdleWatch", added, static_cast<std::uint64_t>(threshold_.count()));
}

void MutterIdleSource::remove_watch(std::uint32_t watch) {
    ask(
        "RemoveWatch", [](sdbus::Message&) {}, watch);
}

void MutterIdleSource::fired(std::uint32_t watch) {
    if (watch == idle_watch_) return check_pause();
    if (watch != active_watch_) return;
    active_watch_ = 0;
    active_awaited_ = false;
    const bool returned = std::exchange(idle_, false);
    if (inhibited_) check_pause_in(threshold_);
    if (returned) listener_.active();
}

void MutterIdleSource::check_pause() {
    if (idle_ || lost_) return;
    if (!std::exchange(active_awaited_, true)) {
        ask("AddUserActiveWatch", [this](sdbus::Message& reply) { reply >> active_watch_; });
    }
    // Asked after the watch: whatever ends the pause that the answer speaks of will be told.
    ask("GetIdletime", [this](sdbus::Message& reply) {
        std::uint64_t milliseconds = 0;
        reply >> milliseconds;
        pause_is(Duration{static_cast<Duration::rep>(milliseconds)});
    });
}

void MutterIdleSource::pause_is(Duration pause) {
    if (idle_) return;
    if (!active_awaited_) return check_pause(); // it fired meanwhile, so nothing would tell of the next input
    if (pause < threshold_) {
        if (inhibited_) check_pause_in(threshold_ - pause);
        return;
    }
    idle_ = true;
    recheck_.cancel();
    listener_.idle(clock_.instant() - pause);
}

void MutterIdleSource::check_pause_in(Duration time) {
    recheck_.expires_after(time);
    recheck_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired() && inhibited_) check_pause();
    });
}

void MutterIdleSource::set_inhibited(std::uint32_t actions) {
    const bool inhibited = (actions & idle_inhibited) != 0;
    if (std::exchange(inhibited_, inhibited) == inhibited) return;
    recheck_.cancel();
    if (inhibited && threshold_ > Duration::zero()) check_pause();
}

void MutterIdleSource::lose(const std::string& why) {
    if (std::exchange(lost_, true)) return;
    recheck_.cancel();
    // The loss may show while the chooser is calling in here; it hears of it afterwards.
    boost::asio::post(recheck_.get_executor(), [this, why, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) listener_.lost(why);
    });
}

} // namespace poise
