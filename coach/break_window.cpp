// SPDX-License-Identifier: GPL-3.0-or-later
#include "break_window.hpp"

#include "boot_now.hpp"
#include "say.hpp"

#include <glibmm/main.h>
#include <gtkmm/settings.h>
#include <gtkmm/shortcut.h>
#include <gtkmm/shortcutcontroller.h>

#include <algorithm>
#include <utility>

namespace poise::coach {

namespace {

constexpr int break_width = 600;
constexpr int break_height = 700;
constexpr unsigned to_read_s = 5; // D: a last line, before the window goes by itself
constexpr unsigned to_say_s = 60; // D: how it went; then it is judged without a word
constexpr auto shortest_wait = std::chrono::milliseconds{1};

Motion motion_wanted() {
    return Gtk::Settings::get_default()->property_gtk_enable_animations() ? Motion::full : Motion::reduced;
}

} // namespace

BreakWindow::BreakWindow(RunningBreak running, Outlets outlets)
    : running_{std::move(running)}, outlets_{std::move(outlets)}, guided_{guide(running_, boot_now())},
      motion_{motion_wanted()}, page_{{.next = [this] { jump(&GuidedBreak::next); },
                                       .back = [this] { jump(&GuidedBreak::back); },
                                       .pause = [this] { toggle_pause(); },
                                       .too_painful = [this] { open_pain(); },
                                       .done = [this] { finish(HowFar::done); }}},
      paused_by_daemon_{running_.is_paused} {
    set_title(running_.title.empty() ? "Poise" : running_.title);
    set_default_size(break_width, break_height);
    pages_.set_home(page_);
    set_child(pages_);
    add_keys();
    refresh();
    page_.take_focus();
}

BreakWindow::~BreakWindow() {
    next_look_.disconnect();
    closing_.disconnect();
    stop_gliding();
}

void BreakWindow::add_keys() {
    const auto keys = Gtk::ShortcutController::create();
    keys->set_scope(Gtk::ShortcutScope::GLOBAL);
    const auto add = [&](const char* trigger, std::function<void()> pressed) {
        const auto action = Gtk::CallbackAction::create([pressed = std::move(pressed)](auto&, const auto&) {
            pressed();
            return true;
        });
        keys->add_shortcut(Gtk::Shortcut::create(Gtk::ShortcutTrigger::parse_string(trigger), action));
    };
    const auto on_page = [this](std::function<void()> pressed) {
        return [this, pressed = std::move(pressed)] {
            if (pages_.is_home()) pressed();
        };
    };
    add("Escape", [this] { close(); });
    const bool from_right = get_direction() == Gtk::TextDirection::RTL; // where onward is to the left
    add(from_right ? "Left" : "Right", on_page([this] { jump(&GuidedBreak::next); }));
    add(from_right ? "Right" : "Left", on_page([this] { jump(&GuidedBreak::back); }));
    add("p", on_page([this] { toggle_pause(); }));
    add_controller(keys);
}

void BreakWindow::refresh() {
    const Instant now = boot_now();
    const auto place = guided_.at(now);
    const Look look = look_at(guided_, now, motion_);
    page_.show(look);
    page_.allow_back(guided_.can_go_back(now));
    if (stage_shown_ != place.stage || look.is_over) page_.speak(spoken(guided_, now));
    if (!guided_.script().stages.empty() && running_.parts.size() > 1 && stage_shown_ != place.stage) {
        const std::size_t part = guided_.script().stages[place.stage].part;
        if (!stage_shown_ || guided_.script().stages[*stage_shown_].part != part) outlets_.at_part(running_.id, part);
    }
    stage_shown_ = place.stage;
    if (look.is_over && answered_ && pages_.is_home()) close_in(to_read_s);
    arm(now);
}

void BreakWindow::arm(Instant now) {
    next_look_.disconnect();
    const auto next = next_look(guided_, now);
    const bool glides = next && motion_ == Motion::full && pages_.is_home();
    if (!next) {
        if (guided_.at(now).is_over && !answered_)
            page_.tell(tr("That was all. Done, or rest until it counts by itself."));
        return stop_gliding();
    }
    // A millisecond later than due: a second earlier by the rounding of a timer would be drawn twice.
    next_look_ = Glib::signal_timeout().connect(
        [this] {
            refresh();
            return false;
        },
        static_cast<unsigned>(std::max<Duration>(*next - now, shortest_wait).count()) + 1);
    glides ? glide() : stop_gliding();
}

void BreakWindow::glide() {
    if (gliding_ != 0) return;
    gliding_ = add_tick_callback([this](const auto&) {
        page_.glide(look_at(guided_, boot_now(), motion_));
        return true;
    });
}

void BreakWindow::stop_gliding() {
    if (const guint id = std::exchange(gliding_, 0); id != 0) remove_tick_callback(id);
}

void BreakWindow::jump(void (GuidedBreak::*way)(Instant)) {
    (guided_.*way)(boot_now());
    refresh();
}

void BreakWindow::toggle_pause() {
    paused_by_daemon_ = false; // the person has the last word
    jump(guided_.is_paused() ? &GuidedBreak::resume : &GuidedBreak::pause);
}

void BreakWindow::prompt_changed(const RunningBreak& running) {
    if (running.is_paused == running_.is_paused) return;
    running_.is_paused = running.is_paused;
    if (running.is_paused && !guided_.is_paused()) {
        paused_by_daemon_ = true;
        jump(&GuidedBreak::pause);
    } else if (!running.is_paused && std::exchange(paused_by_daemon_, false)) {
        jump(&GuidedBreak::resume);
    }
}

void BreakWindow::ended(const std::string& outcome) {
    const bool told_already = std::exchange(answered_, true);
    if (!pages_.is_home() && !asked_) return; // of pain: what is on the screen is not taken away
    if (told_already || asked_) return close();
    const bool is_over = guided_.at(boot_now()).is_over;
    if (outcome != "taken") return show_message(tr("The break has ended."));
    page_.tell(is_over ? tr("Done. It counts.") : tr("It counts already. Go on for as long as you like."));
    if (is_over) close_in(to_read_s);
}

void BreakWindow::withdrawn() {
    answered_ = true;
    if (pages_.is_home() || asked_) show_message(tr("The break has ended. It counts against nobody."));
}

void BreakWindow::open_pain() {
    guided_.pause(boot_now());
    show_page(*make_pain_page([this](std::optional<int> pain) {
        outlets_.too_painful(running_.id, pain);
        answered_ = true;
        show_page(*make_red_flags_page(outlets_.red_flags(), [this](const std::vector<std::string>& ticked) {
            if (ticked.empty()) return show_message(tr("Thank you. Rest a little; what comes next will be gentler."));
            outlets_.screen(ticked, [this](const std::string& text) { tell(text); });
        }));
    }));
}

void BreakWindow::open_ending() {
    asked_ = true;
    guided_.pause(boot_now());
    auto* page = make_ending_page(
        guided_.how_far(boot_now()), [this](HowFar how_far) { finish(how_far); },
        [this] {
            asked_ = false;
            closing_.disconnect();
            pages_.turn_home();
            page_.take_focus();
            jump(&GuidedBreak::resume);
        });
    show_page(*page);
    close_in(to_say_s);
}

void BreakWindow::finish(HowFar how_far) {
    if (!std::exchange(answered_, true)) outlets_.finish(running_.id, how_far);
    close();
}

void BreakWindow::show_page(Gtk::Widget& page) {
    pages_.turn_to(page);
    refresh();
}

void BreakWindow::show_message(const std::string& text) {
    asked_ = false;
    show_page(*make_message_page(
        text, [this] { close(); }, tr("_Close")));
    close_in(to_read_s);
}

void BreakWindow::tell(const std::string& text) {
    show_message(text);
    closing_.disconnect(); // to be read in peace
}

void BreakWindow::close_in(unsigned seconds) {
    if (closing_.connected()) closing_.disconnect();
    closing_ = Glib::signal_timeout().connect_seconds(
        [this] {
            close();
            return false;
        },
        seconds);
}

bool BreakWindow::on_close_request() {
    if (!answered_ && !asked_) {
        open_ending();
        return true;
    }
    if (!std::exchange(answered_, true)) outlets_.finish(running_.id, guided_.how_far(boot_now()));
    closing_.disconnect();
    next_look_.disconnect();
    stop_gliding();
    return Gtk::ApplicationWindow::on_close_request();
}

} // namespace poise::coach
