// SPDX-License-Identifier: GPL-3.0-or-later
// D-Bus carries valid UTF-8 only, and one bad byte would spoil the whole message: a path or a system's error text in
// another encoding must not make `poise status` fail. Texts that come from outside therefore pass through here.
#pragma once

#include <string>
#include <string_view>

namespace poise {

/// The text itself where it is UTF-8; every byte that is not becomes a question mark.
[[nodiscard]] std::string to_utf8(std::string_view text);

} // namespace poise
