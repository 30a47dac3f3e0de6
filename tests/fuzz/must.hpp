// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzzer does where something is not as it must be: says what, and crashes, so that the input is kept.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace poise::fuzz {

inline void must(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what.c_str());
    std::abort();
}

} // namespace poise::fuzz
