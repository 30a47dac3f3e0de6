// SPDX-License-Identifier: GPL-3.0-or-later
// Writes facts behind those that are there, and the days' totals with them. Within one transaction of its caller's;
// what it has written it knows, as long as nobody else writes and nothing is rolled back.
#pragma once

#include "fact_rows.hpp"
#include "rollup.hpp"

namespace poise {

class FactWriter {
public:
    explicit FactWriter(Connection& connection)
        : connection_{connection}, roll_up_{connection}, last_{last_seq(connection), {}} {}

    /// A bout that is there already is replaced by what it has come to.
    void write(const Fact&);
    /// After the last fact of a transaction.
    void write_days() { roll_up_.write(); }

private:
    [[nodiscard]] std::optional<FactRow> find(SpanId) const;

    Connection& connection_;
    RollUp roll_up_;
    FactRow last_; // of the highest seq; its fact where it was written from here
};

} // namespace poise
