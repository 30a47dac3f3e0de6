// SPDX-License-Identifier: GPL-3.0-or-later
#include "render.hpp"

#include "built_in_page.hpp"
#include "say.hpp"

#include <mustache.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace poise {

namespace {

using kainjow::mustache::data;

template <class Values, class View>
data list_of(const Values& values, View view) {
    data list{data::type::list};
    for (const auto& value : values) list.push_back(view(value));
    return list;
}

data text(const std::string& word) { return data{word}; }
data flag(bool on) { return data{on}; }

data view_of(const Cell& cell) {
    data view;
    view.set("text", text(cell.text));
    if (cell.shade) view.set("shade", text(std::to_string(*cell.shade)));
    if (cell.lasts) view.set("lasts", text(std::to_string(*cell.lasts)));
    if (!cell.datum.empty()) view.set("datum", text(cell.datum));
    view.set("plain", flag(!cell.lasts && cell.datum.empty()));
    if (!cell.detail.empty()) view.set("detail", text(cell.detail));
    return view;
}

data view_of(const Row& row) {
    data view;
    view.set("heading", text(row.heading));
    view.set("cells", list_of(row.cells, [](const Cell& cell) { return view_of(cell); }));
    return view;
}

/// What a full bar stands for.
double whole_of(const Table& table) {
    if (table.whole) return *table.whole;
    double whole = 0;
    for (const Row& row : table.rows) {
        double sum = 0;
        for (const Cell& cell : row.cells) sum += cell.amount.value_or(0);
        whole = std::max(whole, sum);
    }
    return whole;
}

/// The columns with something to draw; the first is that of the headings.
std::vector<std::string> series_of(const Table& table) {
    std::vector<std::string> series;
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        const bool is_drawn = std::ranges::any_of(table.rows, [&](const Row& row) {
            return row.cells.size() >= column && row.cells[column - 1].amount.has_value();
        });
        if (is_drawn) series.push_back(table.columns[column]);
    }
    return series;
}

data chart_of(const Table& table) {
    const double whole = whole_of(table);
    const auto series = series_of(table);
    data view;
    std::string kind = table.chart == Chart::bars ? "bar" : "column";
    kind += series.size() > 1 ? " multiple stacked" : " single";
    view.set("kind", text(kind));
    view.set("caption", text(table.caption));
    view.set("drawn", text(tr("{caption}, drawn", {{"caption", table.caption}})));
    view.set("bars", list_of(table.rows, [&](const Row& row) {
                 data bar;
                 bar.set("heading", text(row.heading));
                 data parts{data::type::list};
                 for (const Cell& cell : row.cells) {
                     if (!cell.amount) continue;
                     data part;
                     part.set("size", text(std::to_string(std::lround(*cell.amount / whole * 100))));
                     part.set("text", text(cell.text));
                     parts.push_back(part);
                 }
                 bar.set("parts", parts);
                 return bar;
             }));
    view.set("keyed", flag(series.size() > 1));
    view.set("legend", list_of(series, text));
    return view;
}

data view_of(const Table& table) {
    data view;
    view.set("caption", text(table.caption));
    view.set("columns", list_of(table.columns, text));
    view.set("rows", list_of(table.rows, [](const Row& row) { return view_of(row); }));
    const bool is_drawn =
        page_has_charts() && table.chart != Chart::none && !series_of(table).empty() && whole_of(table) > 0;
    view.set("chart", is_drawn ? chart_of(table) : flag(false));
    return view;
}

data view_of(const Section& section) {
    data view;
    view.set("title", text(section.title));
    view.set("sentences", list_of(section.sentences, text));
    view.set("tables", list_of(section.tables, [](const Table& table) { return view_of(table); }));
    return view;
}

} // namespace

std::string render(const Page& page) {
    kainjow::mustache::mustache shape{page_template()};
    data view;
    // translators: your language as in HTML, such as de.
    view.set("language", text(tr("en")));
    view.set("rtl", flag(is_read_from_right()));
    view.set("title", text(page.title));
    view.set("about", text(page.about));
    view.set("foot", text(page.foot));
    view.set("sections", list_of(page.sections, [](const Section& section) { return view_of(section); }));
    std::string html = shape.render(view);
    if (!shape.is_valid()) throw std::logic_error("page.mustache: " + shape.error_message());
    return html;
}

} // namespace poise
