// SPDX-License-Identifier: GPL-3.0-or-later
#include "dconf_setting.hpp"

#include "dconf_file.hpp"
#include "sdbus.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
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
    std::ostringstream bytes; // which throws nothing where that is a folder or its disk fails
    bytes << std::ifstream{file_, std::ios::binary}.rdbuf();
    say_(find_dconf_bool(bytes.str(), key_).value_or(usual_));
}

} // namespace poise
