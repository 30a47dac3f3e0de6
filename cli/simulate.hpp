// SPDX-License-Identifier: GPL-3.0-or-later
// `poise simulate`: the daemon's own core on a virtual machine. A trace says what happens around it; what the core asks
// for comes out as JSON Lines. Between events next_wake is served exactly, and a restart has nothing but the facts.
#pragma once

#include "poise/guide.hpp"
#include "poise/report.hpp"
#include "poise/settings.hpp"
#include "trace.hpp"

#include <functional>
#include <string>

namespace poise {

struct Simulation {
    Settings settings;
    GuidePtr guide;
    std::function<void(const std::string& line)> output;  // one JSON object
    std::function<void(const std::string& text)> warning; // such as an answer with no prompt on screen
};

/// Runs the trace to its end. The report covers all of it.
Report simulate(const Trace&, const Simulation&);

} // namespace poise
