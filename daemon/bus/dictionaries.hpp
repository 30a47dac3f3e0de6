// SPDX-License-Identifier: GPL-3.0-or-later
// The dictionaries (a{sv}) that org.poise.Daemon1 hands out. Their keys are a promise to whoever scripts with them
// (docs/bus.md): keys may be added, never renamed, and what does not apply is left out.
#pragma once

#include "parts.hpp"
#include "published.hpp"

#include "poise/status.hpp"

#include <sdbus-c++/Types.h>

#include <string>

namespace poise {

/// What a break is made of, whether it is asked for or only looked at.
[[nodiscard]] Dictionary to_dictionary(const Prompt&, const PromptText&, const Guide&);
[[nodiscard]] Dictionary to_dictionary(const PublishedPrompt&);
[[nodiscard]] Dictionary to_dictionary(const PublishedNext&);
[[nodiscard]] Dictionary to_dictionary(const PublishedIdleSource&);
[[nodiscard]] Dictionary to_dictionary(const PublishedJournal&, const std::string& path);
[[nodiscard]] Dictionary to_dictionary(const ConfigurationReport&);
[[nodiscard]] Dictionary to_dictionary(const KindStatus&, const Moment& now);

} // namespace poise
