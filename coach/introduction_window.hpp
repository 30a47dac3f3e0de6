// SPDX-License-Identifier: GPL-3.0-or-later
// The introduction: what Poise does, then what it should know, a page for each. All of it may be left out, and the
// window closed at any page: what was chosen counts only when the last question is behind. A red flag alone counts at
// once.
#pragma once

#include "introduction.hpp"
#include "pages.hpp"
#include "questions.hpp"
#include "screening.hpp"

#include <gtkmm/applicationwindow.h>
#include <gtkmm/checkbutton.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

class IntroductionWindow final : public Gtk::ApplicationWindow {
public:
    struct Content {
        std::vector<Passage> passages;
        std::vector<RedFlagQuestion> red_flags;
        std::vector<ProgrammeChoice> programmes;
        std::vector<WorkstationPoint> workstation;
    };
    struct Answers {
        std::optional<Driver> programme; // other than the first
        bool workstation_checked = false;
    };
    /// Calls back with what could not be saved; empty: all is in force.
    using Saved = std::function<void(const std::string& trouble)>;
    struct Outlets {
        Screen screen;
        std::function<void(const Answers&, Saved)> save;
    };
    IntroductionWindow(Content content, Outlets outlets);

private:
    void show_passage(std::size_t index);
    void show_red_flags();
    void answer_red_flags(const std::vector<std::string>& flags);
    void show_programmes();
    void show_workstation();
    void finish(bool workstation_checked);
    void show_end(const std::string& trouble);
    [[nodiscard]] std::string step(std::size_t number) const;

    Content content_;
    Outlets outlets_;
    Pages pages_;
    std::size_t programme_ = 0; // the choice
    bool has_red_flag_ = false;
};

} // namespace poise::coach
