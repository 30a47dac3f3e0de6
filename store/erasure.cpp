// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure.hpp"

#include "fact_rows.hpp"
#include "files.hpp"
#include "in_force.hpp"
#include "poise/iso_time.hpp"
#include "rollup.hpp"

#include <SQLiteCpp/Transaction.h>

#include <stdexcept>
#include <system_error>

namespace poise {

namespace {

/// Local midnight of `day`, on the timeline of `stamp`.
Stamp moved_to(const Stamp& stamp, Day day) {
    Stamp moved = stamp;
    moved.utc = UtcTime{LocalTime{day}.time_since_epoch() - stamp.offset};
    moved.instant += moved.utc - stamp.utc;
    return moved;
}

struct Trimming {
    Day before;

    void operator()(Bout& bout) const {
        std::erase_if(bout.cells, [&](const HourCell& cell) { return cell.day < before; });
        trim(bout.began);
    }
    void operator()(Unseen& unseen) const {
        trim(unseen.days);
        trim(unseen.began);
    }
    void operator()(Absence& absence) const { trim(absence.days); }
    template <class Other>
    void operator()(Other&) const {}

    void trim(std::vector<DayPart>& days) const {
        std::erase_if(days, [&](const DayPart& part) { return part.day < before; });
    }
    void trim(Stamp& began) const {
        if (day_of(began) < before) began = moved_to(began, before);
    }
};

void trim_spans(Connection& connection, Day before) {
    static const std::string sql = select_rows + "WHERE day>=?1 AND fact IN ('bout', 'unknown', 'absence')";
    std::vector<std::pair<FactRow, Fact>> trimmed;
    {
        auto query = connection.prepared(sql);
        query.bind(to_iso(before));
        while (query.next()) {
            FactRow row = read_row(query);
            if (!row.fact || days_of(*row.fact).front() >= before) continue;
            Fact fact = *row.fact;
            std::visit(Trimming{before}, fact.body);
            trimmed.emplace_back(std::move(row), std::move(fact));
        }
    }
    RollUp roll_up{connection};
    for (const auto& [row, fact] : trimmed) {
        write_row(connection, row.seq, fact);
        // What the days that stay say of it does not change, but that a bout now begins on one of them.
        if (std::holds_alternative<Bout>(fact.body)) roll_up.add(fact, &*row.fact);
    }
    roll_up.write();
}

} // namespace

std::size_t erase_facts_before(Connection& connection, Day before, const Moment& now) {
    SQLite::Transaction transaction{connection.database(), SQLite::TransactionBehavior::IMMEDIATE};
    const InForce in_force = read_in_force(connection);
    trim_spans(connection, before);
    const std::string day = to_iso(before);
    std::size_t count = 0;
    {
        auto counting = connection.prepared("SELECT count(*) FROM fact WHERE day<?1");
        if (counting.bind(day).next()) count = static_cast<std::size_t>(counting.integer(0));
    }
    for (const char* table : {"fact", "day", "day_kind", "day_hour"}) {
        connection.prepared(std::string{"DELETE FROM "} + table + " WHERE day<?1").bind(day).run();
    }
    record_again(connection, in_force, stamp(now));
    transaction.commit();
    return count;
}

std::size_t erase_facts(Connection& connection) {
    SQLite::Transaction transaction{connection.database(), SQLite::TransactionBehavior::IMMEDIATE};
    const auto count = static_cast<std::size_t>(connection.number("SELECT count(*) FROM fact"));
    for (const char* table : {"fact", "day", "day_kind", "day_hour"})
        connection.run(std::string{"DELETE FROM "} + table);
    transaction.commit();
    connection.run("VACUUM"); // nothing is left to be copied: this only gives the space back
    return count;
}

bool empty_wal(Connection& connection) {
    return connection.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0; // the first column says whether it was busy
}

void erase_copies(const std::filesystem::path& database) {
    for (const auto& copy : copies_of(database)) {
        std::error_code failed;
        std::filesystem::remove(copy, failed);
        if (failed) throw std::runtime_error(copy.string() + " cannot be erased: " + failed.message());
    }
}

} // namespace poise
