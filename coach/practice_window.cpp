// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_window.hpp"

#include "accessible.hpp"
#include "daemon_calls.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/eventcontrollerfocus.h>
#include <gtkmm/object.h>
#include <gtkmm/stringlist.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr int practice_width = 620;
constexpr int practice_height = 760;

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

} // namespace

PracticeWindow::PracticeWindow(Outlets outlets) : outlets_{std::move(outlets)} {
    set_title(tr("How it goes"));
    set_default_size(practice_width, practice_height);
    auto* column = make_column();
    column->append(*make_heading(tr("How it goes")));
    column->append(*make_text(tr("What you choose here counts at once. It stays on this machine.")));
    trouble_ = make_text("", "problem");
    column->append(*trouble_);
    add_freer(*column);
    add_plan(*column);
    add_task(*column);
    add_levers(*column);
    add_flare(*column);
    add_tight(*column);
    add_safety(*column);
    pages_.set_home(*make_scrolled(*column, tr("How it goes")));
    set_child(pages_);
    close_by_escape(*this);
    refresh();
}

PracticeWindow::Part PracticeWindow::add_part(Gtk::Box& column, const std::string& title) {
    Part part{Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 2), make_text("", "problem")};
    part.box->append(*make_subheading(title));
    part.problem->set_visible(false);
    column.append(*part.box);
    return part;
}

void PracticeWindow::add_freer(Gtk::Box& column) {
    freer_ = add_part(column, tr("Are you still freer than before yesterday's block?"));
    const auto say = [this](bool yes) { return [this, yes] { ask(freer_, "AnswerFreer", arguments(yes)); }; };
    freer_.box->append(
        *make_row({make_button(tr("_Yes, still freer"), say(true)), make_button(tr("_No, as before"), say(false))}));
    freer_.box->append(*freer_.problem);
}

void PracticeWindow::add_plan(Gtk::Box& column) {
    plan_ = add_part(column, tr("Your plan"));
    plan_text_ = make_text("");
    change_ = make_text("", "news");
    const auto say = [this](bool yes) { return [this, yes] { ask(plan_, "AnswerPlan", arguments(yes)); }; };
    change_answers_ = make_row({make_button(tr("_Agree"), say(true)), make_button(tr("_Take it back"), say(false))});
    for (Gtk::Widget* each : {static_cast<Gtk::Widget*>(plan_text_), static_cast<Gtk::Widget*>(change_),
                              change_answers_, static_cast<Gtk::Widget*>(plan_.problem)}) {
        plan_.box->append(*each);
    }
}

void PracticeWindow::add_task(Gtk::Box& column) {
    const std::string title = tr("What you want to do with less pain");
    task_ = add_part(column, title);
    task_entry_ = Gtk::make_managed<Gtk::Entry>();
    task_entry_->set_placeholder_text(tr("in your own words, such as: carry my daughter"));
    set_label(*task_entry_, title);
    set_description(*task_entry_, tr("A check-in asks once a week how it is."));
    task_entry_->signal_activate().connect([this] { save_task(); });
    const auto focus = Gtk::EventControllerFocus::create();
    focus->signal_leave().connect([this] { save_task(); });
    task_entry_->add_controller(focus);
    task_.box->append(*task_entry_);
    task_.box->append(*make_text(tr("A check-in asks once a week how it is."), "quiet"));
    task_.box->append(*task_.problem);
}

void PracticeWindow::add_levers(Gtk::Box& column) {
    levers_ = add_part(column, tr("The two drills that you work with each day"));
    for (const Lever lever : all_levers) {
        levers_.box->append(*make_text(title_of(lever)));
        levers_.box->append(*make_lever(lever));
    }
    levers_.box->append(*levers_.problem);
}

Gtk::DropDown* PracticeWindow::make_lever(Lever lever) {
    auto*& choice = lever_choices_[index(lever)];
    choice = Gtk::make_managed<Gtk::DropDown>(std::vector<Glib::ustring>{});
    choice->property_selected().signal_changed().connect([this] {
        if (!is_showing_) save_levers();
    });
    return choice;
}

void PracticeWindow::add_flare(Gtk::Box& column) {
    flare_ = add_part(column, tr("When it is worse than usual"));
    flare_text_ = make_text("");
    flare_button_ = make_button("", [this] { ask(flare_, "SetFlare", arguments(!shown_.is_in_flare)); });
    flare_.box->append(*flare_text_);
    flare_.box->append(*make_row({flare_button_}));
    flare_.box->append(*flare_.problem);
}

