// SPDX-License-Identifier: GPL-3.0-or-later
#include "break_page.hpp"

#include "accessible.hpp"
#include "pictures.hpp"
#include "say.hpp"
#include "widgets.hpp"

#include <gtkmm/object.h>
#include <gtkmm/overlay.h>

namespace poise::coach {

namespace {

constexpr int picture_height = 240; // that of the drawings

void show_text(Gtk::Label& label, const std::string& text) {
    label.set_text(text);
    label.set_visible(!text.empty());
}

} // namespace

BreakPage::BreakPage(const Pressed& pressed) : Gtk::Box{Gtk::Orientation::VERTICAL} {
    append(*make_scrolled(*make_content(), tr("The drill")));
    append(*make_buttons(pressed));
}

Gtk::Box* BreakPage::make_content() {
    auto* column = make_column();
    progress_ = make_text("", "progress");
    name_ = make_heading("");
    dose_ = make_text("");
    news_ = make_text("", "news");
    stage_ = make_text("", "stage");
    below_count_ = make_text("");
    steps_ = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 2);
    breathing_ = make_text("", "breathing");
    picture_.set_size_request(-1, picture_height);
    picture_.set_can_shrink(true);
    count_.add_css_class("count");

    auto* overlay = Gtk::make_managed<Gtk::Overlay>();
    overlay->set_child(ring_);
    overlay->add_overlay(count_);
    overlay->set_valign(Gtk::Align::START);
    auto* words = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap / 2);
    words->set_hexpand(true);
    words->set_valign(Gtk::Align::CENTER);
    for (Gtk::Widget* each : std::initializer_list<Gtk::Widget*>{stage_, below_count_, steps_, breathing_, news_}) {
        words->append(*each);
    }
    auto* row = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::HORIZONTAL, 2 * gap);
    row->append(*overlay);
    row->append(*words);

    column->append(*progress_);
    column->append(*name_);
    column->append(*dose_);
    column->append(picture_);
    column->append(*row);
    tell("");
    return column;
}

Gtk::Box* BreakPage::make_buttons(const Pressed& pressed) {
    back_ = make_button(tr("_Back"), pressed.back);
    pause_ = make_button(tr("_Pause"), pressed.pause);
    next_ = make_suggested(tr("_Next"), pressed.next);
    auto* ways = make_row({back_, pause_, next_});
    auto* ends =
        make_row({make_button(tr("_Too painful"), pressed.too_painful), make_button(tr("_Done"), pressed.done)});
    auto* both = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap);
    both->add_css_class("actions");
    both->append(*ways);
    both->append(*ends);
    return both;
}

void BreakPage::show(const Look& look) {
    if (shown_ == look) return;
    show_text(*progress_, look.progress);
    show_text(*name_, look.name);
    show_text(*dose_, look.dose);
    show_text(*stage_, look.is_paused ? tr("Paused") : look.stage);
    show_text(*below_count_, look.below_count);
    show_text(*breathing_, look.breathing);
    count_.set_text(look.count);
    if (!shown_ || shown_->is_paused != look.is_paused) relabel(*pause_, look.is_paused ? tr("_Go on") : tr("_Pause"));
    pause_->set_sensitive(!look.is_over);
    next_->set_sensitive(!look.is_over);
    show_steps(look);
    show_picture(look);
    glide(look);
    set_value(ring_, look.ring, look.count);
    shown_ = look;
}

void BreakPage::show_steps(const Look& look) {
    if (!shown_ || shown_->steps != look.steps) {
        for (auto* label : step_labels_) steps_->remove(*label);
        step_labels_.clear();
        for (const std::string& step : look.steps) {
            step_labels_.push_back(make_text(step, "step"));
            steps_->append(*step_labels_.back());
        }
    }
    for (std::size_t i = 0; i < step_labels_.size(); ++i) {
        if (i == look.step) {
            step_labels_[i]->add_css_class("now");
        } else {
            step_labels_[i]->remove_css_class("now");
        }
    }
}

void BreakPage::show_picture(const Look& look) {
    const auto file = find_picture(look.picture, look.step);
    picture_.set_alternative_text(look.alt);
    set_label(picture_, look.alt.empty() ? look.name : look.alt);
    if (shown_ && file == picture_file_) return;
    picture_file_ = file;
    const auto texture = file ? load_picture(*file) : Glib::RefPtr<Gdk::Texture>{};
    picture_.set_paintable(texture);
    picture_.set_visible(static_cast<bool>(texture));
    // Without a picture the words are all there is.
    if (texture) {
        steps_->remove_css_class("alone");
    } else {
        steps_->add_css_class("alone");
    }
}

void BreakPage::tell(const std::string& news) { show_text(*news_, news); }

void BreakPage::speak(const std::string& text) {
    set_label(*stage_, text);
    set_label(ring_, text);
}

} // namespace poise::coach
