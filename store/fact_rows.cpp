// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_rows.hpp"

#include "fact_check.hpp"
#include "fact_json.hpp"
#include "json_fields.hpp"
#include "poise/iso_time.hpp"
#include "poise/step.hpp"

namespace poise {

namespace {

/// The columns that only some facts fill.
struct Columns {
    std::optional<std::int64_t> prompt;
    std::optional<std::int64_t> span;
    std::optional<std::string_view> kind;
    std::optional<std::string_view> outcome;
};

struct Filling {
    Columns& columns;

    void operator()(const Bout& bout) const { columns.span = bout.id; }
    void operator()(const Unseen& unseen) const { columns.span = unseen.id; }
    void operator()(const Offered& offered) const {
        columns.prompt = offered.prompt.id;
        columns.kind = name(offered.prompt.kind);
    }
    void operator()(const Shown& shown) const { columns.prompt = shown.id; }
    void operator()(const BreakStarted& started) const { columns.prompt = started.id; }
    void operator()(const Snooze& snooze) const {
        columns.prompt = snooze.id;
        columns.kind = name(snooze.kind);
    }
    void operator()(const PromptOutcome& outcome) const {
        columns.prompt = outcome.id;
        columns.kind = name(outcome.kind);
        columns.outcome = name(outcome.outcome);
    }
    void operator()(const Rest& rest) const { columns.kind = name(rest.kind); }
    template <class Other>
    void operator()(const Other&) const {}
};

// From the first recent one on, like poise::recent_facts, but however long ago the last was: the newest thousand hold
// the ids that are spent, and how the last span ended. The limit is for a clock that has gone back to the seventies.
// An outcome that was withdrawn answers for nothing, so all since the last one that does.
const std::string recent_rows = select_rows + R"sql(
WHERE seq IN (
SELECT seq FROM (SELECT seq FROM fact WHERE seq>=(SELECT min(seq) FROM fact INDEXED BY fact_day WHERE day>=?1)
ORDER BY seq DESC LIMIT 200000)
UNION ALL SELECT seq FROM (SELECT seq FROM fact ORDER BY seq DESC LIMIT 1000)
UNION ALL SELECT max(seq) FROM fact WHERE fact='posture'
UNION ALL SELECT max(seq) FROM fact WHERE fact='driver'
UNION ALL SELECT max(seq) FROM fact WHERE fact='key_task'
UNION ALL SELECT max(seq) FROM fact WHERE fact='levers'
UNION ALL SELECT max(seq) FROM fact WHERE fact='plan'
UNION ALL SELECT max(seq) FROM fact WHERE fact='notice' AND body IN ('{"notice":"review_at_two_weeks"}',
'{"notice":"review_at_four_weeks"}','{"notice":"introduction_shown"}') GROUP BY body
UNION ALL SELECT seq FROM fact WHERE fact='safety'
UNION ALL SELECT seq FROM fact WHERE kind='workstation_check' AND fact='outcome' AND seq>=
(SELECT coalesce(max(seq),0) FROM fact WHERE kind='workstation_check' AND fact='outcome' AND outcome<>'withdrawn')
UNION ALL SELECT seq FROM fact WHERE kind='strength' AND fact='outcome' AND seq>=
(SELECT coalesce(max(seq),0) FROM fact WHERE kind='strength' AND fact='outcome' AND outcome<>'withdrawn')
) ORDER BY seq)sql";

} // namespace

FactRow read_row(const Query& row) {
    FactRow read{row.integer(0), std::nullopt};
    const auto boot = parse_boot(row.text(3));
    const Json json = Json::parse(row.text(6), nullptr, false);
    auto body = body_from_json(row.text(1), json);
    if (!boot || !body) return read;
    const Stamp at{.instant = Instant{Duration{row.integer(2)}},
                   .utc = UtcTime{Duration{row.integer(4)}},
                   .offset = Offset{row.integer(5)},
                   .boot = *boot};
    Fact fact{at, *std::move(body)};
    // A damaged page may still be a page: what is in it is added up only where the core could have said it.
    if (!what_is_wrong_with(fact)) read.fact = std::move(fact);
    return read;
}

std::int64_t last_seq(Connection& connection) {
    auto query = connection.prepared("SELECT max(seq) FROM fact");
    return query.next() ? query.integer(0) : 0;
}

void write_row(Connection& connection, std::int64_t seq, const Fact& fact) {
    Columns columns;
    std::visit(Filling{columns}, fact.body);
    connection
        .prepared("INSERT OR REPLACE INTO fact(seq, fact, instant_ms, boot, utc_ms, offset_s, day, prompt, span, kind, "
                  "outcome, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .bind(seq, name(fact.body), fact.at.instant.time_since_epoch().count(), boot_text(fact.at.boot),
              fact.at.utc.time_since_epoch().count(), fact.at.offset.count(), to_iso(day_of(fact.at)), columns.prompt,
              columns.span, columns.kind, columns.outcome, to_json(fact.body).dump())
        .run();
}

void renew_row(Connection& connection, const FactRow& before, const Fact& fact) {
    if (!before.fact || day_of(before.fact->at) != day_of(fact.at)) return write_row(connection, before.seq, fact);
    const int renewed =
        connection.prepared("UPDATE fact SET instant_ms=?2, boot=?3, utc_ms=?4, offset_s=?5, body=?6 WHERE seq=?1")
            .bind(before.seq, fact.at.instant.time_since_epoch().count(), boot_text(fact.at.boot),
                  fact.at.utc.time_since_epoch().count(), fact.at.offset.count(), to_json(fact.body).dump())
            .run();
    if (renewed == 0) write_row(connection, before.seq, fact); // somebody has taken the row away by hand
}

std::optional<FactRow> find_span(Connection& connection, SpanId span) {
    static const std::string sql = select_rows + "WHERE span=?1";
    auto query = connection.prepared(sql);
    query.bind(span);
    return query.next() ? std::optional{read_row(query)} : std::nullopt;
}

std::vector<Fact> read_recent(Connection& connection, Day today) {
    auto query = connection.prepared(recent_rows);
    query.bind(to_iso(today - facts_matter_for));
    std::vector<Fact> facts;
    while (query.next()) {
        if (auto row = read_row(query); row.fact) facts.push_back(*std::move(row.fact));
    }
    return facts;
}

} // namespace poise
