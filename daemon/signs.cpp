// SPDX-License-Identifier: GPL-3.0-or-later
#include "signs.hpp"

#include "desktop_questions.hpp"

#include <cstdlib>
#include <exception>
#include <string_view>
#include <utility>

namespace poise {

namespace {

/// XDG_CURRENT_DESKTOP is a list, as "ubuntu:GNOME".
bool desktop_is(std::string_view name) {
    const char* value = std::getenv("XDG_CURRENT_DESKTOP");
    return value && (":" + std::string{value} + ":").find(":" + std::string{name} + ":") != std::string::npos;
}

} // namespace

AnyOf Signs::sign(Sign by) {
    return AnyOf{[this, by](bool on) {
        if (on) {
            post_(SignBegan{by});
        } else {
            post_(SignEnded{by});
        }
    }};
}

Signs::Signs(boost::asio::io_context& io, PostEvent post)
    : io_{io}, post_{std::move(post)}, meeting_{sign(Sign::meeting)}, screencast_{sign(Sign::screencast)},
      do_not_disturb_{sign(Sign::dnd)}, fullscreen_{sign(Sign::fullscreen)}, inhibited_{[this](bool on) {
          post_(InhibitChanged{on});
      }} {}

void Signs::start(BusLoop& session_bus) {
    look_for_meetings();
    look_for_fullscreen();
    for (BusQuestion& question : do_not_disturb_questions()) ask(session_bus, std::move(question), do_not_disturb_);
    for (BusQuestion& question : inhibitor_questions()) ask(session_bus, std::move(question), inhibited_);
    follow_banners(session_bus);
}

void Signs::ask(BusLoop& bus, BusQuestion question, AnyOf& of) {
    const auto say = [&of, what = question.what](bool on) { of.say(what, on); };
    flags_.emplace_back(
        bus.connection(), [&bus] { bus.catch_up(); }, std::move(question), say);
}

void Signs::look_for_meetings() {
    try {
        pipewire_.emplace(io_, [this](const pipewire::InUse& in_use) {
            meeting_.say("microphone", in_use.microphone);
            meeting_.say("camera", in_use.camera);
            screencast_.say("PipeWire", in_use.screen);
        });
    } catch (const std::exception& error) {
        pipewire_trouble_ = error.what();
    }
    try {
        pulse_.emplace(io_, [this](bool microphone) { meeting_.say("PulseAudio's microphone", microphone); });
    } catch (const std::exception& error) {
        pulse_trouble_ = error.what();
    }
}

void Signs::look_for_fullscreen() {
    look_for_fullscreen(x_fullscreen_, x_fullscreen_trouble_, "x11");
    look_for_fullscreen(wayland_fullscreen_, wayland_fullscreen_trouble_, "wayland");
}

template <class Sense>
void Signs::look_for_fullscreen(std::optional<Sense>& sense, std::string& trouble, const char* name) {
    if (sense && sense->trouble().empty()) return;
    try {
        sense.emplace(io_, [this, name](bool on) { fullscreen_.say(name, on); });
    } catch (const std::exception& error) {
        trouble = error.what();
    }
}

void Signs::desktop_appeared() { look_for_fullscreen(); }

void Signs::follow_banners(BusLoop& session_bus) {
    // Other desktops may have the setting in their database, too, and show banners all the same.
    const char* key = desktop_is("GNOME")        ? "/org/gnome/desktop/notifications/show-banners"
                      : desktop_is("X-Cinnamon") ? "/org/cinnamon/desktop/notifications/display-notifications"
                                                 : nullptr;
    if (!key) return;
    banners_.emplace(session_bus.connection(), key, true,
                     [this](bool shown) { do_not_disturb_.say("GNOME's banners", !shown); });
    session_bus.catch_up();
}

std::vector<Finding> Signs::findings() const {
    std::vector<Finding> findings;
    const auto add = [&](const std::string& what, const std::string& trouble, const std::string& detail) {
        findings.push_back({what, trouble.empty(), trouble.empty() ? detail : trouble});
    };
    add("meetings (PipeWire)", pipewire_ ? pipewire_->trouble() : pipewire_trouble_,
        "microphone, and camera and screencast where programs ask PipeWire for them");
    add("meetings (PulseAudio)", pulse_ ? pulse_->trouble() : pulse_trouble_, "microphone");
    add("full screen (X11)", x_fullscreen_ ? x_fullscreen_->trouble() : x_fullscreen_trouble_, "of the active window");
    add("full screen (Wayland)", wayland_fullscreen_ ? wayland_fullscreen_->trouble() : wayland_fullscreen_trouble_,
        "of the active window");
    for (const BusFlag& flag : flags_) findings.push_back(flag.finding());
    add("do not disturb of GNOME", banners_ ? "" : "this is neither GNOME nor Cinnamon",
        banners_ ? banners_->key() : "");
    return findings;
}

} // namespace poise
