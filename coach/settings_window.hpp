// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: a field for each, saved through the daemon as soon as it is left, with what is wrong beside it. The
// text of the file is edited as `poise config set` does, so that its comments stay.
#pragma once

#include "setting_rows.hpp"

#include <gtkmm/applicationwindow.h>
#include <gtkmm/box.h>
#include <gtkmm/label.h>

#include <functional>
#include <string>
#include <vector>

namespace poise::coach {

class SettingsWindow final : public Gtk::ApplicationWindow {
public:
    /// Calls back with the problems; none: it is saved and in force.
    using Saved = std::function<void(const std::vector<std::string>& problems)>;
    using Save = std::function<void(const std::string& key, const std::string& value, Saved)>;
    SettingsWindow(const SettingForm& form, Save save);

private:
    void add_row(Gtk::Box& column, const SettingRow& row);
    void add_entry(Gtk::Box& box, const SettingRow& row, Gtk::Label& problem);
    void add_switch(Gtk::Box& box, const SettingRow& row, Gtk::Label& problem);

    Save save_;
};

} // namespace poise::coach
