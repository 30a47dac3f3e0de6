// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.hpp"

#include <algorithm>

namespace poise {

namespace {

Clocks clocks_of(const State& state) {
    const Memory& memory = state.memory;
    Clocks clocks;
    clocks.resting_tail = state.activity.unproven - state.activity.unproven_work;
    for (std::size_t i = 0; i < kind_count; ++i) clocks.elapsed[i] = memory.kinds[i].elapsed;
    clocks.desk_today = memory.desk_today;
    if (memory.open) {
        clocks.waited = memory.open->waited;
        clocks.progress = memory.open->progress;
    }
    return clocks;
}

Bout& open_bout(Turn& turn) {
    auto& bout = turn.state.spans.bout;
    if (!bout) {
        bout = Bout{};
        bout->id = turn.memory().next_span; // spent when the bout is first recorded
        bout->posture = turn.memory().posture;
        bout->began = stamp(turn.at);
        turn.state.spans.written = turn.now();
    }
    return *bout;
}

Unseen& open_unseen(Turn& turn) {
    auto& unseen = turn.state.spans.unseen;
    if (!unseen) {
        unseen = Unseen{};
        unseen->id = turn.memory().next_span;
        unseen->began = stamp(turn.at);
        unseen->why = turn.activity().idle_source_why;
        turn.state.spans.written = turn.now();
    }
    return *unseen;
}

HourCell& cell_for(Bout& bout, const HourPart& part) {
    if (bout.cells.empty() || bout.cells.back().day != part.day || bout.cells.back().hour != part.hour) {
        bout.cells.push_back({.day = part.day, .hour = part.hour});
    }
    return bout.cells.back();
}

void add(std::vector<DayPart>& days, Day day, Duration length) {
    if (days.empty() || days.back().day != day) days.push_back({day, Duration::zero()});
    days.back().length += length;
}

/// Walks back over the bout's cells, moving up to `length` in all out of `from` into what `to` says.
template <class To>
void take_back(Bout& bout, Duration length, Duration HourCell::*from, To to) {
    for (auto cell = bout.cells.rbegin(); cell != bout.cells.rend() && length > Duration::zero(); ++cell) {
        const Duration part = std::min(length, (*cell).*from);
        (*cell).*from -= part;
        length -= part;
        to(*cell, part);
    }
}

/// An id is spent when its span is first recorded; from then on the journal must hear how it ended, even if nothing of
/// it is left.
bool is_recorded(const Turn& turn, SpanId id) { return turn.memory().next_span > id; }

bool is_empty(const HourCell& cell) {
    return cell.working + cell.passive + cell.resting == Duration::zero() && cell.keys == 0 && cell.clicks == 0;
}

} // namespace

void write_time(Turn& turn, Presence presence, Instant to) {
    const auto parts = hours_between(turn.at, turn.now(), to);
    switch (presence) {
    case Presence::working:
        for (const auto& part : parts) cell_for(open_bout(turn), part).working += part.length;
        break;
    case Presence::passive:
        for (const auto& part : parts) cell_for(open_bout(turn), part).passive += part.length;
        break;
    case Presence::resting:
        for (const auto& part : parts) cell_for(open_bout(turn), part).resting += part.length;
        break;
    case Presence::away:
    case Presence::locked:
    case Presence::asleep:
        for (const auto& part : parts) add(turn.state.spans.absence.days, part.day, part.length);
        break;
    case Presence::unknown:
        for (const auto& part : parts) add(open_unseen(turn).days, part.day, part.length);
        break;
    }
}

void rewrite_working_as_resting(Spans& spans, Duration length) {
    if (!spans.bout) return;
    take_back(*spans.bout, length, &HourCell::working, [](HourCell& cell, Duration part) { cell.resting += part; });
}

void rewrite_working_as_passive(Spans& spans, Duration length) {
    if (!spans.bout) return;
    take_back(*spans.bout, length, &HourCell::working, [](HourCell& cell, Duration part) { cell.passive += part; });
}

void rewrite_desk_as_absence(Spans& spans, Duration length) {
    if (!spans.bout) return;
    std::vector<DayPart> days;
    take_back(*spans.bout, length, &HourCell::resting, [&](HourCell& cell, Duration part) {
        days.push_back({cell.day, part});
    });
    std::erase_if(spans.bout->cells, is_empty);
    for (const auto& part : days) {
        const auto same = std::ranges::find(spans.absence.days, part.day, &DayPart::day);
        if (same != spans.absence.days.end()) {
            same->length += part.length;
        } else {
            spans.absence.days.insert(spans.absence.days.begin(), part);
        }
    }
}

void close_bout(Turn& turn, SpanEnd end) {
    auto& bout = turn.state.spans.bout;
    // D: whoever left the seat sits down on return; where they stood, even an empty bout must say so to a restart.
    const bool sits_down = end == SpanEnd::left && turn.memory().posture == Posture::standing;
    if (!bout && !sits_down) return;
    open_bout(turn);
    if (length_of(*bout) > Duration::zero() || is_recorded(turn, bout->id) || sits_down) {
        bout->end = end;
        bout->clocks = clocks_of(turn.state);
        turn.record(std::move(*bout));
    }
    bout.reset();
}

void close_unseen(Turn& turn, SpanEnd end) {
    auto& unseen = turn.state.spans.unseen;
    if (!unseen) return;
    Duration length{};
    for (const auto& part : unseen->days) length += part.length;
    if (length >= blink || is_recorded(turn, unseen->id)) {
        unseen->end = end;
        unseen->clocks = clocks_of(turn.state);
        turn.record(std::move(*unseen));
    }
    unseen.reset();
}

void close_absence(Turn& turn) {
    auto& absence = turn.state.spans.absence;
    if (absence.days.empty()) return;
    turn.record(std::move(absence));
    absence = {};
}

std::optional<Instant> next_refresh(const State& state) {
    switch (state.activity.presence) {
    case Presence::away:
    case Presence::locked:
    case Presence::asleep: return std::nullopt; // what was at the desk is written already, or soon taken back
    case Presence::working:
    case Presence::passive:
    case Presence::resting:
    case Presence::unknown: break;
    }
    const bool is_open = state.spans.bout || state.spans.unseen;
    return (is_open && state.spans.written ? *state.spans.written : state.now.instant) + refresh_every;
}

void refresh_spans(Turn& turn) {
    auto& spans = turn.state.spans;
    spans.written = turn.now();
    const Clocks clocks = clocks_of(turn.state);
    if (spans.bout && (length_of(*spans.bout) > Duration::zero() || is_recorded(turn, spans.bout->id))) {
        spans.bout->clocks = clocks;
        turn.record(*spans.bout);
    }
    if (spans.unseen && !spans.unseen->days.empty()) {
        spans.unseen->clocks = clocks;
        turn.record(*spans.unseen);
    }
}

} // namespace poise
