// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.hpp"

#include "compose.hpp"
#include "decide.hpp"
#include "utf8.hpp"

#include "poise/status.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace poise {

namespace {

// XDG sound naming specification.
constexpr const char* prompt_sound = "message-new-instant";
constexpr const char* end_sound = "complete";

/// Who rests looks away from the screen: nothing else tells that the time is over. Where drills are guided, their
/// window does.
bool is_rest(Kind kind) { return kind == Kind::microbreak || kind == Kind::breath; }

/// The second is worked out anew for another instant, or where the wall clock was set: not for a clock that is slewed.
PublishedInstant settled(const PublishedInstant& before, const Moment& now, Instant at) {
    const PublishedInstant fresh{at, utc_seconds(now, at)};
    if (before.instant != at) return fresh;
    const std::int64_t off = fresh.utc - before.utc;
    return off < -1 || off > 1 ? fresh : before;
}

std::uint32_t to_count(std::size_t count) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

std::optional<PublishedNext> next(const State& state, const Status& status) {
    if (!status.next) return std::nullopt;
    PublishedNext next{*status.next, std::nullopt};
    if (is_announced(next.kind) && !status.kinds[index(next.kind)].due) {
        next.announcement =
            announcement(next.kind, session_length(state, next.kind, state.now), state.settings.heads_up);
    }
    return next;
}

PublishedIdleSource idle_source(const PublishedIdleSource& before, const Status& status, const Moment& now,
                                const std::vector<Finding>& tried) {
    PublishedIdleSource source;
    for (const auto& [what, works, detail] : tried) {
        source.tried.push_back({to_utf8(what), works, to_utf8(detail)});
        if (works) source.name = source.tried.back().what;
    }
    source.works = status.idle_source;
    source.why = to_utf8(status.idle_source_why);
    const bool is_news = before.since.utc == 0 || source.works != before.works || source.name != before.name;
    source.since = settled(before.since, now, is_news ? now.instant : before.since.instant);
    return source;
}

} // namespace

std::int64_t utc_seconds(const Moment& now, Instant at) {
    return std::chrono::floor<std::chrono::seconds>(utc_at(now, at)).time_since_epoch().count();
}

Published published(const Published& before, const State& state, const std::vector<Finding>& idle_sources,
                    const JournalHealth& health) {
    const Moment& now = state.now;
    const Status status = status_of(state, now);
    Published after;
    after.presence = status.presence;
    after.presence_since = settled(before.presence_since, now, status.presence_since);
    after.posture = status.posture;
    if (status.prompt) {
        const auto& open = *status.prompt;
        const bool is_the_same = before.prompt && before.prompt->prompt.id == open.prompt.id;
        after.prompt = {open.prompt,
                        open.phase,
                        prompt_text(open.prompt, status.posture, *state.guide),
                        static_cast<std::uint32_t>(status.snoozes_left),
                        state.settings.sounds ? prompt_sound : "",
                        state.settings.sounds && is_rest(open.prompt.kind) ? end_sound : "",
                        open.phase == Phase::running && open.paused_since.has_value(),
                        is_the_same ? before.prompt->part : 0,
                        state.guide};
    }
    after.next = next(state, status);
    for (const auto& hold : status.holds) after.holds.push_back(hold.hold);
    if (status.paused_until) {
        after.paused_until = settled(before.paused_until.value_or(PublishedInstant{}), now, *status.paused_until);
    }
    after.exercise_off = status.exercise_off;
    after.introduced = state.memory.introduced;
    after.idle_source = idle_source(before.idle_source, status, now, idle_sources);
    after.presenters = before.presenters;
    after.journal = {to_utf8(health.trouble), to_count(health.waiting), to_count(health.dropped)};
    after.configuration = before.configuration;
    return after;
}

std::vector<std::string> differences(const Published& before, const Published& after) {
    std::vector<std::string> names;
    const auto compare = [&](const char* name, const auto& old_value, const auto& new_value) {
        if (!(old_value == new_value)) names.emplace_back(name);
    };
    compare("Presence", before.presence, after.presence);
    compare("PresenceSince", before.presence_since, after.presence_since);
    compare("Posture", before.posture, after.posture);
    compare("Prompt", before.prompt, after.prompt);
    compare("Next", before.next, after.next);
    compare("Holds", before.holds, after.holds);
    compare("PausedUntil", before.paused_until, after.paused_until);
    compare("ExerciseOff", before.exercise_off, after.exercise_off);
    compare("Introduced", before.introduced, after.introduced);
    compare("IdleSource", before.idle_source, after.idle_source);
    compare("Presenters", before.presenters, after.presenters);
    compare("Journal", before.journal, after.journal);
    compare("Configuration", before.configuration, after.configuration);
    return names;
}

} // namespace poise
