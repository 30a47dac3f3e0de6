// SPDX-License-Identifier: GPL-3.0-or-later
// team/sql as one script, put together when Poise is built. To be run in one transaction by who owns the server.
#pragma once

#include <string_view>

namespace poise {

inline constexpr int schema_version = 1; // version.sql says the same

[[nodiscard]] std::string_view schema_script();

} // namespace poise
