// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells.hpp"

#include "figures.hpp"

#include "say.hpp"
#include "texts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace poise {

namespace {

/// With a point and as many digits as are needed, whatever the locale.
std::string exactly(double number) {
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), written.ptr};
}

} // namespace

Cell no_data() { return {tr("no data")}; }

Cell plain(std::string_view text) { return {std::string{text}}; }

Cell count(std::int64_t number) { return {std::to_string(number)}; }

Cell length(std::int64_t seconds) {
    Cell cell{to_text(std::chrono::seconds{seconds})};
    cell.lasts = seconds;
    return cell;
}

Cell share(double part, int whole, const char* of_whole) {
    Cell cell{percent_text(part / whole)};
    cell.datum = exactly(part / whole);
    cell.detail = tr(of_whole, {{"part", halves_text(part)}, {"whole", std::to_string(whole)}});
    return cell;
}

Cell pain(std::optional<double> mean) {
    if (!mean) return no_data();
    Cell cell{one_digit_text(*mean)};
    cell.datum = exactly(*mean);
    cell.detail = tr("of 10");
    cell.amount = mean;
    return cell;
}

Cell drawn(Cell cell, double amount) {
    cell.amount = amount;
    return cell;
}

std::string spoken(std::string_view word) {
    std::string text = said(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string weekday_of(Day day) { return weekday_name(std::chrono::weekday{day}.iso_encoding()); }

std::string hour_text(int hour) { return (hour < 10 ? "0" : "") + std::to_string(hour) + ":00"; }

} // namespace poise
