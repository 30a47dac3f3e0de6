// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise says of itself to somebody who has never met it: what it asks and how often, by the settings in force,
// what it counts and never counts, how it is answered and stopped; and the programmes by what a person notices, since
// nobody knows their names. It asks and never guesses what is behind a pain (R4).
#pragma once

#include "poise/guide.hpp"
#include "poise/settings.hpp"

#include <string>
#include <vector>

namespace poise::coach {

struct Passage {
    std::string title;
    std::vector<std::string> sentences;
    bool operator==(const Passage&) const = default;
};

/// Three, each for a screen of its own.
[[nodiscard]] std::vector<Passage> introduction_of(const Settings&);

struct ProgrammeChoice {
    Driver driver{};
    std::string words; // of the person
    std::string focus; // of the guide
};

/// In the order of the guide's programmes; the first is for whoever has nothing to say.
[[nodiscard]] std::vector<ProgrammeChoice> programme_choices(const Guide&);

} // namespace poise::coach
