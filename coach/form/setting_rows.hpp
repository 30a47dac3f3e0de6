// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as rows of a form: every key of poise.toml with its value as a person would type it, and what is wrong
// with it in the file. Follows load's table of keys, so that a new setting is on the form by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace poise::coach {

struct SettingRow {
    std::string key; // "prompts.snooze"
    std::string about;
    std::string expected;
    std::string value; // 20min; tue, fri; empty: off
    bool is_switch = false;
    std::string problem;
    bool operator==(const SettingRow&) const = default;
};
struct SettingGroup {
    std::string title;
    std::vector<SettingRow> rows;
};
struct SettingForm {
    std::vector<SettingGroup> groups;
    std::vector<std::string> problems; // of the file, but of no row
};

/// Where the text cannot be taken the defaults stand, as they are in force then.
[[nodiscard]] SettingForm form_of(std::string_view text);

/// A problem as poised tells it, without the file and the place in it, which a form has no use for.
[[nodiscard]] std::string without_place(std::string_view line, std::string_view file);

} // namespace poise::coach
