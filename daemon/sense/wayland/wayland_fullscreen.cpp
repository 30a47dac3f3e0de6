// SPDX-License-Identifier: GPL-3.0-or-later
#include "wayland_fullscreen.hpp"

#include <wayland-toplevels-client.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace poise {

namespace {

constexpr std::uint32_t tells_of_fullscreen = 2; // versions before do not

// D: titles change once a second at most where they are clocks and progress; and a compositor cuts off whoever leaves
// too much of what it sends unread.
constexpr Duration shortest_pause{200};
constexpr Duration longest_pause{3000};

} // namespace

const zwlr_foreign_toplevel_manager_v1_listener WaylandFullscreen::manager_listener{
    .toplevel = [](void* self, zwlr_foreign_toplevel_manager_v1*,
                   zwlr_foreign_toplevel_handle_v1* handle) { static_cast<WaylandFullscreen*>(self)->add(handle); },
    .finished = [](void* self,
                   zwlr_foreign_toplevel_manager_v1*) { static_cast<WaylandFullscreen*>(self)->lose("it has ended"); }};

const zwlr_foreign_toplevel_handle_v1_listener WaylandFullscreen::window_listener{
    .title = [](void*, zwlr_foreign_toplevel_handle_v1*, const char*) {},
    .app_id = [](void*, zwlr_foreign_toplevel_handle_v1*, const char*) {},
    .output_enter = [](void*, zwlr_foreign_toplevel_handle_v1*, wl_output*) {},
    .output_leave = [](void*, zwlr_foreign_toplevel_handle_v1*, wl_output*) {},
    .state =
        [](void* data, zwlr_foreign_toplevel_handle_v1*, wl_array* states) {
            auto& window = *static_cast<Window*>(data);
            window.of.set_state(window, *states);
        },
    .done = [](void*, zwlr_foreign_toplevel_handle_v1*) {}, // judged when all that has come is read
    .closed =
        [](void* data, zwlr_foreign_toplevel_handle_v1*) {
            auto& window = *static_cast<Window*>(data);
            window.of.remove(window);
        },
};

WaylandFullscreen::WaylandFullscreen(boost::asio::io_context& io, std::function<void(bool)> say)
    : say_{std::move(say)}, connection_{io, [this](const std::string& why) { lose(why); }},
      manager_{connection_.bind(zwlr_foreign_toplevel_manager_v1_interface, tells_of_fullscreen,
                                zwlr_foreign_toplevel_manager_v1_destroy)} {
    zwlr_foreign_toplevel_manager_v1_add_listener(manager_.get(), &manager_listener, this);
    connection_.after_reading([this] {
        judge();
        return next_pause();
    });
    connection_.flush();
}

WaylandFullscreen::~WaylandFullscreen() {
    windows_.clear();
    judge();
}

std::string WaylandFullscreen::trouble() const {
    return trouble_.empty() && connection_.has_gone() ? "the Wayland compositor has gone" : trouble_;
}

void WaylandFullscreen::add(zwlr_foreign_toplevel_handle_v1* handle) {
    Window& window = windows_.emplace_back(Window{*this, {handle, zwlr_foreign_toplevel_handle_v1_destroy}});
    zwlr_foreign_toplevel_handle_v1_add_listener(handle, &window_listener, &window);
}

void WaylandFullscreen::remove(const Window& gone) {
    concerned_us_ = concerned_us_ || gone.in_front;
    windows_.remove_if([&gone](const Window& window) { return &window == &gone; });
}

void WaylandFullscreen::set_state(Window& window, const wl_array& states) {
    const auto* values = static_cast<const std::uint32_t*>(states.data);
    const auto has = [&](std::uint32_t wanted) {
        const auto* end = values + states.size / sizeof *values;
        return std::find(values, end, wanted) != end;
    };
    window.in_front =
        has(ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_ACTIVATED) && has(ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_FULLSCREEN);
    concerned_us_ = true;
}

void WaylandFullscreen::judge() {
    const bool fills = std::ranges::any_of(windows_, &Window::in_front);
    if (std::exchange(told_, fills) != fills) say_(fills);
}

Duration WaylandFullscreen::next_pause() {
    pause_ =
        std::exchange(concerned_us_, false) ? Duration::zero() : std::clamp(pause_ * 2, shortest_pause, longest_pause);
    return pause_;
}

void WaylandFullscreen::lose(const std::string& why) {
    trouble_ = why;
    windows_.clear();
    judge();
}

} // namespace poise
