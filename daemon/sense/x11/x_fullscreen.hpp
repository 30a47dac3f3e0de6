// SPDX-License-Identifier: GPL-3.0-or-later
// Says whether the active window fills the screen, by what the window manager writes on the windows (EWMH): which one
// is active stands on the root window, its state on itself. Both tell of their changes; no title and no program is
// read.
#pragma once

#include "x_connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace poise {

class XFullscreen {
public:
    /// No display: the one that DISPLAY names. Throws std::runtime_error with the reason where there is no X session.
    XFullscreen(boost::asio::io_context&, std::function<void(bool)> say, const std::string& display = {});

    /// Takes its word back.
    ~XFullscreen() { tell(false); }
    XFullscreen(const XFullscreen&) = delete;
    XFullscreen& operator=(const XFullscreen&) = delete;

    /// Why nothing is seen any more; empty: it is.
    [[nodiscard]] std::string trouble() const;

private:
    void wait();
    void wait_quietly(std::chrono::milliseconds);
    void read();
    [[nodiscard]] bool take_events();
    [[nodiscard]] bool is_over();
    void look();
    void tell(bool fills);
    [[nodiscard]] xcb_atom_t atom(const std::string& name) const;
    [[nodiscard]] xcb_window_t active_window() const;
    [[nodiscard]] bool fills_the_screen(xcb_window_t) const;
    void await(xcb_window_t, std::uint32_t events) const;

    XConnection connection_;
    boost::asio::posix::stream_descriptor descriptor_; // open while something is waited for
    boost::asio::steady_timer quiet_;
    std::chrono::milliseconds next_quiet_{};
    std::function<void(bool)> say_;
    bool told_ = false;
    std::string trouble_;
    xcb_atom_t active_window_atom_;
    xcb_atom_t state_atom_;
    xcb_atom_t fullscreen_atom_;
    xcb_window_t active_ = XCB_WINDOW_NONE;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
