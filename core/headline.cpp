// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity.hpp"
#include "dues.hpp"
#include "memory.hpp"
#include "poise/iso_time.hpp"
#include "poise/status.hpp"
#include "say.hpp"
#include "status_parts.hpp"
#include "texts.hpp"

namespace poise {

namespace {

/// Whoever is there and is asked nothing is to see why, and that it ends; empty: nothing keeps all prompts back.
std::string why_nothing_is_asked(const State& state, const Moment& now) {
    std::vector<Block> holds;
    holds_in_force(state, now).for_each([&](Block hold) {
        if (hold != Block::exercise_off && hold != Block::away) holds.push_back(hold);
    });
    if (holds.empty()) return "";
    const std::string why = in_one_sentence(holds);
    const bool has_end = holds.size() == 1 && (holds.front() == Block::paused || holds.front() == Block::outside_hours);
    const auto until = has_end ? until_of(state, holds.front(), now) : std::nullopt;
    return until ? tr("No prompts until {time}: {why}.", {{"time", clock_text(now, *until)}, {"why", why}})
                 : tr("No prompts: {why}.", {{"why", why}});
}

} // namespace

std::string sentence_for(Block block) {
    switch (block) {
    case Block::meeting: return tr("you are in a meeting");
    case Block::screencast: return tr("your screen is being shared");
    case Block::dnd: return tr("do not disturb is on");
    case Block::fullscreen: return tr("a window is full screen");
    case Block::paused: return tr("you have paused Poise");
    case Block::outside_hours: return tr("it is outside your working hours");
    case Block::exercise_off: return tr("exercise is off");
    case Block::away: return tr("nobody is at the desk");
    case Block::no_client: return tr("no client is there to show it");
    case Block::after_return: return tr("you have only just come back");
    case Block::spacing: return tr("the last prompt was a short while ago");
    case Block::exercise_spacing: return tr("the last exercise was a short while ago");
    case Block::per_hour: return tr("there have been enough prompts this hour");
    case Block::prompt_open: return tr("another prompt is open");
    }
    return "";
}

std::string clock_text(const Moment& now, Instant at) {
    const auto local = local_time_at(now, at);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto today = std::chrono::floor<std::chrono::days>(local_time_at(now, now.instant));
    const auto time = std::chrono::hh_mm_ss{local - day};
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    return (day == today ? "" : to_iso(day) + " ") + two(time.hours().count()) + ":" + two(time.minutes().count());
}

std::string in_one_sentence(const std::vector<Block>& blocks) {
    std::string all;
    for (Block block : blocks) {
        const std::string sentence = sentence_for(block);
        all = all.empty() ? sentence : tr("{one} and {other}", {{"one", all}, {"other", sentence}});
    }
    return all;
}

std::string headline(const State& given, const Moment& now) {
    const State state = as_of(given, now);
    const auto& activity = state.activity;
    const std::string unasked = why_nothing_is_asked(state, now);
    const auto with_why = [&](const std::string& first) { return first + (unasked.empty() ? "" : " " + unasked); };
    if (activity.presence == Presence::unknown) {
        return with_why(tr("Poise cannot see when you pause: {why}.", {{"why", activity.idle_source_why}}));
    }
    const bool somebody = state.spans.bout || activity.input; // who has just come has no bout yet
    if (!somebody) return tr("Nobody at the desk.");
    const bool sits = state.memory.posture == Posture::sitting;
    const std::string time = to_text(state.spans.bout ? length_of(*state.spans.bout) : Duration{});
    const char* alone = sits ? mark("Sitting {time}.") : mark("Standing {time}.");
    if (!unasked.empty() || !is_on(state.settings, Kind::posture_change)) return with_why(tr(alone, {{"time", time}}));
    const Duration elapsed = state.memory.kinds[index(Kind::posture_change)].elapsed;
    const Duration from = interval_of(state, Kind::posture_change) - elapsed;
    const Duration to = posture_window_end(state) - elapsed;
    if (to <= Duration::zero()) {
        return sits ? tr("Sitting {time}, stand up at the next good moment.", {{"time", time}})
                    : tr("Standing {time}, sit down at the next good moment.", {{"time", time}});
    }
    if (from <= Duration::zero()) {
        return sits ? tr("Sitting {time}, stand up within {to}.", {{"time", time}, {"to", to_text(to)}})
                    : tr("Standing {time}, sit down within {to}.", {{"time", time}, {"to", to_text(to)}});
    }
    return sits ? tr("Sitting {time}, stand up in {from} to {to}.",
                     {{"time", time}, {"from", to_text(from)}, {"to", to_text(to)}})
                : tr("Standing {time}, sit down in {from} to {to}.",
                     {{"time", time}, {"from", to_text(from)}, {"to", to_text(to)}});
}

} // namespace poise
