// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the panel: org.kde.StatusNotifierItem on the bus, which the panel draws. Says only what has changed, and
// asks for the tooltip's sentence when the panel asks for it.
#pragma once

#include "glib.hpp"

#include <functional>
#include <string>

namespace poise::tray {

class StatusIcon {
public:
    /// What is seen of it.
    struct Look {
        std::string icon; // its name
        std::string description;
        bool wants_attention = false;
        bool operator==(const Look&) const = default;
    };
    using Told = std::function<void(const std::string& sentence)>;
    struct Listener {
        std::function<void(Told)> tooltip_asked; // answered once, now or later
        std::function<void()> activated;         // by a click, where the panel does not open the menu by it
    };

    /// The connection must outlive it. Throws std::runtime_error where the object cannot be exported.
    StatusIcon(GDBusConnection* bus, Listener listener, Look look);
    StatusIcon(const StatusIcon&) = delete;
    StatusIcon& operator=(const StatusIcon&) = delete;
    ~StatusIcon();

    void show(const Look& look);
    /// The sentence is another one now.
    void tooltip_changed();

private:
    static void on_call(GDBusConnection*, const char* sender, const char* path, const char* interface,
                        const char* method, GVariant* arguments, GDBusMethodInvocation*, gpointer self) noexcept;

    void call(const std::string& method, GDBusMethodInvocation*) const;
    void get(const std::string& property, GDBusMethodInvocation*);
    void get_all(GDBusMethodInvocation*);
    [[nodiscard]] GVariant* value_of(const std::string& property) const;
    void emit(const char* signal, GVariant* arguments = nullptr);

    GDBusConnection* bus_;
    Listener listener_;
    Look look_;
    std::string icons_; // the folder they are in; empty: the icon theme has them
    guint object_;
};

} // namespace poise::tray
