// SPDX-License-Identifier: GPL-3.0-or-later
// Finds an idle source that works here, in an order of preference, and speaks for it to the engine. Why one was refused
// stays as a finding. While there is none (no desktop yet, or one that has died) it looks again, at growing intervals.
// While there is one it does nothing by itself; but when a pause ends, which wakes the daemon anyway, it may look
// whether one that comes before it in the order has appeared.
// What it posts about the input alternates: began, ended; after a source was found, IdleSourceFound is the first word.
#pragma once

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class IdleChoice {
public:
    struct Candidate {
        std::string name; // "x11"
        /// Throws std::exception with the reason where this one cannot work.
        std::function<std::unique_ptr<IdleSource>(IdleSource::Listener)> open;
    };
    /// For those who do something only while the input goes on, or when a desktop appears. Called before the event is
    /// posted.
    struct Follower {
        std::function<void()> input_began;
        std::function<void()> input_ended;
        std::function<void()> source_found{};
    };

    IdleChoice(boost::asio::io_context&, Clock&, PostEvent, std::vector<Candidate>, Follower);

    /// Looks for a source now; to be called once.
    void start();
    /// How long the input must pause before its end is posted.
    void watch_for(Duration threshold);
    /// The engine has ended the input by itself (a lock, a suspend): the next input must be posted as one that begins,
    /// so a short pause is enough to end it here too.
    void await_return();
    /// The lock or the suspend is over, and somebody may type already, hardly pausing: a gap between two keys will do.
    void expect_return();

    /// D: while one source works nothing is urgent, and a look costs a call to each that comes before it.
    Duration look_for_better_every = std::chrono::minutes{5};

    /// Every candidate in the order of preference, with the reason where it was refused. The one that works is in use.
    [[nodiscard]] std::vector<Finding> findings() const;
    [[nodiscard]] bool has_source() const { return source_ != nullptr; }
    /// Empty: none.
    [[nodiscard]] std::string_view source_name() const { return source_ ? source_->name() : std::string_view{}; }

private:
    enum class Input { unknown, goes_on, paused };

    void look();
    void look_for_better();
    [[nodiscard]] std::unique_ptr<IdleSource> open(std::size_t candidate);
    void take(std::unique_ptr<IdleSource>, std::size_t candidate);
    void greet();
    void source_idle(Instant since);
    void source_active();
    void source_lost(int number, const std::string& why);
    void drop_source(int number, const std::string& why);
    void look_later();
    void set_input(Input);
    [[nodiscard]] Duration threshold() const;

    Clock& clock_;
    PostEvent post_;
    std::vector<Candidate> candidates_;
    Follower follower_;
    std::vector<std::string> refusals_; // why the candidate of the same place cannot be used; empty: not looked at
    std::unique_ptr<IdleSource> source_;
    int opened_ = 0;         // sources so far, whether they could be used or not
    int number_ = 0;         // of the one in use
    std::size_t chosen_ = 0; // the candidate that it is
    boost::asio::steady_timer next_look_;
    Duration wanted_ = std::chrono::seconds{30};
    Instant found_at_{};
    Instant looked_at_{};
    std::size_t fruitless_ = 0; // looks since the last source that lived
    Input input_ = Input::unknown;
    bool greeting_ = false; // what the source says now is asked for anyway
    bool awaiting_return_ = false;
    Duration return_pause_{};
    bool told_of_none_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
