// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.hpp"

#include "fact_writer.hpp"
#include "files.hpp"
#include "opening.hpp"

#include <SQLiteCpp/Transaction.h>

namespace poise {

namespace {

namespace fs = std::filesystem;

void refuse_facts(Connection& connection, const fs::path& database) {
    const std::int64_t count = connection.number("SELECT count(*) FROM fact");
    if (count == 0) return;
    throw JournalRefused(database.string() + ": holds " + std::to_string(count) + (count == 1 ? " fact" : " facts") +
                         " already, and an import fills an empty journal only");
}

void write_all(Connection& connection, const fs::path& database, const std::vector<Fact>& facts) {
    SQLite::Transaction transaction{connection.database(), SQLite::TransactionBehavior::IMMEDIATE};
    refuse_facts(connection, database);
    FactWriter writer{connection};
    for (const Fact& fact : facts) writer.write(fact);
    writer.write_days();
    transaction.commit();
}

} // namespace

void import_facts(const fs::path& database, const std::vector<Fact>& facts) {
    refuse_newer_schema(database);
    make_private_folder(database.parent_path());
    const WriterLock lock{database};
    try {
        write_all(*open_for_writing(database, CheckWhen::at_once).connection, database, facts);
    } catch (const SQLite::Exception& error) {
        throw std::runtime_error(database.string() + ": " + trouble_of(error));
    }
}

} // namespace poise
