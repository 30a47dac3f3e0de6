// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a journal is whole, found out beside the work: years of facts take seconds to look through, and somebody who
// logs in does not wait for that. It reads on a connection of its own, in a thread of low priority that touches
// nothing else; whoever started it asks now and then. Destroying it ends it at once.
#pragma once

#include "connection.hpp"

#include <atomic>
#include <filesystem>
#include <thread>

namespace poise {

class BackgroundCheck {
public:
    explicit BackgroundCheck(const std::filesystem::path& database);
    ~BackgroundCheck();
    BackgroundCheck(const BackgroundCheck&) = delete;
    BackgroundCheck& operator=(const BackgroundCheck&) = delete;

    [[nodiscard]] bool is_done() const { return state_ != State::running; }
    /// Known to be; not so while it is still running, or where the file could not be read for another reason.
    [[nodiscard]] bool found_damage() const { return state_ == State::damaged; }

private:
    enum class State { running, done, damaged };
    void run();
    [[nodiscard]] State look();

    Connection connection_;
    std::atomic<State> state_ = State::running;
    std::atomic<bool> is_stopped_ = false;
    std::thread thread_;
};

/// PRAGMA quick_check; throws SQLite::Exception where the damage is such that not even that works.
[[nodiscard]] bool is_whole(Connection&);

} // namespace poise
