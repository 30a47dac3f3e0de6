// SPDX-License-Identifier: GPL-3.0-or-later
// The page that guides: picture, steps, ring and the buttons below them. It shows a Look and decides nothing.
#pragma once

#include "look.hpp"
#include "ring.hpp"

#include <gtkmm/box.h>
#include <gtkmm/button.h>
#include <gtkmm/label.h>
#include <gtkmm/picture.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

class BreakPage final : public Gtk::Box {
public:
    struct Pressed {
        std::function<void()> next, back, pause, too_painful, done;
    };
    explicit BreakPage(const Pressed& pressed);

    void show(const Look& look);
    /// Only what glides, between two calls of show.
    void glide(const Look& look) { ring_.show(look.ring, look.breath); }
    void allow_back(bool allowed) { back_->set_sensitive(allowed); }
    /// A line of news, such as that the break counts already.
    void tell(const std::string& news);
    /// What a screen reader reads of the stage.
    void speak(const std::string& text);
    void take_focus() { next_->grab_focus(); }

private:
    Gtk::Box* make_content();
    Gtk::Box* make_buttons(const Pressed& pressed);
    void show_steps(const Look& look);
    void show_picture(const Look& look);

    std::optional<Look> shown_;
    std::optional<std::filesystem::path> picture_file_;
    Ring ring_;
    Gtk::Picture picture_;
    Gtk::Label count_;
    Gtk::Label* progress_ = nullptr;
    Gtk::Label* name_ = nullptr;
    Gtk::Label* dose_ = nullptr;
    Gtk::Label* stage_ = nullptr;
    Gtk::Label* below_count_ = nullptr;
    Gtk::Label* breathing_ = nullptr;
    Gtk::Label* news_ = nullptr;
    Gtk::Box* steps_ = nullptr;
    std::vector<Gtk::Label*> step_labels_;
    Gtk::Button* back_ = nullptr;
    Gtk::Button* pause_ = nullptr;
    Gtk::Button* next_ = nullptr;
};

} // namespace poise::coach
