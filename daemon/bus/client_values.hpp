// SPDX-License-Identifier: GPL-3.0-or-later
// From the dictionaries of the bus to the client's plain structs. A key that is missing or of another type leaves its
// default: a daemon of another version must not make its clients fail.
#pragma once

#include "client.hpp"

#include <sdbus-c++/Types.h>

#include <map>
#include <string>

namespace poise {

using ValueMap = std::map<std::string, sdbus::Variant>;

[[nodiscard]] DaemonView to_daemon_view(const ValueMap& properties);
[[nodiscard]] std::optional<PromptView> to_prompt_view(const ValueMap&);
[[nodiscard]] KindView to_kind_view(const ValueMap&);

/// What was answered, under the keys of CheckIn.
[[nodiscard]] ValueMap to_answers(const Checkin&);

} // namespace poise
