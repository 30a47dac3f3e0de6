// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.hpp"

#include <algorithm>
#include <cmath>

namespace poise {

std::string percent_text(double share) {
    long rounded = std::lround(share * 100);
    if (share > 0 && share < 1) rounded = std::clamp(rounded, 1L, 99L);
    return std::to_string(rounded) + " %";
}

std::string halves_text(double number) {
    const long doubled = std::lround(number * 2);
    return std::to_string(doubled / 2) + (doubled % 2 == 0 ? "" : ".5");
}

std::string one_digit_text(double number) {
    const long tenths = std::lround(number * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

} // namespace poise
