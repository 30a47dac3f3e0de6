// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.hpp"

#include "own_guide.hpp"
#include "poise/iso_time.hpp"
#include "poise/report.hpp"
#include "spans.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace poise::test {

namespace {

std::string clock_of(const Stamp& at) {
    const auto local = local_time(at);
    const std::chrono::hh_mm_ss time{local - LocalTime{day_of(at)}};
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()));
    std::string clock = text;
    if (time.seconds().count() != 0 || time.subseconds().count() != 0) {
        std::snprintf(text, sizeof text, ":%02d", static_cast<int>(time.seconds().count()));
        clock += text;
    }
    if (time.subseconds().count() != 0) {
        std::snprintf(text, sizeof text, ".%03d", static_cast<int>(time.subseconds().count()));
        clock += text;
    }
    return clock;
}

std::optional<std::string> line_for(const FactBody& body) {
    if (const auto* outcome = std::get_if<PromptOutcome>(&body)) {
        std::string line{name(outcome->kind)};
        line += ' ';
        line += name(outcome->outcome);
        if (outcome->why) line += " (" + std::string{name(*outcome->why)} + ")";
        if (!outcome->shown) line += ", not shown";
        return line;
    }
    if (const auto* rest = std::get_if<Rest>(&body)) return "rest counted for " + std::string{name(rest->kind)};
    if (std::holds_alternative<Snooze>(body)) return "snoozed";
    if (const auto* change = std::get_if<PostureChange>(&body)) return "now " + std::string{name(change->posture)};
    if (const auto* bout = std::get_if<Bout>(&body)) {
        constexpr std::array ends{"", "posture changed", "seat left", "stopped", ""};
        if (bout->end == SpanEnd::open) return std::nullopt;
        return std::string{name(bout->posture)} + " bout of " + to_diary(length_of(*bout)) + ", " +
               ends[static_cast<std::size_t>(bout->end)];
    }
    return std::nullopt;
}

} // namespace

std::string to_diary(Duration length) {
    std::string text;
    const auto ms = length.count();
    if (ms >= 3'600'000) text += std::to_string(ms / 3'600'000) + "h";
    if (ms / 60'000 % 60 != 0) text += std::to_string(ms / 60'000 % 60) + "min";
    if (ms / 1000 % 60 != 0) text += std::to_string(ms / 1000 % 60) + "s";
    if (ms % 1000 != 0) text += std::to_string(ms % 1000) + "ms";
    return text.empty() ? "0s" : text;
}

Life::Life(std::string_view start, Settings settings, OffsetChanges changes, std::string zone)
    : settings_{std::move(settings)}, changes_{std::move(changes)}, zone_{std::move(zone)} {
    const auto time = parse_iso_time(start);
    if (!time) std::abort();
    start_ = time->utc;
    offset_ = time->offset;
    boot();
}

Moment Life::now() const {
    Moment moment;
    moment.instant = now_;
    moment.utc = start_ + (now_ - booted) + shift_;
    moment.offset = offset_;
    for (const auto& change : changes_) {
        if (change.at <= moment.utc) {
            moment.offset = change.offset;
        } else if (change.at - moment.utc <= std::chrono::days{8}) {
            moment.ahead.push_back(change);
        }
    }
    return moment;
}

void Life::boot() {
    alive_ = true;
    state_ = restore(settings_, own_guide(), facts_, now(), booted);
    step_with(Started{});
    if (asleep_) step_with(Suspended{});
    if (locked_) step_with(Locked{});
    if (source_) step_with(IdleSourceFound{}); // what it sees is what is so
    for (Sign sign : all_signs) {
        if (signs_[index(sign)]) step_with(SignBegan{sign});
    }
    if (inhibited_) step_with(InhibitChanged{true});
    if (client_) step_with(ClientsChanged{true});
    step_with(SensesSettled{});
}

Life& Life::event(const Event& event) {
    happenings_.push_back({age(), event});
    return step_with(event);
}

Life& Life::step_with(const Event& event) {
    if (const auto* inhibit = std::get_if<InhibitChanged>(&event)) inhibited_ = inhibit->on;
    if (const auto* clients = std::get_if<ClientsChanged>(&event)) client_ = clients->any;
    if (std::holds_alternative<IdleSourceLost>(event)) source_ = false;
    if (std::holds_alternative<IdleSourceFound>(event)) source_ = true;
    if (!alive_) return *this;
    const bool finds_source = std::holds_alternative<IdleSourceFound>(event);
    const Event seen = IdleSourceFound{active_ ? std::nullopt : std::optional{idle_since_}};
    Step result = step(std::move(state_), finds_source ? seen : event, now());
    state_ = std::move(result.state);
    last_refusal_ = result.refusal.value_or("");
    for (const Effect& effect : result.effects) perform(effect);
    after_each_step(*this, result.effects);
    for (PromptId id : std::exchange(to_confirm_, {})) step_with(PromptConfirmed{id});
    return *this;
}

