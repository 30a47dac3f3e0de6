// SPDX-License-Identifier: GPL-3.0-or-later
// Filling a session's time: which of the drills, in order of preference, and how much of each, so that doses and the
// changes between them come to the length asked for.
#pragma once

#include "compose.hpp"
#include "dose.hpp"

#include <optional>
#include <span>
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

/// What a session should be, looked at and not kept: `before` and `after` in any case, of `choice` the first that fit,
/// in this order, no two of them versions of one drill, and for each of the `needed` movements at least one, where any
/// of the choice has it.
struct Wish {
    std::span<const Part> before;
    std::span<const Part> choice;
    std::span<const Part> after;
    std::span<const Movement> needed;
};

class Filling {
public:
    Filling(const Guide& guide, Intensity intensity, Duration length)
        : guide_{guide}, intensity_{intensity}, length_{length} {}

    /// Nothing: no doses fill the length with it.
    [[nodiscard]] std::optional<std::vector<FilledPart>> fill(const Wish&) const;
    /// Where nothing fits the length: as much as fits into it, but at least one drill.
    [[nodiscard]] std::vector<FilledPart> as_much_as_fits(const Wish&) const;

private:
    [[nodiscard]] std::optional<std::vector<FilledPart>> fill_with(const Wish&, int loads, int rounds) const;

    const Guide& guide_;
    Intensity intensity_;
    Duration length_;
};

} // namespace poise
