// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.hpp"

#include "configuration_file.hpp"
#include "daemon_reply.hpp"
#include "journal_reader.hpp"
#include "local_times.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"
#include "xdg_paths.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace poise {

namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Finding find_configuration() {
    const auto path = configuration_path();
    if (!path) return {tr("configuration"), false, path.error()};
    const auto configuration = read_configuration_file(*path);
    const std::string name = path->string();
    if (!configuration.settings) {
        const auto& problems = configuration.problems;
        return {tr("configuration"), false,
                problems.size() == 1
                    ? problems.front()
                    : tr_many("{problem} ({count} problem: poise config check)",
                              "{problem} ({count} problems: poise config check)",
                              static_cast<std::int64_t>(problems.size()), {{"problem", problems.front()}})};
    }
    if (!configuration.exists)
        return {tr("configuration"), true, tr("{file}: no such file, the defaults are in force", {{"file", name}})};
    if (configuration.warnings.empty()) return {tr("configuration"), true, name};
    return {tr("configuration"), true,
            tr_many("{file}: {count} warning (poise config check)", "{file}: {count} warnings (poise config check)",
                    static_cast<std::int64_t>(configuration.warnings.size()), {{"file", name}})};
}

Finding find_journal() {
    const auto path = journal_path();
    if (!path) return {tr("journal"), false, path.error()};
    const std::string name = path->string();
    std::error_code error;
    const auto size = fs::file_size(*path, error);
    if (error == std::errc::no_such_file_or_directory || (!error && size == 0)) {
        return {tr("journal"), true, tr("{file}: nothing is recorded yet", {{"file", name}})};
    }
    if (error) return {tr("journal"), false, unreadable(name, error.value())};
    try {
        JournalReader reader{*path};
        const auto first = reader.first_day();
        const auto last = reader.last_day();
        const bool has_days = first && last;
        return {tr("journal"), true,
                has_days
                    ? tr("{file}: {from} to {to}", {{"file", name}, {"from", to_iso(*first)}, {"to", to_iso(*last)}})
                    : tr("{file}: no day yet", {{"file", name}})};
    } catch (const std::runtime_error& failure) {
        return {tr("journal"), false, failure.what()};
    }
}

Finding find_session_type() {
    const std::string type = variable("XDG_SESSION_TYPE");
    if (type == "x11" || type == "wayland") return {tr("session type"), true, type};
    return {tr("session type"), false,
            tr("{type} (a desktop session is x11 or wayland)",
               {{"type", type.empty() ? tr("XDG_SESSION_TYPE is not set") : type}})};
}

Finding find_display() {
    const std::string wayland = variable("WAYLAND_DISPLAY");
    const std::string x11 = variable("DISPLAY");
    if (!wayland.empty()) return {tr("display"), true, "WAYLAND_DISPLAY=" + wayland};
    if (!x11.empty()) return {tr("display"), true, "DISPLAY=" + x11};
    return {tr("display"), false, tr("neither WAYLAND_DISPLAY nor DISPLAY is set")};
}

Finding find_runtime_folder() {
    const std::string folder = variable("XDG_RUNTIME_DIR");
    if (folder.empty()) return {"XDG_RUNTIME_DIR", false, tr("not set (log in through your desktop or systemd)")};
    std::error_code ignored;
    const bool is_there = fs::path{folder}.is_absolute() && fs::is_directory(folder, ignored);
    return {"XDG_RUNTIME_DIR", is_there,
            is_there ? folder : tr("{folder}: there is no such folder", {{"folder", folder}})};
}

Finding find_base_folder(const char* name) {
    const std::string folder = variable(name);
    if (folder.empty()) return {name, true, tr("not set, the default is used")};
    const bool counts = fs::path{folder}.is_absolute();
    return {name, counts,
            counts ? folder : tr("{folder}: a relative path, the default is used instead", {{"folder", folder}})};
}

Finding find_presenters(const DaemonView& daemon) {
    if (daemon.presenters == 0)
        return {tr("clients"), false, tr("none: nobody can show you a prompt (start poise-tray)")};
    return {tr("clients"), true,
            tr_many("{count} client can show a prompt", "{count} clients can show a prompt",
                    static_cast<std::int64_t>(daemon.presenters))};
}
Finding find_idle_source(const DaemonView& daemon) {
    const auto& source = daemon.idle_source;
    const std::string since = iso_text(source.since, local_offset);
    return {tr("idle source in use"), source.works,
            source.works ? tr("{source} since {time}", {{"source", source.name}, {"time", since}})
                         : tr("{why}; since {time}", {{"why", source.why}, {"time", since}})};
}
Finding find_recording(const DaemonView& daemon) {
    const auto& journal = daemon.journal;
    if (journal.trouble.empty()) return {tr("recording"), true, journal.path};
    return {tr("recording"), false,
            tr_many("{why}, {count} fact in memory", "{why}, {count} facts in memory",
                    static_cast<std::int64_t>(journal.waiting), {{"why", journal.trouble}})};
}
Finding find_configuration_in_force(const DaemonView& daemon) {
    const auto& configuration = daemon.configuration;
    if (configuration.problems.empty()) return {tr("configuration in force"), true, configuration.path};
    return {tr("configuration in force"), false,
            tr("an older one: {problem}", {{"problem", configuration.problems.front()}})};
}

} // namespace

std::vector<Check> check_surroundings() {
    return {
        {find_configuration(), true},
        {find_journal(), true},
        {find_session_type(), false},
        {find_display(), false},
        {find_runtime_folder(), false},
        {find_base_folder("XDG_CONFIG_HOME"), false},
        {find_base_folder("XDG_DATA_HOME"), false},
    };
}

std::vector<Check> check_daemon() {
    try {
        auto client = reach_daemon();
        const DaemonView daemon = or_fail(client.properties());
        std::vector<Check> checks{
            {{tr("daemon"), true, "poised " + daemon.version}, true},
            {find_presenters(daemon), true},
            {find_idle_source(daemon), true},
            {find_recording(daemon), true},
            {find_configuration_in_force(daemon), true},
        };
        // One way of several is enough for most things: what does not work here is an explanation, no fault.
        for (auto& finding : or_fail(client.doctor())) checks.push_back({std::move(finding), false});
        return checks;
    } catch (const Failure& failure) {
        return {{{tr("daemon"), false, failure.what()}, true}};
    }
}

bool all_is_well(const std::vector<Check>& checks) {
    return std::ranges::all_of(checks, [](const Check& check) { return check.finding.works || !check.matters; });
}

} // namespace poise
