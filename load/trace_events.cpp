// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_events.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace poise {

namespace {

using What = TraceEvent::What;

struct Reading {
    TraceLine& line;
    Duration t;
    const Guide& guide;

    [[nodiscard]] bool is(const char* key) const { return line.needed(key, line.flag(key)); }
};

bool is_zone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

/// An event without keys.
template <class Happened>
What plain(const Reading&) {
    return Happened{};
}
/// An event that has nothing but its "on".
template <class Happened>
What switched(const Reading& reading) {
    return Happened{reading.is("on")};
}

What idle(const Reading& reading) {
    const Duration since = reading.line.seconds("since").value_or(reading.t);
    if (since > reading.t) reading.line.complain("\"since\" is later than \"t\"");
    return trace::Idle{since};
}
What sleep_unseen(const Reading& reading) {
    return trace::SleepUnseen{reading.line.needed("seconds", reading.line.seconds("seconds"))};
}
What hold(const Reading& reading) {
    const auto by = reading.line.needed("by", reading.line.word<Sign>("by"));
    return trace::Hold{by, reading.is("on")};
}
What clock(const Reading& reading) {
    return trace::Clock{reading.line.needed("shift_s", reading.line.seconds("shift_s", -longest_trace_s))};
}
What zone(const Reading& reading) { return read_trace_zone(reading.line); }
template <class Happened>
What sense(const Reading& reading) {
    auto& line = reading.line;
    auto source = line.needed("source", line.text("source"));
    if (line.is_good() && source != "idle") {
        line.complain("unknown source \"" + source + "\" (expected \"idle\")");
    }
    return Happened{std::move(source)};
}
What restart(const Reading& reading) {
    const auto down = reading.line.seconds("down_s").value_or(Duration::zero());
    return trace::Restart{down, reading.line.flag("graceful").value_or(false)};
}

What answer(const Reading& reading) {
    const auto choice = reading.line.needed("choice", reading.line.word<Answer>("choice"));
    return trace::Answer{choice, reading.line.flag("snoozed").value_or(false)};
}
What posture(const Reading& reading) {
    return PostureConfirmed{reading.line.needed("value", reading.line.word<Posture>("value")), "trace"};
}
What start_break(const Reading& reading) { return BreakAsked{reading.line.word<Kind>("kind")}; }
What pause(const Reading& reading) { return PauseAsked{reading.line.seconds("seconds")}; }
What checkin(const Reading& reading) {
    auto& line = reading.line;
    Checkin checkin;
    checkin.pain = line.scale("pain");
    checkin.region = line.one_of("region", reading.guide.regions).value_or("");
    checkin.load = line.one_of("load", reading.guide.loads).value_or("");
    checkin.position = line.one_of("position", reading.guide.positions).value_or("");
    checkin.tension = line.scale("tension");
    checkin.function = line.word<Function>("function");
    checkin.tight = line.flag("tight").value_or(false);
    return CheckedIn{std::move(checkin)};
}
What hurts(const Reading& reading) { return TooPainful{std::nullopt, reading.line.scale("pain")}; }
What screen(const Reading& reading) {
    auto& line = reading.line;
    const auto clear = line.flag("clear");
    auto flags = line.texts("flags");
    if (clear.has_value() == flags.has_value()) line.complain("needs either \"flags\" or \"clear\"");
    if (clear && !*clear) line.complain("\"clear\" can only be true");
    if (!flags) return Cleared{};
    for (const auto& flag : *flags) {
        if (!find_red_flag(reading.guide, flag)) line.complain("unknown red flag \"" + flag + "\"");
    }
    return Screened{*std::move(flags)};
}
What programme(const Reading& reading) {
    return ProgrammeChosen{reading.line.needed("driver", reading.line.word<Driver>("driver"))};
}
What key_task(const Reading& reading) { return KeyTaskNamed{reading.line.needed("task", reading.line.text("task"))}; }
What levers(const Reading& reading) {
    LeversNamed named;
    for (const Lever lever : all_levers) {
        auto drill = reading.line.text(std::string{name(lever)}.c_str()).value_or("");
        if (!drill.empty() && !find_drill(reading.guide, drill)) {
            reading.line.complain("unknown drill \"" + drill + "\"");
        }
        named.drills[index(lever)] = std::move(drill);
    }
    return named;
}
What freer(const Reading& reading) { return FreerAnswered{reading.is("yes")}; }
What plan(const Reading& reading) { return PlanAnswered{reading.is("accept")}; }

using Named = std::pair<std::string_view, What (*)(const Reading&)>;
constexpr std::array<Named, 29> readers{{
    {"active", plain<trace::Active>},
    {"idle", idle},
    {"lock", plain<trace::Lock>},
    {"unlock", plain<trace::Unlock>},
    {"suspend", plain<trace::Suspend>},
    {"resume", plain<trace::Resume>},
    {"sleep_unseen", sleep_unseen},
    {"hold", hold},
    {"inhibit", switched<trace::Inhibit>},
    {"clock", clock},
    {"zone", zone},
    {"client", switched<trace::Client>},
    {"sense_lost", sense<trace::SenseLost>},
    {"sense_found", sense<trace::SenseFound>},
    {"restart", restart},
    {"answer", answer},
    {"posture", posture},
    {"break", start_break},
    {"pause", pause},
    {"unpause", plain<PauseEnded>},
    {"checkin", checkin},
    {"hurts", hurts},
    {"screen", screen},
    {"programme", programme},
    {"key_task", key_task},
    {"levers", levers},
    {"freer", freer},
    {"flare", switched<FlareAsked>},
    {"plan", plan},
}};

} // namespace

std::optional<What> read_trace_event(TraceLine& line, const std::string& event, Duration t, const Guide& guide) {
    const auto* const reader = std::ranges::find(readers, std::string_view{event}, &Named::first);
    if (reader == readers.end()) {
        line.complain("unknown event \"" + event + "\"");
        return std::nullopt;
    }
    return reader->second({line, t, guide});
}

trace::Zone read_trace_zone(TraceLine& line) {
    auto zone = line.needed("zone", line.text("zone"));
    if (line.is_good() && !is_zone(zone)) line.complain("unknown time zone \"" + zone + "\"");
    return {std::move(zone)};
}

} // namespace poise
