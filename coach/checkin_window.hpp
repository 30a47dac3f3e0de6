// SPDX-License-Identifier: GPL-3.0-or-later
// How are you? (F1, C2, F3) Everything may be left out; the common answer is one number and one button.
#pragma once

#include "checkin_answers.hpp"
#include "chips.hpp"

#include <gtkmm/applicationwindow.h>
#include <gtkmm/box.h>
#include <gtkmm/checkbutton.h>
#include <gtkmm/label.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

/// What may be named, as the guide says; and what the person wants to do with less pain, empty: nothing in particular.
struct CheckinWords {
    std::vector<std::string> regions, loads, positions;
    std::string key_task;
};

class CheckinWindow final : public Gtk::ApplicationWindow {
public:
    /// Calls back with what came of sending: nothing, or why it was refused.
    using Sent = std::function<void(std::optional<std::string> refusal)>;
    using Send = std::function<void(const CheckinAnswers&, Sent)>;
    CheckinWindow(const CheckinWords& words, Send send);

private:
    /// Of words; nothing chosen is not said.
    struct Choice {
        Chips* chips = nullptr;
        std::vector<std::string> words;
        [[nodiscard]] std::string chosen() const;
    };
    [[nodiscard]] CheckinAnswers answers() const;
    void send();
    [[nodiscard]] static Chips* add_scale(Gtk::Box& column, const std::string& question, const char* spoken);
    [[nodiscard]] static Choice add_choice(Gtk::Box& column, const std::string& question,
                                           const std::vector<std::string>& words);

    Send send_;
    Chips* pain_ = nullptr;
    Chips* tension_ = nullptr;
    Choice region_, load_, position_, function_;
    Gtk::CheckButton* tight_ = nullptr;
    Gtk::Label* problem_ = nullptr;
    Gtk::Button* send_button_ = nullptr;
};

} // namespace poise::coach
