// SPDX-License-Identifier: GPL-3.0-or-later
// poise-coach: the windows of Poise, for as long as they are open.
#include "application.hpp"
#include "locale.hpp"

#include <glibmm/init.h>
#include <gtk/gtk.h>

#include <cstdlib>
#include <string_view>

namespace {

constexpr const char* usage = "Usage: poise-coach [--help | --version]\n"
                              "Guides through the running break of Poise in a window. The session bus starts it\n"
                              "(org.poise.Coach1), and it is gone when its windows are closed.\n";

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
    // A still window needs no GPU: half the memory. GTK 4.8 looks for one even where nothing draws by it.
    if (::getenv("GSK_RENDERER") == nullptr) {
        ::setenv("GSK_RENDERER", "cairo", 0);
        ::setenv("GDK_DEBUG", "gl-disable", 0);
    }
    poise::speak_the_persons_language();
    gtk_disable_setlocale();                         // nor may GTK,
    Glib::set_init_to_users_preferred_locale(false); // nor glibmm, change how figures are read and written
    return poise::coach::Application::create()->run(argc, argv);
}