void Life::perform(const Effect& effect) {
    if (const auto* record = std::get_if<Record>(&effect)) {
        if (const auto span = span_of(record->fact)) {
            const auto last = std::find_if(facts_.rbegin(), facts_.rend(),
                                           [&](const Fact& f) { return f.body.index() == record->fact.body.index(); });
            if (last != facts_.rend() && span_of(*last) == span) facts_.erase(std::next(last).base());
        }
        facts_.push_back(record->fact);
        if (const auto line = line_for(record->fact.body)) note(record->fact.at, *line);
    } else if (const auto* show = std::get_if<Show>(&effect)) {
        note(stamp(now()), "show " + std::string{name(show->prompt.kind)} + (show->again ? " again" : ""));
        if (confirms_) to_confirm_.push_back(show->prompt.id);
    } else if (const auto* tell = std::get_if<Tell>(&effect)) {
        note(stamp(now()), "tell " + tell->notice.id);
    }
}

void Life::note(const Stamp& at, const std::string& what) { lines_.push_back(clock_of(at) + " " + what); }

void Life::pass_until(Instant target) {
    while (alive_) {
        const auto wake = next_wake(state_);
        if (!wake || *wake > target) break;
        now_ = *wake;
        ++alarms_rung_;
        step_with(TimePassed{});
    }
    now_ = target;
}

Instant Life::next(std::string_view time_of_day) const {
    const int hour = std::stoi(std::string{time_of_day.substr(0, 2)});
    const int minute = std::stoi(std::string{time_of_day.substr(3, 2)});
    const Moment moment = now();
    LocalTime when = LocalTime{day_of(stamp(moment))} + std::chrono::hours{hour} + std::chrono::minutes{minute};
    if (instant_of(moment, when) <= now_) when += std::chrono::days{1};
    return instant_of(moment, when);
}

Life& Life::works_for(Duration length) {
    if (!active_) {
        active_ = true;
        event(InputBegan{});
    }
    pass(length);
    return *this;
}

Life& Life::rests_for(Duration length) {
    if (active_) {
        active_ = false;
        idle_since_ = now_;
        event(InputEnded{now_});
    }
    pass(length);
    return *this;
}

Life& Life::waits(Duration length) {
    pass(length);
    return *this;
}

Life& Life::works_until(std::string_view time_of_day) { return works_for(next(time_of_day) - now_); }
Life& Life::waits_until(std::string_view time_of_day) { return waits(next(time_of_day) - now_); }

Life& Life::is_locked_for(Duration length) {
    if (active_) idle_since_ = now_;
    active_ = false;
    locked_ = true;
    event(Locked{});
    pass(length);
    locked_ = false;
    idle_since_ = now_;
    return event(Unlocked{});
}

Life& Life::sleeps_for(Duration length) {
    if (active_) idle_since_ = now_;
    active_ = false;
    asleep_ = true;
    event(Suspended{});
    const Instant since = now_;
    now_ += length; // no alarm rings in a machine that sleeps, and in a trace this is how to say so
    happenings_.push_back({age(), SleptUnseen{since}});
    asleep_ = false;
    return event(Resumed{});
}

Life& Life::passes_asleep(Duration length) {
    now_ += length;
    return *this;
}

Life& Life::sleeps_unseen_for(Duration length) {
    const Instant since = now_;
    now_ += length;
    return event(SleptUnseen{since});
}

Life& Life::starts() { return event(Answered{Answer::start, std::nullopt, std::nullopt}); }
Life& Life::snoozes() { return event(Answered{Answer::snooze, std::nullopt, std::nullopt}); }
Life& Life::skips() { return event(Answered{Answer::skip, std::nullopt, std::nullopt}); }
Life& Life::says_done() { return event(Answered{Answer::done, std::nullopt, std::nullopt}); }

Life& Life::begins(Sign sign) {
    signs_[index(sign)] = true;
    return event(SignBegan{sign});
}
Life& Life::ends(Sign sign) {
    signs_[index(sign)] = false;
    return event(SignEnded{sign});
}

Life& Life::restarts_after(Duration down, bool graceful) {
    happenings_.push_back({age(), Restart{down, graceful}});
    if (graceful) step_with(Stopping{});
    alive_ = false;
    now_ += down;
    boot();
    return *this;
}

Life& Life::sets_wall_clock(Duration shift) {
    shift_ += shift;
    happenings_.push_back({age(), WallClockSet{shift}});
    return step_with(CivilTimeChanged{});
}

Life& Life::moves_to_offset(Offset offset) {
    offset_ = offset;
    return event(CivilTimeChanged{});
}

std::string Life::diary() { return diary_of({""}); }

std::string Life::diary_of(std::initializer_list<std::string_view> words) {
    std::string text;
    for (const auto& line : std::exchange(lines_, {})) {
        const bool wanted =
            std::ranges::any_of(words, [&](std::string_view word) { return line.find(word) != std::string::npos; });
        if (wanted) text += line + "\n";
    }
    return text;
}

Report Life::report() const {
    Days days;
    for (const Fact& fact : facts_) {
        if (!is_open_span(fact)) add_up(days, fact);
    }
    for (const Effect& effect : step(state_, Stopping{}, now()).effects) {
        if (const auto* record = std::get_if<Record>(&effect)) add_up(days, record->fact);
    }
    if (days.empty()) days[day_of(stamp(now()))];
    return make_report(days, days.begin()->first, days.rbegin()->first, "test");
}

} // namespace poise::test
