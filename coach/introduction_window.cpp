// SPDX-License-Identifier: GPL-3.0-or-later
#include "introduction_window.hpp"

#include "accessible.hpp"
#include "say.hpp"
#include "widgets.hpp"
#include "workstation_page.hpp"

#include <gtkmm/object.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr int introduction_width = 620;
constexpr int introduction_height = 700;
constexpr std::size_t question_steps = 3; // red flags, programme, workstation

} // namespace

IntroductionWindow::IntroductionWindow(Content content, Outlets outlets)
    : content_{std::move(content)}, outlets_{std::move(outlets)} {
    set_title(tr("Welcome to Poise"));
    set_default_size(introduction_width, introduction_height);
    set_child(pages_);
    close_by_escape(*this);
    show_passage(0);
}

std::string IntroductionWindow::step(std::size_t number) const {
    return tr("Page {number} of {all}",
              {{"number", std::to_string(number)}, {"all", std::to_string(content_.passages.size() + question_steps)}});
}

void IntroductionWindow::show_passage(std::size_t index) {
    const Passage& passage = content_.passages[index];
    auto* column = make_column();
    column->append(*make_text(step(index + 1), "progress"));
    column->append(*make_heading(passage.title));
    for (const std::string& sentence : passage.sentences) column->append(*make_text(sentence));
    auto* next = make_suggested(tr("_Next"), [this, index] {
        if (index + 1 < content_.passages.size()) return show_passage(index + 1);
        show_red_flags();
    });
    set_description(*next, passage.title);
    take_focus(*next);
    auto* other = index > 0 ? make_button(tr("_Back"), [this, index] { show_passage(index - 1); })
                            : make_button(tr("_Skip all this"), [this] { close(); });
    pages_.turn_to(*make_page(*column, passage.title, *make_actions({next, other})));
}

void IntroductionWindow::show_red_flags() {
    pages_.turn_to(*make_red_flags_page(
        content_.red_flags, [this](const std::vector<std::string>& flags) { answer_red_flags(flags); },
        [this] { show_passage(content_.passages.size() - 1); }, step(content_.passages.size() + 1)));
}

void IntroductionWindow::answer_red_flags(const std::vector<std::string>& flags) {
    if (flags.empty()) return show_programmes();
    has_red_flag_ = true;
    programme_ = 0;
    outlets_.screen(flags, [this](const std::string& text) {
        pages_.turn_to(*make_message_page(
            text, [this] { show_workstation(); }, tr("_Next")));
    });
}

void IntroductionWindow::show_programmes() {
    auto* column = make_column();
    column->append(*make_text(step(content_.passages.size() + 2), "progress"));
    column->append(*make_heading(tr("What bothers or limits you?")));
    column->append(*make_text(tr("What you say here picks the exercises that suit you. It stays on this machine, and "
                                 "you can change it at any time.")));
    Gtk::CheckButton* first = nullptr;
    for (std::size_t i = 0; i < content_.programmes.size(); ++i) {
        const ProgrammeChoice& programme = content_.programmes[i];
        auto* choice = make_check(programme.words);
        set_description(*choice, programme.focus);
        if (first == nullptr) first = choice;
        if (choice != first) choice->set_group(*first);
        choice->set_active(i == programme_);
        choice->signal_toggled().connect([this, choice, i] {
            if (choice->get_active()) programme_ = i;
        });
        if (i == programme_) take_focus(*choice);
        column->append(*choice);
        column->append(*make_text(programme.focus, "advice"));
    }
    pages_.turn_to(*make_page(*column, tr("What bothers or limits you?"),
                              *make_actions({make_suggested(tr("_Next"), [this] { show_workstation(); }),
                                             make_button(tr("_Back"), [this] { show_red_flags(); })})));
}

void IntroductionWindow::show_workstation() {
    auto* checked = make_suggested(tr("I have _checked it"), [this] { finish(true); });
    set_description(*checked, tr("Is everything in its place?"));
    take_focus(*checked);
    std::vector<Gtk::Button*> buttons{checked, make_button(tr("_Later"), [this] { finish(false); })};
    if (!has_red_flag_) buttons.push_back(make_button(tr("_Back"), [this] { show_programmes(); }));
    pages_.turn_to(
        *make_workstation_page(content_.workstation, buttons, step(content_.passages.size() + question_steps)));
}

void IntroductionWindow::finish(bool workstation_checked) {
    Answers answers;
    if (programme_ > 0) answers.programme = content_.programmes[programme_].driver;
    answers.workstation_checked = workstation_checked;
    outlets_.save(answers, [this](const std::string& trouble) { show_end(trouble); });
}

void IntroductionWindow::show_end(const std::string& trouble) {
    auto* column = make_column();
    column->append(*make_heading(tr("That is all")));
    if (!trouble.empty()) column->append(*make_text(tr("Not saved: {why}", {{"why", trouble}}), "problem"));
    if (has_red_flag_) {
        column->append(
            *make_text(tr("Exercise stays off until somebody has looked at what you ticked and you have said so: poise "
                          "screen --clear. You are still asked to rest, to stand up and to breathe.")));
    } else if (trouble.empty() && !content_.programmes.empty()) {
        column->append(*make_text(tr("What your exercises go by from now on:"), "question"));
        column->append(*make_text(content_.programmes[programme_].focus));
    }
    column->append(*make_text(tr("Poise will ask when it is time. You find this introduction again in the menu of its "
                                 "icon, and by: poise-coach introduction")));
    auto* done = make_suggested(tr("_Done"), [this] { close(); });
    set_description(*done, tr("That is all"));
    take_focus(*done);
    pages_.turn_to(*make_page(*column, tr("That is all"), *make_actions({done})));
}

} // namespace poise::coach
