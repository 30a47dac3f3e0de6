// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_loop.hpp"

#include "checkin.hpp"
#include "compose.hpp"
#include "dose.hpp"
#include "practice.hpp"
#include "review.hpp"
#include "say.hpp"
#include "texts.hpp"

#include <cmath>

namespace poise {

namespace {

std::string percent(int figure) { return std::to_string(figure) + " %"; }
std::string in_days(std::chrono::days length) { return std::to_string(length.count()); }
std::string share(double part) { return percent(static_cast<int>(std::lround(part * 100))); }

std::string row(const char* rule, const std::string& what, const char* source, const std::string& added = {}) {
    return std::string{"| "} + rule + " | " + what + " | " + source + " | " + (added.empty() ? "" : added + " ") +
           "|\n";
}

std::string schedule() {
    const Settings usual;
    return row("S1",
               fill("{length} of rest for the hands after {every} of work",
                    {{"length", to_text(usual.microbreak_length)}, {"every", to_text(usual.microbreak_every)}}),
               "1. Muscle Strain and Overuse", "Both figures; the interval is that of McLean et al. 2001.") +
           row("S2",
               fill("sit and stand in turn: at a pause from {from} on, at {to} in any case",
                    {{"from", to_text(usual.posture_window_from)}, {"to", to_text(usual.posture_window_to)}}),
               "Lifestyle Modifications") +
           row("S3",
               fill("a snack of {length} after {every} at the desk, and at the end of a meeting",
                    {{"length", to_text(usual.snack_length)}, {"every", to_text(usual.snack_every)}}),
               "Lifestyle Modifications", "Length and interval; the source has ten pulls between meetings.") +
           row("S4",
               fill("a mobility block of {length} in the morning and one in the afternoon",
                    {{"length", to_text(usual.mobility_length)}}),
               "Stretching Frequency and Duration") +
           row("S6",
               fill("two strength sessions of {length} a week, a full day between, a missed one moved once",
                    {{"length", to_text(usual.strength_length)}}),
               "Prevention Strategies", "The length; the day between, since skipped rest days are named as a driver.") +
           row("S7",
               fill("breath for {length} every {every}, and at the beginning of each block",
                    {{"length", to_text(usual.breath_length)}, {"every", to_text(usual.breath_every)}}),
               "Lifestyle Modifications", "Length and interval.");
}

std::string changes() {
    return row("S10",
               fill("a tight day: 2 rounds of each stretch, 3 from a tension of {tension} of 10 on",
                    {{"tension", std::to_string(tension_of_three_rounds)}}),
               "Stretching Frequency and Duration", "From which tension on it is 3.") +
           row("F4",
               fill("every {days} days, with its reason, and taken back where the person refuses. At least "
                    "{share} done: better, the next harder way; as it was, a little more, or other drills "
                    "where the pain is above {pain}; worse, other drills. Less done: a smaller dose",
                    {{"days", in_days(plan_lasts)},
                     {"share", share(consistent_adherence)},
                     {"pain", std::to_string(pain_to_work_with)}}),
               "Managing Upper Back Pain Effectively",
               "Interval and share; what is better or worse: the answer about the key task, which goes "
               "first, or a point of ten on the mean of a week. What got worse is not loaded more.") +
           row("F5",
               fill("pain above {work} in or after a session: the next one is {eased} as long. Above {stop}: "
                    "it stops, and the red flags are asked",
                    {{"work", std::to_string(pain_to_work_with)},
                     {"eased", percent(eased_percent)},
                     {"stop", std::to_string(pain_that_stops)}}),
               "Conservative Treatment Methods", "The source aims for 3 to 4; what follows above is ours.") +
           row("F6",
               fill("a flare: sessions of {light} of their length, {strong} from a pain of {pain} on, the "
                    "smallest doses, no harder ways, for {least} to {most} days or until it settles",
                    {{"light", percent(light_flare)},
                     {"strong", percent(strong_flare)},
                     {"pain", std::to_string(strong_pain)},
                     {"least", in_days(shortest_flare)},
                     {"most", in_days(longest_flare)}}),
               "Conservative Treatment Methods",
               fill("When it begins: by hand, at {above} above the usual figure, at {pain} where none is "
                    "known; when it has settled: within {within} of the usual figure; how many days several "
                    "are.",
                    {{"above", std::to_string(flare_above_usual)},
                     {"pain", std::to_string(strong_pain)},
                     {"within", std::to_string(settled_within)}})) +
           row("R3",
               fill("no better after 2 to 3 weeks with at least {share} done, or after 4 weeks whatever was "
                    "done: have it reviewed",
                    {{"share", share(consistent_adherence)}}),
               "When should I see a doctor for upper back pain?", "The share; the four weeks, from F9.");
}

} // namespace

std::string loop_table() {
    const InEnglish for_review; // as the source is
    return "## When, and how much\n\nThe person may change times and lengths. Whatever comes "
           "together, a dose stays in the range of its drill. A block opens with breath,\nholds a "
           "rotation and an extension where the day has had none, takes what was done least lately "
           "and nothing of the block before\nwhere there is a choice, does both sides, and ends "
           "with a light pull.\n\n| rule | what Poise does | place in the source | what we added, "
           "and why |\n|---|---|---|---|\n" +
           schedule() + changes();
}

} // namespace poise
