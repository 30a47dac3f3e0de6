// SPDX-License-Identifier: GPL-3.0-or-later
// What a daemon might say about itself, for tests of how it is shown.
#pragma once

#include "local_times.hpp"
#include "status_view.hpp"

namespace poise::test {

using namespace std::chrono_literals;

/// Monday, 23 November 2026, 09:24 in Berlin: half an hour into a quiet morning.
inline constexpr std::chrono::sys_seconds a_morning{1795422240s};

inline Offset berlin(UtcTime) { return 1h; }

inline Snapshot quiet_morning() {
    Snapshot snapshot;
    snapshot.now = a_morning;
    auto& daemon = snapshot.daemon;
    daemon.version = "1.2.3";
    daemon.presence = "working";
    daemon.presence_since = a_morning - 24min;
    daemon.posture = "sitting";
    daemon.bout = 24min;
    daemon.headline = "Sitting 24 min, stand up in 6 min to 21 min.";
    daemon.idle_source = {"x11", true, a_morning - 25min, "", {{"mutter", false, "no GNOME"}, {"x11", true, "in use"}}};
    daemon.presenters = 1;
    daemon.journal = {"/home/a/.local/share/poise/poise.db", "", 0, 0};
    daemon.configuration = {"/home/a/.config/poise/poise.toml", true, {}};
    snapshot.kinds = {
        {"microbreak", true, false, Seconds{4min}, Seconds{20min}, a_morning + 16min, {}, "S1"},
        {"posture_change", true, false, Seconds{24min}, Seconds{30min}, a_morning + 6min, {}, "S2"},
        {"snack", true, false, Seconds{24min}, Seconds{90min}, a_morning + 66min, {}, "S3"},
        {"mobility", true, false, std::nullopt, std::nullopt, a_morning + 36min, {}, "S4"},
        {"strength", false, false, std::nullopt, std::nullopt, std::nullopt, {}, "S6"},
    };
    snapshot.explanation = {"no hold is in force", "microbreak: not due"};
    return snapshot;
}

inline Snapshot with_prompt(std::string phase) {
    Snapshot snapshot = quiet_morning();
    PromptView prompt;
    prompt.id = 7;
    prompt.kind = "microbreak";
    prompt.drills = {"C1"};
    prompt.rule = "S1";
    prompt.length = 30s;
    prompt.why = "20 min of work since your hands last rested.";
    prompt.phase = std::move(phase);
    prompt.title = "Rest your hands for 30 s";
    prompt.text = prompt.why + " Rest your hands.";
    prompt.start_label = "Start";
    prompt.snoozes_left = 2;
    snapshot.daemon.prompt = prompt;
    snapshot.kinds[0].due = true;
    snapshot.kinds[0].next_due.reset();
    return snapshot;
}

/// Everything that can be wrong or in the way, at once.
inline Snapshot a_bad_day() {
    Snapshot snapshot = quiet_morning();
    auto& daemon = snapshot.daemon;
    daemon.headline = "Poise cannot see when you pause: the X server is gone.";
    daemon.presence = "unknown";
    daemon.presence_since = a_morning - 26h;
    daemon.holds = {"meeting", "paused", "exercise_off"};
    daemon.paused_until = a_morning + 66min;
    daemon.exercise_off = true;
    daemon.idle_source = {"", false, a_morning - 26h, "the X server is gone"};
    daemon.presenters = 0;
    daemon.journal.trouble = "the disk is full";
    daemon.journal.waiting = 12;
    daemon.journal.dropped = 3;
    daemon.configuration.problems = {"poise.toml:1:1: a", "poise.toml:2:1: b", "poise.toml:3:1: \x1b[31mc",
                                     "poise.toml:4:1: d", "poise.toml:5:1: e", "poise.toml:6:1: f"};
    for (auto& kind : snapshot.kinds) kind.next_due.reset();
    snapshot.kinds[0].due = true;
    snapshot.kinds[2].due = true;
    snapshot.kinds[2].blocks = {"meeting", "exercise_off", "no_client"};
    snapshot.explanation = {"hold meeting: you are in a meeting, until 12:01 at the latest",
                            "hold exercise_off: exercise is off"};
    return snapshot;
}

} // namespace poise::test
