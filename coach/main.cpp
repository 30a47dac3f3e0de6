// SPDX-License-Identifier: GPL-3.0-or-later
// poise-coach: the windows of Poise, for as long as they are open.
#include "application.hpp"
#include "command_words.hpp"
#include "locale.hpp"

#include <glibmm/init.h>
#include <gtk/gtk.h>

#include <cstdlib>
#include <string_view>

namespace {

constexpr const char* usage =
    "Usage: poise-coach [checkin | introduction | practice | settings | workstation | --help | --version]\n"
    "Guides through the running break of Poise in a window, or opens another of its windows. The session bus\n"
    "starts it (org.poise.Coach1), and it is gone when its windows are closed.\n";
constexpr std::string_view by_the_bus = "--gapplication-service"; // GLib's own word

} // namespace

int main(int argc, char** argv) {
    const std::string_view argument = argc > 1 ? argv[1] : "";
    if (argument == "--help") {
        g_print("%s", usage);
        return 0;
    }
    if (argument == "--version") {
        g_print("poise-coach %s\n", POISE_VERSION);
        return 0;
    }
    if (argc > 2 || (argument != by_the_bus && poise::coach::method_to_show(argument) == nullptr)) {
        g_printerr("poise-coach: unknown argument '%s'\n%s", argv[argc - 1], usage);
        return 2;
    }
    // A still window needs no GPU: half the memory. GTK 4.8 looks for one even where nothing draws by it.
    if (::getenv("GSK_RENDERER") == nullptr) {
        ::setenv("GSK_RENDERER", "cairo", 0);
        // Since 4.16 it says by another variable what it shall do without.
        const bool has_disable = gtk_get_minor_version() >= 16;
        ::setenv(has_disable ? "GDK_DISABLE" : "GDK_DEBUG", has_disable ? "gl" : "gl-disable", 0);
    }
    poise::speak_the_persons_language();
    gtk_disable_setlocale();                         // nor may GTK,
    Glib::set_init_to_users_preferred_locale(false); // nor glibmm, change how figures are read and written
    return poise::coach::Application::create()->run(argc, argv);
}
