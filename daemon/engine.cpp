// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.hpp"

#include "say.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace poise {

namespace {

Notice journal_in_trouble(const JournalHealth& health) {
    return {
        "journal_trouble", Urgency::normal,
        tr("The journal cannot be written ({why}). Prompts go on; what happens is kept in memory and written as soon "
           "as it can be.",
           {{"why", health.trouble}}),
        false};
}

Notice journal_well_again(const JournalHealth& health) {
    std::string text = health.dropped == 0
                           ? tr("The journal is written again. Nothing is lost.")
                           : tr_many("The journal is written again. {count} entry no longer fitted into memory and is "
                                     "lost.",
                                     "The journal is written again. {count} entries no longer fitted into memory and "
                                     "are lost.",
                                     static_cast<std::int64_t>(health.dropped));
    return {"journal_well_again", Urgency::low, std::move(text), false};
}

/// Counts are not shown, and come every ten seconds where somebody types: to work out what is shown would cost more
/// than all the rest of it. What time alone has changed is seen with the next minute.
bool may_be_seen(const Event& event, const Step& result) {
    return !std::holds_alternative<InputCounted>(event) || !result.effects.empty();
}

// D: often enough for whoever has just made room on the disk; nobody is woken for it while all is well.
constexpr std::chrono::seconds retry_every{10};

} // namespace

Engine::Engine(State state, World world)
    : state_{std::move(state)}, world_{std::move(world)}, retry_{world_.io}, self_{std::make_shared<Engine*>(this)} {}

void Engine::post(Event event, Done done) {
    boost::asio::post(world_.io, [alive = std::weak_ptr{self_}, event = std::move(event), done = std::move(done)] {
        if (const auto self = alive.lock()) (*self)->handle(event, done);
    });
}

void Engine::handle(const Event& event, const Done& done) {
    const auto slept = world_.look_for_sleep();
    const Moment now = world_.clock.now();
    if (slept) take(*slept, now, {});
    take(event, now, done);
}

void Engine::take(const Event& event, const Moment& now, const Done& done) {
    Step result = step(std::move(state_), event, now);
    state_ = std::move(result.state);
    perform(result.effects);
    world_.alarm.arm(next_wake(state_));
    watch_input();
    if (may_be_seen(event, result)) world_.announcer.changed(state_);
    if (done) done(std::move(result.refusal));
}

void Engine::perform(const std::vector<Effect>& effects) {
    std::vector<Fact> facts;
    for (const Effect& effect : effects) {
        if (const auto* record = std::get_if<Record>(&effect)) facts.push_back(record->fact);
    }
    if (!facts.empty() || journal_.waiting > 0) world_.journal.append(facts);
    for (const Fact& fact : facts) {
        if (const auto* outcome = std::get_if<PromptOutcome>(&fact.body); outcome && outcome->shown) {
            world_.announcer.ended(outcome->id, outcome->outcome);
        }
    }
    for (const Effect& effect : effects) {
        if (const auto* withdraw = std::get_if<Withdraw>(&effect)) {
            world_.announcer.withdraw(withdraw->id, withdraw->why);
        } else if (const auto* show = std::get_if<Show>(&effect)) {
            world_.announcer.show(show->prompt, show->again);
        } else if (const auto* tell = std::get_if<Tell>(&effect)) {
            world_.announcer.tell(tell->notice);
        }
    }
    tell_of_journal();
}

void Engine::tell_of_journal() {
    const JournalHealth before = std::exchange(journal_, world_.journal.health());
    if (journal_.news && journal_.news != before.news) world_.announcer.tell(*journal_.news);
    // The same trouble in other words is no news.
    if (before.trouble.empty() != journal_.trouble.empty()) {
        world_.announcer.tell(journal_.trouble.empty() ? journal_well_again(journal_) : journal_in_trouble(journal_));
    }
    if (journal_.waiting > 0 && !is_retrying_) retry_later();
}

void Engine::retry_later() {
    is_retrying_ = true;
    retry_.expires_after(retry_every);
    retry_.async_wait([this, alive = std::weak_ptr{self_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        is_retrying_ = false;
        world_.journal.append({});
        tell_of_journal();
        world_.announcer.changed(state_);
    });
}

void Engine::watch_input() {
    const Duration away_after = state_.settings.away_after;
    const Duration threshold = wants_input_pause(state_) ? std::min(input_pause, away_after) : away_after;
    if (watched_ == threshold) return;
    watched_ = threshold;
    world_.watch_input(threshold);
}

} // namespace poise
