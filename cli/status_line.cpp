// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem_text.hpp"
#include "say.hpp"
#include "status_view.hpp"
#include "texts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace poise {

namespace {

bool is_at_the_desk(const DaemonView& daemon) {
    return daemon.presence == name(Presence::working) || daemon.presence == name(Presence::passive) ||
           daemon.presence == name(Presence::resting);
}
bool is_on_screen(const PromptView& prompt) { return prompt.phase != name(Phase::snoozed); }

const KindView* find_kind(const Snapshot& snapshot, Kind kind) {
    const auto found = std::ranges::find(snapshot.kinds, name(kind), &KindView::kind);
    return found == snapshot.kinds.end() ? nullptr : &*found;
}

std::string prompt_name(const PromptView& prompt) { return prompt.title.empty() ? said(prompt.kind) : prompt.title; }

/// The headline, and what a person should know beside it.
std::vector<std::string> sentences(const Snapshot& snapshot) {
    const auto& daemon = snapshot.daemon;
    std::vector<std::string> sentences{daemon.headline};
    if (daemon.prompt)
        sentences.push_back(tr("{prompt} ({phase}).",
                               {{"prompt", prompt_name(*daemon.prompt)}, {"phase", said(daemon.prompt->phase)}}));
    if (std::ranges::count(daemon.holds, name(Block::exercise_off)) > 0) sentences.push_back(tr("Exercise is off."));
    if (daemon.presenters == 0) sentences.push_back(tr("Nobody can show you a prompt."));
    if (!daemon.journal.trouble.empty())
        sentences.push_back(tr("The journal cannot be written: {why}", {{"why", daemon.journal.trouble}}));
    for (auto& sentence : sentences) sentence = printable(sentence, longest_line);
    return sentences;
}

std::string in_pango(std::string_view text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        default: escaped += character;
        }
    }
    return escaped;
}

/// What a style sheet tells apart: the one thing that matters most.
std::string class_of(const DaemonView& daemon) {
    if (daemon.prompt) return daemon.prompt->phase;
    const auto hold =
        std::ranges::find_if(daemon.holds, [](const auto& each) { return each != name(Block::exercise_off); });
    if (hold != daemon.holds.end()) return *hold;
    return is_at_the_desk(daemon) ? daemon.posture : daemon.presence;
}

std::string short_text(const DaemonView& daemon) {
    if (daemon.prompt && is_on_screen(*daemon.prompt)) return prompt_name(*daemon.prompt);
    if (!is_at_the_desk(daemon) || (!daemon.prompt && class_of(daemon) != daemon.posture))
        return said(class_of(daemon));
    return tr("{posture} {length}",
              {{"posture", said(daemon.posture)}, {"length", to_text(std::chrono::round<Duration>(daemon.bout))}});
}

int percentage(const Snapshot& snapshot) {
    const auto* change = find_kind(snapshot, Kind::posture_change);
    if (!change || !change->elapsed || !change->interval || change->interval->count() <= 0) return 0;
    return static_cast<int>(std::clamp(std::round(100 * (*change->elapsed / *change->interval)), 0.0, 100.0));
}

} // namespace

std::string status_line(const Snapshot& snapshot) {
    std::string line;
    for (const auto& sentence : sentences(snapshot)) line += (line.empty() ? "" : " ") + sentence;
    return line;
}

nlohmann::ordered_json waybar_json(const std::optional<Snapshot>& snapshot) {
    if (!snapshot) {
        return {
            {"text", tr("off")}, {"tooltip", tr("poised does not answer.")}, {"class", "no_daemon"}, {"percentage", 0}};
    }
    std::string tooltip;
    for (const auto& sentence : sentences(*snapshot)) tooltip += (tooltip.empty() ? "" : "\n") + sentence;
    return {{"text", in_pango(printable(short_text(snapshot->daemon), longest_line))},
            {"tooltip", in_pango(tooltip)},
            {"class", class_of(snapshot->daemon)},
            {"percentage", percentage(*snapshot)}};
}

std::optional<Seconds> next_minute(const Snapshot& snapshot) {
    if (!is_at_the_desk(snapshot.daemon)) return std::nullopt;
    // Lengths are rounded to the nearest minute, so they change at the half.
    constexpr double minute = 60;
    const auto to_next = [](Seconds length) {
        return Seconds{minute - std::fmod(length.count() + minute / 2, minute)};
    };
    Seconds wait = to_next(std::max(snapshot.daemon.bout, Seconds{}));
    const auto* change = find_kind(snapshot, Kind::posture_change);
    if (change && change->elapsed) wait = std::min(wait, to_next(std::max(*change->elapsed, Seconds{})));
    return wait;
}

} // namespace poise
