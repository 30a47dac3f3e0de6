// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu_view.hpp"

#include "say.hpp"

#include <utility>

namespace poise::tray {

namespace {

constexpr std::uint32_t half_an_hour_s = 30 * 60;
constexpr std::uint32_t an_hour_s = 60 * 60;

/// A text from elsewhere, whose underscores pick nothing.
std::string as_label(const std::string& text) {
    std::string label;
    for (const char letter : text) label += letter == '_' ? std::string{"__"} : std::string{letter};
    return label;
}

MenuItem line(const std::string& text) { return {.label = as_label(text), .is_enabled = false}; }
MenuItem separator() { return {.label = "", .command = {.verb = Verb::separator}}; }

MenuItem break_of(std::string label, Kind kind, const std::optional<DaemonView>& daemon) {
    const bool is_possible = daemon && !(daemon->exercise_off && is_exercise(kind));
    return {.label = std::move(label), .command = {.verb = Verb::begin, .kind = kind}, .is_enabled = is_possible};
}

MenuItem breaks(const std::optional<DaemonView>& daemon) {
    return {.label = tr("Start a _break"),
            .is_enabled = daemon.has_value(),
            .children = {break_of(tr("_Rest your hands"), Kind::microbreak, daemon),
                         break_of(tr("_Move a little"), Kind::snack, daemon),
                         break_of(tr("_Loosen up"), Kind::mobility, daemon),
                         break_of(tr("_Strength exercises"), Kind::strength, daemon),
                         break_of(tr("_Breathe slowly"), Kind::breath, daemon)}};
}

MenuItem pauses(bool is_there, bool is_paused) {
    const auto pause = [](const std::string& label, std::uint32_t seconds) {
        return MenuItem{.label = label, .command = {.verb = Verb::pause, .pause_s = seconds}};
    };
    return {.label = tr("_Pause"),
            .is_enabled = is_there,
            .is_visible = !is_paused,
            .children = {pause(tr("For _30 minutes"), half_an_hour_s), pause(tr("For _1 hour"), an_hour_s),
                         pause(tr("Until _tomorrow"), 0)}};
}

/// The same answers as on the notification, for where that has no buttons or was clicked away.
void add_prompt(std::vector<MenuItem>& menu, const std::optional<DaemonView>& daemon) {
    const OpenPrompt prompt = daemon && daemon->prompt ? *daemon->prompt : OpenPrompt{};
    const bool is_open = daemon && daemon->prompt;
    const bool is_running = is_open && prompt.phase == Phase::running;
    const auto answer = [&](const std::string& label, Answer given, bool is_visible) {
        menu.push_back({.label = label,
                        .command = {.verb = Verb::answer, .answer = given, .prompt = prompt.id},
                        .is_visible = is_visible});
    };
    MenuItem title = line(prompt.title.empty() ? "Poise" : prompt.title);
    title.is_visible = is_open;
    menu.push_back(std::move(title));
    answer(prompt.start_label.empty() ? tr("Start") : as_label(prompt.start_label), Answer::start,
           is_open && !is_running);
    answer(tr("Snoo_ze"), Answer::snooze, is_open && !is_running && prompt.may_snooze);
    answer(tr("_Done"), Answer::done, is_running);
    answer(is_running ? tr("S_top") : tr("S_kip"), Answer::skip, is_open);
    menu.push_back(separator());
    menu.back().is_visible = is_open;
}

} // namespace

std::string without_daemon() { return tr("Poise is not running."); }

std::vector<MenuItem> menu_of(const std::optional<DaemonView>& daemon, const std::string& headline,
                              const std::string& paused_until) {
    const bool is_there = daemon.has_value();
    const bool is_paused = is_there && daemon->paused_until != 0;
    const bool stands = is_there && daemon->posture == Posture::standing;
    const auto item = [&](const std::string& label, Command command, bool is_enabled = true) {
        return MenuItem{.label = label, .command = command, .is_enabled = is_enabled};
    };
    std::vector<MenuItem> menu{line(is_there ? headline : without_daemon()), separator()};
    add_prompt(menu, daemon);
    menu.push_back(breaks(daemon));
    menu.push_back(item(stands ? tr("I am _sitting") : tr("I am _standing"),
                        {.verb = Verb::take_posture, .posture = stands ? Posture::sitting : Posture::standing},
                        is_there));
    menu.push_back(item(tr("_Tight today"), {.verb = Verb::tell_tight}, is_there));
    menu.push_back(item(tr("_Check in…"), {.verb = Verb::check_in}, is_there));
    menu.push_back(item(tr("How it _goes…"), {.verb = Verb::practice}, is_there));
    menu.push_back(separator());
    menu.push_back(pauses(is_there, is_paused));
    MenuItem resume{.label = tr("_Resume (paused until {time})", {{"time", as_label(paused_until)}}),
                    .command = {.verb = Verb::resume}};
    resume.is_visible = is_paused;
    menu.push_back(std::move(resume));
    menu.push_back(item(tr("_Why now?"), {.verb = Verb::explain}, is_there));
    menu.push_back(separator());
    menu.push_back(item(tr("This week's re_port"), {.verb = Verb::report}));
    menu.push_back(item(tr("S_ettings…"), {.verb = Verb::settings}));
    menu.push_back(item(tr("_Introduction…"), {.verb = Verb::introduce}));
    menu.push_back(item(tr("_About Poise"), {.verb = Verb::about}));
    return menu;
}

} // namespace poise::tray
