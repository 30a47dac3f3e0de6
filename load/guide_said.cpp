// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_said.hpp"

#include "say.hpp"

namespace poise {

namespace {

// po/texts.py takes these same fields from config/guide.toml.

void say(std::string& text) { text = tr(text.c_str()); }
void say(std::vector<std::string>& texts) {
    for (auto& text : texts) say(text);
}

void say(Drill& drill) {
    say(drill.name);
    say(drill.steps);
    say(drill.breathing);
    say(drill.alt);
    for (Progression& harder : drill.progressions) say(harder.text);
}

void say(Programme& programme) {
    for (auto* text : {&programme.name, &programme.focus, &programme.avoids_why, &programme.allows_why}) say(*text);
    for (auto* choices : {&programme.prefers, &programme.forbids}) {
        for (DrillChoice& choice : *choices) say(choice.why);
    }
}

} // namespace

Guide in_the_persons_language(Guide guide) {
    for (Drill& drill : guide.drills) say(drill);
    for (Programme& programme : guide.programmes) say(programme);
    for (Cue& cue : guide.cues) say(cue.text);
    for (WorkstationPoint& point : guide.workstation) {
        say(point.question);
        say(point.advice);
    }
    for (RedFlag& flag : guide.red_flags) say(flag.question);
    for (Card& card : guide.cards) {
        say(card.title);
        say(card.lines);
    }
    return guide;
}

} // namespace poise
