// SPDX-License-Identifier: GPL-3.0-or-later
#include "week_page.hpp"

#include "cells.hpp"
#include "changes.hpp"
#include "figures.hpp"
#include "hours_table.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>
#include <map>

namespace poise {

namespace {

using std::chrono::days;

constexpr double worst_pain = 10; // F1

bool is_blank(const Report& report) {
    return report.sit_s + report.stand_s + report.away_s + report.unknown_s == 0 && report.posture_changes == 0 &&
           !report.pain_mean && report.function_weeks.empty() &&
           std::ranges::all_of(report.by_kind, [](const KindTotals& kind) { return kind == KindTotals{}; });
}

std::string title_of(const Report& report) {
    if (report.week) return "Your week " + to_iso(*report.week);
    return "Your days from " + to_iso(report.from) + " to " + to_iso(report.to);
}

std::string about(const WeekFigures& week) {
    std::string text = weekday_of(week.now.from) + " " + to_iso(week.now.from);
    if (week.now.to != week.now.from) text += " to " + weekday_of(week.now.to) + " " + to_iso(week.now.to);
    return text + ", " + week.now.zone + ". Written " + week.written + ".";
}

/// F3, F7, F8
Section how_it_goes(const Report& report) {
    Section section{"How it goes", {}, {}};
    section.sentences.push_back(report.key_task.empty() ? "You have named no key task yet: poise task says how."
                                                        : "Your key task: " + report.key_task);
    Table table{"How it went", {"About", "Answer"}, {}};
    for (const auto& [week, function] : report.function_weeks) {
        table.rows.push_back({to_iso(week) + ": the task, compared with the week before", {plain(name(function))}});
    }
    if (report.function_weeks.empty()) table.rows.push_back({"The task, compared with the week before", {no_data()}});
    const int freer = report.freer_yes + report.freer_no;
    table.rows.push_back(
        {"Freer after a mobility block", {freer == 0 ? no_data() : share(report.freer_yes, freer, "answers")}});
    table.rows.push_back({"Pain, the mean of your check-ins", {pain(report.pain_mean)}});
    section.tables.push_back(std::move(table));
    return section;
}

KindTotals together(const Report& report) {
    KindTotals all;
    for (const auto& kind : report.by_kind) {
        for (std::size_t i = 0; i < outcome_count; ++i) all.outcomes[i] += kind.outcomes[i];
        all.snoozes += kind.snoozes;
        all.rests += kind.rests;
    }
    return all;
}

Row share_row(const std::string& heading, const KindTotals& kind) {
    const int asked = kind.due() - kind.of(Outcome::natural);
    const auto cell = [](std::optional<double> of_it, int whole, const char* of_what) {
        return of_it ? share(*of_it * whole, whole, of_what) : no_data();
    };
    return {heading, {cell(coverage(kind), kind.due(), "due"), cell(adherence(kind), asked, "asked")}};
}

Section breaks(const Report& report) {
    Table shares{"Coverage and adherence", {"Kind", "Coverage", "Adherence"}, {}};
    shares.rows.push_back(share_row("all", together(report)));
    Table outcomes{"What came of what was due", {"Kind"}, {}, Chart::bars};
    constexpr std::array counted{Outcome::taken, Outcome::partial, Outcome::natural, Outcome::skipped, Outcome::missed};
    for (const Outcome outcome : counted) outcomes.columns.emplace_back(name(outcome));
    outcomes.columns.emplace_back("due");
    Table others{"What counts against nobody", {"Kind", "withdrawn", "snoozes", "rests"}, {}};
    for (const Kind kind : all_kinds) {
        const auto& totals = report.by_kind[index(kind)];
        const std::string heading = spoken(name(kind));
        shares.rows.push_back(share_row(heading, totals));
        Row row{heading, {}};
        for (const Outcome outcome : counted) row.cells.push_back(drawn(count(totals.of(outcome)), totals.of(outcome)));
        row.cells.push_back(count(totals.due()));
        outcomes.rows.push_back(std::move(row));
        others.rows.push_back(
            {heading, {count(totals.of(Outcome::withdrawn)), count(totals.snoozes), count(totals.rests)}});
    }
    return {"What was done of what was asked",
            {"Coverage is what was done or rested, a partial one counting half, of what was due. Adherence leaves out "
             "what you rested unasked."},
            {std::move(shares), std::move(outcomes), std::move(others)}};
}

Section postures(const Report& report) {
    const std::int64_t at_desk = report.sit_s + report.stand_s;
    const auto part = [&](std::int64_t seconds) {
        Cell cell = drawn(length(seconds), static_cast<double>(seconds));
        cell.detail = at_desk == 0 ? "" : percent_text(static_cast<double>(seconds) / static_cast<double>(at_desk));
        return cell;
    };
    Section section{"Sitting and standing", {}, {}};
    section.tables.push_back({"Sitting and standing",
                              {"Posture", "Time"},
                              {{"sitting", {part(report.sit_s)}}, {"standing", {part(report.stand_s)}}},
                              Chart::bars});
    section.tables.push_back({"Bouts of sitting",
                              {"What", "Figure"},
                              {{"the longest", {length(report.longest_sit_bout_s)}},
                               {"longer than 45 min (S2)", {count(report.sit_bouts_over_45min)}},
                               {"posture changes", {count(report.posture_changes)}}}});
    section.tables.push_back({"At the desk and away",
                              {"Presence", "Time"},
                              {{"working", {part(report.working_s)}},
                               {"passive", {part(report.passive_s)}},
                               {"resting", {part(report.resting_s)}},
                               {"at the desk", {length(at_desk)}},
                               {"away", {length(report.away_s)}}}});
    if (at_desk == 0) section.sentences.emplace_back("No data: no time at the desk was seen.");
    return section;
}

Section pains(const Report& report) {
    Section section{"Pain", {"0 is none, 10 the worst you can imagine; the mean of your check-ins."}, {}};
    Table by_hour{"Pain by hour", {"Hour", "Pain"}, {}, Chart::columns, worst_pain};
    for (const auto& [hour, mean] : report.pain_by_hour) by_hour.rows.push_back({hour_text(hour), {pain(mean)}});
    Table by_bout{"Pain by how long you had been sitting", {"Sitting for", "Pain"}, {}, Chart::columns, worst_pain};
    for (const auto& [bout, mean] : report.pain_by_bout_length) by_bout.rows.push_back({bout + " min", {pain(mean)}});
    for (Table* table : {&by_hour, &by_bout}) {
        if (table->rows.empty()) table->rows.push_back({"any", {no_data()}});
        section.tables.push_back(std::move(*table));
    }
    return section;
}

/// F2
Section levers(const WeekFigures& week) {
    Table table{"Your two levers", {"Lever", "Drill", "Adherence", "taken", "partial", "due"}, {}};
    for (const Lever lever : all_levers) {
        const auto& totals = week.now.levers[index(lever)];
        const auto& drill = week.levers[index(lever)];
        const double done = totals.taken + totals.partial / 2.0;
        table.rows.push_back({spoken(name(lever)),
                              {drill.empty() ? plain("none") : plain(drill),
                               totals.due == 0 ? no_data() : share(done, totals.due, "due"), count(totals.taken),
                               count(totals.partial), count(totals.due)}});
    }
    return {"The two levers", {}, {std::move(table)}};
}

/// F4
Section plan(const WeekFigures& week) {
    Section section{"Your plan", {}, {}};
    for (const auto& why : week.now.plan_changes) section.sentences.push_back("In these days: " + why);
    if (week.proposed) {
        section.sentences.push_back("Poise proposes: " + week.proposed->why);
        section.sentences.emplace_back("It is in force; poise plan refuse takes it back.");
    } else {
        section.sentences.emplace_back("Poise proposes no change.");
    }
    return section;
}

Section unmeasured(const Report& report) {
    Section section{"What was not measured", {}, {}};
    auto& said = section.sentences;
    Table table{"Input and what was not seen", {"What", "Figure"}, {}};
    table.rows.push_back({"keys", {report.input_counted ? count(report.keys) : plain("not counted")}});
    table.rows.push_back({"clicks", {report.input_counted ? count(report.clicks) : plain("not counted")}});
    table.rows.push_back({"time without an idle source, in no total", {length(report.unknown_s)}});
    std::map<std::string, int> notices;
    for (const auto& notice : report.notices) notices[notice] += 1;
    for (const auto& [notice, times] : notices) table.rows.push_back({"notice: " + spoken(notice), {count(times)}});
    section.tables.push_back(std::move(table));
    if (!report.input_counted) said.emplace_back("Keys and clicks: they were not counted.");
    if (report.unknown_s > 0) said.emplace_back("Presence: for a while there was no idle source to say who is there.");
    if (!report.pain_mean) said.emplace_back("Pain: there was no check-in with a figure.");
    if (report.function_weeks.empty())
        said.emplace_back("Function: the question about your key task was not answered.");
    said.emplace_back("Posture is what you said, not what was seen: between two answers Poise assumes the last one.");
    return section;
}

} // namespace

days back_to_compare(Day from, Day to) {
    const auto length = (to - from).count() + 1;
    return days{(length + 6) / 7 * 7};
}

Page week_page(const WeekFigures& week) {
    Page page{title_of(week.now), about(week), {}, {}};
    page.sections = {how_it_goes(week.now),
                     breaks(week.now),
                     postures(week.now),
                     hours_section(week.now),
                     pains(week.now),
                     levers(week),
                     changes_section(week.now, week.before),
                     plan(week),
                     unmeasured(week.now)};
    if (is_blank(week.now)) page.about += " No data: nothing was recorded in these days.";
    page.foot = "Made by Poise from the journal on this machine, for you alone. Poise is no medical device.";
    return page;
}

} // namespace poise
