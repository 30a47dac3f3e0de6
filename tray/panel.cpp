// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel.hpp"

#include "icon_state.hpp"

namespace poise::tray {

namespace {

StatusIcon::Look look_of(const std::optional<DaemonView>& daemon) {
    const IconState state = icon_state(daemon);
    return {icon_name(state), description(state), wants_attention(daemon)};
}

std::string clock_text(std::int64_t utc_s) {
    const std::unique_ptr<GDateTime, Release<g_date_time_unref>> local{g_date_time_new_from_unix_local(utc_s)};
    const std::unique_ptr<char, Release<g_free>> text{local ? g_date_time_format(local.get(), "%H:%M") : nullptr};
    return text ? text.get() : "";
}

} // namespace

Panel::Panel(GDBusConnection* bus, const char* bus_name, DaemonLink& daemon, Errands& errands)
    : daemon_{daemon}, menu_{{.about_to_show = [this] { ask_headline([](const std::string&) {}); },
                              .chosen = [&errands](const Command& command) { errands.run(command); }},
                             menu_of(daemon.view(), headline_, "")},
      icon_{bus,
            {.tooltip_asked = [this](const StatusIcon::Told& told) { ask_headline(told); },
             .activated = [&errands] { errands.tell_headline(); }},
            look_of(daemon.view())},
      link_{bus, bus_name} {}

void Panel::view_changed() {
    show_menu();
    icon_.show(look_of(daemon_.view()));
    icon_.tooltip_changed();
}

void Panel::show_menu() {
    const auto& daemon = daemon_.view();
    menu_.show(menu_of(daemon, headline_, daemon ? clock_text(daemon->paused_until) : ""));
}

void Panel::ask_headline(const StatusIcon::Told& told) {
    if (!daemon_.view()) return told(without_daemon());
    daemon_.ask_headline([this, told](const std::string& headline) {
        headline_ = headline;
        show_menu();
        told(headline);
    });
}

} // namespace poise::tray
