// SPDX-License-Identifier: GPL-3.0-or-later
// Facts to fill a journal with, and the questions that tests of the journal share.
#pragma once

#include "poise/report.hpp"
#include "poise/step.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poise::test {

using namespace std::chrono_literals;

/// Monday, 23 November 2026, 09:00 in Berlin, and so much later.
[[nodiscard]] Moment sample_moment(Duration later = {});
[[nodiscard]] Stamp sample_stamp(Duration later = {});
inline constexpr Day sample_day{std::chrono::days{20'780}};

/// At least one of every kind of fact, with every optional part both there and not.
[[nodiscard]] std::vector<Fact> one_of_each();

[[nodiscard]] Fact note(std::string text, Duration later = {});
[[nodiscard]] Fact bout(SpanId, Duration length, SpanEnd = SpanEnd::open, Duration later = {});

/// As a roll-up should be: added up from the last version of every fact. Days on which nothing was are left out.
[[nodiscard]] Days added_up(const std::vector<Fact>&);
[[nodiscard]] Days without_empty_days(Days);
[[nodiscard]] std::string in_words(const std::vector<Fact>&);
/// A line for every day with all that it holds, so that a difference can be seen.
[[nodiscard]] std::string in_words(const Days&);

/// Everything in the journal, in the order of recording, through a JournalReader.
[[nodiscard]] std::vector<Fact> all_facts_in(const std::filesystem::path& database);
[[nodiscard]] Days all_days_in(const std::filesystem::path& database);
/// The texts of its notices.
[[nodiscard]] std::vector<std::string> notices_in(const std::filesystem::path& database);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);
inline constexpr Day first_of_all{std::chrono::days{-700'000}};
inline constexpr Day last_of_all{std::chrono::days{2'900'000}};

} // namespace poise::test
