// SPDX-License-Identifier: GPL-3.0-or-later
// Both ports on PostgreSQL, by libpqxx. A connection is made for each call and one transaction is all that happens on
// it: a member publishes once a week. Of libpqxx is used what 6 and 7 have in common, and ask.hpp for what they do not.
#pragma once

#include "registry.hpp"

#include <memory>

namespace poise {

/// By a connection text of address.hpp. Nothing is connected yet.
[[nodiscard]] std::unique_ptr<Board> make_pqxx_board(std::string connection);
[[nodiscard]] std::unique_ptr<Registry> make_pqxx_registry(std::string connection);

/// As PostgreSQL keeps it (SCRAM-SHA-256): who has this cannot log in with it. libpqxx's own function makes an MD5
/// hash.
[[nodiscard]] std::string scram_verifier(const std::string& login, const std::string& password);

} // namespace poise
