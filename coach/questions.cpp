// SPDX-License-Identifier: GPL-3.0-or-later
#include "questions.hpp"

#include "accessible.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/flowbox.h>
#include <gtkmm/flowboxchild.h>
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

/// A button for each figure, in as many rows as it takes.
Gtk::Widget* make_pain_scale(const std::function<void(std::optional<int>)>& answered) {
    constexpr int most_pain = 10;
    auto* scale = Gtk::make_managed<Gtk::FlowBox>();
    scale->add_css_class("scale");
    scale->set_selection_mode(Gtk::SelectionMode::NONE);
    scale->set_homogeneous(true);
    scale->set_max_children_per_line(most_pain + 1);
    scale->set_column_spacing(gap / 3);
    for (int pain = 0; pain <= most_pain; ++pain) {
        auto* button = make_button(std::to_string(pain), [answered, pain] { answered(pain); });
        replace_label(*button, tr("Pain now {number} of 10", {{"number", std::to_string(pain)}}));
        scale->append(*button);
        scale->get_child_at_index(pain)->set_focusable(false); // the button in it is
    }
    return scale;
}

} // namespace

Gtk::Box* make_pain_page(std::function<void(std::optional<int>)> answered) {
    auto* column = make_column();
    column->append(*make_heading(tr("Stop here. How much does it hurt?")));
    column->append(*make_text(tr("The drill is over. What comes next will be gentler.")));
    column->append(*make_text(tr("Pain now: 0 is none, 10 is the worst"), "question"));
    column->append(*make_pain_scale(answered));
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
                              std::function<void(std::vector<std::string>)> answered, std::function<void()> back,
                              const std::string& progress) {
    auto* column = make_column();
    if (!progress.empty()) column->append(*make_text(progress, "progress"));
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
    auto* list = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, 0); // close together: all of them in sight
    column->append(*list);
    for (const RedFlagQuestion& question : questions) {
        auto* check = make_check(question.question);
        check->signal_toggled().connect(show_what_is_sent);
        if (checks->empty()) take_focus(*check);
        checks->emplace_back(question.id, check);
        list->append(*check);
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
