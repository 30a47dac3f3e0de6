// SPDX-License-Identifier: GPL-3.0-or-later
// One of several words, or none: a button for each, in as many rows as it takes. Pressed again it is none.
#pragma once

#include <gtkmm/flowbox.h>
#include <gtkmm/togglebutton.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

class Chips final : public Gtk::FlowBox {
public:
    struct Chip {
        std::string label;
        std::string spoken; // by itself, without the question above
    };
    explicit Chips(const std::vector<Chip>& chips, unsigned most_in_a_row);
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    void focus_first() { buttons_.front()->grab_focus(); }

private:
    void keep_only(std::size_t index);

    std::vector<Gtk::ToggleButton*> buttons_;
};

} // namespace poise::coach
