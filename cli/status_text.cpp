// SPDX-License-Identifier: GPL-3.0-or-later
#include "local_times.hpp"
#include "problem_text.hpp"
#include "status_view.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr std::size_t label_width = 15;
constexpr std::size_t longest_line = 400; // bytes; what comes from the bus ends up in a terminal
constexpr std::size_t kinds_to_come = 3;  // a screenful, not a timetable
constexpr std::size_t problems_shown = 5; // likewise

/// Labels on the left, each written once.
class Sheet {
public:
    void add(const std::string& label, const std::string& line) {
        std::string left = label == label_ ? "" : label;
        label_ = label;
        left.resize(label_width, ' ');
        text_ += left + printable(line, longest_line) + "\n";
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string label_;
    std::string text_;
};

class StatusText {
public:
    StatusText(const Snapshot& snapshot, const OffsetAt& offset_at)
        : snapshot_{snapshot}, daemon_{snapshot.daemon}, offset_at_{offset_at} {}

    std::string text() {
        add_presence();
        if (daemon_.prompt) add_prompt(*daemon_.prompt);
        for (const auto& hold : daemon_.holds) sheet_.add("holds", hold_line(hold));
        add_next();
        add_idle_source();
        add_clients();
        add_journal();
        add_configuration();
        return printable(daemon_.headline, longest_line) + "\n\n" + sheet_.text();
    }

private:
    static std::string length_text(Seconds length) {
        return to_text(std::chrono::round<Duration>(std::max(length, Seconds{})));
    }
    [[nodiscard]] std::string clock(std::chrono::sys_seconds at) const {
        return clock_text(at, snapshot_.now, offset_at_);
    }
    [[nodiscard]] bool is_open(const KindView& kind) const {
        return daemon_.prompt && daemon_.prompt->kind == kind.kind;
    }

    void add_presence() {
        std::string presence = daemon_.presence;
        if (daemon_.presence_since.time_since_epoch().count() != 0) {
            presence += " since " + clock(daemon_.presence_since) + " (" +
                        length_text(snapshot_.now - daemon_.presence_since) + ")";
        }
        sheet_.add("presence", presence);
        sheet_.add("posture", daemon_.posture + ", " + length_text(daemon_.bout) + " at the desk");
    }

    void add_prompt(const PromptView& prompt) {
        sheet_.add("prompt", (prompt.title.empty() ? prompt.kind : prompt.title) + " (" + prompt.kind + ", " +
                                 prompt.phase + ")");
        sheet_.add("prompt", prompt.text.empty() ? prompt.why : prompt.text);
        sheet_.add("prompt", ways_to_answer(prompt));
    }
    static std::string ways_to_answer(const PromptView& prompt) {
        if (prompt.phase == name(Phase::running)) return "answer: poise done, or poise skip";
        const bool may_snooze = prompt.phase != name(Phase::snoozed) && prompt.snoozes_left != 0U;
        if (!may_snooze) return "answer: poise start, poise done, or poise skip";
        const std::string left = prompt.snoozes_left ? " (" + std::to_string(*prompt.snoozes_left) + " left)" : "";
        return "answer: poise start, poise snooze" + left + ", poise done, or poise skip";
    }

    /// Only the daemon's explanation knows when a hold ends.
    [[nodiscard]] std::string hold_line(const std::string& hold) const {
        const std::string beginning = "hold " + hold + ": ";
        for (const auto& line : snapshot_.explanation) {
            if (line.starts_with(beginning)) return hold + ": " + line.substr(beginning.size());
        }
        if (hold == name(Block::paused) && daemon_.paused_until) {
            return hold + ", until " + clock(*daemon_.paused_until);
        }
        return hold;
    }

    void add_next() {
        bool any = false;
        for (const auto& kind : snapshot_.kinds) {
            if (!kind.due || is_open(kind)) continue;
            sheet_.add("next", kind.kind + ": due, " + what_it_waits_for(kind));
            any = true;
        }
        const auto kinds = to_come(snapshot_.kinds);
        for (std::size_t i = 0; i < std::min(kinds.size(), kinds_to_come); ++i) {
            const auto at = *kinds[i].next_due;
            sheet_.add("next", kinds[i].kind + " in " + length_text(at - snapshot_.now) + ", at " + clock(at));
            any = true;
        }
        if (!any) sheet_.add("next", "nothing, as things are now");
    }
    static std::string what_it_waits_for(const KindView& kind) {
        if (kind.blocks.empty()) return "waits for a pause in your input";
        std::string blocks;
        for (const auto& block : kind.blocks) blocks += (blocks.empty() ? "" : ", ") + block;
        return "held back by " + blocks;
    }

    void add_idle_source() {
        const auto& source = daemon_.idle_source;
        if (source.works) {
            sheet_.add("idle source", (source.name.empty() ? "works" : source.name) + ", since " + clock(source.since));
            return add_refusals();
        }
        sheet_.add("idle source", "none since " + clock(source.since) + (source.why.empty() ? "" : ": " + source.why));
        sheet_.add("idle source", "prompts come at fixed intervals, and this time is counted in no total");
    }

    /// What would be better, and why it is not.
    void add_refusals() {
        for (const auto& [name, works, why] : daemon_.idle_source.tried) {
            if (works) return;
            sheet_.add("idle source", std::string{"not "}.append(name).append(": ").append(why));
        }
    }

    void add_clients() {
        sheet_.add("clients", daemon_.presenters == 0
                                  ? "none: nobody can show you a prompt, so none is made (start poise-tray)"
                                  : std::to_string(daemon_.presenters));
    }

    void add_journal() {
        const auto& journal = daemon_.journal;
        if (journal.trouble.empty() && journal.waiting == 0 && journal.dropped == 0) return;
        if (!journal.trouble.empty()) sheet_.add("journal", "cannot be written: " + journal.trouble);
        sheet_.add("journal", std::to_string(journal.waiting) + " facts wait in memory, " +
                                  std::to_string(journal.dropped) + " were dropped");
    }

    void add_configuration() {
        const auto& problems = daemon_.configuration.problems;
        if (problems.empty()) return;
        for (std::size_t i = 0; i < std::min(problems.size(), problems_shown); ++i) {
            sheet_.add("configuration", problems[i]);
        }
        if (problems.size() > problems_shown) {
            sheet_.add("configuration", "and " + std::to_string(problems.size() - problems_shown) + " more");
        }
        sheet_.add("configuration", "so this file is not in force (see: poise config check)");
    }

    const Snapshot& snapshot_;
    const DaemonView& daemon_;
    const OffsetAt& offset_at_;
    Sheet sheet_;
};

} // namespace

std::string status_text(const Snapshot& snapshot, const OffsetAt& offset_at) {
    return StatusText{snapshot, offset_at}.text();
}

} // namespace poise
