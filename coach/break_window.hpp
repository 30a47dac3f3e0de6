// SPDX-License-Identifier: GPL-3.0-or-later
// The window of one running break. It follows the break and never holds it: the daemon counts by itself, so a window
// that hangs, dies or is closed changes nothing but what the person then says. Closing asks once how it went, and a
// second time means: judge by yourself. Nothing ticks here but a deadline for the next word, and the frame clock while
// the ring glides in sight.
#pragma once

#include "break_page.hpp"
#include "guided_break.hpp"
#include "look.hpp"
#include "pages.hpp"
#include "questions.hpp"
#include "running_break.hpp"
#include "screening.hpp"

#include <gtkmm/applicationwindow.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

class BreakWindow final : public Gtk::ApplicationWindow {
public:
    struct Outlets {
        std::function<void(std::int64_t id, HowFar)> finish;
        std::function<void(std::int64_t id, std::optional<int> pain)> too_painful;
        Screen screen;
        std::function<void(std::int64_t id, std::size_t part)> at_part;
        std::function<std::vector<RedFlagQuestion>()> red_flags;
    };
    BreakWindow(RunningBreak running, Outlets outlets);
    ~BreakWindow() override;
    BreakWindow(const BreakWindow&) = delete;
    BreakWindow& operator=(const BreakWindow&) = delete;

    [[nodiscard]] std::int64_t id() const { return running_.id; }
    /// The daemon's side of the same break.
    void prompt_changed(const RunningBreak& running);
    void ended(const std::string& outcome);
    void withdrawn();

protected:
    bool on_close_request() override;

private:
    void refresh();
    void arm(Instant now);
    void glide();
    void stop_gliding();
    void toggle_pause();
    void jump(void (GuidedBreak::*way)(Instant));
    void open_pain();
    void open_ending();
    void finish(HowFar how_far);
    void show_page(Gtk::Widget& page);
    void show_message(const std::string& text);
    /// Something the person is to read now; the window stays until they have.
    void tell(const std::string& text);
    void close_in(unsigned seconds);
    void add_keys();

    RunningBreak running_;
    Outlets outlets_;
    GuidedBreak guided_;
    Motion motion_;
    Pages pages_;
    BreakPage page_; // home; a question is shown instead
    std::optional<std::size_t> stage_shown_;
    guint gliding_ = 0;
    sigc::connection next_look_;
    sigc::connection closing_;
    bool paused_by_daemon_ = false;
    bool asked_ = false;    // how it went
    bool answered_ = false; // or the daemon has ended it
};

} // namespace poise::coach
