// SPDX-License-Identifier: GPL-3.0-or-later
// GLib's handles as values that release themselves, no more of it than the tray uses. A handle is the subscription:
// drop it, and its callback is gone.
#pragma once

#include <gio/gio.h>

#include <memory>
#include <string>
#include <utility>

namespace poise::tray {

/// Of a call on the bus: as long as GLib finds usual.
constexpr int usual_timeout = -1;

template <auto release>
struct Release {
    template <class T>
    void operator()(T* handle) const {
        release(handle);
    }
};

template <class T>
using Object = std::unique_ptr<T, Release<g_object_unref>>;
using Variant = std::unique_ptr<GVariant, Release<g_variant_unref>>;
using MainLoop = std::unique_ptr<GMainLoop, Release<g_main_loop_unref>>;

/// Where a GLib function puts its error.
class Failure {
public:
    Failure() = default;
    Failure(const Failure&) = delete;
    Failure& operator=(const Failure&) = delete;
    ~Failure() { g_clear_error(&error_); }

    [[nodiscard]] GError** out() { return &error_; }
    explicit operator bool() const { return error_ != nullptr; }
    [[nodiscard]] bool is(GQuark domain, int code) const { return g_error_matches(error_, domain, code) != FALSE; }
    /// The name that the other side of the bus gave the error; empty for a local one.
    [[nodiscard]] std::string remote_name() const {
        char* name = error_ != nullptr ? g_dbus_error_get_remote_error(error_) : nullptr;
        std::string copy{name != nullptr ? name : ""};
        g_free(name);
        return copy;
    }
    /// For people; without the name of the error.
    [[nodiscard]] std::string text() {
        if (error_ == nullptr) return "unknown error";
        g_dbus_error_strip_remote_error(error_);
        return error_->message;
    }

private:
    GError* error_ = nullptr;
};

/// Follows the owner of a bus name.
class NameWatch {
public:
    explicit NameWatch(guint id) : id_{id} {}
    NameWatch(const NameWatch&) = delete;
    NameWatch& operator=(const NameWatch&) = delete;
    ~NameWatch() { g_bus_unwatch_name(id_); }

private:
    guint id_;
};

class SignalSubscription {
public:
    SignalSubscription(GDBusConnection* bus, guint id) : bus_{bus}, id_{id} {}
    SignalSubscription(const SignalSubscription&) = delete;
    SignalSubscription& operator=(const SignalSubscription&) = delete;
    ~SignalSubscription() { g_dbus_connection_signal_unsubscribe(bus_, id_); }

private:
    GDBusConnection* bus_;
    guint id_;
};

} // namespace poise::tray
