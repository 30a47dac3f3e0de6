// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.hpp"
#include "local_times.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "status_view.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr std::size_t status_label_width = 15;
constexpr std::size_t kinds_to_come = 3;  // a screenful, not a timetable
constexpr std::size_t problems_shown = 5; // likewise

/// Labels on the left, each written once.
class Sheet {
public:
    void add(const std::string& label, const std::string& line) {
        std::string left = label == label_ ? "" : label;
        label_ = label;
        text_ += padded(left, status_label_width) + printable(line, longest_line) + "\n";
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
        for (const auto& hold : daemon_.holds) sheet_.add(tr("holds"), hold_line(hold));
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
        std::string presence = said(daemon_.presence);
        if (daemon_.presence_since.time_since_epoch().count() != 0) {
            presence = tr("{presence} since {time} ({length})",
                          {{"presence", presence},
                           {"time", clock(daemon_.presence_since)},
                           {"length", length_text(snapshot_.now - daemon_.presence_since)}});
        }
        sheet_.add(tr("presence"), presence);
        sheet_.add(tr("posture"), tr("{posture}, {length} at the desk",
                                     {{"posture", said(daemon_.posture)}, {"length", length_text(daemon_.bout)}}));
    }

    void add_prompt(const PromptView& prompt) {
        const std::string kind = said(prompt.kind);
        sheet_.add(tr("prompt"), tr("{title} ({kind}, {phase})", {{"title", prompt.title.empty() ? kind : prompt.title},
                                                                  {"kind", kind},
                                                                  {"phase", said(prompt.phase)}}));
        sheet_.add(tr("prompt"), prompt.text.empty() ? prompt.why : prompt.text);
        sheet_.add(tr("prompt"), ways_to_answer(prompt));
    }
    static std::string ways_to_answer(const PromptView& prompt) {
        if (prompt.phase == name(Phase::running)) return tr("answer: poise done, or poise skip");
        const bool may_snooze = prompt.phase != name(Phase::snoozed) && prompt.snoozes_left != 0U;
        if (!may_snooze) return tr("answer: poise start, poise done, or poise skip");
        if (!prompt.snoozes_left) return tr("answer: poise start, poise snooze, poise done, or poise skip");
        return tr_many("answer: poise start, poise snooze ({count} left), poise done, or poise skip",
                       "answer: poise start, poise snooze ({count} left), poise done, or poise skip",
                       *prompt.snoozes_left);
    }

    /// Only the daemon's explanation knows when a hold ends.
    [[nodiscard]] std::string hold_line(const std::string& hold) const {
        const std::string beginning = hold_heading(hold) + " ";
        for (const auto& line : snapshot_.explanation) {
            if (!line.starts_with(beginning)) continue;
            return tr("{hold}: {why}", {{"hold", said(hold)}, {"why", line.substr(beginning.size())}});
        }
        if (hold == name(Block::paused) && daemon_.paused_until) {
            return tr("{hold}, until {time}", {{"hold", said(hold)}, {"time", clock(*daemon_.paused_until)}});
        }
        return said(hold);
    }

    void add_next() {
        bool any = false;
        for (const auto& kind : snapshot_.kinds) {
            if (!kind.due || is_open(kind)) continue;
            sheet_.add(tr("next"), what_it_waits_for(kind));
            any = true;
        }
        const auto kinds = to_come(snapshot_.kinds);
        for (std::size_t i = 0; i < std::min(kinds.size(), kinds_to_come); ++i) {
            const auto at = *kinds[i].next_due;
            sheet_.add(tr("next"), tr("{kind} in {length}, at {time}", {{"kind", said(kinds[i].kind)},
                                                                        {"length", length_text(at - snapshot_.now)},
                                                                        {"time", clock(at)}}));
            any = true;
        }
        if (!any) sheet_.add(tr("next"), tr("nothing, as things are now"));
    }
    static std::string what_it_waits_for(const KindView& kind) {
        const std::string name = said(kind.kind);
        if (kind.blocks.empty()) return tr("{kind}: due, waits for a pause in your input", {{"kind", name}});
        std::string blocks;
        for (const auto& block : kind.blocks) blocks += (blocks.empty() ? "" : ", ") + said(block);
        return tr("{kind}: due, held back by {blocks}", {{"kind", name}, {"blocks", blocks}});
    }

    void add_idle_source() {
        const auto& source = daemon_.idle_source;
        if (source.works) {
            sheet_.add(tr("idle source"),
                       tr("{source}, since {time}", {{"source", source.name.empty() ? tr("works") : source.name},
                                                     {"time", clock(source.since)}}));
            return add_refusals();
        }
        const std::string since = clock(source.since);
        sheet_.add(tr("idle source"), source.why.empty()
                                          ? tr("none since {time}", {{"time", since}})
                                          : tr("none since {time}: {why}", {{"time", since}, {"why", source.why}}));
        sheet_.add(tr("idle source"), tr("prompts come at fixed intervals, and this time is counted in no total"));
    }

    /// What would be better, and why it is not.
    void add_refusals() {
        for (const auto& [name, works, why] : daemon_.idle_source.tried) {
            if (works) return;
            sheet_.add(tr("idle source"), tr("not {source}: {why}", {{"source", name}, {"why", why}}));
        }
    }

    void add_clients() {
        sheet_.add(tr("clients"), daemon_.presenters == 0
                                      ? tr("none: nobody can show you a prompt, so none is made (start poise-tray)")
                                      : std::to_string(daemon_.presenters));
    }

    void add_journal() {
        const auto& journal = daemon_.journal;
        if (journal.trouble.empty() && journal.waiting == 0 && journal.dropped == 0) return;
        if (!journal.trouble.empty())
            sheet_.add(tr("journal"), tr("cannot be written: {why}", {{"why", journal.trouble}}));
        sheet_.add(tr("journal"),
                   tr("{waiting} facts wait in memory, {dropped} were dropped",
                      {{"waiting", std::to_string(journal.waiting)}, {"dropped", std::to_string(journal.dropped)}}));
    }

    void add_configuration() {
        const auto& problems = daemon_.configuration.problems;
        if (problems.empty()) return;
        for (std::size_t i = 0; i < std::min(problems.size(), problems_shown); ++i) {
            sheet_.add(tr("configuration"), problems[i]);
        }
        if (problems.size() > problems_shown) {
            sheet_.add(tr("configuration"), tr_many("and {count} more", "and {count} more",
                                                    static_cast<std::int64_t>(problems.size() - problems_shown)));
        }
        sheet_.add(tr("configuration"), tr("so this file is not in force (see: poise config check)"));
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
