// SPDX-License-Identifier: GPL-3.0-or-later
#include "questions.hpp"

#include "accessible.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/grid.h>
#include <gtkmm/object.h>
#include <gtkmm/shortcut.h>
#include <gtkmm/shortcutcontroller.h>

#include <memory>
#include <utility>

namespace poise::coach {

namespace {

Gtk::Box* make_question_page(Gtk::Widget& content, const std::vector<Gtk::Button*>& buttons) {
    return make_page(content, tr("The question"), *make_actions(buttons));
}

} // namespace

Gtk::Box* make_scale(const std::string& name, const std::string& least, const std::string& most,
                     std::function<void(int)> chosen) {
    constexpr int most_pain = 10;
    constexpr int in_a_row = 6;
    auto* grid = Gtk::make_managed<Gtk::Grid>();
    grid->set_row_spacing(gap / 2);
    grid->set_column_spacing(gap / 2);
    grid->set_column_homogeneous(true);
    for (int value = 0; value <= most_pain; ++value) {
        auto* button = make_button(std::to_string(value), [chosen, value] { chosen(value); });
        std::string label = name + " " + std::to_string(value);
        if (value == 0) label += ", " + least;
        if (value == most_pain) label += ", " + most;
        replace_label(*button, label);
        grid->attach(*button, value % in_a_row, value / in_a_row);
    }
    auto* box = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 2);
    box->append(*grid);
    box->append(*make_text("0: " + least + ", 10: " + most));
    return box;
}

Gtk::Box* make_pain_page(std::function<void(std::optional<int>)> answered) {
    auto* column = make_column();
    column->append(*make_heading(tr("Stop here. How much does it hurt?")));
    column->append(*make_text(tr("The drill is over. What comes next will be gentler.")));
    column->append(*make_scale("Pain", "none", "the worst", [answered](int pain) { answered(pain); }));
    auto* skip = make_button(tr("_I would rather not say"), [answered] { answered(std::nullopt); });
    take_focus(*skip);
    auto* page = make_question_page(*column, {skip});
    const auto keys = Gtk::ShortcutController::create();
    keys->set_scope(Gtk::ShortcutScope::GLOBAL); // wherever in the window the focus is
    for (int pain = 0; pain <= 9; ++pain) {      // 10 has its button
        const auto action = Gtk::CallbackAction::create([answered, pain](auto&, const auto&) {
            answered(pain);
            return true;
        });
        keys->add_shortcut(Gtk::Shortcut::create(Gtk::ShortcutTrigger::parse_string(std::to_string(pain)), action));
    }
    page->add_controller(keys);
    return page;
}

Gtk::Box* make_red_flags_page(const std::vector<RedFlagQuestion>& questions,
                              std::function<void(std::vector<std::string>)> answered, std::function<void()> back) {
    auto* column = make_column();
    column->append(*make_heading(tr("Is any of this true for you?")));
    column->append(*make_text(tr("Tick what is. If nothing is, go on.")));
    const auto checks = std::make_shared<std::vector<std::pair<std::string, Gtk::CheckButton*>>>();
    auto* send = make_suggested(tr("_None of these"), [checks, answered] {
        std::vector<std::string> flags;
        for (const auto& [id, check] : *checks) {
            if (check->get_active()) flags.push_back(id);
        }
        answered(std::move(flags));
    });
    const auto show_what_is_sent = [checks, send] {
        bool any = false;
        for (const auto& each : *checks) any = any || each.second->get_active();
        relabel(*send, any ? tr("_Yes, what I ticked") : tr("_None of these"));
    };
    for (const RedFlagQuestion& question : questions) {
        auto* check = make_check(question.question);
        check->signal_toggled().connect(show_what_is_sent);
        if (checks->empty()) take_focus(*check);
        checks->emplace_back(question.id, check);
        column->append(*check);
    }
    std::vector<Gtk::Button*> buttons{send};
    if (back) buttons.push_back(make_button(tr("_Back"), std::move(back)));
    return make_question_page(*column, buttons);
}

Gtk::Box* make_ending_page(HowFar suggested, std::function<void(HowFar)> answered, std::function<void()> go_on) {
    auto* column = make_column();
    column->append(*make_heading(tr("How did it go?")));
    column->append(
        *make_text(tr("Whatever you say is fine; close the window once more to let Poise judge by itself.")));
    std::vector<Gtk::Button*> buttons;
    const auto add = [&](const std::string& label, HowFar how_far) {
        auto* button = make_button(label, [answered, how_far] { answered(how_far); });
        if (how_far == suggested) {
            button->add_css_class("suggested");
            take_focus(*button);
        }
        buttons.push_back(button);
    };
    add(tr("_Done"), HowFar::done);
    add(tr("_Partly"), HowFar::partly);
    add(tr("_Not now"), HowFar::not_now);
    buttons.push_back(make_button(tr("_Go on with the break"), std::move(go_on)));
    return make_question_page(*column, buttons);
}

Gtk::Box* make_message_page(const std::string& text, std::function<void()> go_on, const std::string& button_label) {
    auto* column = make_column();
    auto* label = make_text(text, "message");
    column->append(*label);
    auto* button = make_suggested(button_label, std::move(go_on));
    take_focus(*button);
    return make_question_page(*column, {button});
}

} // namespace poise::coach
