// SPDX-License-Identifier: GPL-3.0-or-later
// Filling a session's time: which of the drills, in order of preference, and how much of each, so that doses and the
// changes between them come to the length asked for.
#pragma once

#include "compose.hpp"
#include "dose.hpp"

#include <string>
#include <vector>

namespace poise {

/// A drill that may be in the session, and the rule by which it would be.
struct Part {
    const Drill* drill = nullptr;
    std::string rule;
};
struct FilledPart {
    const Drill* drill = nullptr;
    std::string rule;
    Dose dose;
};

class Filling {
public:
    Filling(Intensity intensity, Duration length) : intensity_{intensity}, length_{length} {}

    /// `before` and `after` are in it in any case; of `choice` the first that fit, in this order, and for each of the
    /// `needed` movements at least one where any has it. Where nothing fits the length, as much as fits into it, but at
    /// least one drill.
    [[nodiscard]] std::vector<FilledPart> fill(const std::vector<Part>& before, const std::vector<Part>& choice,
                                               const std::vector<Part>& after,
                                               const std::vector<Movement>& needed = {}) const;

private:
    Intensity intensity_;
    Duration length_;
};

} // namespace poise
