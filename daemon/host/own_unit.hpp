// SPDX-License-Identifier: GPL-3.0-or-later
// Who started this process: the unit of systemd that it runs as, read from its control group.
#pragma once

#include "poise/ports.hpp"

#include <string>
#include <string_view>

namespace poise {

/// "poised.service" of what /proc/PID/cgroup says; empty: it runs as no service.
[[nodiscard]] std::string unit_in(std::string_view control_groups);

/// For `poise doctor`: whether systemd runs this process, and with all that its unit forbids.
[[nodiscard]] Finding find_own_unit();

} // namespace poise
