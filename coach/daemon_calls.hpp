// SPDX-License-Identifier: GPL-3.0-or-later
// The coach's side of org.poise.Daemon1. Every call is asynchronous and nothing waits for a reply: a daemon that hangs
// never blocks a window. It starts no daemon: a break that nobody counts is none.
#pragma once

#include "running_break.hpp"

#include <giomm/dbusconnection.h>
#include <glibmm/variant.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

/// Of a call.
template <class... T>
[[nodiscard]] Glib::VariantContainerBase arguments(const T&... values) {
    return Glib::VariantContainerBase::create_tuple(
        std::vector<Glib::VariantBase>{Glib::Variant<T>::create(values)...});
}

using Dictionary = std::map<Glib::ustring, Glib::VariantBase>;

class DaemonCalls {
public:
    struct Listener {
        std::function<void(std::optional<RunningBreak>)> prompt_changed;
        std::function<void(std::int64_t id, std::string outcome)> ended;
        std::function<void(std::int64_t id, std::string why)> withdrawn;
        std::function<void()> vanished;
    };
    /// What came of a call: nothing, or why not.
    using Done = std::function<void(std::optional<std::string> refusal)>;
    using Answered = std::function<void(Glib::VariantContainerBase reply, std::optional<std::string> refusal)>;

    explicit DaemonCalls(Glib::RefPtr<Gio::DBus::Connection> bus) : bus_{std::move(bus)} {}
    DaemonCalls(const DaemonCalls&) = delete;
    DaemonCalls& operator=(const DaemonCalls&) = delete;
    ~DaemonCalls() { stop_listening(); }

    void listen(Listener listener);
    void stop_listening();

    void fetch_prompt(std::function<void(std::optional<RunningBreak>)> fetched);
    void call(const std::string& method, const Glib::VariantContainerBase& arguments, Done done = {});
    void ask(const std::string& method, const Glib::VariantContainerBase& arguments, Answered answered);

private:
    void on_signal(const Glib::ustring& interface, const Glib::ustring& name,
                   const Glib::VariantContainerBase& arguments);

    Glib::RefPtr<Gio::DBus::Connection> bus_;
    Listener listener_;
    std::vector<guint> subscriptions_;
};

/// A prompt's dictionary; nothing where it has no id: no prompt is open. An unknown key is passed over, a missing or
/// strange one is empty.
[[nodiscard]] std::optional<RunningBreak> read_break(const Glib::VariantBase& dictionary);

} // namespace poise::coach
