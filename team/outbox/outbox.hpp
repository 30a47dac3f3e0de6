// SPDX-License-Identifier: GPL-3.0-or-later
// What has left this machine for a team, week by week, as it left. It is the person's own, so `poise erase` reaches it;
// of what was erased only the highest revision stays, since a keeper takes nothing that is not newer.
#pragma once

#include "backoff.hpp"
#include "weekly_record.hpp"

#include <filesystem>
#include <map>
#include <optional>

namespace poise {

/// $XDG_DATA_HOME/poise/team, beside the journal.
[[nodiscard]] std::filesystem::path team_folder(const std::filesystem::path& journal);
/// $XDG_DATA_HOME/poise/board, for a seat at a server.
[[nodiscard]] std::filesystem::path board_folder(const std::filesystem::path& journal);

class Outbox {
public:
    /// In one of them, which need not be there.
    explicit Outbox(const std::filesystem::path& folder);

    [[nodiscard]] std::map<Day, WeeklyRecord> sent() const;
    /// With the revision that it was sent under where it says the same, else with one newer than all that was sent.
    [[nodiscard]] WeeklyRecord revised(WeeklyRecord) const;
    void keep(const WeeklyRecord&);

    /// Since something has left.
    [[nodiscard]] Backoff backoff() const;
    void keep(const Backoff&);
    void forget_backoff();

    /// Weeks that began before that day, or all. How many are gone.
    std::size_t erase(std::optional<Day> before);

private:
    [[nodiscard]] int erased_revision() const;

    std::filesystem::path folder_;
};

} // namespace poise
