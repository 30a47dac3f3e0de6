// SPDX-License-Identifier: GPL-3.0-or-later
// A fact as a row of the table `fact`: its body as JSON, and beside it, in columns of their own, what a query or a
// curious person asks for. The order of seq is the order of recording.
#pragma once

#include "connection.hpp"
#include "poise/fact.hpp"
#include "spans.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise {

struct FactRow {
    std::int64_t seq{};
    std::optional<Fact> fact; // nothing: it cannot be understood
};

/// The rows that read_row reads; a WHERE goes behind it.
inline const std::string select_rows = "SELECT seq, fact, instant_ms, boot, utc_ms, offset_s, body FROM fact ";
[[nodiscard]] FactRow read_row(const Query&);

[[nodiscard]] std::int64_t last_seq(Connection&);
/// Replaces the row of the same seq, and that of the same span.
void write_row(Connection&, std::int64_t seq, const Fact&);
/// What a bout or a span without an idle source has come to since this row was written. Once a minute, so no index is
/// written that would say the same as before.
void renew_row(Connection&, const FactRow& before, const Fact&);
/// The one row of a bout or of a span without an idle source.
[[nodiscard]] std::optional<FactRow> find_span(Connection&, SpanId);

/// What poise::restore needs, in the order of recording: the last five weeks, the newest thousand whatever the clock
/// said when they were recorded, and of what came before the facts that are still in force.
[[nodiscard]] std::vector<Fact> read_recent(Connection&, Day today);

} // namespace poise
