// SPDX-License-Identifier: GPL-3.0-or-later
// What says that the person must not be disturbed, or is at the screen without touching it, put together: several
// sources speak of each, and whatever is said by any of them holds. Beside daemon/senses, which has the presence.
#pragma once

#include "any_of.hpp"
#include "bus_flag.hpp"
#include "bus_loop.hpp"
#include "dconf_setting.hpp"
#include "pipewire_sense.hpp"
#include "pulse_sense.hpp"
#include "wayland_fullscreen.hpp"
#include "x_fullscreen.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

class Signs {
public:
    Signs(boost::asio::io_context&, PostEvent);

    /// Looks for everything that can be sensed; to be called once.
    void start(BusLoop& session_bus);
    /// A desktop is there, anew or for the first time; what has died with the last one is looked for again.
    void desktop_appeared();
    /// Somebody keeps the session from being idle, as whoever is not asked here says.
    void note_inhibited(std::string_view by, bool on) { inhibited_.say(by, on); }

    [[nodiscard]] std::vector<Finding> findings() const;

private:
    AnyOf sign(Sign);
    void ask(BusLoop&, BusQuestion, AnyOf&);
    void look_for_meetings();
    void look_for_fullscreen();
    template <class Sense>
    void look_for_fullscreen(std::optional<Sense>&, std::string& trouble, const char* name);
    void follow_banners(BusLoop&);

    boost::asio::io_context& io_;
    PostEvent post_;
    AnyOf meeting_;
    AnyOf screencast_;
    AnyOf do_not_disturb_;
    AnyOf fullscreen_;
    AnyOf inhibited_;
    std::optional<PipewireSense> pipewire_;
    std::string pipewire_trouble_;
    std::optional<PulseSense> pulse_;
    std::string pulse_trouble_;
    std::optional<XFullscreen> x_fullscreen_;
    std::string x_fullscreen_trouble_;
    std::optional<WaylandFullscreen> wayland_fullscreen_;
    std::string wayland_fullscreen_trouble_;
    std::list<BusFlag> flags_; // they stay where they are: their callbacks know them
    std::optional<DconfSetting> banners_;
};

} // namespace poise
