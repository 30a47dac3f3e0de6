// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin_window.hpp"

#include "accessible.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/object.h>

#include <algorithm>
#include <utility>

namespace poise::coach {

namespace {

constexpr int checkin_width = 560;
constexpr int checkin_height = 680;
constexpr int most = 10; // of both scales

/// A word of the guide for people: "upper_back" is "upper back".
std::string readable(std::string_view word) {
    std::string text = said(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::optional<int> number(const Chips& scale) {
    const auto chosen = scale.chosen();
    return chosen ? std::optional{static_cast<int>(*chosen)} : std::nullopt;
}

} // namespace

CheckinWindow::CheckinWindow(const CheckinWords& words, Send send) : send_{std::move(send)} {
    set_title(tr("Check in"));
    set_default_size(checkin_width, checkin_height);
    auto* column = make_column();
    column->append(*make_heading(tr("How are you?")));
    column->append(*make_text(tr("Say what you like and leave out the rest. It stays on this machine.")));
    pain_ = add_scale(*column, tr("Pain now: 0 is none, 10 is the worst"), mark("Pain now {number} of 10"));
    region_ = add_choice(*column, tr("Where?"), words.regions);
    load_ = add_choice(*column, tr("While doing what?"), words.loads);
    position_ = add_choice(*column, tr("In which position?"), words.positions);
    tension_ =
        add_scale(*column, tr("Tension now: 0 is none, 10 is as tight as can be"), mark("Tension now {number} of 10"));
    const std::string task = words.key_task.empty() ? tr("What you want to do with less pain") : words.key_task;
    function_ = add_choice(*column, tr("{task}: how is it, next to last week?", {{"task", task}}),
                           {"easier", "same", "harder"});
    tight_ = make_check(tr("I am tight today: a gentler, longer loosening up"));
    column->append(*tight_);
    problem_ = make_text("", "problem");
    problem_->set_visible(false);

    auto* actions = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap);
    actions->add_css_class("actions");
    actions->append(*problem_);
    send_button_ = make_suggested(tr("_Send"), [this] { this->send(); });
    actions->append(*send_button_);
    auto* page = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL);
    page->append(*make_scrolled(*column, tr("Questions")));
    page->append(*actions);
    set_child(*page);
    close_by_escape(*this);
    pain_->focus_first();
}

std::string CheckinWindow::Choice::chosen() const {
    const auto index = chips->chosen();
    return index ? words[*index] : "";
}

Chips* CheckinWindow::add_scale(Gtk::Box& column, const std::string& question, const char* spoken) {
    std::vector<Chips::Chip> chips;
    for (int value = 0; value <= most; ++value) {
        chips.push_back({std::to_string(value), tr(spoken, {{"number", std::to_string(value)}})});
    }
    auto* scale = Gtk::make_managed<Chips>(chips, static_cast<unsigned>(chips.size()));
    scale->add_css_class("scale");
    scale->set_homogeneous(true);
    column.append(*make_text(question, "question"));
    column.append(*scale);
    return scale;
}

CheckinWindow::Choice CheckinWindow::add_choice(Gtk::Box& column, const std::string& question,
                                                const std::vector<std::string>& words) {
    constexpr unsigned in_a_row = 6;
    std::vector<Chips::Chip> chips;
    for (const std::string& word : words)
        chips.push_back(
            {readable(word), tr("{question} {answer}", {{"question", question}, {"answer", readable(word)}})});
    auto* choice = Gtk::make_managed<Chips>(chips, in_a_row);
    column.append(*make_text(question, "question"));
    column.append(*choice);
    return {choice, words};
}

CheckinAnswers CheckinWindow::answers() const {
    return {number(*pain_),    region_.chosen(),   load_.chosen(),      position_.chosen(),
            number(*tension_), function_.chosen(), tight_->get_active()};
}

void CheckinWindow::send() {
    const CheckinAnswers said = answers();
    if (said.is_empty()) return close(); // nothing said is fine
    send_(said, [this](const std::optional<std::string>& refusal) {
        if (!refusal) return close();
        tell(*problem_, {tr("Not saved: {why}", {{"why", *refusal}})});
        set_problem(*send_button_, problem_->get_text(), "");
        send_button_->grab_focus(); // so that it is read out, too
    });
}

} // namespace poise::coach
