// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing for good: facts and roll-ups, what the WAL still holds of them, and the copies in the folder that backups and
// recoveries left. SQLite overwrites what it deletes (secure_delete). What a red flag or the choice of a driver put in
// force outlives the facts that said so: it is recorded anew, as of now, since housekeeping must not unlock exercise.
#pragma once

#include "connection.hpp"
#include "poise/time.hpp"

#include <cstddef>
#include <filesystem>

namespace poise {

/// How many facts are gone. A span that reaches into `before` keeps what lies after it, as though it began there.
std::size_t erase_facts_before(Connection&, Day before, const Moment& now);
std::size_t erase_facts(Connection&);

/// Empties the WAL; false: somebody who is reading keeps it.
[[nodiscard]] bool empty_wal(Connection&);
void erase_copies(const std::filesystem::path& database);

} // namespace poise
