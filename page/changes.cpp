// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.hpp"

#include "cells.hpp"
#include "figures.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"
#include "texts.hpp"

#include <cmath>
#include <cstdlib>

namespace poise {

namespace {

std::string signed_text(bool more, const std::string& amount) { return (more ? "+" : "\u2212") + amount; }

Cell change_of(std::int64_t by, const std::string& amount) {
    return plain(by == 0 ? tr("as before") : signed_text(by > 0, amount));
}

Row shares(const std::string& heading, std::optional<double> before, std::optional<double> now) {
    const auto cell = [](std::optional<double> of_it) { return of_it ? plain(percent_text(*of_it)) : no_data(); };
    Row row{heading, {cell(before), cell(now), no_data()}};
    if (!before || !now) return row;
    const long points = std::lround((*now - *before) * 100);
    row.cells[2] = change_of(points, tr_many("{count} point", "{count} points", std::labs(points)));
    return row;
}

Row lengths(const std::string& heading, std::int64_t before, std::int64_t now, bool known) {
    if (!known) return {heading, {no_data(), length(now), no_data()}};
    const std::int64_t by = now - before;
    return {heading, {length(before), length(now), change_of(by, to_text(std::chrono::seconds{std::llabs(by)}))}};
}

Row counts(const std::string& heading, int before, int now, bool known) {
    if (!known) return {heading, {no_data(), count(now), no_data()}};
    return {heading, {count(before), count(now), change_of(now - before, std::to_string(std::abs(now - before)))}};
}

Row pains(std::optional<double> before, std::optional<double> now) {
    Row row{tr("pain"), {pain(before), pain(now), no_data()}};
    if (!before || !now) return row;
    const long tenths = std::lround((*now - *before) * 10);
    row.cells[2] = change_of(tenths, one_digit_text(std::abs(static_cast<double>(tenths)) / 10));
    return row;
}

} // namespace

Section changes_section(const Report& now, const Report& before) {
    const bool known = before.sit_s + before.stand_s > 0;
    Section section{tr("What changed"), {}, {}};
    section.sentences.push_back(tr(known ? mark("Compared with {from} to {to}.")
                                         : mark("Compared with {from} to {to}, of which there is no data."),
                                   {{"from", to_iso(before.from)}, {"to", to_iso(before.to)}}));
    section.tables.push_back(
        {tr("Now and before"),
         {tr("What"), tr("before"), tr("now"), tr("change")},
         {pains(before.pain_mean, now.pain_mean), shares(tr("coverage"), before.coverage, now.coverage),
          shares(tr("adherence"), before.adherence, now.adherence),
          lengths(tr("at the desk"), before.sit_s + before.stand_s, now.sit_s + now.stand_s, known),
          lengths(tr("sitting"), before.sit_s, now.sit_s, known),
          lengths(tr("standing"), before.stand_s, now.stand_s, known),
          lengths(tr("longest sitting"), before.longest_sit_bout_s, now.longest_sit_bout_s, known),
          counts(tr("sitting longer than 45 min"), before.sit_bouts_over_45min, now.sit_bouts_over_45min, known),
          counts(tr("posture changes"), before.posture_changes, now.posture_changes, known)}});
    return section;
}

} // namespace poise
