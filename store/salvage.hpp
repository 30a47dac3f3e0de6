// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what can be read of the facts in a damaged database, and changes nothing there. What is lost is counted from
// the index where that is readable, else as at least one fact for each stretch that is not.
#pragma once

#include "poise/fact.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace poise {

struct Salvaged {
    std::size_t saved = 0;
    std::size_t lost_at_least = 0;
};

using KeepFact = std::function<void(std::int64_t seq, const Fact&)>;

/// In the order of recording. Nothing: not even the schema can be read, so that no row was tried.
[[nodiscard]] std::optional<Salvaged> salvage(const std::filesystem::path& damaged, const KeepFact&);

} // namespace poise
