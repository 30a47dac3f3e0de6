// SPDX-License-Identifier: GPL-3.0-or-later
// Why a drill is in a break, and who says so: drill <- rule <- place in the source. Each link is data (the prompt, the
// guide), so that what a person reads is what the composition went by.
#pragma once

#include "poise/state.hpp"

#include <string>
#include <vector>

namespace poise {

/// One sentence. It does not tell which programme is in force: this is for everybody who shows the prompt.
[[nodiscard]] std::string reason_of(const PromptDrill&, const Guide&);

/// The rule of that reason: the drill's own where it is the programme, which is health data.
[[nodiscard]] std::string open_rule_of(const PromptDrill&, const Guide&);

/// A heading, and then the chain of each drill; nothing for a break without drills. For the person alone: it names the
/// programme.
[[nodiscard]] std::vector<std::string> chain_of(const Prompt&, const State&);

} // namespace poise
