// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's side of org.poise.Daemon1. It starts the daemon where the bus can, registers as a presenter each time the
// daemon appears, and hands on what it says. Every call is asynchronous: a daemon that hangs never blocks the tray.
#pragma once

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
        std::function<void(PromptId)> prompt_ended;
        std::function<void(Notice)> noticed;
        std::function<void(Answer, PromptId, std::string reason)> answer_refused;
    };

    /// The connection must outlive it.
    DaemonLink(GDBusConnection* bus, Listener listener);
    DaemonLink(const DaemonLink&) = delete;
    DaemonLink& operator=(const DaemonLink&) = delete;
    ~DaemonLink();

    void confirm_shown(PromptId id);
    void answer(Answer answer, PromptId id);

private:
    struct Answering;

    static void on_name_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept;
    static void on_name_vanished(GDBusConnection*, const char*, gpointer self) noexcept;
    static void on_registered(GObject*, GAsyncResult*, gpointer self) noexcept;
    static void on_confirmed(GObject*, GAsyncResult*, gpointer self) noexcept;
    static void on_answered(GObject*, GAsyncResult*, gpointer answering) noexcept;
    static void on_signal(GDBusConnection*, const char* sender, const char* path, const char* interface,
                          const char* signal, GVariant* arguments, gpointer self) noexcept;

    GDBusConnection* bus_;
    Listener listener_;
    Object<GCancellable> until_gone_; // cancelled calls do not touch a link that is no more
    SignalSubscription signals_;
    SignalSubscription properties_;
    NameWatch daemon_;
};

} // namespace poise::tray
