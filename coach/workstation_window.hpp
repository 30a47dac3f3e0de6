// SPDX-License-Identifier: GPL-3.0-or-later
// The workstation check (S12): five points to look at, and what to do where one is not right.
#pragma once

#include "poise/guide.hpp"

#include <gtkmm/applicationwindow.h>

#include <functional>
#include <vector>

namespace poise::coach {

class WorkstationWindow final : public Gtk::ApplicationWindow {
public:
    WorkstationWindow(const std::vector<WorkstationPoint>& points, std::function<void()> checked);
};

} // namespace poise::coach
