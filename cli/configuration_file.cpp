// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration_file.hpp"

#include "failure.hpp"
#include "file_text.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "xdg_paths.hpp"

#include <cerrno>

namespace poise {

namespace {

std::filesystem::path or_fail(FoundPath path) {
    if (!path) throw Failure{Exit::failed, path.error()};
    return *std::move(path);
}

std::vector<std::string> as_lines(const std::filesystem::path& file, const Problems& problems,
                                  const std::string& mark = "") {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) {
        lines.push_back(to_line(file.string(), {problem.line, problem.column, mark + problem.what}));
    }
    return lines;
}

} // namespace

std::filesystem::path own_configuration_path() { return or_fail(configuration_path()); }
std::filesystem::path own_journal_path() { return or_fail(journal_path()); }

ConfigurationFile read_configuration_file(const std::filesystem::path& path) {
    ConfigurationFile configuration{path, true, std::nullopt, {}, {}};
    const auto text = read_file(path);
    if (!text && text.error() == ENOENT) {
        configuration.exists = false;
        configuration.settings = Settings{};
    } else if (!text) {
        configuration.problems = {unreadable(path.string(), text.error())};
    } else if (auto loaded = load_settings(*text)) {
        configuration.warnings = as_lines(path, loaded->warnings, tr("warning: "));
        configuration.settings = loaded->settings;
    } else {
        configuration.problems = as_lines(path, loaded.error());
    }
    return configuration;
}

bool is_usable(const ConfigurationFile& configuration, Console& console) {
    for (const auto& problem : configuration.problems) console.complain(problem);
    for (const auto& warning : configuration.warnings) console.complain(warning);
    return configuration.settings.has_value();
}

Result<std::string, int> read_file_or_input(const std::string& file) {
    if (file == "-") return Console::read_input();
    return read_file(file);
}

std::string unreadable(const std::string& file, int error) { return to_line(file, unreadable(error)); }

} // namespace poise
