// SPDX-License-Identifier: GPL-3.0-or-later
#include "week_page.hpp"

#include "cells.hpp"
#include "changes.hpp"
#include "figures.hpp"
#include "hours_table.hpp"
#include "kept_words.hpp"
#include "say.hpp"

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
    if (report.week) return tr("Your week {week}", {{"week", to_iso(*report.week)}});
    return tr("Your days from {from} to {to}", {{"from", to_iso(report.from)}, {"to", to_iso(report.to)}});
}

std::string about(const WeekFigures& week) {
    const auto day_text = [](Day day) { return weekday_of(day) + " " + to_iso(day); };
    const std::string from = day_text(week.now.from);
    const std::string which =
        week.now.to == week.now.from ? from : tr("{from} to {to}", {{"from", from}, {"to", day_text(week.now.to)}});
    return tr("{days}, {zone}. Written {time}.", {{"days", which}, {"zone", week.now.zone}, {"time", week.written}});
}

/// F3, F7, F8
Section how_it_goes(const Report& report) {
    Section section{tr("How it goes"), {}, {}};
    section.sentences.push_back(report.key_task.empty() ? tr("You have named no key task yet: poise task says how.")
                                                        : tr("Your key task: {task}", {{"task", report.key_task}}));
    Table table{tr("How it went"), {tr("About"), tr("Answer")}, {}};
    for (const auto& [week, function] : report.function_weeks) {
        table.rows.push_back({tr("{week}: the task, compared with the week before", {{"week", to_iso(week)}}),
                              {plain(said(name(function)))}});
    }
    if (report.function_weeks.empty())
        table.rows.push_back({tr("The task, compared with the week before"), {no_data()}});
    const int freer = report.freer_yes + report.freer_no;
    table.rows.push_back(
        {tr("Freer after a mobility block"),
         {freer == 0 ? no_data() : share(report.freer_yes, freer, mark("{part} of {whole} answers"))}});
    table.rows.push_back({tr("Pain, the mean of your check-ins"), {pain(report.pain_mean)}});
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
    const auto cell = [](std::optional<double> of_it, int whole, const char* of_whole) {
        return of_it ? share(*of_it * whole, whole, of_whole) : no_data();
    };
    return {heading,
            {cell(coverage(kind), kind.due(), mark("{part} of {whole} due")),
             cell(adherence(kind), asked, mark("{part} of {whole} asked"))}};
}

Section breaks(const Report& report) {
    Table shares{tr("Coverage and adherence"), {tr("Kind"), tr("Coverage"), tr("Adherence")}, {}};
    shares.rows.push_back(share_row(tr("all"), together(report)));
    Table outcomes{tr("What came of what was due"), {tr("Kind")}, {}, Chart::bars};
    constexpr std::array counted{Outcome::taken, Outcome::partial, Outcome::natural, Outcome::skipped, Outcome::missed};
    for (const Outcome outcome : counted) outcomes.columns.push_back(said(name(outcome)));
    outcomes.columns.emplace_back(tr("due"));
    Table others{tr("What counts against nobody"), {tr("Kind"), said("withdrawn"), tr("snoozes"), tr("rests")}, {}};
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
    return {tr("What was done of what was asked"),
            {tr("Coverage is what was done or rested, a partial one counting half, of what was due. Adherence leaves "
                "out what you rested unasked.")},
            {std::move(shares), std::move(outcomes), std::move(others)}};
}

Section postures(const Report& report) {
    const std::int64_t at_desk = report.sit_s + report.stand_s;
    const auto part = [&](std::int64_t seconds) {
        Cell cell = drawn(length(seconds), static_cast<double>(seconds));
        cell.detail = at_desk == 0 ? "" : percent_text(static_cast<double>(seconds) / static_cast<double>(at_desk));
        return cell;
    };
    Section section{tr("Sitting and standing"), {}, {}};
    section.tables.push_back({tr("Sitting and standing"),
                              {tr("Posture"), tr("Time")},
                              {{said("sitting"), {part(report.sit_s)}}, {said("standing"), {part(report.stand_s)}}},
                              Chart::bars});
    section.tables.push_back({tr("Bouts of sitting"),
                              {tr("What"), tr("Figure")},
                              {{tr("the longest"), {length(report.longest_sit_bout_s)}},
                               {tr("longer than 45 min (S2)"), {count(report.sit_bouts_over_45min)}},
                               {tr("posture changes"), {count(report.posture_changes)}}}});
    section.tables.push_back({tr("At the desk and away"),
                              {tr("Presence"), tr("Time")},
                              {{said("working"), {part(report.working_s)}},
                               {said("passive"), {part(report.passive_s)}},
                               {said("resting"), {part(report.resting_s)}},
                               {tr("at the desk"), {length(at_desk)}},
                               {said("away"), {length(report.away_s)}}}});
    if (at_desk == 0) section.sentences.emplace_back(tr("No data: no time at the desk was seen."));
    return section;
}

