// SPDX-License-Identifier: GPL-3.0-or-later
// Says whether the active window fills the screen, where the compositor tells of windows (wlr-foreign-toplevel). Titles
// and names of programs come with it and are dropped unread. A window that changes its title all the time would wake
// the daemon each time, so what is of no concern makes the next look wait ever longer.
#pragma once

#include "wayland_connection.hpp"

#include "poise/time.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <list>
#include <string>

struct wl_array;
struct zwlr_foreign_toplevel_handle_v1;
struct zwlr_foreign_toplevel_handle_v1_listener;
struct zwlr_foreign_toplevel_manager_v1;
struct zwlr_foreign_toplevel_manager_v1_listener;

namespace poise {

class WaylandFullscreen {
public:
    /// Throws std::runtime_error with the reason where the compositor does not tell.
    WaylandFullscreen(boost::asio::io_context&, std::function<void(bool)> say);

    /// Takes its word back.
    ~WaylandFullscreen();
    WaylandFullscreen(const WaylandFullscreen&) = delete;
    WaylandFullscreen& operator=(const WaylandFullscreen&) = delete;

    /// Why nothing is seen any more; empty: it is.
    [[nodiscard]] std::string trouble() const;

private:
    struct Window {
        WaylandFullscreen& of;
        WaylandObject<zwlr_foreign_toplevel_handle_v1> handle;
        bool in_front = false; // active and as large as the screen
    };
    static const zwlr_foreign_toplevel_manager_v1_listener manager_listener;
    static const zwlr_foreign_toplevel_handle_v1_listener window_listener;

    void add(zwlr_foreign_toplevel_handle_v1*);
    void remove(const Window&);
    void set_state(Window&, const wl_array&);
    void judge();
    [[nodiscard]] Duration next_pause();
    void lose(const std::string& why);

    std::function<void(bool)> say_;
    WaylandConnection connection_;
    WaylandObject<zwlr_foreign_toplevel_manager_v1> manager_;
    std::list<Window> windows_; // they stay where they are: their handles know them
    std::string trouble_;
    bool told_ = false;
    bool concerned_us_ = true; // what has come since the last look
    Duration pause_{};
};

} // namespace poise
