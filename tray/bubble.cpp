// SPDX-License-Identifier: GPL-3.0-or-later
#include "bubble.hpp"

#include <libnotify/notify.h>

#include <stdexcept>

namespace poise::tray {

namespace {

NotifyUrgency to_notify(Urgency urgency) {
    switch (urgency) {
    case Urgency::low: return NOTIFY_URGENCY_LOW;
    case Urgency::normal: return NOTIFY_URGENCY_NORMAL;
    case Urgency::critical: return NOTIFY_URGENCY_CRITICAL;
    }
    return NOTIFY_URGENCY_NORMAL;
}

void on_action(NotifyNotification*, char*, gpointer pressed) noexcept {
    (*static_cast<std::function<void()>*>(pressed))();
}

void free_action(gpointer pressed) { delete static_cast<std::function<void()>*>(pressed); }

/// The program's icon. Since 0.8.4 libnotify takes what it is given with the text for a picture of the message.
void set_text(NotifyNotification* notification, const Bubble::Content& content) {
#if NOTIFY_CHECK_VERSION(0, 8, 4)
    notify_notification_update(notification, content.summary.c_str(), content.body.c_str(), nullptr);
    notify_notification_set_app_icon(notification, content.icon.c_str());
#else
    notify_notification_update(notification, content.summary.c_str(), content.body.c_str(), content.icon.c_str());
#endif
}

void fill(NotifyNotification* notification, const Bubble::Content& content) {
    const auto hint = [&](const char* name, GVariant* value) {
        notify_notification_set_hint(notification, name, value);
    };
    set_text(notification, content);
    notify_notification_set_urgency(notification, to_notify(content.urgency));
    notify_notification_set_category(notification, content.category.c_str());
    notify_notification_set_timeout(notification, content.stay == Bubble::Stay::until_closed ? NOTIFY_EXPIRES_NEVER
                                                                                             : NOTIFY_EXPIRES_DEFAULT);
    hint("desktop-entry", g_variant_new_string("org.poise.Coach1"));
    hint("x-dunst-stack-tag", g_variant_new_string(content.tag.c_str()));
    // Several prompts an hour: none of them may make a noise that the person has not asked for. What is critical may.
    const bool may_sound = content.urgency == Urgency::critical || !content.sound.empty();
    hint("suppress-sound", g_variant_new_boolean(may_sound ? FALSE : TRUE));
    hint("sound-name", content.sound.empty() ? nullptr : g_variant_new_string(content.sound.c_str()));
    hint("transient", content.transient ? g_variant_new_boolean(TRUE) : nullptr);
    notify_notification_clear_actions(notification);
    for (const Bubble::Action& action : content.actions) {
        notify_notification_add_action(notification, action.id.c_str(), action.label.c_str(), on_action,
                                       new std::function<void()>{action.pressed}, free_action);
    }
}

} // namespace

void Bubble::show(const Content& content) {
    if (!notification_) {
        notification_.reset(notify_notification_new(content.summary.c_str(), nullptr, nullptr));
        g_signal_connect(notification_.get(), "closed", G_CALLBACK(on_closed), this);
    }
    fill(notification_.get(), content);
    Failure failure;
    if (notify_notification_show(notification_.get(), failure.out()) == FALSE) {
        forget();
        throw std::runtime_error{failure.text()};
    }
}

void Bubble::close() {
    if (!notification_) return;
    // A server that has closed it meanwhile, or is gone, answers with an error that changes nothing.
    notify_notification_close(notification_.get(), nullptr);
    forget();
}

void Bubble::forget() {
    if (!notification_) return;
    g_signal_handlers_disconnect_by_data(notification_.get(), this);
    notification_.reset();
}

void Bubble::on_closed(NotifyNotification*, gpointer self) noexcept { static_cast<Bubble*>(self)->forget(); }

} // namespace poise::tray
