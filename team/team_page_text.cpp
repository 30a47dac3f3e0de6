// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_page_text.hpp"

#include "columns.hpp"
#include "csv_field.hpp"
#include "render.hpp"

#include "poise/iso_time.hpp"

#include <nlohmann/json.hpp>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

std::string table_text(const Table& table) {
    std::vector<std::size_t> widths;
    const auto widen = [&widths](std::size_t column, const std::string& text) {
        if (widths.size() <= column) widths.resize(column + 1);
        widths[column] = std::max(widths[column], width_of(text));
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) widen(i, table.columns[i]);
    for (const auto& row : table.rows) {
        widen(0, row.heading);
        for (std::size_t i = 0; i < row.cells.size(); ++i) widen(i + 1, row.cells[i].text);
    }
    const auto line = [&](const std::string& heading, const auto& text_of, std::size_t columns) {
        std::string text = "  " + padded(heading, widths.front());
        for (std::size_t i = 0; i < columns; ++i) text += "  " + right(text_of(i), widths[i + 1]);
        return text + "\n";
    };
    std::string text = table.caption + "\n";
    text += line(
        table.columns.front(), [&](std::size_t i) { return table.columns[i + 1]; }, table.columns.size() - 1);
    for (const auto& row : table.rows)
        text += line(
            row.heading, [&](std::size_t i) { return row.cells[i].text; }, row.cells.size());
    return text;
}

/// "microbreak.mix.taken" and its figure, for each.
void add_figures(std::string& csv, const std::string& week, const std::string& place, const Json& json) {
    if (json.is_object()) {
        const std::string before = place.empty() ? "" : place + ".";
        for (const auto& [key, value] : json.items()) add_figures(csv, week, before + key, value);
        return;
    }
    const std::string figure = json.is_null() ? "" : json.is_string() ? json.get<std::string>() : json.dump();
    csv += week + csv_field(place) + "," + csv_field(figure) + "\r\n";
}

std::vector<TeamWeek> newest_first(const TeamReport& report) { return {report.weeks.rbegin(), report.weeks.rend()}; }

} // namespace

std::string page_text(const Page& page) {
    std::string text = page.title + "\n" + page.about + "\n";
    for (const auto& section : page.sections) {
        text += "\n" + section.title + "\n";
        for (const auto& sentence : section.sentences) text += sentence + "\n";
        for (const auto& table : section.tables) text += "\n" + table_text(table);
    }
    return text + "\n" + page.foot + "\n";
}

std::string team_json(const TeamReport& report) {
    Json weeks = Json::array();
    for (const TeamWeek& week : newest_first(report)) weeks.push_back(Json::parse(to_json(week)));
    return Json{{"team", report.team}, {"minimum", report.minimum}, {"weeks", weeks}, {"reads", report.reads}}.dump() +
           "\n";
}

std::string team_csv(const TeamReport& report) {
    std::string csv = "team,week,status,members,figure,value\r\n";
    for (const TeamWeek& week : newest_first(report)) {
        const Json json = Json::parse(to_json(week));
        std::string row = csv_field(report.team) + "," + json.at("week").get<std::string>() + "," +
                          json.at("status").get<std::string>() + ",";
        if (!week.figures) {
            csv += row + ",,\r\n";
            continue;
        }
        // A spreadsheet would make a date of 5-9.
        row += csv_field("'" + json.at("members").get<std::string>()) + ",";
        add_figures(csv, row, "", json.at("figures"));
    }
    return csv;
}

std::string team_report_in(const std::string& format, const TeamReport& report) {
    if (format == "html") return render(team_page(report));
    if (format == "json") return team_json(report);
    if (format == "csv") return team_csv(report);
    return page_text(team_page(report));
}

} // namespace poise
