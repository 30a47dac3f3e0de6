// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_text.hpp"

#include "columns.hpp"
#include "figures.hpp"
#include "kept_words.hpp"
#include "local_times.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr std::size_t report_label_width = 18;
constexpr std::size_t length_width = 14;
constexpr int bar_width = 24;
constexpr std::size_t longest_task = 200;
constexpr std::size_t days_drawn = 31; // of a longer report only the mean day

std::string length(std::int64_t seconds) { return to_text(std::chrono::seconds{seconds}); }

/// So wide that no heading touches the next one.
std::size_t column(const std::string& heading, std::size_t least) { return std::max(least, width_of(heading) + 1); }

class ReportText {
public:
    ReportText(const Report& report, Drawing drawing) : report_{report}, drawing_{drawing} {}

    std::string text() {
        add_heading();
        if (at_the_desk() == 0 && report_.unknown_s == 0 && is_untouched()) {
            return text_ + "\n" + tr("no data") + "\n";
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
    void line(const std::string& label, const std::string& rest) {
        text_ += padded(label, report_label_width) + rest + "\n";
    }

    void add_heading() {
        const auto day_text = [](Day day) { return weekday_text(day) + " " + to_iso(day); };
        const std::string days =
            report_.from == report_.to
                ? day_text(report_.from)
                : tr("{from} to {to}", {{"from", day_text(report_.from)}, {"to", day_text(report_.to)}});
        text_ += report_.week ? tr("Week {week}: {days} ({zone})",
                                   {{"week", to_iso(*report_.week)}, {"days", days}, {"zone", report_.zone}})
                              : tr("{days} ({zone})", {{"days", days}, {"zone", report_.zone}});
        text_ += "\n";
    }

    /// F8: function first, pain second.
    void add_function_and_pain() {
        std::string weeks;
        for (const auto& [week, function] : report_.function_weeks) {
            weeks += (weeks.empty() ? "" : ", ") + to_iso(week) + " " + said(name(function));
        }
        std::string task;
        if (!report_.key_task.empty()) task = '"' + printable(report_.key_task, longest_task) + "\": ";
        text_ += "\n";
        line(tr("Function"), task + (weeks.empty() ? tr("not asked or not answered") : weeks + " (F3)"));
        line(tr("Pain"), report_.pain_mean
                             ? tr("{number} of 10, the mean of your check-ins (what to expect: poise guide show F9)",
                                  {{"number", one_digit_text(*report_.pain_mean)}})
                             : tr("no data"));
        if (const int mornings = report_.freer_yes + report_.freer_no; mornings > 0) {
            line(tr("Still freer"), tr_many("{number} of {count} mornings (F7)", "{number} of {count} mornings (F7)",
                                            mornings, {{"number", std::to_string(report_.freer_yes)}}));
        }
        for (const auto& why : report_.plan_changes) line(tr("Plan"), printable(retold(why), longest_task));
    }

    /// `of_whole`: "{part} of {whole} due"
    void add_share(const std::string& label, std::optional<double> share, int whole, const char* of_whole) {
        if (!share) return line(label, tr("no data"));
        std::string drawn = bar(*share, bar_width, drawing_);
        line(label, right(percent_text(*share), 5) + "  " +
                        tr(of_whole, {{"part", halves_text(*share * whole)}, {"whole", std::to_string(whole)}}) +
                        (drawn.empty() ? "" : "  " + drawn));
    }
    void add_shares() {
        int due = 0;
        int asked = 0;
        for (const auto& kind : report_.by_kind) {
            due += kind.due();
            asked += kind.due() - kind.of(Outcome::natural);
        }
        text_ += "\n";
        add_share(tr("Coverage"), report_.coverage, due, mark("{part} of {whole} due"));
        add_share(tr("Adherence"), report_.adherence, asked, mark("{part} of {whole} asked"));
        for (const Lever lever : all_levers) { // F2
            const auto& totals = report_.levers[index(lever)];
            const double done = totals.taken + totals.partial / 2.0;
            add_share(tr("Lever, {lever}", {{"lever", said(name(lever))}}),
                      totals.due == 0 ? std::nullopt : std::optional{done / totals.due}, totals.due,
                      mark("{part} of {whole} asked"));
        }
    }

    void add_kinds() {
        constexpr std::size_t width = 8;
        constexpr std::array counted{Outcome::taken, Outcome::partial, Outcome::natural, Outcome::skipped,
                                     Outcome::missed};
        const std::string due = tr("due");
        const std::string covered = tr("coverage");
        const auto width_for = [](Outcome outcome) { return column(said(name(outcome)), width); };
        text_ += "\n" + padded("", report_label_width) + right(due, column(due, 5));
        for (const Outcome outcome : counted) text_ += right(said(name(outcome)), width_for(outcome));
        text_ += right(covered, column(covered, 10)) + "\n";
        for (const Kind kind : all_kinds) {
            const auto& totals = report_.by_kind[index(kind)];
            std::string cells = right(std::to_string(totals.due()), column(due, 5));
            for (const Outcome outcome : counted)
                cells += right(std::to_string(totals.of(outcome)), width_for(outcome));
            const auto share = coverage(totals);
            line(said(name(kind)), cells + right(share ? percent_text(*share) : tr("no data"), column(covered, 10)));
        }
    }

    /// What counts against nobody, of those kinds that have some.
    void add_uncounted() {
        const std::string withdrawn_heading = said(name(Outcome::withdrawn));
        const std::string snoozes_heading = tr("snoozes");
        const std::string rests_heading = tr("rests");
        const std::array widths{column(withdrawn_heading, 10), column(snoozes_heading, 9), column(rests_heading, 8)};
        std::string table;
        for (const Kind kind : all_kinds) {
            const auto& totals = report_.by_kind[index(kind)];
            const int withdrawn = totals.of(Outcome::withdrawn);
            if (withdrawn == 0 && totals.snoozes == 0 && totals.rests == 0) continue;
            table += padded(said(name(kind)), report_label_width) + right(std::to_string(withdrawn), widths[0]) +
                     right(std::to_string(totals.snoozes), widths[1]) + right(std::to_string(totals.rests), widths[2]) +
                     "\n";
        }
        if (table.empty()) return;
        text_ += "\n" + padded(tr("not counted"), report_label_width) + right(withdrawn_heading, widths[0]) +
                 right(snoozes_heading, widths[1]) + right(rests_heading, widths[2]) + "\n" + table;
    }

    void add_part(const std::string& label, std::int64_t seconds) {
        const double share = at_the_desk() == 0 ? 0 : static_cast<double>(seconds) / static_cast<double>(at_the_desk());
        const std::string drawn = bar(share, bar_width, drawing_);
        line("  " + label, drawn.empty() ? length(seconds) : padded(length(seconds), length_width) + drawn);
    }
    void add_times() {
        text_ += "\n";
        line(tr("At the desk"), length(at_the_desk()));
        add_part(said(name(Posture::sitting)), report_.sit_s);
        add_part(said(name(Posture::standing)), report_.stand_s);
        add_part(said(name(Presence::working)), report_.working_s);
        add_part(said(name(Presence::passive)), report_.passive_s);
        add_part(said(name(Presence::resting)), report_.resting_s);
        line(tr("Away"), length(report_.away_s));
        if (report_.unknown_s > 0) {
            line(tr("Not seen"),
                 tr("{length} without an idle source, in no total", {{"length", length(report_.unknown_s)}}));
        }
        line(tr("Longest sitting"), tr("{length}; longer than 45 min: {number} (S2)",
                                       {{"length", length(report_.longest_sit_bout_s)},
                                        {"number", std::to_string(report_.sit_bouts_over_45min)}}));
        line(tr("Posture changes"), std::to_string(report_.posture_changes));
        line(tr("Input"), report_.input_counted ? tr_many("{count} key", "{count} keys", report_.keys) + ", " +
                                                      tr_many("{count} click", "{count} clicks", report_.clicks)
                                                : tr("not counted"));
        for (const auto& notice : report_.notices) line(tr("Notice"), notice);
    }

    void add_hours() {
        const auto& rows = report_.by_hour;
        if (at_the_desk() == 0) return;
        text_ += "\n" + padded(tr("Hours"), report_label_width) + "0     6     12    18    " + "  (" +
                 hour_legend(drawing_) + ")\n";
        if (rows.size() > days_drawn) {
            std::array<std::int64_t, 24> mean{};
            for (const auto& row : rows) std::ranges::transform(mean, row, mean.begin(), std::plus{});
            for (auto& seconds : mean) seconds /= static_cast<std::int64_t>(rows.size());
            return add_hour_row(tr("the mean day"), mean);
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
