// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation_window.hpp"

#include "say.hpp"
#include "widgets.hpp"
#include "workstation_page.hpp"

#include <utility>

namespace poise::coach {

namespace {

constexpr int workstation_width = 560;
constexpr int workstation_height = 620;

} // namespace

WorkstationWindow::WorkstationWindow(const std::vector<WorkstationPoint>& points, std::function<void()> checked) {
    set_title(tr("Workstation check"));
    set_default_size(workstation_width, workstation_height);
    auto* done = make_suggested(tr("I have _checked it"), [this, checked = std::move(checked)] {
        checked();
        close();
    });
    take_focus(*done);
    set_child(*make_workstation_page(points, {done}));
    close_by_escape(*this);
}

} // namespace poise::coach
