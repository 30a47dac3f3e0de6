// SPDX-License-Identifier: GPL-3.0-or-later
#include "posture.hpp"

#include "activity.hpp"
#include "prompting.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace poise {

namespace {

/// Whoever speaks through these has decided it.
constexpr std::array<std::string_view, 5> own_words{"cli", "tray", "coach", "prompt", "trace"};

bool somebody_is_there(const State& state, Instant at) {
    const Presence presence = presence_of(state, at);
    return presence != Presence::away && presence != Presence::locked && presence != Presence::asleep;
}

/// The source of this name, without those that have been silent for long.
PostureSource& source_named(Turn& turn, const std::string& name) {
    auto& sources = turn.activity().posture_sources;
    std::erase_if(sources, [&](const PostureSource& each) { return turn.now() - each.heard > source_silence; });
    const auto known = std::ranges::find(sources, name, &PostureSource::name);
    if (known != sources.end()) return *known;
    if (sources.size() == posture_sources_at_most) {
        sources.erase(std::ranges::min_element(sources, {}, &PostureSource::heard));
    }
    // What says what is known already has nothing to be believed.
    return sources.emplace_back(PostureSource{name, turn.memory().posture, turn.now(), std::nullopt});
}

} // namespace

void hear_posture(Turn& turn, Posture posture, const std::string& name) {
    if (std::ranges::find(own_words, name) != own_words.end()) {
        for (PostureSource& each : turn.activity().posture_sources) each.believed_at.reset();
        return confirm_posture(turn, posture, name);
    }
    if (!somebody_is_there(turn.state, turn.now())) return;
    PostureSource& source = source_named(turn, name);
    source.heard = turn.now();
    if (source.says == posture) return;
    source.says = posture;
    source.believed_at.reset();
    if (posture != turn.memory().posture) source.believed_at = turn.now() + posture_steady;
}

void settle_posture(Turn& turn) {
    for (PostureSource& source : turn.activity().posture_sources) {
        if (!source.believed_at || *source.believed_at > turn.now()) continue;
        source.believed_at.reset();
        confirm_posture(turn, source.says, source.name);
    }
}

std::optional<Instant> next_posture_change(const State& state, Instant after) {
    std::optional<Instant> next;
    for (const PostureSource& source : state.activity.posture_sources) {
        if (!source.believed_at || *source.believed_at <= after || source.says == state.memory.posture) continue;
        if (!next || *source.believed_at < *next) next = source.believed_at;
    }
    return next;
}

} // namespace poise
