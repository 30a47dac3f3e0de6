// SPDX-License-Identifier: GPL-3.0-or-later
#include "dconf_setting.hpp"

#include "dconf_file.hpp"
#include "sdbus.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace poise {

namespace {

std::filesystem::path database() {
    const char* folder = std::getenv("XDG_CONFIG_HOME");
    if (folder && *folder == '/') return std::filesystem::path{folder} / "dconf/user";
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home ? home : ""} / ".config/dconf/user";
}

} // namespace

DconfSetting::DconfSetting(sdbus::IConnection& bus, std::string key, bool usual, std::function<void(bool)> say)
    : key_{std::move(key)}, usual_{usual}, say_{std::move(say)}, file_{database()},
      match_{add_match(bus,
                       "type='signal',path='/ca/desrt/dconf/Writer/user',interface='ca.desrt.dconf.Writer',"
                       "member='Notify'",
                       [this](sdbus::Message&) { read(); })} {
    read();
}

void DconfSetting::read() {
    std::ifstream stream{file_, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    say_(find_dconf_bool(bytes, key_).value_or(usual_));
}

} // namespace poise
