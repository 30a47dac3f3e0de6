// SPDX-License-Identifier: GPL-3.0-or-later
#include "chips.hpp"

#include "accessible.hpp"
#include "widgets.hpp"

#include <gtkmm/flowboxchild.h>
#include <gtkmm/object.h>

#include <algorithm>

namespace poise::coach {

Chips::Chips(const std::vector<Chip>& chips, unsigned most_in_a_row) {
    set_selection_mode(Gtk::SelectionMode::NONE);
    set_max_children_per_line(most_in_a_row);
    set_column_spacing(gap / 3);
    set_row_spacing(gap / 3);
    for (const Chip& chip : chips) {
        auto* button = Gtk::make_managed<Gtk::ToggleButton>(chip.label);
        replace_label(*button, chip.spoken);
        button->signal_toggled().connect([this, index = buttons_.size()] { keep_only(index); });
        buttons_.push_back(button);
        append(*button);
        get_child_at_index(static_cast<int>(buttons_.size()) - 1)->set_focusable(false); // the button in it is
    }
}

void Chips::keep_only(std::size_t index) {
    if (!buttons_[index]->get_active()) return;
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        if (i != index) buttons_[i]->set_active(false);
    }
}

std::optional<std::size_t> Chips::chosen() const {
    const auto found = std::ranges::find_if(buttons_, [](const auto* button) { return button->get_active(); });
    if (found == buttons_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - buttons_.begin());
}

} // namespace poise::coach
