// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_command.hpp"

#include "commands.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

namespace poise {

namespace fs = std::filesystem;

bool is_for_team(const std::vector<std::string>& words) { return !words.empty() && words.front() == "team"; }

int become_team_program(char** arguments) {
    std::error_code none;
    const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path() / "poise-team";
    std::string name = "poise-team";
    arguments[1] = name.data();
    ::execv(beside.c_str(), arguments + 1);
    if (errno == ENOENT) ::execvp(name.c_str(), arguments + 1);
    const int error = errno;
    Console console;
    console.complain("poise: " +
                     (error == ENOENT
                          ? tr("poise-team is not installed: it is needed for everything about teams")
                          : tr("{file}: {why}", {{"file", beside.string()}, {"why", std::strerror(error)}})));
    return static_cast<int>(Exit::failed);
}

void add_team(CLI::App& app, Command&) {
    auto* team = app.add_subcommand("team", "Your week for a team, and a team's week; off unless you enrol");
    // As poise-team has them; a test compares.
    for (const auto& [word, about] : std::initializer_list<std::pair<const char*, const char*>>{
             {"enrol", "Take part in a team, with an invitation"},
             {"show", "Show what has left this machine, and what would leave next"},
             {"export", "Send the weeks that are due"},
             {"withhold", "Tell the team no movement, or tell it again: movement, nothing"},
             {"leave", "Take back what can be, have the rest forgotten, and forget the team"},
             {"facts", "Show what the leads of your team can see, and how often they looked"},
             {"report", "A keeper's: the team's weeks"},
             {"keeper", "A keeper's: set up a team, invite, admit and remove members"},
             {"board", "A team on a server: publish, read, and administer"},
             {"init-db", "An admin's: make the schema of a board on its server (the same as board init-db)"}}) {
        team->add_subcommand(word, about);
    }
}

} // namespace poise
