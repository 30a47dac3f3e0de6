// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_week.hpp"

#include "config_edit.hpp"
#include "file_text.hpp"
#include "journal_reader.hpp"
#include "problem_text.hpp"
#include "settings_toml.hpp"
#include "xdg_paths.hpp"

namespace poise {

namespace {

namespace fs = std::filesystem;

fs::path own_configuration() {
    const auto path = configuration_path();
    if (!path) throw Failure{Exit::failed, path.error()};
    return *path;
}

} // namespace

Days week_in_journal(Day monday) {
    const auto path = journal_path();
    std::error_code error;
    if (!path || !fs::exists(*path, error)) return {};
    return JournalReader{*path}.days(monday, monday + std::chrono::days{6});
}

WeeklyRecord example_week(Day monday) {
    return {monday, 1, 5, {20, 2, 6, 3, 1}, {9, 0, 3, 2, 1}, 8, 1500, 300, 1400, LongSits::one_to_four};
}

void set_team_enabled(bool enabled) {
    const fs::path path = own_configuration();
    const auto problems = set_in_file(path, "team.enabled", enabled ? "true" : "false");
    if (!problems.empty()) throw Failure{Exit::bad_input, to_line(path.string(), problems.front())};
}

bool is_team_enabled() {
    const fs::path path = own_configuration();
    const auto text = read_file(path);
    if (!text) return false;
    const auto loaded = load_settings(*text);
    if (!loaded) throw Failure{Exit::bad_input, to_line(path.string(), loaded.error().front())};
    return loaded->settings.team_enabled;
}

void ask_first(bool yes, const Question& question, Console& console) {
    console.flush();
    if (yes) return;
    if (!Console::has_person()) throw Failure{Exit::usage, question.nobody_there};
    if (!console.ask_yes_or_no(question.text).value_or(false)) throw Failure{Exit::failed, question.refused};
}

} // namespace poise
