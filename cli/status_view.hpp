// SPDX-License-Identifier: GPL-3.0-or-later
// `poise status` as a text for a person and as JSON for a script, made from what the daemon said and nothing else. The
// keys of the JSON are stable and written down in docs/cli.md; what is not known is null.
#pragma once

#include "client.hpp"
#include "zone.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace poise {

/// All that the daemon says about itself, read at one moment.
struct Snapshot {
    DaemonView daemon;
    std::vector<KindView> kinds;
    std::vector<std::string> explanation;
    UtcTime now;
};

[[nodiscard]] std::string status_text(const Snapshot&, const OffsetAt&);
[[nodiscard]] nlohmann::ordered_json status_json(const Snapshot&, const OffsetAt&);

/// The status in one line, for a terminal that watches.
[[nodiscard]] std::string status_line(const Snapshot&);
/// What waybar reads: text, tooltip, class and percentage. Without a snapshot: poised does not answer.
[[nodiscard]] nlohmann::ordered_json waybar_json(const std::optional<Snapshot>&);

/// When the minutes in these texts change next by themselves; nothing: not before something happens.
[[nodiscard]] std::optional<Seconds> next_minute(const Snapshot&);

/// Those that will fall due by themselves, the soonest first.
[[nodiscard]] std::vector<KindView> to_come(const std::vector<KindView>&);

} // namespace poise
