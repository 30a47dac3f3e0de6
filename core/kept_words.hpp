// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that facts hold. The journal is in English whatever the person's language, so that it means the same
// everywhere and in ten years; `retold` finds the sentence that a text was made from and says it in their language.
#pragma once

#include "say.hpp"

#include <array>
#include <string>
#include <string_view>

namespace poise::kept {

// Why a prompt is shown.
inline constexpr const char* asked_by_hand = mark("You asked for it.");
inline constexpr const char* worked = mark("{time} of work since your hands last rested.");
inline constexpr const char* sat = mark("{time} of sitting.");
inline constexpr const char* stood = mark("{time} of standing.");
inline constexpr const char* after_meeting = mark("A long meeting is over: a good moment to move.");
inline constexpr const char* unmoved = mark("{time} at the desk since you last moved.");
inline constexpr const char* mobility = mark("Time for one of today's mobility blocks.");
inline constexpr const char* strength = mark("Today is a strength day, and you have been at the desk for a while.");
inline constexpr const char* no_breathing = mark("{time} at the desk since the last breathing drill.");
inline constexpr const char* workstation = mark("A look at your workstation, a few points only.");
inline constexpr const char* checkin = mark("How was your back today?");

// What is different about a session.
inline constexpr const char* in_flare = mark("Shorter until it has settled.");
inline constexpr const char* eased = mark("Shorter this time, since the last one hurt.");
inline constexpr const char* tight_day = mark("More rounds, since today is a tight day.");
inline constexpr const char* still_freer = mark("Are you still freer than before yesterday's block?");
inline constexpr const char* function = mark("And once a week: is your key task easier, the same or harder?");
inline constexpr const char* function_of = mark("And once a week: is \"{task}\" easier, the same or harder?");

// How the plan and the length of sessions came to be what they are.
inline constexpr const char* smaller =
    mark("You did {share} of the exercises in two weeks: a smaller dose of the same drills, so that they fit into your "
         "days.");
inline constexpr const char* as_it_is =
    mark("You did {share} of the exercises in two weeks. No check-in says how it goes, so the plan stays as it is.");
inline constexpr const char* next_progression =
    mark("You did {share} of the exercises in two weeks, and it got better: the next progression of each drill.");
inline constexpr const char* more_of_each =
    mark("You did {share} of the exercises in two weeks, and it stays as it was: a little more of each drill.");
inline constexpr const char* other_drills =
    mark("You did {share} of the exercises in two weeks, and it stays as it was: other drills for two weeks.");
inline constexpr const char* other_drills_as_it_is_worse =
    mark("You did {share} of the exercises in two weeks, and it got harder: other drills for two weeks.");
inline constexpr const char* agreed = mark("You agreed to the change.");
inline constexpr const char* refused = mark("You refused the change.");
inline constexpr const char* week_passed = mark("A week has passed.");
inline constexpr const char* settled = mark("It has settled.");
inline constexpr const char* well_above = mark("The figure is well above your usual one.");
inline constexpr const char* by_hand = mark("By hand.");

inline constexpr std::array all{asked_by_hand,
                                worked,
                                sat,
                                stood,
                                after_meeting,
                                unmoved,
                                mobility,
                                strength,
                                no_breathing,
                                workstation,
                                checkin,
                                in_flare,
                                eased,
                                tight_day,
                                still_freer,
                                function_of,
                                function,
                                smaller,
                                as_it_is,
                                next_progression,
                                more_of_each,
                                other_drills,
                                other_drills_as_it_is_worse,
                                agreed,
                                refused,
                                week_passed,
                                settled,
                                well_above,
                                by_hand};

} // namespace poise::kept

namespace poise {

/// A text of a fact for the person: each of its sentences that is one of those above, the rest as it is.
[[nodiscard]] std::string retold(std::string_view text);

} // namespace poise
