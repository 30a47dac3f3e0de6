// SPDX-License-Identifier: GPL-3.0-or-later
// Facts as JSON: the journal's `body` column, `poise export` and what `poise simulate` prints. Every fact can be
// written, and comes back equal. Words are spelled by name(); durations are numbers of seconds, exact to the
// millisecond; instants are seconds since boot; civil times carry their offset. What was not measured is null.
// Text that is not UTF-8 has its bad bytes replaced, so that whoever dumps the JSON need not fear them.
#pragma once

#include "poise/fact.hpp"
#include "poise/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace poise {

/// The keys of the body alone; sums beside what they are the sum of.
[[nodiscard]] nlohmann::ordered_json to_json(const FactBody&);
/// "fact", "at", "instant" and "boot" in front of the body: one line of an export.
[[nodiscard]] nlohmann::ordered_json to_json(const Fact&);

/// `fact` is the word of name(FactBody). Sums and unknown keys are not read.
[[nodiscard]] Result<FactBody> body_from_json(std::string_view fact, const nlohmann::ordered_json& body);
[[nodiscard]] Result<Fact> from_json(const nlohmann::ordered_json&);

/// How a span ended.
[[nodiscard]] std::string_view name(SpanEnd);
inline constexpr std::array all_span_ends{SpanEnd::open, SpanEnd::posture, SpanEnd::left, SpanEnd::stopped,
                                          SpanEnd::source};

/// As /proc/sys/kernel/random/boot_id spells it.
[[nodiscard]] std::string boot_text(const BootId&);
[[nodiscard]] std::optional<BootId> parse_boot(std::string_view);

} // namespace poise
