// SPDX-License-Identifier: GPL-3.0-or-later
// Facts from elsewhere into a journal that has none: all of them or, whatever goes wrong, none. They are not mixed with
// facts that are there, since both would use the same ids.
#pragma once

#include "poise/fact.hpp"

#include <filesystem>
#include <vector>

namespace poise {

/// Makes the journal where there is none. Throws JournalRefused (JournalInUse while a daemon keeps it), and
/// std::runtime_error with a reason for the user.
void import_facts(const std::filesystem::path& database, const std::vector<Fact>&);

} // namespace poise
