// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody for whom breaks are composed: a programme, places, equipment and a history, and no day around them.
#pragma once

#include "compose.hpp"
#include "dose.hpp"
#include "life.hpp"
#include "memory.hpp"
#include "own_guide.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace poise::test {

inline constexpr std::array all_drivers{Driver::prevention, Driver::posture,  Driver::myofascial,     Driver::disc,
                                        Driver::stenosis,   Driver::visceral, Driver::osteoarthritis, Driver::curves};
inline const std::vector<std::string> every_place{"desk", "standing", "floor"};
inline const std::vector<std::string> every_equipment{"band", "bar", "roller", "ball"};

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

inline std::vector<std::string> subset(const std::vector<std::string>& all, unsigned bits) {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if ((bits >> i & 1u) != 0) some.push_back(all[i]);
    }
    return some;
}

/// Somebody with this programme on a Monday morning; composition needs no more.
class Person {
public:
    explicit Person(Driver driver = Driver::prevention, Settings settings = {})
        : now_{
              Instant{100h}, UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 9h}, Offset{}, {}, {}} {
        state_ = restore(std::move(settings), own_guide(), {}, now_, Instant{100h});
        state_.memory.driver = driver;
    }

    [[nodiscard]] std::vector<PromptDrill> composed(Kind kind) const { return compose(state_, kind, now_); }
    [[nodiscard]] State& state() { return state_; }
    [[nodiscard]] Memory& memory() { return state_.memory; }

    /// As if a break with these drills had been taken, some time before the next.
    void does(Kind kind, const std::vector<PromptDrill>& drills, Duration until_the_next = 5h) {
        Prompt prompt;
        prompt.id = memory().next_prompt;
        prompt.kind = kind;
        prompt.drills = drills;
        remember_now(Offered{prompt, false});
        remember_now(Shown{prompt.id});
        remember_now(PromptOutcome{prompt.id, kind, Outcome::taken, true, {}, {}});
        now_ = moved(now_, now_.instant + until_the_next);
        roll_day(memory(), day_of(stamp(now_)));
    }
    void remember_now(FactBody body) { remember(memory(), state_.settings, {stamp(now_), std::move(body)}); }

private:
    Moment now_;
    State state_;
};

inline const Drill& drill_of(const PromptDrill& each) { return *find_drill(*own_guide(), each.drill); }
inline bool moves(const PromptDrill& each, Movement movement) { return contains(drill_of(each).movements, movement); }
inline bool any_moves(const std::vector<PromptDrill>& drills, Movement movement) {
    return std::ranges::any_of(drills, [&](const auto& each) { return moves(each, movement); });
}

inline std::string in_words(const std::vector<PromptDrill>& drills) {
    std::string words;
    for (const auto& each : drills) {
        words +=
            each.drill + " " + std::to_string(length_of(each.dose, drill_of(each).dose) / 1s) + "s " + each.rule + "; ";
    }
    return words;
}

} // namespace poise::test
