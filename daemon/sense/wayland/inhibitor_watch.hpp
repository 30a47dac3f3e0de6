// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a program inhibits idleness (a video) while there is no input. A compositor does not say so, but with both
// kinds of watch it shows: while the input pauses, one that respects inhibitors fires at once, or else something holds
// it back. So there is such a watch only during pauses; while the input goes on the last word stands.
#pragma once

#include "pause_notifier.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>

namespace poise {

class InhibitorWatch {
public:
    using Changed = std::function<void(bool inhibited)>;

    /// Throws std::runtime_error as idle_notifier() does.
    InhibitorWatch(boost::asio::io_context&, WaylandConnection&, Changed);
    /// Takes its word back: nobody knows any more.
    ~InhibitorWatch();
    InhibitorWatch(const InhibitorWatch&) = delete;
    InhibitorWatch& operator=(const InhibitorWatch&) = delete;

    void input_ended();
    void input_began();

private:
    void suspect();
    void set(bool inhibited);

    Changed changed_;
    std::unique_ptr<PauseNotifier> notifier_;
    std::unique_ptr<PauseWatch> watch_;
    boost::asio::steady_timer doubt_;
    bool inhibited_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
