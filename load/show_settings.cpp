// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_toml.hpp"

#include "duration.hpp"
#include "setting_keys.hpp"
#include "time_of_day.hpp"
#include "toml_document.hpp"

namespace poise {

namespace {

constexpr std::size_t comment_column = 52;

std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + in_quotes(word);
    return "[" + text + "]";
}

std::string list_of(const std::vector<DayWindow>& windows) {
    std::vector<std::string> words;
    for (const auto& window : windows) words.push_back(to_clock(window));
    return list_of(words);
}

/// A value as TOML, by the kind of its key.
struct Shown {
    const Settings& settings;

    std::string operator()(const LengthField& field) const {
        const Duration length = settings.*field.member;
        return in_quotes(length == Duration::zero() && field.least == Least::off ? "" : to_toml(length));
    }
    std::string operator()(const PostureWindowField&) const {
        if (!is_on(settings, Kind::posture_change)) return "[]";
        return list_of({to_toml(settings.posture_window_from), to_toml(settings.posture_window_to)});
    }
    std::string operator()(const MobilityWindowsField&) const { return list_of(settings.mobility_windows); }
    std::string operator()(const WorkingHoursField&) const {
        const auto& windows = settings.working_hours;
        return windows.size() == 1 ? in_quotes(to_clock(windows.front())) : list_of(windows);
    }
    std::string operator()(const WeekdaysField& field) const {
        std::vector<std::string> words;
        for (const auto day : weekday_names) {
            if ((settings.*field.member).contains(*parse_weekday(day))) words.emplace_back(day);
        }
        return list_of(words);
    }
    std::string operator()(const CheckinField&) const {
        return in_quotes(settings.checkin_at ? to_clock(*settings.checkin_at) : "");
    }
    std::string operator()(const NumberField& field) const { return std::to_string(settings.*field.member); }
    std::string operator()(const SwitchField& field) const { return settings.*field.member ? "true" : "false"; }
    std::string operator()(const WordsField& field) const { return list_of(settings.*field.member); }
    std::string operator()(const CountryField&) const { return in_quotes(settings.country); }
};

} // namespace

std::string value_of(const SettingKey& key, const Settings& settings) { return std::visit(Shown{settings}, key.field); }

std::string show_settings(const Settings& settings) {
    const Settings defaults;
    std::string text;
    for (const auto table : setting_tables()) {
        text += (text.empty() ? "[" : "\n[") + std::string{table} + "]\n";
        for (const auto& key : setting_keys()) {
            if (key.table != table) continue;
            const auto value = value_of(key, settings);
            const bool is_default = value == value_of(key, defaults);
            const std::string default_text{key.default_text};
            std::string line = std::string{key.name} + " = " + (is_default ? default_text : value);
            line.resize(std::max(line.size() + 1, comment_column), ' ');
            text += line + "# " + std::string{key.rule} + "; default" + (is_default ? "" : " " + default_text) + "\n";
        }
    }
    return text;
}

} // namespace poise
