// SPDX-License-Identifier: GPL-3.0-or-later
// One step under way: the state being changed, the instant the step has reached, and what it has asked for so far.
// Every room of the core works on a Turn; none keeps one. What is recorded is remembered by the same fold that a
// restart runs over the journal, so that the two cannot differ.
#pragma once

#include "memory.hpp"
#include "poise/effect.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace poise {

struct Turn {
    State& state;
    Moment at; // where the turn has come to; effects are stamped with it
    std::vector<Effect> effects{};
    std::optional<std::string> refusal{};
    bool returned_from_rest = false; // this event is the first input after a rest: the moment to show what waited

    void record(FactBody body) { write(Fact{stamp(at), std::move(body)}); }
    /// What has been so since then, though it is known only now.
    void record_since(Instant since, FactBody body) {
        write(Fact{stamp(moved(at, since)), std::move(body)});
        roll_day(state.memory, day_of(stamp(at)));
    }
    void withdraw(PromptId id, Why why) { effects.emplace_back(Withdraw{id, why}); }
    void show(Prompt prompt, bool again) { effects.emplace_back(Show{std::move(prompt), again}); }
    void tell(Notice notice) { effects.emplace_back(Tell{std::move(notice)}); }
    void refuse(std::string why) { refusal = std::move(why); }

    [[nodiscard]] Instant now() const { return at.instant; }
    [[nodiscard]] const Settings& settings() const { return state.settings; }
    [[nodiscard]] Memory& memory() const { return state.memory; }
    [[nodiscard]] Activity& activity() const { return state.activity; }

private:
    void write(Fact fact) {
        remember(state.memory, state.settings, fact);
        effects.emplace_back(Record{std::move(fact)});
    }
};

} // namespace poise
