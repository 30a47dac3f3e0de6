// SPDX-License-Identifier: GPL-3.0-or-later
// Has the session bus start the window of a guided break, org.poise.Coach1. Nobody waits for an answer, and nothing in
// the daemon depends on one: where no coach is installed, or it hangs or dies, the break is counted all the same.
#pragma once

#include "poise/words.hpp"

#include <sdbus-c++/sdbus-c++.h>

#include <memory>

namespace poise {

class CoachCall {
public:
    explicit CoachCall(sdbus::IConnection& connection);
    void show_break();

private:
    std::unique_ptr<sdbus::IProxy> coach_;
};

/// In a microbreak eyes and hands are to leave the screen.
[[nodiscard]] constexpr bool is_guided(Kind kind) { return kind != Kind::microbreak; }

} // namespace poise
