// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of the journal are, and how an older journal becomes one of today. Steps go forward only, each in a
// transaction of its own, after a backup of the whole file. `fact` holds one row a fact, in the order of recording: an
// open span that is written again moves to the end. The `day` tables are the roll-up of poise::DayTotals; they change
// in the same transaction as the facts and can always be added up from them anew.
#pragma once

#include "connection.hpp"

#include <filesystem>
#include <span>

namespace poise {

inline constexpr int application_id = 0x506f6973; // "Pois"

struct Migration {
    int to;
    const char* sql;
};

/// Every step there has been since version 1.
[[nodiscard]] std::span<const Migration> migrations();
/// What the last of the steps leads to.
[[nodiscard]] int newest_version(std::span<const Migration> steps);

void create_schema(Connection&);
/// Whether the tables and indexes are there that every version has.
[[nodiscard]] bool has_schema(Connection&);

/// From the version that the file has. Leaves a backup where there is anything to do, and says whether there was.
bool migrate(Connection&, const std::filesystem::path& database, std::span<const Migration> steps);

} // namespace poise
