// SPDX-License-Identifier: GPL-3.0-or-later
// What libpqxx 6 and 7 spell differently: a statement with parameters. A source for each; CMake takes the one that
// fits.
#pragma once

#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace poise {

/// The first value is the statement's $1. As text: PostgreSQL knows each parameter's type by what the statement does
/// with it.
pqxx::result ask(pqxx::work& work, const std::string& statement, const std::vector<std::string>& values = {});

} // namespace poise
