// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon says on the bus (org.poise.Daemon1.xml) as values. Reading is lenient: an unknown key is passed over
// and a missing one is empty, so that a tray and a daemon of neighbouring versions understand each other.
#pragma once

#include "daemon_view.hpp"

#include <gio/gio.h>

#include <optional>
#include <string>

namespace poise::tray {

/// A prompt's dictionary (a{sv}); nothing where it has no id: no prompt is open.
[[nodiscard]] std::optional<OpenPrompt> read_prompt(GVariant* dictionary);

/// What is asked next; nothing where the dictionary (a{sv}) is empty.
[[nodiscard]] std::optional<Upcoming> read_upcoming(GVariant* dictionary);

/// The properties in a dictionary (a{sv}), all or those that changed; the others stay.
void update(DaemonView&, GVariant* properties);

/// The reply of Properties.Get (v) for a property that is a text.
[[nodiscard]] std::string read_text(GVariant* reply);

/// The arguments of the signal Notice (sssb).
[[nodiscard]] Notice read_notice(GVariant* arguments);

} // namespace poise::tray
