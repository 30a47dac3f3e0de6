// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_break.hpp"

namespace poise::coach {

std::vector<Part> parts_to_guide(const RunningBreak& running) {
    if (!running.parts.empty()) return running.parts;
    Part whole;
    whole.name = running.title;
    if (!running.text.empty()) whole.steps = {running.text};
    whole.hold = running.length;
    return {whole};
}

GuidedBreak guide(const RunningBreak& running, Instant now) {
    GuidedBreak guided{script_of(parts_to_guide(running)), now};
    for (std::size_t part = 0; part < running.part && part + 1 < running.parts.size(); ++part) guided.leave_drill(now);
    if (running.is_paused) guided.pause(now);
    return guided;
}

} // namespace poise::coach
