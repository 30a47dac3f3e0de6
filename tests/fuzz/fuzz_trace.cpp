// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a trace: refused with a line and a reason, or simulated to its end with a report that adds up.
#include "must.hpp"

#include "own_guide.hpp"
#include "simulate.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

using poise::fuzz::must;

namespace {

// Longer ones are legal and only take their time.
constexpr std::chrono::hours longest{24 * 21};
constexpr std::size_t most_events = 400;

bool is_long(const poise::Trace& trace) {
    poise::Duration length = trace.end;
    for (const auto& event : trace.events) {
        if (const auto* restart = std::get_if<poise::trace::Restart>(&event.what)) length += restart->down;
        if (const auto* sleep = std::get_if<poise::trace::SleepUnseen>(&event.what)) length += sleep->length;
    }
    return length > longest || trace.events.size() > most_events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const poise::GuidePtr guide = poise::own_guide();
    const auto trace = poise::parse_trace(std::string{data, data + size}, *guide);
    if (!trace) {
        must(!trace.error().empty(), "refused without a reason");
        for (const auto& problem : trace.error()) must(problem.line > 0 && !problem.what.empty(), "a problem nowhere");
        return 0;
    }
    if (is_long(*trace)) return 0;
    const auto check_line = [](const std::string& line) {
        must(nlohmann::json::accept(line) && line.find('\n') == std::string::npos, "not one line of JSON: " + line);
    };
    const poise::Report report = poise::simulate(*trace, {{}, guide, check_line, [](const std::string&) {}});
    must(report.sit_s + report.stand_s == report.working_s + report.passive_s + report.resting_s, "does not add up");
    return 0;
}
