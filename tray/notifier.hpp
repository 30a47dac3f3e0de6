// SPDX-License-Identifier: GPL-3.0-or-later
// What the tray puts on screen, by whatever notification server the desktop has: one bubble for the open prompt, and
// one for each kind of notice. The server may come late, restart, or change what it can do: its capabilities are asked
// again after every change of owner, and what it showed is forgotten with it. A notice that no server took waits for
// the next one: the daemon, which tells each only once, believes it told.
#pragma once

#include "bubble.hpp"
#include "offer.hpp"
#include "view.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace poise::tray {

class Notifier {
public:
    struct Listener {
        std::function<void()> appeared; // a server that shows no prompt of ours
        std::function<void(const Button&, PromptId)> pressed;
        std::function<void(const Command&)> chosen; // on a notice
    };

    /// The connection must outlive it.
    Notifier(GDBusConnection* bus, Listener listener);
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;
    /// Takes the prompt from the screen: its buttons would answer nobody.
    ~Notifier();

    [[nodiscard]] Capabilities capabilities();
    /// Whether the server has accepted it.
    bool show(const Card& card);
    void close() { prompt_.close(); }
    void tell(const Notice& notice);

private:
    static void on_server_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept;
    static void on_server_vanished(GDBusConnection*, const char*, gpointer self) noexcept;
    /// Asks it for its capabilities, which starts it where the bus can.
    [[nodiscard]] bool has_server();
    bool put(Bubble& bubble, const Bubble::Content& content);
    void tell_undelivered();

    GDBusConnection* bus_;
    Listener listener_;
    std::string icon_;
    std::optional<Capabilities> capabilities_; // of the server that is there now, once it was asked
    Bubble prompt_;
    std::map<std::string, Bubble> notices_;     // by their ids, of which there are few
    std::map<std::string, Notice> undelivered_; // the last one of each id
    std::string trouble_;                       // told last on standard error
    NameWatch server_;
};

} // namespace poise::tray
