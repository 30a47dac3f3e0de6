// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a due prompt back. Holds have names that `poise status` shows; they win over every window and withdraw
// what is on screen. The other blocks only make a prompt wait.
#pragma once

#include "poise/state.hpp"

#include <cstdint>
#include <optional>

namespace poise {

/// A set of Block.
class Blocks {
public:
    void insert(Block block) { bits_ |= bit(block); }
    void erase(Block block) { bits_ &= ~bit(block); }
    [[nodiscard]] bool contains(Block block) const { return (bits_ & bit(block)) != 0; }
    [[nodiscard]] bool empty() const { return bits_ == 0; }
    bool operator==(const Blocks&) const = default;

    template <class Visit>
    void for_each(Visit visit) const {
        for (std::uint32_t i = 0; i <= static_cast<std::uint32_t>(Block::prompt_open); ++i) {
            if (contains(static_cast<Block>(i))) visit(static_cast<Block>(i));
        }
    }
    [[nodiscard]] std::optional<Block> first() const {
        std::optional<Block> first;
        for_each([&](Block block) {
            if (!first) first = block;
        });
        return first;
    }

private:
    static std::uint32_t bit(Block block) { return 1u << static_cast<std::uint32_t>(block); }
    std::uint32_t bits_ = 0;
};

/// The holds in force for every kind; exercise_off is among them when exercise is off.
[[nodiscard]] Blocks holds_in_force(const State&, const Moment& at);

/// What keeps this kind from being shown for the first time.
[[nodiscard]] Blocks blocks_of(const State&, Kind, const Moment& at);
/// What keeps the open prompt from being shown again.
[[nodiscard]] Blocks blocks_of_open_prompt(const State&, const Moment& at);

/// When the next of the blocks that end by themselves does.
[[nodiscard]] std::optional<Instant> next_unblock(const State&, const Moment& at);

/// When working hours next begin or end.
[[nodiscard]] Instant next_working_hours_edge(const State&, const Moment& at);
/// When they begin next, from outside of them; nothing: they have no day in the week.
[[nodiscard]] std::optional<Instant> next_working_hours_begin(const State&, const Moment& at);

[[nodiscard]] bool exercise_is_off(const Memory&);

/// D: after an offer that no client confirmed, so long is no other made.
inline constexpr Duration retry_offer_after = std::chrono::minutes{5};

} // namespace poise
