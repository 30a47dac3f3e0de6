// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged journal is put aside, never thrown away, and every fact that can still be read goes into a new one. Facts
// are read in ranges that are halved where they cannot be read, so that a bad page loses its own rows and no others;
// where the page is the first, that with the schema, one from a new journal stands in for it. The roll-up is added up
// anew. The new journal is whole before the old one is moved: a crash in between starts over or goes on.
#pragma once

#include <cstddef>
#include <filesystem>

namespace poise {

struct Recovery {
    std::filesystem::path path; // where the damaged one is now
    std::size_t saved = 0;      // facts
    std::size_t lost_at_least = 0;
};

[[nodiscard]] Recovery recover(const std::filesystem::path& database);

} // namespace poise
