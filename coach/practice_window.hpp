// SPDX-License-Identifier: GPL-3.0-or-later
// How it goes: the plan and its last change (F4), the key task (F3), the two levers (F2), whether yesterday's range has
// stayed (F7), a flare (F6), a tight day (S10), and the red flags (R1, R2). Each answer counts at once; what is not
// asked now cannot be seen. Nothing has to be answered.
#pragma once

#include "pages.hpp"
#include "practice_form.hpp"
#include "questions.hpp"
#include "screening.hpp"

#include "poise/result.hpp"

#include <glibmm/variant.h>
#include <gtkmm/applicationwindow.h>
#include <gtkmm/box.h>
#include <gtkmm/button.h>
#include <gtkmm/dropdown.h>
#include <gtkmm/entry.h>
#include <gtkmm/label.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

class PracticeWindow final : public Gtk::ApplicationWindow {
public:
    using Answered = std::function<void(std::optional<std::string> refusal)>;
    struct Outlets {
        /// As it is now, or why that cannot be read.
        std::function<Result<PracticeForm, std::string>()> read;
        /// A method of the daemon.
        std::function<void(const char* method, const Glib::VariantContainerBase& arguments, Answered)> ask;
        std::function<std::vector<RedFlagQuestion>()> red_flags;
        Screen screen;
    };
    explicit PracticeWindow(Outlets outlets);

private:
    /// A part of the page, with a place for what went wrong in it.
    struct Part {
        Gtk::Box* box = nullptr;
        Gtk::Label* problem = nullptr;
    };
    [[nodiscard]] Part add_part(Gtk::Box& column, const std::string& title);
    void add_freer(Gtk::Box& column);
    void add_plan(Gtk::Box& column);
    void add_task(Gtk::Box& column);
    void add_levers(Gtk::Box& column);
    void add_flare(Gtk::Box& column);
    void add_tight(Gtk::Box& column);
    void add_safety(Gtk::Box& column);
    [[nodiscard]] Gtk::DropDown* make_lever(Lever lever);
    void save_task();
    void save_levers();
    void open_red_flags();

    /// Asks the daemon, then shows what is in force.
    void ask(const Part& part, const char* method, const Glib::VariantContainerBase& arguments);
    void refresh();
    void show(const PracticeForm& form);
    void show_levers(const PracticeForm& form);

    Outlets outlets_;
    Pages pages_;
    PracticeForm shown_;
    bool is_showing_ = false; // what changes then is no choice of the person's
    Gtk::Label* trouble_ = nullptr;
    Part freer_, plan_, task_, levers_, flare_, tight_, safety_;
    Gtk::Label* plan_text_ = nullptr;
    Gtk::Label* change_ = nullptr;
    Gtk::Widget* change_answers_ = nullptr;
    Gtk::Entry* task_entry_ = nullptr;
    std::array<Gtk::DropDown*, lever_count> lever_choices_{};
    Gtk::Label* flare_text_ = nullptr;
    Gtk::Button* flare_button_ = nullptr;
    Gtk::Button* tight_button_ = nullptr;
    Gtk::Label* safety_text_ = nullptr;
    Gtk::Button* safety_button_ = nullptr;
};

} // namespace poise::coach
