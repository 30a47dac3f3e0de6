// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the person's own (decision 0038): run by a program of theirs and not by the daemon, which is shut in.
#include "child.hpp"
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "length_option.hpp"
#include "local_times.hpp"
#include "poise/iso_time.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace poise {

namespace {

constexpr const char* usual_patience = "30s"; // D: a command that hangs must not keep the next ones waiting for long

struct WhenAsked {
    std::string event;
    std::string timeout = usual_patience;
    std::vector<std::string> command;
};

bool can_be_run(const std::string& file) { return ::access(file.c_str(), X_OK) == 0; }

/// As the system looks for it.
bool is_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return can_be_run(name);
    const char* const path = std::getenv("PATH");
    std::istringstream folders{path != nullptr ? path : "/bin:/usr/bin"};
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (can_be_run((folder.empty() ? "." : folder) + "/" + name)) return true;
    }
    return false;
}

/// What the command is told, in variables.
std::vector<std::string> variables_of(const Happening& happening) {
    std::vector<std::string> variables{"POISE_EVENT=" + happening.event};
    if (const auto& prompt = happening.prompt) {
        variables.push_back("POISE_KIND=" + prompt->kind);
        variables.push_back("POISE_TITLE=" + prompt->title);
        variables.push_back("POISE_LENGTH_S=" + std::to_string(std::llround(prompt->length.count())));
    }
    if (happening.event == "ended") variables.push_back("POISE_OUTCOME=" + happening.word);
    if (happening.event == "posture") variables.push_back("POISE_POSTURE=" + happening.word);
    if (happening.event == "presence") variables.push_back("POISE_PRESENCE=" + happening.word);
    if (happening.until) variables.push_back("POISE_PAUSED_UNTIL=" + iso_text(*happening.until, local_offset));
    return variables;
}

std::string how_it_ended(const std::optional<int>& status, const std::string& timeout) {
    if (!status)
        return tr("took longer than {time} and was ended (expected less, or a longer --timeout)", {{"time", timeout}});
    if (WIFSIGNALED(*status))
        return tr("was ended by signal {number}", {{"number", std::to_string(WTERMSIG(*status))}});
    const int code = WEXITSTATUS(*status);
    return code == 0 ? "" : tr("ended with exit code {code}", {{"code", std::to_string(code)}});
}

/// What goes wrong with it is said, and keeps the next one from nothing.
void run_own_command(const WhenAsked& asked, const Happening& happening, Console& console) {
    const std::string name = in_backticks(asked.command.front());
    const auto child = Child::start(asked.command, Prints::as_we_do, variables_of(happening));
    const auto patience = std::chrono::ceil<std::chrono::milliseconds>(*parse_duration(asked.timeout));
    const std::string trouble = child ? how_it_ended(child->ends_within(patience), asked.timeout)
                                      : tr("cannot be run: {why}", {{"why", std::strerror(child.error())}});
    if (!trouble.empty()) console.complain("poise: " + happening.event + ": " + name + " " + trouble);
}

/// Until it is stopped. In between it sleeps.
Exit follow(const WhenAsked& asked, Console& console) {
    auto daemon = reach_daemon();
    for (;;) {
        const Happening happening = or_fail(daemon.wait_for_happening());
        if (asked.event == "any" || asked.event == happening.event) run_own_command(asked, happening, console);
    }
}

} // namespace

void add_when(CLI::App& app, Command& chosen) {
    auto* when = app.add_subcommand("when", "Run a command of yours whenever something happens, until you stop it");
    const auto asked = std::make_shared<WhenAsked>();
    when->add_option("EVENT", asked->event,
                     "shown, started, ended (a prompt), posture, presence, paused, resumed, or any")
        ->required()
        ->check(one_of({"shown", "started", "ended", "posture", "presence", "paused", "resumed", "any"}))
        ->type_name("");
    when->add_option("COMMAND", asked->command, "your command and its arguments; after -- where they begin with -")
        ->required()
        ->type_name("");
    when->add_option("--timeout", asked->timeout, "how long it may take (30s)")
        ->check(some_time())
        ->type_name("DURATION");
    when->callback([&chosen, asked] {
        if (!is_program(asked->command.front())) {
            throw CLI::ValidationError{tr("{command} is no program that can be run (expected its name or path)",
                                          {{"command", in_backticks(asked->command.front())}})};
        }
        chosen = [asked](Console& console) { return follow(*asked, console); };
    });
}

} // namespace poise
