// SPDX-License-Identifier: GPL-3.0-or-later
// A ring that fills while a stage passes, and inside it a disc that grows and shrinks with the breath. It is drawn anew
// only where the eye could tell the difference.
#pragma once

#include "look.hpp"

#include <gtkmm/drawingarea.h>

#include <optional>

namespace poise::coach {

class Ring final : public Gtk::DrawingArea {
public:
    Ring();
    void show(double fraction, const std::optional<Breath>& breath);

private:
    void draw(const Cairo::RefPtr<Cairo::Context>& cairo, int width, int height);

    double fraction_ = 0;
    std::optional<double> fullness_;
};

} // namespace poise::coach
