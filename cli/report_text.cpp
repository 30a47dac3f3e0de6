// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_text.hpp"

#include "figures.hpp"
#include "local_times.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr std::size_t label_width = 18;
constexpr std::size_t length_width = 14;
constexpr int bar_width = 24;
constexpr std::size_t longest_task = 200;
constexpr std::size_t days_drawn = 31; // of a longer report only the mean day

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}
std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}
std::string length(std::int64_t seconds) { return to_text(std::chrono::seconds{seconds}); }

std::string counted(std::int64_t number, const char* what) {
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

class ReportText {
public:
    ReportText(const Report& report, Drawing drawing) : report_{report}, drawing_{drawing} {}

    std::string text() {
        add_heading();
        if (at_the_desk() == 0 && report_.unknown_s == 0 && is_untouched()) {
            return text_ + "\nno data\n";
        }
        add_function_and_pain();
        add_shares();
        add_kinds();
        add_uncounted();
        add_times();
        add_hours();
        return text_;
    }

private:
    [[nodiscard]] std::int64_t at_the_desk() const { return report_.sit_s + report_.stand_s; }
    [[nodiscard]] bool is_untouched() const {
        const bool said_nothing = !report_.pain_mean && report_.function_weeks.empty() && report_.plan_changes.empty();
        return report_.away_s == 0 && report_.posture_changes == 0 && said_nothing && report_.notices.empty() &&
               std::ranges::all_of(report_.by_kind, [](const KindTotals& kind) { return kind == KindTotals{}; });
    }
    void line(const std::string& label, const std::string& rest) { text_ += padded(label, label_width) + rest + "\n"; }

    void add_heading() {
        if (report_.week) text_ += "Week " + to_iso(*report_.week) + ": ";
        text_ += weekday_text(report_.from) + " " + to_iso(report_.from);
        if (report_.from != report_.to) text_ += " to " + weekday_text(report_.to) + " " + to_iso(report_.to);
        text_ += " (" + report_.zone + ")\n";
    }

    /// F8: function first, pain second.
    void add_function_and_pain() {
        std::string weeks;
        for (const auto& [week, function] : report_.function_weeks) {
            weeks += (weeks.empty() ? "" : ", ") + to_iso(week) + " " + std::string{name(function)};
        }
        std::string task;
        if (!report_.key_task.empty()) task = '"' + printable(report_.key_task, longest_task) + "\": ";
        text_ += "\n";
        line("Function", task + (weeks.empty() ? "not asked or not answered" : weeks + " (F3)"));
        line("Pain", report_.pain_mean ? one_digit_text(*report_.pain_mean) +
                                             " of 10, the mean of your check-ins (what to expect: poise guide show F9)"
                                       : "no data");
        if (report_.freer_yes + report_.freer_no > 0) {
            line("Still freer", std::to_string(report_.freer_yes) + " of " +
                                    std::to_string(report_.freer_yes + report_.freer_no) + " mornings (F7)");
        }
        for (const auto& why : report_.plan_changes) line("Plan", printable(why, longest_task));
    }

    void add_share(const std::string& label, std::optional<double> share, int whole, const char* of_what) {
        if (!share) return line(label, "no data");
        std::string drawn = bar(*share, bar_width, drawing_);
        line(label, right(percent_text(*share), 5) + "  " + halves_text(*share * whole) + " of " +
                        std::to_string(whole) + " " + of_what + (drawn.empty() ? "" : "  " + drawn));
    }
    void add_shares() {
        int due = 0;
        int asked = 0;
        for (const auto& kind : report_.by_kind) {
            due += kind.due();
            asked += kind.due() - kind.of(Outcome::natural);
        }
        text_ += "\n";
        add_share("Coverage", report_.coverage, due, "due");
        add_share("Adherence", report_.adherence, asked, "asked");
        for (const Lever lever : all_levers) { // F2
            const auto& totals = report_.levers[index(lever)];
            const double done = totals.taken + totals.partial / 2.0;
            add_share("Lever, " + std::string{name(lever)},
                      totals.due == 0 ? std::nullopt : std::optional{done / totals.due}, totals.due, "asked");
        }
    }

    void add_kinds() {
        constexpr std::size_t width = 8;
        constexpr std::array counted{Outcome::taken, Outcome::partial, Outcome::natural, Outcome::skipped,
                                     Outcome::missed};
        text_ += "\n" + padded("", label_width) + right("due", 5);
        for (const Outcome outcome : counted) text_ += right(std::string{name(outcome)}, width);
        text_ += right("coverage", 10) + "\n";
        for (const Kind kind : all_kinds) {
            const auto& totals = report_.by_kind[index(kind)];
            std::string cells = right(std::to_string(totals.due()), 5);
            for (const Outcome outcome : counted) cells += right(std::to_string(totals.of(outcome)), width);
            const auto share = coverage(totals);
            line(std::string{name(kind)}, cells + right(share ? percent_text(*share) : "no data", 10));
        }
    }

    /// What counts against nobody, of those kinds that have some.
    void add_uncounted() {
        std::string table;
        for (const Kind kind : all_kinds) {
            const auto& totals = report_.by_kind[index(kind)];
            const int withdrawn = totals.of(Outcome::withdrawn);
            if (withdrawn == 0 && totals.snoozes == 0 && totals.rests == 0) continue;
            table += padded(std::string{name(kind)}, label_width) + right(std::to_string(withdrawn), 10) +
                     right(std::to_string(totals.snoozes), 9) + right(std::to_string(totals.rests), 8) + "\n";
        }
        if (table.empty()) return;
        text_ += "\n" + padded("not counted", label_width) + right("withdrawn", 10) + right("snoozes", 9) +
                 right("rests", 8) + "\n" + table;
    }

    void add_part(const std::string& label, std::int64_t seconds) {
        const double share = at_the_desk() == 0 ? 0 : static_cast<double>(seconds) / static_cast<double>(at_the_desk());
        const std::string drawn = bar(share, bar_width, drawing_);
        line("  " + label, drawn.empty() ? length(seconds) : padded(length(seconds), length_width) + drawn);
    }
    void add_times() {
        text_ += "\n";
        line("At the desk", length(at_the_desk()));
        add_part("sitting", report_.sit_s);
        add_part("standing", report_.stand_s);
        add_part("working", report_.working_s);
        add_part("passive", report_.passive_s);
        add_part("resting", report_.resting_s);
        line("Away", length(report_.away_s));
        if (report_.unknown_s > 0) {
            line("Not seen", length(report_.unknown_s) + " without an idle source, in no total");
        }
        line("Longest sitting", length(report_.longest_sit_bout_s) +
                                    "; longer than 45 min: " + std::to_string(report_.sit_bouts_over_45min) + " (S2)");
        line("Posture changes", std::to_string(report_.posture_changes));
        line("Input", report_.input_counted ? counted(report_.keys, "key") + ", " + counted(report_.clicks, "click")
                                            : "not counted");
        for (const auto& notice : report_.notices) line("Notice", notice);
    }

    void add_hours() {
        const auto& rows = report_.by_hour;
        if (at_the_desk() == 0) return;
        text_ +=
            "\n" + padded("Hours", label_width) + "0     6     12    18    " + "  (" + hour_legend(drawing_) + ")\n";
        if (rows.size() > days_drawn) {
            std::array<std::int64_t, 24> mean{};
            for (const auto& row : rows) std::ranges::transform(mean, row, mean.begin(), std::plus{});
            for (auto& seconds : mean) seconds /= static_cast<std::int64_t>(rows.size());
            return add_hour_row("the mean day", mean);
        }
        Day day = report_.from;
        for (const auto& row : rows) {
            add_hour_row(weekday_text(day) + " " + to_iso(day), row);
            day += std::chrono::days{1};
        }
    }
    void add_hour_row(const std::string& label, const std::array<std::int64_t, 24>& hours) {
        std::string marks;
        std::int64_t sum = 0;
        for (const auto seconds : hours) {
            marks += hour_mark(seconds, drawing_);
            sum += seconds;
        }
        line(label, marks + (sum == 0 ? "" : "  " + length(sum)));
    }

    const Report& report_;
    Drawing drawing_;
    std::string text_;
};

} // namespace

std::string report_text(const Report& report, Drawing drawing) { return ReportText{report, drawing}.text(); }

} // namespace poise
