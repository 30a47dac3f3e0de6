// SPDX-License-Identifier: GPL-3.0-or-later
// Spans among the facts: a bout or a time without an idle source has one fact, which is written anew until it closes.
#pragma once

#include "poise/fact.hpp"

#include <optional>

namespace poise {

/// The open or closed span that a fact tells of.
[[nodiscard]] std::optional<SpanId> span_of(const Fact&);
/// It goes on, and will be written again.
[[nodiscard]] bool is_open_span(const Fact&);

} // namespace poise
