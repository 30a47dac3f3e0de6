// SPDX-License-Identifier: GPL-3.0-or-later
// The `day` tables: poise::DayTotals, kept up to date beside the facts so that a report reads days and not years of
// facts. What a day adds up to is poise::add_up's to say; here it is only read and written.
#pragma once

#include "connection.hpp"
#include "poise/report.hpp"

namespace poise {

/// [from, to], in three statements however many days that is. A day on which nothing was is missing.
[[nodiscard]] Days read_days(Connection&, Day from, Day to);

/// Takes facts in and knows which days they change. Reads a day when it is first needed, writes what has changed; of
/// what it has written it knows the last day still, to which more is added the soonest. What it knows holds as long as
/// nobody else writes, and what it has written is not rolled back.
class RollUp {
public:
    explicit RollUp(Connection& connection) : connection_{connection} {}

    void add(const Fact&, const Fact* before = nullptr);
    void write();

private:
    void read(Day);

    Connection& connection_;
    Days before_;
    Days days_;
};

} // namespace poise
