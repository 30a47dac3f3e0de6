// SPDX-License-Identifier: GPL-3.0-or-later
// The whole state of the daemon as one value, in four parts that live differently: what the senses say now, the spans
// of time being written, what the journal remembers (Memory: the fold of the facts, compared by the restart tests), and
// how long each due kind has been free to be shown. Only step() changes it.
#pragma once

#include "poise/fact.hpp"
#include "poise/guide.hpp"
#include "poise/settings.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace poise {

/// A desk or a script that tells the posture.
struct PostureSource {
    std::string name;
    Posture says{};
    Instant heard{};
    std::optional<Instant> believed_at; // none: it has been
};

/// Who is at the desk, as the senses tell it. Not restored: the senses say it again at the start.
struct Activity {
    bool idle_source = false;
    Duration blind{}; // how long there has been none since the last one, or since the start
    std::string idle_source_why = "no idle source has been found yet";
    bool input = false;    // goes on now
    Instant input_since{}; // the present spell of input
    Instant last_input{};  // end of the last one; now, while input goes on
    bool locked = false;
    bool asleep = false;
    bool inhibited = false;               // a video or the like
    bool counting = false;                // keys and clicks can be counted here
    bool any_client = false;              // somebody can show prompts
    std::array<bool, sign_count> stale{}; // signs known from the journal that no sense has confirmed since the start

    Presence presence = Presence::unknown;
    Instant presence_since{};
    Instant absence_from{};     // the last input or the end of passive, whichever is later
    Duration unproven{};        // of the time since then, counted as at the desk until it proves an absence
    Duration unproven_work{};   // of that, counted as working until it proves a rest
    bool rest_credited = false; // the absence has reached microbreak_length
    bool seat_left = false;     // ... seat_left_after
    Instant down_from{};        // the daemon's last downtime: what lies in it was never counted
    Instant down_to{};
    bool down_ends_bout = false;           // it was long enough, but how the bout ended is for the idle source to say
    std::optional<Duration> restored_rest; // the resting tail of what was written last, until the idle source speaks
    Instant last_fact{};                   // before it
    bool rebooted = false;                 // ... was (also) the machine's
    std::optional<Instant> returned;       // unlock, wake or the end of an absence: starts after_return
    std::optional<Instant> meeting_ended;  // counts as passive for a while
    std::optional<Instant> not_shown;      // no client confirmed a prompt: do not offer at once again
    std::vector<PostureSource> posture_sources;
};

/// What is being written: time that no closed fact holds yet.
struct Spans {
    std::optional<Bout> bout;
    std::optional<Unseen> unseen;
    Absence absence;
    std::optional<Instant> written; // when the open bout or unseen span was last recorded
};

struct KindMemory {
    Duration elapsed{}; // the kind's clock: time at the desk since it was last fulfilled or refused
    int refusals = 0;   // skipped or missed in a row this civil day
    int snoozes = 0;    // since its last outcome, over withdrawals and restarts
    bool operator==(const KindMemory&) const = default;
};

struct OpenPrompt {
    Prompt prompt;
    bool by_hand = false;
    Day day{}; // for which it is asked, whenever it is answered
    Phase phase{};
    Instant since{}; // of the phase
    int times_shown = 0;
    bool was_snoozed = false;
    Instant snoozed_until{};
    Duration waited{};                   // at the desk since it was last shown
    Duration progress{};                 // hands off since Start
    std::optional<Instant> typing_since; // in a running break
    std::optional<Instant> paused_since;
    Duration progress_when_paused{};
    Duration progress_when_written{};  // what a restart may count on
    std::optional<std::size_t> window; // of a mobility block: which one it is for
    bool eased = false;                // F5: composed smaller, since the last one hurt
    bool operator==(const OpenPrompt&) const = default;
};

/// One civil day, as far as the plan and the reviews look back.
struct PracticeDay {
    Day day{};
    int asked = 0;           // exercises that came to an outcome of the person's own
    int done_halves = 0;     // a taken one counts two, a partial one one
    std::optional<int> pain; // the last of the day
    std::optional<Function> function;
    bool operator==(const PracticeDay&) const = default;
};

/// F6: since a day, so much of the usual length.
struct Flare {
    Day since{};
    int percent = 75;
    bool operator==(const Flare&) const = default;
};

struct LastDone {
    Day day{};
    Instant at{};
    bool operator==(const LastDone&) const = default;
};

/// What was done and how it went: what composition, dose and the reviews look back on, four weeks and a little more.
struct Practice {
    std::map<std::string, LastDone> last_done; // by drill: the end of the break that held it
    std::vector<std::string> today;            // drills done on Memory::day
    std::vector<std::string> last_block;       // drills of the last mobility block done
    std::optional<Day> block_done;             // its day
    std::optional<Day> freer_asked;            // F7
    std::optional<Instant> session_done;       // F5: the last exercise done
    bool ease_next = false;                    // F5: it hurt; the next session is a smaller one
    std::vector<PracticeDay> days;             // oldest first
    int tight_rounds = 1;                      // S10: today
    std::string last_cue;
    bool operator==(const Practice&) const = default;
};

/// The fold of the journal's facts.
struct Memory {
    PromptId next_prompt = 1;
    SpanId next_span = 1;
    Day day{}; // the civil day of the refusals, of desk_today and of the breath clock
    Posture posture = Posture::sitting;
    std::array<KindMemory, kind_count> kinds{};
    Duration desk_today{};
    std::optional<OpenPrompt> open;
    Instant written{};                    // when the last span was
    std::optional<Instant> last_outcome;  // of a shown prompt: starts spacing
    std::optional<Instant> last_exercise; // of a shown exercise that was not withdrawn: starts exercise_spacing
    std::vector<Instant> shows;           // within the last hour
    std::array<std::optional<Instant>, sign_count> signs{}; // on since
    std::optional<Instant> meeting_since;                   // meetings and screencasts that overlap are one
    std::optional<Instant> long_meeting_ended;
    std::optional<Instant> meeting_snack_until; // due by a meeting; shown in time, it lapses no more
    std::optional<Instant> paused_until;
    std::vector<std::string> red_flags;
    Driver driver = Driver::prevention;
    bool cleared = false;                           // by hand, since the last red flag
    std::vector<std::optional<Day>> mobility_asked; // one for each window: the day it was last asked on
    std::optional<Day> strength_done;
    std::optional<Day> strength_asked;
    std::optional<Day> checked_in;
    std::optional<Instant> workstation_checked;
    Practice practice;
    Plan plan;
    std::optional<PlanChange> last_change; // F4: that can still be refused
    std::optional<Day> plan_since;         // the last review, or the first exercise
    std::optional<Flare> flare;
    std::array<std::string, lever_count> levers; // as chosen; empty: the programme's
    std::string key_task;
    std::optional<Day> function_asked;              // F3
    bool discomfort_rises = false;                  // S12: a workstation check is due
    std::optional<Day> desk_week;                   // the Monday of the last week with time at the desk
    std::optional<Day> untold_week;                 // likewise of one before it whose report nobody has been told of
    std::array<std::optional<Day>, 2> reviews_told; // R3: at two to three weeks, and at four
    bool introduced = false;                        // the introduction has been on the screen
    bool operator==(const Memory&) const = default;
};

struct State {
    Settings settings;
    GuidePtr guide;
    Moment now; // of the last step
    Activity activity;
    Spans spans;
    Memory memory;
    std::array<std::optional<Instant>, kind_count> free_since{}; // due and not blocked: patience runs from here
};

} // namespace poise
