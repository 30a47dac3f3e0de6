// SPDX-License-Identifier: GPL-3.0-or-later
// How systemd-logind is called on the system bus (org.freedesktop.login1(5)).
#pragma once

namespace poise::logind {

constexpr auto service = "org.freedesktop.login1";
constexpr auto manager_path = "/org/freedesktop/login1";
constexpr auto manager = "org.freedesktop.login1.Manager";
constexpr auto session = "org.freedesktop.login1.Session";
constexpr auto properties = "org.freedesktop.DBus.Properties";

} // namespace poise::logind
