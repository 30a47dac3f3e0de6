// SPDX-License-Identifier: GPL-3.0-or-later
// The weeks that are closed, one a line, each line holding the hash of the one before and the keeper's signature. What
// is in it never changes: whoever leaves, sends late or asks again moves no figure that has been told. A line that was
// changed, left out or put in makes the whole of it worth nothing, and says so.
#pragma once

#include "crypto.hpp"
#include "team_week.hpp"

#include <filesystem>

namespace poise {

class Ledger {
public:
    /// Reads and proves it. `lines` is how many there must be at least. Throws std::runtime_error.
    Ledger(std::filesystem::path file, const SigningKey&, std::size_t lines, bool prove = true);

    [[nodiscard]] const std::vector<TeamWeek>& weeks() const { return weeks_; }
    [[nodiscard]] bool holds(IsoWeek) const;
    [[nodiscard]] const Hex& head() const { return head_; }
    void append(const TeamWeek&);

private:
    std::filesystem::path file_;
    const SigningKey* key_;
    std::string text_;
    std::vector<TeamWeek> weeks_;
    Hex head_;
};

} // namespace poise
