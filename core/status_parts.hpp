// SPDX-License-Identifier: GPL-3.0-or-later
// What the status, its explanation and the headline share.
#pragma once

#include "blocks.hpp"
#include "poise/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise {

/// The state as it would be if time had passed to `now`; what that records is left to the real step.
[[nodiscard]] State as_of(const State&, const Moment& now);

/// When it ends by itself, at the latest; nothing: not by time.
[[nodiscard]] std::optional<Instant> until_of(const State&, Block hold, const Moment& now);

/// "you are in a meeting"
[[nodiscard]] std::string sentence_for(Block);
/// "you are in a meeting and do not disturb is on"
[[nodiscard]] std::string in_one_sentence(const std::vector<Block>&);
/// "09:20", where the person is now; "2026-11-24 09:20" on another day.
[[nodiscard]] std::string clock_text(const Moment& now, Instant at);

} // namespace poise
