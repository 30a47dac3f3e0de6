// SPDX-License-Identifier: GPL-3.0-or-later
// The points of the workstation check (S12) as a page: each to be ticked, with what to do where it is not right.
#pragma once

#include "poise/guide.hpp"

#include <gtkmm/box.h>
#include <gtkmm/button.h>

#include <string>
#include <vector>

namespace poise::coach {

[[nodiscard]] Gtk::Box* make_workstation_page(const std::vector<WorkstationPoint>& points,
                                              const std::vector<Gtk::Button*>& buttons,
                                              const std::string& progress = {});

} // namespace poise::coach
