// SPDX-License-Identifier: GPL-3.0-or-later
// The prevention guidance as values: what to do in a break, and the red-flag questions with what each calls for. Ids
// are unique; every entry carries the id of the rule that it comes from.
#pragma once

#include "poise/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poise {

struct Drill {
    std::string id; // "E10"
    std::string name;
    std::string first_step; // one sentence that can stand alone in a prompt
    Kind kind{};
    std::string rule;
    bool operator==(const Drill&) const = default;
};

/// What a red flag calls for; the stronger comes first.
enum class Care { emergency, medical_review }; // R1, R2

struct RedFlag {
    std::string id; // "chest_pressure"
    std::string question;
    Care care{};
    bool operator==(const RedFlag&) const = default;
};

struct Guide {
    std::vector<Drill> drills;
    std::vector<RedFlag> red_flags;
    bool operator==(const Guide&) const = default;
};

[[nodiscard]] const Drill* find_drill(const Guide&, std::string_view id);
[[nodiscard]] const RedFlag* find_red_flag(const Guide&, std::string_view id);

/// One drill for each kind, and the red-flag questions.
[[nodiscard]] Guide built_in_guide();

} // namespace poise
