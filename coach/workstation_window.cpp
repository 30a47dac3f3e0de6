// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation_window.hpp"

#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/object.h>
#include <gtkmm/revealer.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr int usual_width = 560;
constexpr int usual_height = 620;

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

WorkstationWindow::WorkstationWindow(const std::vector<WorkstationPoint>& points, std::function<void()> checked) {
    set_title(tr("Workstation check"));
    set_default_size(usual_width, usual_height);
    auto* column = make_column();
    column->append(*make_heading(tr("Is everything in its place?")));
    column->append(*make_text(tr("Tick what is right, and change what is not.")));
    for (const auto& point : points) column->append(*make_point(point));
    auto* actions = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap);
    actions->add_css_class("actions");
    auto* done = make_suggested(tr("I have _checked it"), [this, checked = std::move(checked)] {
        checked();
        close();
    });
    take_focus(*done);
    actions->append(*done);
    auto* page = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL);
    page->append(*make_scrolled(*column, tr("Points to check")));
    page->append(*actions);
    set_child(*page);
    close_by_escape(*this);
}

} // namespace poise::coach
