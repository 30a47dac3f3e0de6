// SPDX-License-Identifier: GPL-3.0-or-later
// What the person's journal says of their practice. It is read from the file and never asked for on the bus, where
// anybody could: it is health data.
#pragma once

#include "practice_form.hpp"

#include "poise/result.hpp"

namespace poise::coach {

/// In the local civil time.
[[nodiscard]] Day today();

/// As it is now; or why the journal cannot be read. Without one, of somebody who has said nothing yet.
[[nodiscard]] Result<OwnPractice, std::string> practice_in_journal(const Settings&);

} // namespace poise::coach