Section pains(const Report& report) {
    Section section{tr("Pain"), {tr("0 is none, 10 the worst you can imagine; the mean of your check-ins.")}, {}};
    Table by_hour{tr("Pain by hour"), {tr("Hour"), tr("Pain")}, {}, Chart::columns, worst_pain};
    for (const auto& [hour, mean] : report.pain_by_hour) by_hour.rows.push_back({hour_text(hour), {pain(mean)}});
    Table by_bout{
        tr("Pain by how long you had been sitting"), {tr("Sitting for"), tr("Pain")}, {}, Chart::columns, worst_pain};
    for (const auto& [bout, mean] : report.pain_by_bout_length)
        by_bout.rows.push_back({tr("{minutes} min", {{"minutes", bout}}), {pain(mean)}});
    for (Table* table : {&by_hour, &by_bout}) {
        if (table->rows.empty()) table->rows.push_back({tr("any"), {no_data()}});
        section.tables.push_back(std::move(*table));
    }
    return section;
}

/// F2
Section levers(const WeekFigures& week) {
    Table table{tr("Your two levers"),
                {tr("Lever"), tr("Drill"), tr("Adherence"), said("taken"), said("partial"), tr("due")},
                {}};
    for (const Lever lever : all_levers) {
        const auto& totals = week.now.levers[index(lever)];
        const auto& drill = week.levers[index(lever)];
        const double done = totals.taken + totals.partial / 2.0;
        table.rows.push_back({spoken(name(lever)),
                              {drill.empty() ? plain(tr("none")) : plain(drill),
                               totals.due == 0 ? no_data() : share(done, totals.due, mark("{part} of {whole} due")),
                               count(totals.taken), count(totals.partial), count(totals.due)}});
    }
    return {tr("The two levers"), {}, {std::move(table)}};
}

/// F4
Section plan(const WeekFigures& week) {
    Section section{tr("Your plan"), {}, {}};
    for (const auto& why : week.now.plan_changes)
        section.sentences.push_back(tr("In these days: {why}", {{"why", retold(why)}}));
    if (week.proposed) {
        section.sentences.push_back(tr("Poise proposes: {why}", {{"why", retold(week.proposed->why)}}));
        section.sentences.emplace_back(tr("It is in force; poise plan refuse takes it back."));
    } else {
        section.sentences.emplace_back(tr("Poise proposes no change."));
    }
    return section;
}

Section unmeasured(const Report& report) {
    Section section{tr("What was not measured"), {}, {}};
    auto& sentences = section.sentences;
    Table table{tr("Input and what was not seen"), {tr("What"), tr("Figure")}, {}};
    table.rows.push_back({tr("keys"), {report.input_counted ? count(report.keys) : plain(tr("not counted"))}});
    table.rows.push_back({tr("clicks"), {report.input_counted ? count(report.clicks) : plain(tr("not counted"))}});
    table.rows.push_back({tr("time without an idle source, in no total"), {length(report.unknown_s)}});
    std::map<std::string, int> notices;
    for (const auto& notice : report.notices) notices[notice] += 1;
    for (const auto& [notice, times] : notices)
        table.rows.push_back({tr("notice: {notice}", {{"notice", spoken(notice)}}), {count(times)}});
    section.tables.push_back(std::move(table));
    if (!report.input_counted) sentences.emplace_back(tr("Keys and clicks: they were not counted."));
    if (report.unknown_s > 0)
        sentences.emplace_back(tr("Presence: for a while there was no idle source to say who is there."));
    if (!report.pain_mean) sentences.emplace_back(tr("Pain: there was no check-in with a figure."));
    if (report.function_weeks.empty())
        sentences.emplace_back(tr("Function: the question about your key task was not answered."));
    sentences.emplace_back(
        tr("Posture is what you said, not what was seen: between two answers Poise assumes the last one."));
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
    if (is_blank(week.now)) page.about += " " + tr("No data: nothing was recorded in these days.");
    page.foot = tr("Made by Poise from the journal on this machine, for you alone. Poise is no medical device.");
    return page;
}

} // namespace poise
