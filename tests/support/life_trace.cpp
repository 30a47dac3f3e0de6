// SPDX-License-Identifier: GPL-3.0-or-later
#include "life_trace.hpp"

#include "poise/iso_time.hpp"

#include <cstdlib>

namespace poise::test {

namespace {

std::string seconds(Duration length) {
    const auto ms = length.count();
    std::string text = std::to_string(std::abs(ms) / 1000);
    const std::string thousandths = std::to_string(1000 + std::abs(ms) % 1000).substr(1);
    return (ms < 0 ? "-" : "") + text + "." + thousandths;
}

std::string in_quotes(std::string_view text) { return '"' + std::string{text} + '"'; }
std::string is_on(bool on) { return on ? R"(, "on": true)" : R"(, "on": false)"; }

/// The name of an event of the trace and its keys. Empty: it leaves no line.
class Line {
public:
    explicit Line(Duration t) : t_{t} {}

    std::string operator()(const InputBegan&) const { return event("active"); }
    std::string operator()(const InputEnded& ended) const {
        return event("idle", R"(, "since": )" + seconds(ended.since - Life::booted));
    }
    std::string operator()(const Locked&) const { return event("lock"); }
    std::string operator()(const Unlocked&) const { return event("unlock"); }
    std::string operator()(const Suspended&) const { return event("suspend"); }
    std::string operator()(const Resumed&) const { return event("resume"); }
    std::string operator()(const SleptUnseen& slept) const { // it is known when it is over, and stands where it began
        const Duration since = slept.since - Life::booted;
        return line(since, "sleep_unseen", R"(, "seconds": )" + seconds(t_ - since));
    }
    std::string operator()(const SignBegan& sign) const { return hold(sign.by, true); }
    std::string operator()(const SignEnded& sign) const { return hold(sign.by, false); }
    std::string operator()(const InhibitChanged& inhibit) const { return event("inhibit", is_on(inhibit.on)); }
    std::string operator()(const PostureConfirmed& posture) const {
        return event("posture", R"(, "value": )" + in_quotes(name(posture.posture)));
    }
    std::string operator()(const Answered& answered) const {
        return event("answer", R"(, "choice": )" + in_quotes(name(answered.answer)) + R"(, "snoozed": true)");
    }
    std::string operator()(const BreakAsked& asked) const {
        return event("break", asked.kind ? R"(, "kind": )" + in_quotes(name(*asked.kind)) : "");
    }
    std::string operator()(const PauseAsked& pause) const {
        return event("pause", pause.length ? R"(, "seconds": )" + seconds(*pause.length) : "");
    }
    std::string operator()(const PauseEnded&) const { return event("unpause"); }
    std::string operator()(const CheckedIn& checked) const {
        const Checkin& said = checked.checkin;
        std::string keys;
        if (said.pain) keys += R"(, "pain": )" + std::to_string(*said.pain);
        if (said.tension) keys += R"(, "tension": )" + std::to_string(*said.tension);
        if (said.function) keys += R"(, "function": )" + in_quotes(name(*said.function));
        if (!said.region.empty()) keys += R"(, "region": )" + in_quotes(said.region);
        if (!said.load.empty()) keys += R"(, "load": )" + in_quotes(said.load);
        if (!said.position.empty()) keys += R"(, "position": )" + in_quotes(said.position);
        if (said.tight) keys += R"(, "tight": true)";
        return event("checkin", keys);
    }
    std::string operator()(const TooPainful& said) const {
        return event("hurts", said.pain ? R"(, "pain": )" + std::to_string(*said.pain) : "");
    }
    std::string operator()(const ProgrammeChosen& chosen) const {
        return event("programme", R"(, "driver": )" + in_quotes(name(chosen.driver)));
    }
    std::string operator()(const KeyTaskNamed& named) const {
        return event("key_task", R"(, "task": )" + in_quotes(named.task));
    }
    std::string operator()(const LeversNamed& named) const {
        return event("levers", R"(, "mobility": )" + in_quotes(named.drills[index(Lever::mobility)]) +
                                   R"(, "strength": )" + in_quotes(named.drills[index(Lever::strength)]));
    }
    std::string operator()(const FreerAnswered& answered) const {
        return event("freer", answered.yes ? R"(, "yes": true)" : R"(, "yes": false)");
    }
    std::string operator()(const FlareAsked& asked) const { return event("flare", is_on(asked.on)); }
    std::string operator()(const PlanAnswered& answered) const {
        return event("plan", answered.accepted ? R"(, "accept": true)" : R"(, "accept": false)");
    }
    std::string operator()(const Screened& screened) const {
        std::string flags;
        for (const auto& flag : screened.flags) flags += (flags.empty() ? "" : ", ") + in_quotes(flag);
        return event("screen", R"(, "flags": [)" + flags + "]");
    }
    std::string operator()(const Cleared&) const { return event("screen", R"(, "clear": true)"); }
    std::string operator()(const ClientsChanged& clients) const { return event("client", is_on(clients.any)); }
    std::string operator()(const IdleSourceLost&) const { return event("sense_lost", R"(, "source": "idle")"); }
    std::string operator()(const IdleSourceFound&) const { return event("sense_found", R"(, "source": "idle")"); }
    std::string operator()(const Life::WallClockSet& set) const {
        return event("clock", R"(, "shift_s": )" + seconds(set.shift));
    }
    std::string operator()(const Life::Restart& restart) const {
        const std::string down = R"(, "down_s": )" + seconds(restart.down);
        return event("restart", down + (restart.graceful ? R"(, "graceful": true)" : ""));
    }
    std::string operator()(const Event& event) const { return std::visit(*this, event); }
    /// What a trace has no word for: a life that is to be replayed does without.
    template <class Other>
    std::string operator()(const Other&) const {
        return {};
    }

private:
    std::string hold(Sign sign, bool on) const {
        return event("hold", R"(, "by": )" + in_quotes(name(sign)) + is_on(on));
    }
    std::string event(std::string_view word, const std::string& keys = {}) const { return line(t_, word, keys); }
    static std::string line(Duration t, std::string_view word, const std::string& keys) {
        return R"({"t": )" + seconds(t) + R"(, "event": )" + in_quotes(word) + keys + "}\n";
    }

    Duration t_;
};

} // namespace

std::string trace_of(const Life& life) {
    const std::string zone = life.zone().empty() ? "" : R"(, "zone": )" + in_quotes(life.zone());
    std::string text = R"({"start": )" + in_quotes(to_iso(life.start(), life.start_offset())) + zone + "}\n";
    for (const auto& [t, what] : life.happenings()) text += std::visit(Line{t}, what);
    return text + R"({"t": )" + seconds(life.age()) + R"(, "event": "end"})" + "\n";
}

} // namespace poise::test
