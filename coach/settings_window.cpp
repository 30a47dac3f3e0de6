// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_window.hpp"

#include "accessible.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/entry.h>
#include <gtkmm/eventcontrollerfocus.h>
#include <gtkmm/object.h>

#include <memory>
#include <utility>

namespace poise::coach {

namespace {

constexpr int settings_width = 620;
constexpr int settings_height = 700;

std::vector<std::string> problems_of(const SettingRow& row) {
    return row.problem.empty() ? std::vector<std::string>{} : std::vector{row.problem};
}

/// Below the field, and of the field itself: who hears the window reads no label that appears behind them.
void tell_of(Gtk::Widget& field, const std::string& description, Gtk::Label& label,
             const std::vector<std::string>& problems) {
    tell(label, problems);
    set_problem(field, label.get_text(), description);
}

} // namespace

SettingsWindow::SettingsWindow(const SettingForm& form, Save save) : save_{std::move(save)} {
    set_title(tr("Settings"));
    set_default_size(settings_width, settings_height);
    auto* column = make_column();
    column->append(*make_heading(tr("Settings")));
    column->append(
        *make_text(tr("What you change counts as soon as you leave its field. Durations are such as 90s, 20min or "
                      "1h30min; nothing at all turns a thing off.")));
    auto* problems = make_text("", "problem");
    tell(*problems, form.problems);
    column->append(*problems);
    for (const SettingGroup& group : form.groups) {
        column->append(*make_subheading(group.title));
        for (const SettingRow& row : group.rows) add_row(*column, row);
    }
    set_child(*make_scrolled(*column, tr("Settings")));
    close_by_escape(*this);
}

void SettingsWindow::add_row(Gtk::Box& column, const SettingRow& row) {
    auto* box = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 3);
    auto* problem = make_text("", "problem");
    if (row.is_switch) {
        add_switch(*box, row, *problem);
    } else {
        add_entry(*box, row, *problem);
    }
    box->append(*problem);
    column.append(*box);
}

void SettingsWindow::add_entry(Gtk::Box& box, const SettingRow& row, Gtk::Label& problem) {
    auto* entry = Gtk::make_managed<Gtk::Entry>();
    entry->set_text(row.value);
    entry->set_tooltip_text(row.expected);
    set_label(*entry, row.about);
    tell_of(*entry, row.expected, problem, problems_of(row));
    const auto saved = std::make_shared<std::string>(row.value);
    const auto save = [this, entry, saved, &problem, key = row.key, expected = row.expected] {
        const std::string value = entry->get_text();
        if (value == *saved) return;
        save_(key, value, [entry, saved, value, expected, &problem](const std::vector<std::string>& problems) {
            if (problems.empty()) *saved = value;
            tell_of(*entry, expected, problem, problems);
        });
    };
    entry->signal_activate().connect(save);
    const auto focus = Gtk::EventControllerFocus::create();
    focus->signal_leave().connect(save);
    entry->add_controller(focus);
    box.append(*make_text(row.about));
    box.append(*entry);
}

void SettingsWindow::add_switch(Gtk::Box& box, const SettingRow& row, Gtk::Label& problem) {
    auto* check = make_check(row.about);
    check->set_active(row.value == "true");
    tell_of(*check, "", problem, problems_of(row));
    check->signal_toggled().connect([this, check, &problem, key = row.key] {
        save_(key, check->get_active() ? "true" : "false",
              [check, &problem](const std::vector<std::string>& problems) { tell_of(*check, "", problem, problems); });
    });
    box.append(*check);
}

} // namespace poise::coach
