// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "config_edit.hpp"
#include "configuration_file.hpp"
#include "daemon_reply.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <cerrno>
#include <memory>

namespace poise {

namespace {

Exit print_path(Console& console) {
    console.print_line(own_configuration_path().string());
    return Exit::done;
}

Exit print_settings(Console& console) {
    const auto configuration = read_configuration_file(own_configuration_path());
    if (!is_usable(configuration, console)) return Exit::bad_input;
    console.print(show_settings(*configuration.settings));
    return Exit::done;
}

/// An empty name: the person's own file.
Exit check_configuration(const std::string& file, Console& console) {
    const auto configuration =
        read_configuration_file(file.empty() ? own_configuration_path() : std::filesystem::path{file});
    if (!is_usable(configuration, console)) return Exit::bad_input;
    const std::string name = configuration.path.string();
    if (!configuration.exists && !file.empty()) {
        console.complain(unreadable(name, ENOENT));
        return Exit::bad_input;
    }
    console.print_line(configuration.exists
                           ? tr("{file}: no problems", {{"file", name}})
                           : tr("{file}: there is no such file, the defaults are in force", {{"file", name}}));
    return Exit::done;
}

/// It watches the file as well, but whoever has set something expects it to count from now on.
Exit tell_daemon(Console& console) {
    auto client = DaemonClient::connect();
    if (!client) return Exit::done;
    auto daemon = *std::move(client);
    const auto problems = daemon.reload();
    if (!problems && problems.error().error == ClientError::no_daemon) return Exit::done;
    for (const auto& problem : or_fail(problems)) console.complain(problem);
    return problems->empty() ? Exit::done : Exit::failed;
}

Exit set(const std::string& key, const std::string& value, Console& console) {
    const auto path = own_configuration_path();
    const auto problems = set_in_file(path, key, value);
    for (const auto& problem : problems) console.complain(to_line(path.string(), problem));
    if (!problems.empty()) return Exit::bad_input;
    (void)is_usable(read_configuration_file(path), console); // for its warnings
    return tell_daemon(console);
}

} // namespace

void add_config(CLI::App& app, Command& chosen) {
    auto* config = app.add_subcommand("config", "Your settings: where they are, what they say, and changing them");
    config->require_subcommand(1);
    config->add_subcommand("path", "Print where the configuration is")->callback([&chosen] { chosen = print_path; });
    config->add_subcommand("show", "Print every setting of that file with its value, its rule and its default")
        ->callback([&chosen] { chosen = print_settings; });

    auto* checking = config->add_subcommand("check", "Say what is wrong with a configuration");
    const auto file = std::make_shared<std::string>();
    checking->add_option("FILE", *file, "another file than your own")->type_name("");
    checking->callback(
        [&chosen, file] { chosen = [file](Console& console) { return check_configuration(*file, console); }; });

    auto* setting = config->add_subcommand("set", "Change one setting; the rest of the file stays as it is");
    const auto key = std::make_shared<std::string>();
    const auto value = std::make_shared<std::string>();
    setting->add_option("KEY", *key, "such as prompts.snooze, or snooze alone")->required()->type_name("");
    setting->add_option("VALUE", *value, "such as 10min, tue,fri or \"\" for off")->required()->type_name("");
    setting->callback(
        [&chosen, key, value] { chosen = [key, value](Console& console) { return set(*key, *value, console); }; });
}

} // namespace poise