void PracticeWindow::add_tight(Gtk::Box& column) {
    tight_ = add_part(column, tr("Today"));
    tight_button_ = make_button("", [this] {
        ask(tight_, "CheckIn", arguments(Dictionary{{"tight", Glib::Variant<bool>::create(true)}}));
    });
    tight_.box->append(*make_row({tight_button_}));
    tight_.box->append(*tight_.problem);
}

void PracticeWindow::add_safety(Gtk::Box& column) {
    safety_ = add_part(column, tr("Signs with which you should not wait"));
    safety_text_ = make_text("");
    safety_button_ = make_button("", [this] {
        if (!shown_.exercise_is_off) return open_red_flags();
        ask(safety_, "ClearScreen", {});
    });
    safety_.box->append(*safety_text_);
    safety_.box->append(*make_row({safety_button_}));
    safety_.box->append(*safety_.problem);
}

void PracticeWindow::save_task() {
    const std::string task = task_entry_->get_text();
    if (task != shown_.key_task) ask(task_, "NameKeyTask", arguments(Glib::ustring{task}));
}

void PracticeWindow::save_levers() {
    std::array<Glib::ustring, lever_count> drills;
    for (const Lever lever : all_levers) {
        const std::size_t chosen = lever_choices_[index(lever)]->get_selected();
        const auto& choices = shown_.levers[index(lever)].choices;
        if (chosen >= choices.size()) return;
        drills[index(lever)] = choices[chosen].drill;
    }
    ask(levers_, "NameLevers", arguments(drills[index(Lever::mobility)], drills[index(Lever::strength)]));
}

void PracticeWindow::open_red_flags() {
    const auto home = [this] {
        refresh();
        pages_.turn_home();
        safety_button_->grab_focus();
    };
    pages_.turn_to(*make_red_flags_page(
        outlets_.red_flags(),
        [this, home](const std::vector<std::string>& flags) {
            if (flags.empty()) return home();
            outlets_.screen(flags, [this, home](const std::string& text) {
                pages_.turn_to(*make_message_page(text, home, tr("_Back")));
            });
        },
        home));
}

void PracticeWindow::ask(const Part& part, const char* method, const Glib::VariantContainerBase& arguments) {
    outlets_.ask(method, arguments, [this, problem = part.problem](const std::optional<std::string>& refusal) {
        tell(*problem, refusal ? std::vector{tr("Not saved: {why}", {{"why", *refusal}})} : std::vector<std::string>{});
        refresh();
    });
}

void PracticeWindow::refresh() {
    const auto form = outlets_.read();
    tell(*trouble_, form ? std::vector<std::string>{} : std::vector{form.error()});
    if (form) show(*form);
}

void PracticeWindow::show(const PracticeForm& form) {
    is_showing_ = true;
    show_levers(form);
    const bool is_task_new = form.key_task != shown_.key_task;
    shown_ = form;
    if (is_task_new) task_entry_->set_text(form.key_task);
    freer_.box->set_visible(form.asks_freer);
    plan_text_->set_text(joined(form.plan));
    change_->set_text(form.change);
    change_->set_visible(!form.change.empty());
    change_answers_->set_visible(!form.change.empty());
    flare_text_->set_text(form.is_in_flare
                              ? tr("Your sessions are shorter until it has settled, for a week at most.")
                              : tr("Shorter sessions for some days, until it has settled or a week has passed."));
    relabel(*flare_button_, form.is_in_flare ? tr("It has _settled") : tr("Make sessions _shorter"));
    relabel(*tight_button_, form.is_tight ? tr("Noted: more rounds today") : tr("I am t_ight today"));
    tight_button_->set_sensitive(!form.is_tight);
    safety_text_->set_text(form.exercise_is_off
                               ? tr("Exercise is off. It may go on once somebody has looked at what you ticked, and "
                                    "has agreed.")
                               : tr("Some signs call for somebody who can examine you, before any exercise."));
    relabel(*safety_button_, form.exercise_is_off ? tr("They have agreed: _exercise again") : tr("_Go through them…"));
    is_showing_ = false;
}

void PracticeWindow::show_levers(const PracticeForm& form) {
    for (const Lever lever : all_levers) {
        const LeverForm& now = form.levers[index(lever)];
        const LeverForm& before = shown_.levers[index(lever)];
        Gtk::DropDown& choice = *lever_choices_[index(lever)];
        if (now.choices != before.choices) {
            std::vector<Glib::ustring> labels;
            for (const LeverForm::Choice& each : now.choices) labels.emplace_back(each.label);
            choice.set_model(Gtk::StringList::create(labels));
        }
        choice.set_selected(static_cast<guint>(now.chosen));
        name_dropdown(choice,
                      tr("{lever}: {drill}", {{"lever", title_of(lever)}, {"drill", now.choices[now.chosen].label}}));
    }
}

} // namespace poise::coach
