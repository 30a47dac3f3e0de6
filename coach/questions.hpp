// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that ask or tell one thing: how much it hurts, red flags, how a break went, and a message. Each is answered
// by one key or click; none has to be answered.
#pragma once

#include "guided_break.hpp"

#include <gtkmm/box.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

struct RedFlagQuestion {
    std::string id;
    std::string question;
};

/// 0 to 10, also by the keys 0 to 9; nothing: the person does not say.
[[nodiscard]] Gtk::Box* make_pain_page(std::function<void(std::optional<int>)> answered);

/// In plain words; the ids of those that were ticked. `progress`: which page of how many this is.
[[nodiscard]] Gtk::Box* make_red_flags_page(const std::vector<RedFlagQuestion>& questions,
                                            std::function<void(std::vector<std::string>)> answered,
                                            std::function<void()> back = {}, const std::string& progress = {});

/// The button that `suggested` names has the focus; going on is one of the ways.
[[nodiscard]] Gtk::Box* make_ending_page(HowFar suggested, std::function<void(HowFar)> answered,
                                         std::function<void()> go_on);

[[nodiscard]] Gtk::Box* make_message_page(const std::string& text, std::function<void()> go_on,
                                          const std::string& button_label);

} // namespace poise::coach
