// SPDX-License-Identifier: GPL-3.0-or-later
// Counts how often keys and buttons are pressed, and nothing else: which key it was is neither stored nor logged nor
// passed on, and no program's window is looked at. It has a connection of its own that nobody watches: what the server
// writes waits there until a timer, which runs only while the input goes on, fetches it every ten seconds, or whoever
// is awake anyway. So no key wakes this process, and it asks the server nothing, as an answer would wake it once more.
#pragma once

#include "x_connection.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace poise {

class XInputCounter {
public:
    /// No display: the one that DISPLAY names. Posts that input is counted; throws std::runtime_error with the reason
    /// where it cannot be.
    XInputCounter(boost::asio::io_context&, PostEvent, const std::string& display = {});

    /// The input goes on.
    void start();
    /// What waits is posted now, and the next in ten seconds.
    void fetch_now();
    /// The input has stopped: all that was counted is posted at once.
    void stop();

    /// Whether the X server has gone.
    [[nodiscard]] bool is_over() const { return over_; }

    static constexpr std::chrono::seconds interval{10};

private:
    void select_presses();
    void wait();
    void fetch();
    void give_up();

    XConnection connection_;
    boost::asio::steady_timer timer_;
    PostEvent post_;
    std::uint8_t input_extension_ = 0; // the number that marks its events
    bool selected_ = false;
    bool running_ = false;
    bool over_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
