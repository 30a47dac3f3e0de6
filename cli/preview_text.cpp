// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_text.hpp"

#include "say.hpp"
#include "texts.hpp"

namespace poise {

namespace {

Duration whole(Seconds length) { return std::chrono::round<std::chrono::seconds>(length); }

std::string text_of(const PartView& part) {
    std::string text = "\n" + part.id + "  " + part.name;
    const std::string all = to_text(whole(part.length));
    if (!part.dose.empty()) text += ": " + part.dose;
    text += part.dose == all ? "\n" : " (" + all + ")\n";
    for (const auto& harder : part.progressions) text += "    + " + harder + "\n";
    return text + "    " +
           tr("{rule}: {why} Source: \"{source}\"", {{"rule", part.rule}, {"why", part.why}, {"source", part.source}}) +
           "\n";
}

} // namespace

std::string preview_text(const PromptView& prompt) {
    std::string text = said(prompt.kind);
    if (prompt.length > Seconds::zero()) text += ", " + to_text(whole(prompt.length));
    text += " (" + prompt.rule + ")\n" + prompt.why + "\n";
    if (!prompt.cue.empty()) text += prompt.cue + "\n";
    for (const auto& part : prompt.parts) text += text_of(part);
    for (const auto& point : prompt.points) text += "\n" + point.question + "\n    " + point.advice + "\n";
    return text;
}

} // namespace poise
