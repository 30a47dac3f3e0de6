// SPDX-License-Identifier: GPL-3.0-or-later
// A page of figures as values: sections of sentences and tables, with nothing of HTML in them. Whoever makes a report
// says what is in it; render.hpp says how it looks. A chart is another view of a table's own cells, so no chart can say
// what its table does not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poise {

struct Cell {
    std::string text;
    std::string datum{};                 // the exact figure behind a rounded text; empty: the text says all
    std::optional<std::int64_t> lasts{}; // likewise, in seconds
    std::string detail{};                // what it is a share of
    std::optional<double> amount{};      // what a chart draws
    std::optional<int> shade{};          // 0 to most_shade
    bool operator==(const Cell&) const = default;
};
inline constexpr int most_shade = 4;

struct Row {
    std::string heading;
    std::vector<Cell> cells;
    bool operator==(const Row&) const = default;
};

enum class Chart { none, bars, columns };

struct Table {
    std::string caption;
    std::vector<std::string> columns; // the first is that of the headings
    std::vector<Row> rows;
    Chart chart = Chart::none;
    std::optional<double> whole{}; // what a full bar stands for; none: the longest one
    bool operator==(const Table&) const = default;
};

struct Section {
    std::string title;
    std::vector<std::string> sentences;
    std::vector<Table> tables;
    bool operator==(const Section&) const = default;
};

struct Page {
    std::string title;
    std::string about; // which days, where, when written
    std::vector<Section> sections;
    std::string foot;
    bool operator==(const Page&) const = default;
};

} // namespace poise
