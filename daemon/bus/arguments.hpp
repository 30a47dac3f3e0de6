// SPDX-License-Identifier: GPL-3.0-or-later
// What callers hand in, checked before anything is posted: the core is given only values that mean something. A problem
// names the argument, what is wrong with it and what is expected, and lists the words where there is a list.
#pragma once

#include "poise/fact.hpp"
#include "poise/guide.hpp"
#include "poise/result.hpp"

#include <sdbus-c++/Types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

template <class T>
using Checked = Result<T, std::string>;

/// 0 is whatever prompt is open.
[[nodiscard]] Checked<std::optional<PromptId>> checked_prompt_id(std::int64_t id);
/// -1: it was not said.
[[nodiscard]] Checked<std::optional<int>> checked_pain(std::int32_t pain);
/// Empty: whatever is to be done now.
[[nodiscard]] Checked<std::optional<Kind>> checked_kind(const std::string& kind);
[[nodiscard]] Checked<Posture> checked_posture(const std::string& posture);
[[nodiscard]] Checked<std::string> checked_source(const std::string& source);
[[nodiscard]] Checked<Driver> checked_driver(const std::string& driver);
/// Empty: none any more.
[[nodiscard]] Checked<std::string> checked_task(const std::string& task);
/// The id of a drill; empty: the programme's.
[[nodiscard]] Checked<std::string> checked_lever(std::string_view lever, const std::string& drill, const Guide&);
/// Empty: no day at all.
[[nodiscard]] Checked<std::optional<Day>> checked_day(const std::string& day);
/// At least one answer; whole numbers of any width are taken, since many languages have only one. Region, load and
/// position are words of the guide.
[[nodiscard]] Checked<Checkin> checked_answers(const std::map<std::string, sdbus::Variant>& answers, const Guide&);
/// Each flag once; none at all when every question was answered with no.
[[nodiscard]] Checked<std::vector<std::string>> checked_flags(const std::vector<std::string>& flags, const Guide&);

} // namespace poise
