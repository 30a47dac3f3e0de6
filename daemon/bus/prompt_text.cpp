// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_text.hpp"

#include "kept_words.hpp"
#include "texts.hpp"

namespace poise {

namespace {

std::string title_of(Kind kind, Duration length, Posture posture) {
    const auto lasting = [&](const char* title, const char* with_length) {
        return length > Duration::zero() ? tr(with_length, {{"time", to_text(length)}}) : tr(title);
    };
    switch (kind) {
    case Kind::microbreak: return lasting(mark("Rest your hands"), mark("Rest your hands for {time}"));
    case Kind::posture_change: return posture == Posture::sitting ? tr("Time to stand up") : tr("Time to sit down");
    case Kind::snack: return lasting(mark("Move a little"), mark("Move a little for {time}"));
    case Kind::mobility: return lasting(mark("Loosen up"), mark("Loosen up for {time}"));
    case Kind::strength: return lasting(mark("Strength exercises"), mark("Strength exercises for {time}"));
    case Kind::breath: return lasting(mark("Breathe slowly"), mark("Breathe slowly for {time}"));
    case Kind::workstation_check: return tr("Check your workstation");
    case Kind::checkin: return tr("How was your day?");
    }
    return "";
}

/// A prompt without a length is over once it is answered, so its button says what has been done.
std::string start_label_of(Kind kind, Posture posture) {
    switch (kind) {
    case Kind::posture_change: return posture == Posture::sitting ? tr("I am standing") : tr("I am sitting");
    case Kind::workstation_check: return tr("I have checked it");
    case Kind::checkin: return tr("I have answered");
    case Kind::microbreak:
    case Kind::snack:
    case Kind::mobility:
    case Kind::strength:
    case Kind::breath: break;
    }
    return tr("Start");
}

/// "Breathing: 5 breaths. Thoracic rotation: 20 s on each side. ..."
std::string in_a_row(const std::vector<PromptDrill>& drills, const Guide& guide) {
    std::string text;
    for (const PromptDrill& each : drills) {
        const Drill* drill = find_drill(guide, each.drill);
        if (!drill) continue;
        const std::string dose = to_text(each.dose, drill->dose);
        if (!text.empty()) text += ' ';
        text += dose.empty() ? tr("{drill}.", {{"drill", drill->name}})
                             : tr("{drill}: {dose}.", {{"drill", drill->name}, {"dose", dose}});
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
    if (prompt.kind == Kind::checkin) return tr("Tell Poise with: poise checkin");
    if (const Cue* cue = find_cue(guide, prompt.cue)) return cue->text;
    if (prompt.drills.size() > 1) return in_a_row(prompt.drills, guide);
    const Drill* drill = prompt.drills.empty() ? nullptr : find_drill(guide, prompt.drills.front().drill);
    return drill ? drill->steps.front() : "";
}

} // namespace

PromptText prompt_text(const Prompt& prompt, Posture posture, const Guide& guide) {
    std::string text = retold(prompt.why);
    const std::string to_do = first_thing_to_do(prompt, guide);
    if (!text.empty() && !to_do.empty()) text += ' ';
    text += to_do;
    return {title_of(prompt.kind, prompt.length, posture), std::move(text), start_label_of(prompt.kind, posture)};
}

PromptText announcement(Kind kind, Duration length, Duration heads_up) {
    return {
        tr("Soon: {what}", {{"what", title_of(kind, length, Posture::sitting)}}),
        tr("In about {time}, at a pause in your typing. You can still put it off then.", {{"time", to_text(heads_up)}}),
        ""};
}

} // namespace poise
