// SPDX-License-Identifier: GPL-3.0-or-later
// Does what is chosen in the menu: asks the daemon, or opens what another program shows. Windows belong to poise-coach
// (org.poise.Coach1), which the bus starts; where it is not installed, the person is told or shown the next best thing.
#pragma once

#include "daemon_link.hpp"
#include "menu_view.hpp"

#include <functional>
#include <optional>
#include <string>

namespace poise::tray {

class Errands {
public:
    struct Outlets {
        std::function<void(const Notice&)> tell;
        std::function<void(Answer, PromptId)> answer;
    };

    /// The connection and the link must outlive it.
    Errands(GDBusConnection* bus, DaemonLink& daemon, std::string version, Outlets outlets);
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;
    ~Errands();

    void run(const Command& command);
    /// Opens the window that asks for it. Where none opens, it is answered as done: what has been read was that.
    void ask_in_window(Kind, PromptId);
    /// Whether there is a program to show them.
    [[nodiscard]] bool has_windows();
    /// Once in a person's life with Poise, where there is a window for it and nothing speaks against one now.
    void introduce();
    /// What is next, as a notification.
    void tell_headline();

private:
    using Otherwise = std::function<void()>;
    static void on_window_asked(GObject*, GAsyncResult*, gpointer otherwise) noexcept;
    static void on_report_ended(GObject*, GAsyncResult*, gpointer self) noexcept;
    static void on_file_opened(GObject*, GAsyncResult*, gpointer self) noexcept;

    void ask(const char* method, GVariant* arguments, const char* when_done = nullptr);
    void explain();
    void tell_about();
    void open_report(const std::string& week);
    void open_window(const char* method, Otherwise otherwise);
    void say_how_to_check_in() const;
    void say_how_to_practise() const;
    void open_configuration();

    GDBusConnection* bus_;
    DaemonLink& daemon_;
    std::string version_;
    Outlets outlets_;
    std::optional<bool> has_windows_; // once the bus was asked
    Object<GCancellable> until_gone_;
};

} // namespace poise::tray
