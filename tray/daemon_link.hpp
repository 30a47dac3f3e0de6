// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's side of org.poise.Daemon1. It starts the daemon where the bus can, registers as a presenter each time the
// daemon appears, and hands on what it says. Every call is asynchronous: a daemon that hangs never blocks the tray.
#pragma once

#include "daemon_view.hpp"
#include "glib.hpp"
#include "view.hpp"

#include <functional>
#include <optional>
#include <string>

namespace poise::tray {

class DaemonLink {
public:
    struct Listener {
        std::function<void(std::optional<OpenPrompt> open)> appeared; // and took us as a presenter
        std::function<void()> vanished;
        std::function<void(OpenPrompt)> prompt_shown;
        std::function<void(std::optional<OpenPrompt>)> prompt_changed;
        std::function<void(PromptId, std::optional<Outcome>)> prompt_ended; // nothing: it was withdrawn
        std::function<void(const std::optional<Upcoming>&)> next_changed;
        std::function<void(Notice)> noticed;
        std::function<void(Answer, PromptId, std::string reason)> answer_refused;
        std::function<void()> view_changed;
        std::function<void()> unintroduced; // the daemon is there, and its person has never been told what it is
    };
    /// Of a call: what came back, or null and why nothing did. Not called any more once the link is gone.
    using Reply = std::function<void(GVariant* result, const std::string& trouble)>;

    /// The connection must outlive it.
    DaemonLink(GDBusConnection* bus, Listener listener);
    DaemonLink(const DaemonLink&) = delete;
    DaemonLink& operator=(const DaemonLink&) = delete;
    ~DaemonLink();

    void confirm_shown(PromptId id);
    void answer(Answer answer, PromptId id);
    /// Any other method of the daemon's; takes floating arguments as its own.
    void ask(const char* method, GVariant* arguments, Reply reply);
    /// The sentence about what is next: it changes without a signal, so it is asked for when it is read.
    void ask_headline(std::function<void(const std::string&)> told);

    /// What it has said of itself; nothing while it is not there.
    [[nodiscard]] const std::optional<DaemonView>& view() const { return view_; }

private:
    void call(const char* interface, const char* method, GVariant* arguments, int timeout_ms, Reply reply);
    void read_properties(GVariant* properties);

    static void on_name_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept;
    static void on_name_vanished(GDBusConnection*, const char*, gpointer self) noexcept;
    static void on_registered(GObject*, GAsyncResult*, gpointer self) noexcept;
    static void on_confirmed(GObject*, GAsyncResult*, gpointer self) noexcept;
    static void on_replied(GObject*, GAsyncResult*, gpointer reply) noexcept;
    static void on_signal(GDBusConnection*, const char* sender, const char* path, const char* interface,
                          const char* signal, GVariant* arguments, gpointer self) noexcept;

    GDBusConnection* bus_;
    Listener listener_;
    std::optional<DaemonView> view_;
    Object<GCancellable> until_gone_; // cancelled calls do not touch a link that is no more
    SignalSubscription signals_;
    SignalSubscription properties_;
    NameWatch daemon_;
};

} // namespace poise::tray
