// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for add_match(): which signals are to be read, as the D-Bus Specification writes them ("Match Rules").
#pragma once

#include <string>

namespace poise {

/// Without a member: all of that interface.
[[nodiscard]] std::string signals_from(const std::string& sender, const std::string& path, const std::string& interface,
                                       const std::string& member = {});
/// Its arguments: the name, its owner until now and its new one, each empty where there is none.
[[nodiscard]] std::string owner_changes_of(const std::string& bus_name);
/// Our own connection has come to its end; no bus sends this.
inline constexpr const char* end_of_connection =
    "type='signal',interface='org.freedesktop.DBus.Local',member='Disconnected'";

} // namespace poise
