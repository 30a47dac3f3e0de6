// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_text.hpp"

#include "texts.hpp"

namespace poise {

namespace {

std::string title_of(Kind kind, Duration length, Posture posture) {
    const std::string for_its_length = length > Duration::zero() ? " for " + to_text(length) : "";
    switch (kind) {
    case Kind::microbreak: return "Rest your hands" + for_its_length;
    case Kind::posture_change: return posture == Posture::sitting ? "Time to stand up" : "Time to sit down";
    case Kind::snack: return "Move a little" + for_its_length;
    case Kind::mobility: return "Loosen up" + for_its_length;
    case Kind::strength: return "Strength exercises" + for_its_length;
    case Kind::breath: return "Breathe slowly" + for_its_length;
    case Kind::workstation_check: return "Check your workstation";
    case Kind::checkin: return "How was your day?";
    }
    return "";
}

/// A prompt without a length is over once it is answered, so its button says what has been done.
std::string start_label_of(Kind kind, Posture posture) {
    switch (kind) {
    case Kind::posture_change: return posture == Posture::sitting ? "I am standing" : "I am sitting";
    case Kind::workstation_check: return "I have checked it";
    case Kind::checkin: return "I have answered";
    case Kind::microbreak:
    case Kind::snack:
    case Kind::mobility:
    case Kind::strength:
    case Kind::breath: return "Start";
    }
    return "Start";
}

/// "Breathing: 5 breaths. Thoracic rotation: 20 s on each side. ..."
std::string in_a_row(const std::vector<PromptDrill>& drills, const Guide& guide) {
    std::string text;
    for (const PromptDrill& each : drills) {
        const Drill* drill = find_drill(guide, each.drill);
        if (!drill) continue;
        const std::string dose = to_text(each.dose, drill->dose);
        if (!text.empty()) text += ' ';
        text += drill->name + (dose.empty() ? "." : ": " + dose + ".");
    }
    return text;
}

/// S12
std::string questions_of(const Guide& guide) {
    std::string text;
    for (const WorkstationPoint& point : guide.workstation) text += (text.empty() ? "" : " ") + point.question;
    return text;
}

std::string first_thing_to_do(const Prompt& prompt, const Guide& guide) {
    if (prompt.kind == Kind::workstation_check) return questions_of(guide);
    if (prompt.kind == Kind::checkin) return "Tell Poise with: poise checkin";
    if (const Cue* cue = find_cue(guide, prompt.cue)) return cue->text;
    if (prompt.drills.size() > 1) return in_a_row(prompt.drills, guide);
    const Drill* drill = prompt.drills.empty() ? nullptr : find_drill(guide, prompt.drills.front().drill);
    return drill ? drill->steps.front() : "";
}

} // namespace

PromptText prompt_text(const Prompt& prompt, Posture posture, const Guide& guide) {
    std::string text = prompt.why;
    const std::string to_do = first_thing_to_do(prompt, guide);
    if (!text.empty() && !to_do.empty()) text += ' ';
    text += to_do;
    return {title_of(prompt.kind, prompt.length, posture), std::move(text), start_label_of(prompt.kind, posture)};
}

PromptText announcement(Kind kind, Duration length, Duration heads_up) {
    return {"Soon: " + title_of(kind, length, Posture::sitting),
            "In about " + to_text(heads_up) + ", at a pause in your typing. You can still put it off then.", ""};
}

} // namespace poise
