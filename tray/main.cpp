// SPDX-License-Identifier: GPL-3.0-or-later
// poise-tray: shows the daemon's prompts as desktop notifications and its state as an icon in the panel, and carries
// the answers back. The root of this process: the only place where the bus, the daemon's link, the notifier, the
// presenter and the panel meet.
#include "daemon_link.hpp"
#include "errands.hpp"
#include "locale.hpp"
#include "notifier.hpp"
#include "panel.hpp"
#include "presenter.hpp"
#include "session_environment.hpp"

#include <glib-unix.h>

#include <csignal>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace {

using namespace poise::tray;

constexpr const char* tray_name = "org.poise.Tray1";

constexpr const char* usage = "Usage: poise-tray [--help | --version]\n"
                              "Shows the prompts of Poise as desktop notifications, and an icon with a menu in panels\n"
                              "that take one. Answers go to the daemon, poised, which is started where the session\n"
                              "bus can. The desktop's autostart runs it.\n";

Object<GDBusConnection> session_bus() {
    Failure failure;
    Object<GDBusConnection> bus{g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, failure.out())};
    if (!bus) throw std::runtime_error{"no session bus: " + failure.text()};
    return bus;
}

/// Asked for before anything else is done, so that a second tray never shows a prompt twice.
bool is_only_instance(GDBusConnection* bus) {
    constexpr guint32 do_not_queue = 4; // D-Bus specification, RequestName
    constexpr guint32 primary_owner = 1;
    Failure failure;
    const Variant reply{
        g_dbus_connection_call_sync(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "RequestName", g_variant_new("(su)", tray_name, do_not_queue),
                                    G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, nullptr, failure.out())};
    if (!reply) throw std::runtime_error{"the session bus gives no name: " + failure.text()};
    guint32 result = 0;
    g_variant_get(reply.get(), "(u)", &result);
    return result == primary_owner;
}

gboolean on_termination(gpointer loop) noexcept {
    g_main_loop_quit(static_cast<GMainLoop*>(loop));
    return G_SOURCE_CONTINUE;
}

void run(GDBusConnection* bus) {
    const MainLoop loop{g_main_loop_new(nullptr, FALSE)};
    g_unix_signal_add(SIGTERM, on_termination, loop.get());
    g_unix_signal_add(SIGINT, on_termination, loop.get());

    // They know each other; their callbacks first run inside the loop, when all of them are there.
    std::optional<Notifier> notifier;
    std::optional<DaemonLink> daemon;
    std::optional<Panel> panel;
    std::optional<Errands> errands;
    Presenter presenter{{
        .capabilities =
            [&] {
                Capabilities desktop = notifier->capabilities();
                desktop.windows = errands->has_windows();
                return desktop;
            },
        .show = [&](const Card& card) { return notifier->show(card); },
        .close = [&] { notifier->close(); },
        .tell = [&](const poise::Notice& notice) { notifier->tell(notice); },
        .confirm = [&](poise::PromptId id) { daemon->confirm_shown(id); },
        .answer = [&](poise::Answer answer, poise::PromptId id) { daemon->answer(answer, id); },
    }};
    notifier.emplace(bus, Notifier::Listener{
                              .appeared = [&] { presenter.server_appeared(); },
                              .pressed =
                                  [&](const Button& button, poise::PromptId id) {
                                      if (button.window) return errands->ask_in_window(*button.window, id);
                                      presenter.pressed(button.answer, id);
                                  },
                              .chosen = [&](const Command& command) { errands->run(command); },
                          });
    daemon.emplace(bus, DaemonLink::Listener{
                            .appeared = [&](auto open) { presenter.daemon_appeared(std::move(open)); },
                            .vanished = [&] { presenter.daemon_vanished(); },
                            .prompt_shown = [&](auto prompt) { presenter.prompt_shown(std::move(prompt)); },
                            .prompt_changed = [&](auto prompt) { presenter.prompt_changed(std::move(prompt)); },
                            .prompt_ended = [&](auto id, auto outcome) { presenter.prompt_ended(id, outcome); },
                            .next_changed = [&](const auto& next) { presenter.next_changed(next); },
                            .noticed = [&](const auto& notice) { notifier->tell(notice); },
                            .answer_refused = [&](auto answer, auto id,
                                                  const auto& reason) { presenter.answer_refused(answer, id, reason); },
                            .view_changed = [&] { panel->view_changed(); },
                            .unintroduced = [&] { errands->introduce(); },
                        });
    errands.emplace(bus, *daemon, POISE_VERSION,
                    Errands::Outlets{
                        .tell = [&](const poise::Notice& notice) { notifier->tell(notice); },
                        .answer = [&](poise::Answer answer, poise::PromptId id) { presenter.pressed(answer, id); },
                    });
    panel.emplace(bus, tray_name, *daemon, *errands);
    g_main_loop_run(loop.get());
}

} // namespace

int main(int argc, char** argv) {
    poise::speak_the_persons_language();
    const std::string_view argument = argc > 1 ? argv[1] : "";
    if (argc == 2 && argument == "--help") {
        g_print("%s", usage);
        return 0;
    }
    if (argc == 2 && argument == "--version") {
        g_print("poise-tray %s\n", POISE_VERSION);
        return 0;
    }
    if (argc > 1) {
        g_printerr("poise-tray: unknown argument '%s'\n%s", argv[1], usage);
        return 2;
    }
    try {
        const auto bus = session_bus();
        if (!is_only_instance(bus.get())) {
            g_printerr("poise-tray: already running in this session\n");
            return 0;
        }
        tell_of_session(bus.get());
        run(bus.get());
        return 0;
    } catch (const std::exception& error) {
        g_printerr("poise-tray: %s\n", error.what());
        return 1;
    }
}
