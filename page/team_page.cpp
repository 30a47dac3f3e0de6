// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_page.hpp"

#include "cells.hpp"
#include "say.hpp"
#include "team_text.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr std::array<Outcome, told_outcomes> outcome_columns{Outcome::taken, Outcome::partial, Outcome::natural,
                                                             Outcome::skipped, Outcome::missed};
constexpr std::size_t weeks_side_by_side = 8;
constexpr double everything = 100;

Cell percent(std::optional<Percent> figure, MemberBand members) {
    Cell cell = plain(percent_text(figure, members));
    if (figure) cell.amount = *figure;
    return cell;
}

Row kind_row(Kind kind, const KindFigures& figures, MemberBand members) {
    return {spoken(name(kind)),
            {plain(percent_text(figures.coverage, members)), plain(percent_text(figures.adherence, members))}};
}

Row mix_row(Kind kind, const KindFigures& figures, MemberBand members) {
    Row row{spoken(name(kind)), {}};
    for (std::size_t i = 0; i < told_outcomes; ++i)
        row.cells.push_back(percent(figures.mix ? std::optional{(*figures.mix)[i]} : std::nullopt, members));
    return row;
}

std::string too_few(int minimum) {
    return tr("Fewer than {count} members have sent this week: nothing is told of it, now or later.",
              {{"count", std::to_string(minimum)}});
}

Section newest(const TeamReport& report) {
    const TeamWeek& week = report.weeks.back();
    Section section{tr("Week {week}", {{"week", to_iso(week.week)}}), {}, {}};
    if (!week.figures) {
        section.sentences.push_back(too_few(report.minimum));
        return section;
    }
    const TeamFigures& figures = *week.figures;
    const MemberBand members = figures.members;
    section.sentences.push_back(tr(
        "The mean of {members} members, each with the same weight, whoever reads this left out. Figures are rounded.",
        {{"members", std::string{name(members)}}}));
    section.tables.push_back({tr("Coverage and adherence"),
                              {tr("Kind"), tr("Coverage"), tr("Adherence")},
                              {kind_row(Kind::microbreak, figures.microbreak, members),
                               kind_row(Kind::posture_change, figures.posture_change, members)}});
    Table mix{tr("What came of what was due"), {tr("Kind")}, {}, Chart::bars};
    for (const Outcome outcome : outcome_columns) mix.columns.push_back(said(name(outcome)));
    mix.rows = {mix_row(Kind::microbreak, figures.microbreak, members),
                mix_row(Kind::posture_change, figures.posture_change, members)};
    section.tables.push_back(std::move(mix));
    const auto hours = [](std::optional<Quarters> figure) {
        Cell cell = plain(hours_text(figure));
        if (figure) cell.amount = *figure / 4.0;
        return cell;
    };
    section.tables.push_back({tr("A day at the desk"),
                              {tr("What"), tr("Time")},
                              {{said("sitting"), {hours(figures.sitting)}},
                               {said("standing"), {hours(figures.standing)}},
                               {said("working"), {hours(figures.working)}}},
                              Chart::bars});
    section.tables.push_back(
        {tr("Movement and long sits"),
         {tr("What"), tr("Figure")},
         {{tr("Movement breaks taken, per day at the desk"), {plain(quarters_text(figures.movement))}},
          {tr("Members who sat longer than 45 min at a time (S2)"), {plain(share_text(figures.long_sits))}}}});
    return section;
}

Table trend(const std::string& caption, const std::vector<TeamWeek>& weeks, const KindFigures TeamFigures::*kind) {
    Table table{caption, {tr("Week"), tr("Coverage"), tr("Adherence"), tr("Members")}, {}, Chart::bars, everything};
    for (const auto& week : weeks) {
        Row row{to_iso(week.week), {}};
        if (week.figures) {
            const auto& figures = (*week.figures).*kind;
            row.cells = {percent(figures.coverage, week.figures->members),
                         plain(percent_text(figures.adherence, week.figures->members)),
                         plain(name(week.figures->members))};
        } else {
            row.cells = {plain(tr("too few")), plain(tr("too few")), plain(tr("too few"))};
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Section side_by_side(const TeamReport& report) {
    const auto count = std::min(report.weeks.size(), weeks_side_by_side);
    const std::vector<TeamWeek> weeks(report.weeks.end() - static_cast<std::ptrdiff_t>(count), report.weeks.end());
    return {
        tr("Week by week"),
        {tr("“Too few”: fewer than {count} members have sent that week.", {{"count", std::to_string(report.minimum)}})},
        {trend(tr("Microbreaks: coverage, week by week"), weeks, &TeamFigures::microbreak),
         trend(tr("Posture changes: coverage, week by week"), weeks, &TeamFigures::posture_change)}};
}

Section what_it_is(const TeamReport& report) {
    return {tr("What this is, and what not"),
            {tr("Coverage is what was done or rested, a partial one counting half, of what was due. Adherence leaves "
                "out what "
                "was rested unasked."),
             tr("It shows whether the breaks fit the work of this team, not how anybody works. It is no ground for a "
                "decision "
                "about a person."),
             tr("A week is closed once and never changes: neither who leaves nor who sends late moves a figure."),
             tr("Small groups can be guessed at by who knows them well: these figures are coarse, not anonymous."),
             tr_many("This team's figures were asked for {count} time. Every member can see that, and these figures.",
                     "This team's figures were asked for {count} times. Every member can see that, and these figures.",
                     report.reads)},
            {}};
}

} // namespace

Page team_page(const TeamReport& report) {
    Page page;
    const std::string team = report.team;
    page.title = report.weeks.empty()
                     ? tr("Team {team}", {{"team", team}})
                     : tr("Team {team}, week {week}", {{"team", team}, {"week", to_iso(report.weeks.back().week)}});
    page.about = tr("Written {time}.", {{"time", report.written}});
    if (!report.next.empty()) page.about += " " + report.next;
    if (report.weeks.empty()) {
        page.sections.push_back({tr("No week yet"), {tr("No data: no week of this team is closed.")}, {}});
    } else {
        page.sections = {newest(report), side_by_side(report)};
    }
    page.sections.push_back(what_it_is(report));
    page.foot = tr("Made by Poise for the leads and members of this team. Poise is no medical device.");
    return page;
}

} // namespace poise
