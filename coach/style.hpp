// SPDX-License-Identifier: GPL-3.0-or-later
// How the coach's windows look: large calm text, colours with a contrast of 4.5 to 1 and more on light and on dark, and
// the desktop's choice between the two.
#pragma once

#include <giomm/dbusconnection.h>

namespace poise::coach {

/// For every window of the process, and which way they run. After GTK has a display.
void apply_style();

/// GTK 4.8 does not ask the desktop's portal for light or dark by itself; without a portal GTK's own setting stays.
void follow_color_scheme(const Glib::RefPtr<Gio::DBus::Connection>& bus);

} // namespace poise::coach
