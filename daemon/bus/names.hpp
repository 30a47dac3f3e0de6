// SPDX-License-Identifier: GPL-3.0-or-later
// The names under which poised is found on the session bus, and those of the errors that it answers with. Clients are
// written against them: they never change within Daemon1.
#pragma once

namespace poise {

inline constexpr const char* daemon_bus_name = "org.poise.Daemon1";
inline constexpr const char* daemon_object_path = "/org/poise/Daemon1";
inline constexpr const char* daemon_interface = "org.poise.Daemon1";

inline constexpr const char* error_invalid_argument = "org.poise.Error.InvalidArgument";
inline constexpr const char* error_refused = "org.poise.Error.Refused";
inline constexpr const char* error_not_found = "org.poise.Error.NotFound";
inline constexpr const char* error_failed = "org.freedesktop.DBus.Error.Failed";

} // namespace poise
