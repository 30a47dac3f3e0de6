// SPDX-License-Identifier: GPL-3.0-or-later
// One notification of libnotify. While it is on screen a new text replaces the old one in place; after it was closed
// the next text is a new notification, since libnotify 0.8 reports the closing of an object only once in its life.
#pragma once

#include "poise/words.hpp"

#include "glib.hpp"

#include <functional>
#include <string>
#include <vector>

using NotifyNotification = struct _NotifyNotification;

namespace poise::tray {

class Bubble {
public:
    enum class Stay { until_closed, as_the_server_likes };
    struct Action {
        std::string id;
        std::string label;
        std::function<void()> pressed;
    };
    struct Content {
        std::string summary;
        std::string body;
        std::string icon;
        std::string category;
        std::string tag; // two notifications with one tag are never on screen together, on servers that know tags
        Urgency urgency = Urgency::normal;
        Stay stay = Stay::as_the_server_likes;
        bool transient = false; // kept by no history
        std::string sound{};    // by the event names of sound themes
        std::vector<Action> actions;
    };

    Bubble() = default;
    Bubble(const Bubble&) = delete;
    Bubble& operator=(const Bubble&) = delete;
    ~Bubble() { forget(); }

    /// Throws std::runtime_error with the reason where the server does not accept it.
    void show(const Content& content);
    void close();
    /// The server that showed it is gone, and the notification with it.
    void forget();
    [[nodiscard]] bool is_on_screen() const { return notification_ != nullptr; }

private:
    static void on_closed(NotifyNotification*, gpointer self) noexcept;

    Object<NotifyNotification> notification_;
};

} // namespace poise::tray
