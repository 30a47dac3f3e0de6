// SPDX-License-Identifier: GPL-3.0-or-later
// One setting out of a dconf database, in which GNOME keeps what its user has changed. The file is a GVDB: a hash table
// of items, each the rest of its name after its parent's. Nothing is written, and a file that is none holds nothing.
#pragma once

#include <optional>
#include <string_view>

namespace poise {

/// Nothing: it is not in there, or not a truth value.
[[nodiscard]] std::optional<bool> find_dconf_bool(std::string_view file, std::string_view key);

} // namespace poise
