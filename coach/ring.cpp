// SPDX-License-Identifier: GPL-3.0-or-later
#include "ring.hpp"

#include "accessible.hpp"

#include <gdkmm/general.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace poise::coach {

namespace {

constexpr double visible_difference = 1.0 / 400; // of the way around: a pixel and a half
constexpr double line_width = 8;

double in_steps(double value) { return std::round(value / visible_difference) * visible_difference; }

} // namespace

Ring::Ring() {
    set_content_width(150);
    set_content_height(150);
    add_css_class("ring");
    set_role(*this, Role::PROGRESS_BAR);
    set_draw_func([this](const auto& cairo, int width, int height) { draw(cairo, width, height); });
}

void Ring::show(double fraction, const std::optional<Breath>& breath) {
    const double fraction_drawn = in_steps(fraction);
    const auto fullness = breath ? std::optional{in_steps(breath->fullness)} : std::nullopt;
    if (fraction_drawn == fraction_ && fullness == fullness_) return;
    fraction_ = fraction_drawn;
    fullness_ = fullness;
    queue_draw();
}

void Ring::draw(const Cairo::RefPtr<Cairo::Context>& cairo, int width, int height) {
    constexpr double top = -std::numbers::pi / 2;
    const double full = 2 * std::numbers::pi;
    const double radius = std::min(width, height) / 2.0 - line_width;
    Gdk::RGBA color = get_style_context()->get_color();
    cairo->translate(width / 2.0, height / 2.0);
    if (fullness_) {
        color.set_alpha(0.22F);
        Gdk::Cairo::set_source_rgba(cairo, color);
        cairo->arc(0, 0, radius * (0.35 + 0.55 * *fullness_), 0, full);
        cairo->fill();
    }
    cairo->set_line_width(line_width);
    color.set_alpha(0.22F);
    Gdk::Cairo::set_source_rgba(cairo, color);
    cairo->arc(0, 0, radius, 0, full);
    cairo->stroke();
    color.set_alpha(1);
    Gdk::Cairo::set_source_rgba(cairo, color);
    cairo->set_line_cap(Cairo::Context::LineCap::ROUND);
    if (fraction_ > 0) cairo->arc(0, 0, radius, top, top + full * fraction_);
    cairo->stroke();
}

} // namespace poise::coach
