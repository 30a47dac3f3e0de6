// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says in a check-in; what they leave out is empty.
#pragma once

#include <optional>
#include <string>

namespace poise::coach {

struct CheckinAnswers {
    std::optional<int> pain;
    std::string region, load, position;
    std::optional<int> tension;
    std::string function; // easier, same, harder
    bool tight = false;

    [[nodiscard]] bool is_empty() const { return *this == CheckinAnswers{}; }
    bool operator==(const CheckinAnswers&) const = default;
};

} // namespace poise::coach
