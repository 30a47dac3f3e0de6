// SPDX-License-Identifier: GPL-3.0-or-later
#include "match_rules.hpp"

namespace poise {

std::string signals_from(const std::string& sender, const std::string& path, const std::string& interface,
                         const std::string& member) {
    const std::string rule = "type='signal',sender='" + sender + "',path='" + path + "',interface='" + interface + "'";
    return member.empty() ? rule : rule + ",member='" + member + "'";
}

std::string owner_changes_of(const std::string& bus_name) {
    constexpr const char* bus = "org.freedesktop.DBus";
    return signals_from(bus, "/org/freedesktop/DBus", bus, "NameOwnerChanged") + ",arg0='" + bus_name + "'";
}

} // namespace poise
