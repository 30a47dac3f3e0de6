// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktops know, and how each of them is asked. One line for a desktop that is to be understood too.
#pragma once

#include "bus_flag.hpp"

#include <cstdint>

namespace poise {

/// Whether notifications are held back.
[[nodiscard]] std::vector<BusQuestion> do_not_disturb_questions();
/// Whether a program keeps the session from being idle.
[[nodiscard]] std::vector<BusQuestion> inhibitor_questions();
/// The same of logind, on the system bus: inhibitors of this user that block idleness.
[[nodiscard]] BusQuestion logind_inhibitor_question(std::uint32_t user);
/// Whether the screen is locked, for where there is no logind.
[[nodiscard]] std::vector<BusQuestion> screen_saver_questions();
/// Whether the lid is closed, on the system bus.
[[nodiscard]] BusQuestion lid_question();

} // namespace poise
