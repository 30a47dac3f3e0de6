// SPDX-License-Identifier: GPL-3.0-or-later
// Where the screen is: the tray knows, as the desktop starts it; what the session bus starts by itself, the daemon and
// the windows, knows only what the bus was told. Most desktops tell it at login. Not all.
#pragma once

#include <gio/gio.h>

namespace poise::tray {

/// Tells the bus, and the person's systemd where there is one, of this session's screen and kind. What they are not
/// told stays as it was; that they will not listen is no trouble. Returns when they have it.
void tell_of_session(GDBusConnection*);

} // namespace poise::tray
