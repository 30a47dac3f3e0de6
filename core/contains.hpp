// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a list has a value: std::ranges::contains is C++23.
#pragma once

#include <algorithm>
#include <vector>

namespace poise {

template <class T>
[[nodiscard]] bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

} // namespace poise
