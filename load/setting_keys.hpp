// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of poise.toml, once: where it goes in Settings, what may stand there, its default, the rule of the guidance
// it comes from and a line for people. Reading, showing, editing, "did you mean" and the example in config/ all follow
// this table, so that a new setting is one line here and one in Settings.
#pragma once

#include "poise/settings.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poise {

/// What a person may have at hand and a drill may need.
inline constexpr std::array<std::string_view, 4> known_equipment{"band", "bar", "roller", "ball"};

/// The shortest duration that a key takes; "" turns a thing off, which is kept as zero. Where a length of zero is as
/// usual as any, it is `zero`, and shown as "0s".
enum class Least { off, zero, positive };

struct LengthField {
    Duration Settings::*member;
    Least least;
};
struct PostureWindowField {}; // two members of Settings
struct MobilityWindowsField {};
struct WorkingHoursField {};
struct WeekdaysField {
    Weekdays Settings::*member;
};
struct CheckinField {};
struct NumberField {
    int Settings::*member;
    int least;
};
struct SwitchField {
    bool Settings::*member;
};
struct WordsField {
    std::vector<std::string> Settings::*member;
    std::span<const std::string_view> known;
};
struct CountryField {};

using Field = std::variant<LengthField, PostureWindowField, MobilityWindowsField, WorkingHoursField, WeekdaysField,
                           CheckinField, NumberField, SwitchField, WordsField, CountryField>;

struct SettingKey {
    std::string_view table;
    std::string_view name;         // unique over all tables
    std::string_view rule;         // of the guidance; (D): the figure is our own choice
    std::string_view default_text; // as TOML
    std::string_view doc;
    Field field;
};

/// In the order of the file, table by table.
[[nodiscard]] std::span<const SettingKey> setting_keys();
[[nodiscard]] std::span<const std::string_view> setting_tables();

[[nodiscard]] const SettingKey* find_key(std::string_view table, std::string_view name);
/// In whatever table it is.
[[nodiscard]] const SettingKey* find_key(std::string_view name);

/// For people who wrote a key that is not in this table (empty: in no table): what they may have meant, or what is
/// expected there.
[[nodiscard]] std::string hint_for(std::string_view table, std::string_view unknown_name);

/// "a duration such as "20min", or "" for off"
[[nodiscard]] std::string expected_value(const SettingKey&);
/// Whether the key's value is written as a TOML string, or as a list of them.
[[nodiscard]] bool takes_string(const SettingKey&);
[[nodiscard]] bool takes_list(const SettingKey&);
/// A string, or a list of them.
[[nodiscard]] bool takes_one_or_several(const SettingKey&);

} // namespace poise
