// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.hpp"

#include "say.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace poise {

namespace {

constexpr int parts = 8; // that a character can be filled by
constexpr std::array<const char*, parts + 1> from_the_left{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
constexpr std::array<const char*, parts + 1> from_below{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

} // namespace

std::string bar(double share, int width, Drawing drawing) {
    const double filled = std::clamp(share, 0.0, 1.0) * width;
    if (drawing == Drawing::ascii) return std::string(static_cast<std::size_t>(std::lround(filled)), '#');
    const long eighths = std::lround(filled * parts);
    std::string text;
    for (long i = 0; i < eighths / parts; ++i) text += from_the_left.back();
    return text + from_the_left[static_cast<std::size_t>(eighths % parts)];
}

std::string hour_mark(std::int64_t seconds, Drawing drawing) {
    // Rounded up: a minute in an hour is not nothing. Where clocks go back, an hour has two.
    constexpr std::int64_t hour = 3600;
    const std::int64_t level = std::clamp<std::int64_t>((seconds * parts + hour - 1) / hour, 0, parts);
    if (drawing == Drawing::utf8) return from_below[static_cast<std::size_t>(level)];
    return level == 0 ? "." : std::to_string(level);
}

std::string hour_legend(Drawing drawing) {
    return drawing == Drawing::utf8 ? tr("a column an hour") : tr("a column an hour, in eighths");
}

} // namespace poise
