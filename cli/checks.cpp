// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.hpp"

#include "configuration_file.hpp"
#include "daemon_reply.hpp"
#include "journal_reader.hpp"
#include "local_times.hpp"
#include "poise/iso_time.hpp"
#include "xdg_paths.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace poise {

namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const std::string& word) {
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Finding find_configuration() {
    const auto path = configuration_path();
    if (!path) return {"configuration", false, path.error()};
    const auto configuration = read_configuration_file(*path);
    const std::string name = path->string();
    if (!configuration.settings) {
        const auto& problems = configuration.problems;
        return {"configuration", false,
                problems.front() +
                    (problems.size() > 1 ? " (" + counted(problems.size(), "problem") + ": poise config check)" : "")};
    }
    if (!configuration.exists) return {"configuration", true, name + ": no such file, the defaults are in force"};
    if (configuration.warnings.empty()) return {"configuration", true, name};
    return {"configuration", true,
            name + ": " + counted(configuration.warnings.size(), "warning") + " (poise config check)"};
}

Finding find_journal() {
    const auto path = journal_path();
    if (!path) return {"journal", false, path.error()};
    const std::string name = path->string();
    std::error_code error;
    const auto size = fs::file_size(*path, error);
    if (error == std::errc::no_such_file_or_directory || (!error && size == 0)) {
        return {"journal", true, name + ": nothing is recorded yet"};
    }
    if (error) return {"journal", false, unreadable(name, error.value())};
    try {
        JournalReader reader{*path};
        const auto first = reader.first_day();
        const auto last = reader.last_day();
        const bool has_days = first && last;
        return {"journal", true, name + (has_days ? ": " + to_iso(*first) + " to " + to_iso(*last) : ": no day yet")};
    } catch (const std::runtime_error& failure) {
        return {"journal", false, failure.what()};
    }
}

Finding find_session_type() {
    const std::string type = variable("XDG_SESSION_TYPE");
    if (type == "x11" || type == "wayland") return {"session type", true, type};
    return {"session type", false,
            (type.empty() ? "XDG_SESSION_TYPE is not set" : type) + " (a desktop session is x11 or wayland)"};
}

Finding find_display() {
    const std::string wayland = variable("WAYLAND_DISPLAY");
    const std::string x11 = variable("DISPLAY");
    if (!wayland.empty()) return {"display", true, "WAYLAND_DISPLAY=" + wayland};
    if (!x11.empty()) return {"display", true, "DISPLAY=" + x11};
    return {"display", false, "neither WAYLAND_DISPLAY nor DISPLAY is set"};
}

Finding find_runtime_folder() {
    const std::string folder = variable("XDG_RUNTIME_DIR");
    if (folder.empty()) return {"XDG_RUNTIME_DIR", false, "not set (log in through your desktop or systemd)"};
    std::error_code ignored;
    const bool is_there = fs::path{folder}.is_absolute() && fs::is_directory(folder, ignored);
    return {"XDG_RUNTIME_DIR", is_there, folder + (is_there ? "" : ": there is no such folder")};
}

Finding find_base_folder(const char* name) {
    const std::string folder = variable(name);
    if (folder.empty()) return {name, true, "not set, the default is used"};
    const bool counts = fs::path{folder}.is_absolute();
    return {name, counts, folder + (counts ? "" : ": a relative path, the default is used instead")};
}

Finding find_presenters(const DaemonView& daemon) {
    if (daemon.presenters == 0) return {"clients", false, "none: nobody can show you a prompt (start poise-tray)"};
    return {"clients", true, counted(daemon.presenters, "client") + " can show a prompt"};
}
Finding find_idle_source(const DaemonView& daemon) {
    const auto& source = daemon.idle_source;
    const std::string since = iso_text(source.since, local_offset);
    return {"idle source in use", source.works, (source.works ? source.name : source.why + ";") + " since " + since};
}
Finding find_recording(const DaemonView& daemon) {
    const auto& journal = daemon.journal;
    if (journal.trouble.empty()) return {"recording", true, journal.path};
    return {"recording", false, journal.trouble + ", " + counted(journal.waiting, "fact") + " in memory"};
}
Finding find_configuration_in_force(const DaemonView& daemon) {
    const auto& configuration = daemon.configuration;
    if (configuration.problems.empty()) return {"configuration in force", true, configuration.path};
    return {"configuration in force", false, "an older one: " + configuration.problems.front()};
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
            {{"daemon", true, "poised " + daemon.version}, true},
            {find_presenters(daemon), true},
            {find_idle_source(daemon), true},
            {find_recording(daemon), true},
            {find_configuration_in_force(daemon), true},
        };
        // One way of several is enough for most things: what does not work here is an explanation, no fault.
        for (auto& finding : or_fail(client.doctor())) checks.push_back({std::move(finding), false});
        return checks;
    } catch (const Failure& failure) {
        return {{{"daemon", false, failure.what()}, true}};
    }
}

bool all_is_well(const std::vector<Check>& checks) {
    return std::ranges::all_of(checks, [](const Check& check) { return check.finding.works || !check.matters; });
}

} // namespace poise
