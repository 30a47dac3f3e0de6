// SPDX-License-Identifier: GPL-3.0-or-later
// What can happen in a trace, each event with its keys.
#pragma once

#include "trace.hpp"
#include "trace_line.hpp"

#include <optional>
#include <string>

namespace poise {

/// What the event's name says, at `t`. Nothing: it is no event, and the line has its problem. ("end" is none of these.)
[[nodiscard]] std::optional<TraceEvent::What> read_trace_event(TraceLine&, const std::string& event, Duration t,
                                                               const Guide&);

[[nodiscard]] trace::Zone read_trace_zone(TraceLine&);

} // namespace poise
