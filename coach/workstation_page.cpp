// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation_page.hpp"

#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/object.h>
#include <gtkmm/revealer.h>

namespace poise::coach {

namespace {

/// The advice is there until the point is said to be right.
Gtk::Box* make_point(const WorkstationPoint& point) {
    auto* box = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 3);
    auto* right = make_check(point.question);
    auto* advice = make_text(point.advice, "advice");
    auto* revealer = Gtk::make_managed<Gtk::Revealer>();
    revealer->set_child(*advice);
    revealer->set_reveal_child(true);
    right->signal_toggled().connect([right, revealer] { revealer->set_reveal_child(!right->get_active()); });
    box->append(*right);
    box->append(*revealer);
    return box;
}

} // namespace

Gtk::Box* make_workstation_page(const std::vector<WorkstationPoint>& points, const std::vector<Gtk::Button*>& buttons,
                                const std::string& progress) {
    auto* column = make_column();
    if (!progress.empty()) column->append(*make_text(progress, "progress"));
    column->append(*make_heading(tr("Is everything in its place?")));
    column->append(*make_text(tr("Tick what is right, and change what is not.")));
    for (const auto& point : points) column->append(*make_point(point));
    return make_page(*column, tr("Points to check"), *make_actions(buttons));
}

} // namespace poise::coach
