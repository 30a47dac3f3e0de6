// SPDX-License-Identifier: GPL-3.0-or-later
#include "senses.hpp"

#include "desktop_questions.hpp"
#include "mutter_idle_source.hpp"
#include "wayland_idle_source.hpp"
#include "x_screen_saver_idle_source.hpp"
#include "x_sync_idle_source.hpp"

#include <exception>
#include <utility>

namespace poise {

Senses::Senses(World world)
    : world_{std::move(world)}, signs_{world_.io, [this](const Event& event) { post(event); }},
      claims_{world_.io, [this](const Event& event) { post(event); }},
      system_{{.io = world_.io,
               .clock = world_.clock,
               .claims = claims_,
               .say_inhibited = [this](bool on) { signs_.note_inhibited("logind", on); },
               .zone_set = world_.zone_set}},
      idle_choice_{world_.io, world_.clock, [this](const Event& event) { post(event); }, idle_candidates(), follower()},
      screen_saver_{[this](bool on) { claims_.set_screen_saver(on); }} {}

void Senses::start(bool count) {
    system_.start();
    look_for_screen_savers();
    signs_.start(world_.session_bus);
    if (count) count_input(true);
    idle_choice_.start();
}

void Senses::post(const Event& event) {
    // The core ends the input with a lock and a suspend; the idle source has to notice when it begins again.
    if (std::holds_alternative<Locked>(event) || std::holds_alternative<Suspended>(event)) idle_choice_.await_return();
    world_.post(event);
    if (std::holds_alternative<Unlocked>(event) || std::holds_alternative<Resumed>(event)) idle_choice_.expect_return();
}

void Senses::look_for_screen_savers() {
    for (BusQuestion& question : screen_saver_questions()) {
        const auto say = [this, what = question.what](bool on) { screen_saver_.say(what, on); };
        screen_savers_.emplace_back(
            world_.session_bus.connection(), [this] { world_.session_bus.catch_up(); }, std::move(question), say);
    }
}

std::vector<IdleChoice::Candidate> Senses::idle_candidates() {
    const auto wayland = [this](const char* name, WaylandIdleSource::Way way, InhibitorWatch::Changed inhibited = {}) {
        return IdleChoice::Candidate{name, [this, name, way, inhibited](IdleSource::Listener listener) {
                                         return std::make_unique<WaylandIdleSource>(
                                             world_.io, world_.clock, std::move(listener), name, way, inhibited);
                                     }};
    };
    return {
        wayland("wayland-input-idle", input_notifier, [this](bool on) { signs_.note_inhibited("the compositor", on); }),
        wayland("wayland-idle", idle_notifier),
        {"mutter",
         [this](IdleSource::Listener listener) {
             return std::make_unique<MutterIdleSource>(
                 world_.io, world_.session_bus.connection(), [this] { world_.session_bus.catch_up(); }, world_.clock,
                 std::move(listener));
         }},
        wayland("kwin-idle", kwin_notifier),
        {"x11",
         [this](IdleSource::Listener listener) {
             return std::make_unique<XSyncIdleSource>(world_.io, world_.clock, std::move(listener));
         }},
        {"x11-screensaver",
         [this](IdleSource::Listener listener) {
             return std::make_unique<XScreenSaverIdleSource>(world_.io, world_.clock, std::move(listener));
         }},
        {"logind", [this](IdleSource::Listener listener) { return system_.open_idle_source(std::move(listener)); }},
    };
}

IdleChoice::Follower Senses::follower() {
    return {.input_began =
                [this] {
                    if (counter_) counter_->start();
                    claims_.input_began();
                },
            .input_ended =
                [this] {
                    if (counter_) counter_->stop();
                    claims_.input_ended();
                },
            .source_found = [this] { desktop_appeared(); }};
}

void Senses::desktop_appeared() {
    signs_.desktop_appeared();
    if (counts_input_ && (!counter_ || counter_->is_over())) count_input(true);
}

void Senses::fetch_counts() {
    if (counter_) counter_->fetch_now();
}

void Senses::count_input(bool on) {
    counts_input_ = on;
    if (!on) {
        counter_.reset();
        counter_trouble_ = "switched off ([input] count = false)";
        return post(InputCounting{false});
    }
    try {
        counter_.emplace(world_.io, [this](const Event& event) { post(event); });
        counter_trouble_.clear();
    } catch (const std::exception& error) {
        counter_.reset();
        counter_trouble_ = error.what();
    }
}

std::vector<Finding> Senses::findings() const {
    std::vector<Finding> findings = idle_choice_.findings();
    for (Finding& finding : findings) finding.what = "idle source " + finding.what;
    for (const Finding& finding : system_.findings()) findings.push_back(finding);
    for (const BusFlag& flag : screen_savers_) findings.push_back(flag.finding());
    for (const Finding& finding : signs_.findings()) findings.push_back(finding);
    const bool counts = counter_ && !counter_->is_over();
    const std::string trouble = counter_ ? "the X server has gone" : counter_trouble_;
    findings.push_back({"counting keys and clicks", counts, counts ? "counts only, fetched every 10 s" : trouble});
    return findings;
}

} // namespace poise
