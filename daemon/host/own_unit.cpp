// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_unit.hpp"

#include <fstream>
#include <iterator>
#include <string>

namespace poise {

namespace {

/// Of systemd/without-namespaces.conf.
constexpr std::string_view less_confined = "poised-without-namespaces.service";

} // namespace

std::string unit_in(std::string_view control_groups) {
    // "0::/user.slice/user-1000.slice/user@1000.service/session.slice/poised.service"
    const auto line = control_groups.find("0::");
    if (line == std::string_view::npos) return {};
    const auto path = control_groups.substr(line, control_groups.find('\n', line) - line);
    const auto unit = path.substr(path.rfind('/') + 1);
    return std::string{unit.ends_with(".service") ? unit : ""};
}

Finding find_own_unit() {
    std::ifstream file{"/proc/self/cgroup"};
    const std::string unit = unit_in(std::string{std::istreambuf_iterator<char>{file}, {}});
    if (unit.empty()) return {"systemd", false, "does not run the daemon, and would not start it again"};
    if (unit == less_confined) {
        return {"systemd", false,
                unit + ": you may make no namespaces here, so the daemon is less confined than it could be"};
    }
    return {"systemd", true, unit};
}

} // namespace poise
