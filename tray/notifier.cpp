// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier.hpp"

#include "beside_program.hpp"

#include <libnotify/notify.h>

#include <stdexcept>
#include <string_view>
#include <utility>

namespace poise::tray {

namespace {

constexpr const char* server_name = "org.freedesktop.Notifications"; // of the bus name and of the interface
constexpr const char* server_path = "/org/freedesktop/Notifications";
constexpr int server_timeout_ms = 5000; // D: far longer than a server that works needs

bool is_installed(const char* data_dir) {
    char* path = g_build_filename(data_dir, "icons/hicolor/scalable/apps/org.poise.Poise.svg", nullptr);
    const bool found = g_file_test(path, G_FILE_TEST_EXISTS) != FALSE;
    g_free(path);
    return found;
}

/// A notification names one icon and no second choice, so the choice is made here: our own by its name, or by its file
/// where it was only built; else one that every icon theme has.
std::string icon_name() {
    bool found = is_installed(g_get_user_data_dir());
    for (auto dir = g_get_system_data_dirs(); !found && *dir != nullptr; ++dir) found = is_installed(*dir);
    if (found) return "org.poise.Poise";
    const std::string built = beside_program("../share/icons/hicolor/scalable/apps/poise.svg");
    return built.empty() ? "appointment-soon" : built;
}

} // namespace

Notifier::Notifier(GDBusConnection* bus, Listener listener)
    : bus_{bus}, listener_{std::move(listener)}, icon_{icon_name()},
      server_{g_bus_watch_name_on_connection(bus, server_name, G_BUS_NAME_WATCHER_FLAGS_NONE, on_server_appeared,
                                             on_server_vanished, this, nullptr)} {
    if (notify_init("Poise") == FALSE) throw std::runtime_error{"libnotify does not start"};
}

Notifier::~Notifier() { close(); }

Capabilities Notifier::capabilities() { return has_server() ? *capabilities_ : Capabilities{}; }

bool Notifier::has_server() {
    if (capabilities_) return true;
    Failure failure;
    const Variant reply{g_dbus_connection_call_sync(bus_, server_name, server_path, server_name, "GetCapabilities",
                                                    nullptr, G_VARIANT_TYPE("(as)"), G_DBUS_CALL_FLAGS_NONE,
                                                    server_timeout_ms, nullptr, failure.out())};
    if (!reply) {
        if (const std::string trouble = failure.text(); trouble != trouble_) {
            trouble_ = trouble;
            g_printerr("poise-tray: no notification server, so nothing is shown: %s\n", trouble.c_str());
        }
        return false;
    }
    trouble_.clear();
    capabilities_.emplace();
    const Variant names{g_variant_get_child_value(reply.get(), 0)};
    for (gsize i = 0; i < g_variant_n_children(names.get()); ++i) {
        const Variant name{g_variant_get_child_value(names.get(), i)};
        const std::string_view text{g_variant_get_string(name.get(), nullptr)};
        if (text == "actions") capabilities_->actions = true;
        if (text == "body-markup") capabilities_->body_markup = true;
    }
    return true;
}

bool Notifier::put(Bubble& bubble, const Bubble::Content& content) {
    // Without a server libnotify would warn on its own, and at length.
    if (!has_server()) return false;
    try {
        bubble.show(content);
        return true;
    } catch (const std::runtime_error& error) {
        g_printerr("poise-tray: the notification server refused: %s\n", error.what());
        return false;
    }
}

bool Notifier::show(const Card& card) {
    Bubble::Content content;
    content.summary = card.summary;
    content.body = card.body;
    content.icon = icon_;
    content.category = "x-poise.prompt";
    content.tag = "poise-prompt";
    content.urgency = card.urgency;
    content.stay = card.stays ? Bubble::Stay::until_closed : Bubble::Stay::as_the_server_likes;
    content.transient = !card.stays;
    content.sound = card.sound;
    for (const Button& button : card.buttons) {
        // The id goes along: a press that crosses with the next prompt is an answer to the one that was read.
        content.actions.push_back(
            {button.id, button.label, [this, button, id = card.prompt] { listener_.pressed(button, id); }});
    }
    return put(prompt_, content);
}

void Notifier::tell(const Notice& notice) {
    const Capabilities server = capabilities();
    Bubble::Content content;
    content.summary = "Poise";
    content.body = to_body(notice.text, server);
    content.icon = icon_;
    // For the rules of servers that keep a history in spite of the transient hint.
    content.category = notice.is_private ? "x-poise.private" : "x-poise.notice";
    content.tag = "poise-" + notice.id;
    content.urgency = notice.urgency;
    content.transient = notice.is_private;
    if (const auto offer = offer_of(notice); offer && server.actions) {
        const auto pressed = [this, command = offer->command] { listener_.chosen(command); };
        content.actions = {{"default", offer->label, pressed}, {"show", offer->label, pressed}};
    }
    if (put(notices_[notice.id], content)) {
        undelivered_.erase(notice.id);
    } else {
        undelivered_.insert_or_assign(notice.id, notice);
    }
}

void Notifier::tell_undelivered() {
    for (const auto& [id, notice] : std::exchange(undelivered_, {})) tell(notice);
}

void Notifier::on_server_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept {
    auto* notifier = static_cast<Notifier*>(self);
    notifier->tell_undelivered();
    if (!notifier->prompt_.is_on_screen()) notifier->listener_.appeared();
}

void Notifier::on_server_vanished(GDBusConnection*, const char*, gpointer self) noexcept {
    auto* notifier = static_cast<Notifier*>(self);
    notifier->capabilities_.reset();
    notifier->prompt_.forget();
    notifier->notices_.clear();
}

} // namespace poise::tray
