// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting_rows.hpp"

#include "say.hpp"
#include "setting_keys.hpp"
#include "settings_toml.hpp"

#include <algorithm>
#include <utility>

namespace poise::coach {

namespace {

std::string title_of(std::string_view table) {
    constexpr std::pair<std::string_view, const char*> titles[] = {
        {"schedule", mark("What you are asked to do, and when")},
        {"prompts", mark("How you are asked")},
        {"presence", mark("When you are taken to be away")},
        {"input", mark("What is counted")},
        {"programme", mark("What is at hand")},
        {"team", mark("Team")},
    };
    const auto* found = std::ranges::find(titles, table, &std::pair<std::string_view, const char*>::first);
    return found == std::end(titles) ? std::string{table} : tr(found->second);
}

/// Without what only TOML needs. No value has a quote or a bracket of its own.
std::string as_typed(std::string toml) {
    std::erase_if(toml, [](char letter) { return letter == '"' || letter == '[' || letter == ']'; });
    return toml;
}

/// What a field takes, as it is typed there: what is empty in TOML is to be seen.
std::string as_typed_example(std::string expected) {
    for (const std::string_view empty : {"[]", "\"\""}) {
        for (auto at = expected.find(empty); at != std::string::npos; at = expected.find(empty)) {
            expected.replace(at, empty.size(), tr("nothing"));
        }
    }
    return as_typed(std::move(expected));
}

SettingRow row_of(const SettingKey& key, const Settings& settings) {
    SettingRow row;
    row.key = std::string{key.table} + "." + std::string{key.name};
    row.about = tr(std::string{key.doc}.c_str());
    row.about = row.about.substr(0, row.about.find(" (D")); // whose choice it was is for who reads the file
    const bool is_small = row.about.front() >= 'a' && row.about.front() <= 'z';
    if (is_small) row.about.front() = static_cast<char>(row.about.front() - 'a' + 'A');
    row.expected = as_typed_example(expected_value(key));
    row.value = as_typed(value_of(key, settings));
    row.is_switch = std::holds_alternative<SwitchField>(key.field);
    return row;
}

SettingForm form_of(const Settings& settings) {
    SettingForm form;
    for (const auto table : setting_tables()) {
        SettingGroup group{title_of(table), {}};
        for (const auto& key : setting_keys()) {
            if (key.table == table) group.rows.push_back(row_of(key, settings));
        }
        form.groups.push_back(std::move(group));
    }
    return form;
}

/// Problems begin with the name of their key, which is unique over all tables.
bool is_about(std::string_view problem, std::string_view dotted_key) {
    const auto name = dotted_key.substr(dotted_key.find('.') + 1);
    return problem.starts_with(name) && (problem.substr(name.size()).find_first_of(" :") == 0);
}

SettingRow* find_row(SettingForm& form, std::string_view problem) {
    for (auto& group : form.groups) {
        for (auto& row : group.rows) {
            if (is_about(problem, row.key)) return &row;
        }
    }
    return nullptr;
}

} // namespace

SettingForm form_of(std::string_view text) {
    const auto loaded = load_settings(text);
    SettingForm form = form_of(loaded ? loaded->settings : Settings{});
    for (const Problem& problem : loaded ? loaded->warnings : loaded.error()) {
        if (auto* row = find_row(form, problem.what)) {
            row->problem = problem.what;
        } else {
            form.problems.push_back(
                tr("line {line}: {problem}", {{"line", std::to_string(problem.line)}, {"problem", problem.what}}));
        }
    }
    return form;
}

std::string without_place(std::string_view line, std::string_view file) {
    if (!line.starts_with(file)) return std::string{line};
    line.remove_prefix(file.size());
    const auto end = line.find(": ");
    return std::string{end == std::string_view::npos ? line : line.substr(end + 2)};
}

} // namespace poise::coach
