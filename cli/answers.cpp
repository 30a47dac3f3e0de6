// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "length_option.hpp"
#include "local_times.hpp"
#include "poise/words.hpp"
#include "preview_text.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <array>
#include <functional>
#include <memory>

namespace poise {

namespace {

/// What the daemon is asked for; it says yes, or why not.
using Request = std::function<Reply<Accepted>(DaemonClient&)>;

Command asking(Request request) {
    return [request = std::move(request)](Console&) {
        auto daemon = reach_daemon();
        or_fail(request(daemon));
        return Exit::done;
    };
}

void add_plain(CLI::App& app, Command& chosen, const char* name, const char* description, Request request) {
    app.add_subcommand(name, description)->callback([&chosen, request = std::move(request)] {
        chosen = asking(request);
    });
}

using Length = std::optional<std::chrono::seconds>;

/// The bus takes whole seconds, and zero means the default there.
Length whole_seconds(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(*parse_duration(text));
}

void add_with_length(CLI::App& app, Command& chosen, const char* name, const char* description,
                     const char* about_length, std::function<Exit(Length, Console&)> run) {
    auto* command = app.add_subcommand(name, description);
    const auto text = std::make_shared<std::string>();
    command->add_option("DURATION", *text, about_length)->check(some_time())->type_name("");
    command->callback([&chosen, text, run = std::move(run)] {
        chosen = [length = whole_seconds(*text), run](Console& console) { return run(length, console); };
    });
}

/// Until when is said: it may be sooner than was asked for.
Exit pause(Length length, Console& console) {
    auto daemon = reach_daemon();
    or_fail(daemon.pause(length));
    if (const auto until = or_fail(daemon.properties()).paused_until) {
        const std::string time = clock_text(*until, utc_now(), local_offset);
        console.print_line(tr("Paused until {time}. To end it: poise resume.", {{"time", time}}));
    }
    return Exit::done;
}

void add_start(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("start", "Begin the break that is asked for, or one of this kind");
    const auto kind = std::make_shared<std::string>();
    const auto dry_run = std::make_shared<bool>(false);
    command
        ->add_option("KIND", *kind,
                     "microbreak, posture_change, snack, mobility, strength, breath, workstation_check or checkin")
        ->check(one_of(names_of(all_kinds)))
        ->type_name("");
    command->add_flag("--dry-run", *dry_run, "begin nothing: print what it would hold, and why");
    command->callback([&chosen, kind, dry_run] {
        chosen = asking([kind](DaemonClient& daemon) { return daemon.start_break(*kind); });
        if (!*dry_run) return;
        chosen = [kind](Console& console) {
            console.print(preview_text(or_fail(reach_daemon().preview(*kind))));
            return Exit::done;
        };
    });
}

bool is_score(const std::string& text) {
    return text == "10" || (text.size() == 1 && text.front() >= '0' && text.front() <= '9');
}

/// F5
void add_hurts(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("hurts", "Stop the exercise: it hurts, or the one just done did");
    const auto pain = std::make_shared<std::optional<int>>();
    command->add_option("PAIN", *pain, "how much, 0 (none) to 10")
        ->check(CLI::Validator{
            [](const std::string& text) { return is_score(text) ? "" : tr("expected a whole number from 0 to 10"); },
            ""})
        ->type_name("");
    command->callback([&chosen, pain] {
        chosen = [pain](Console& console) {
            or_fail(reach_daemon().too_painful(*pain));
            console.print_line(tr("Stop here for today, and answer the red flag questions now: poise screen"));
            return Exit::done;
        };
    });
}

Exit print_posture(Console& console) {
    auto daemon = reach_daemon();
    console.print_line(or_fail(daemon.properties()).posture); // the word that the command takes
    return Exit::done;
}

void add_posture(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("posture", "Say that you are sitting or standing now, or print which");
    const auto posture = std::make_shared<std::string>();
    command->add_option("POSTURE", *posture, "sitting or standing; without it, the present one is printed")
        ->check(one_of(names_of(std::array{Posture::sitting, Posture::standing})))
        ->type_name("");
    const auto source = std::make_shared<std::string>("cli");
    command
        ->add_option("--source", *source, "who found out, where it is not you: believed when it has said so for 10 s")
        ->type_name("NAME");
    command->callback([&chosen, posture, source] {
        chosen = print_posture;
        if (posture->empty()) return;
        chosen = asking([posture, source](DaemonClient& daemon) { return daemon.set_posture(*posture, *source); });
    });
}

} // namespace

void add_answers(CLI::App& app, Command& chosen) {
    add_start(app, chosen);
    add_with_length(app, chosen, "snooze", "Put the prompt off", "for how long, such as 5min (default: as configured)",
                    [](Length length, Console& console) {
                        return asking([length](DaemonClient& daemon) { return daemon.snooze(length); })(console);
                    });
    add_plain(app, chosen, "skip", "Skip the break that is asked for",
              [](DaemonClient& daemon) { return daemon.skip(); });
    add_plain(app, chosen, "done", "Say that what was asked for is done",
              [](DaemonClient& daemon) { return daemon.done(); });
    add_plain(app, chosen, "partly", "Say that a part of it is done",
              [](DaemonClient& daemon) { return daemon.partly(); });
    add_hurts(app, chosen);
    add_with_length(app, chosen, "pause", "Ask nothing for a while",
                    "for how long, such as 1h30min (default, and at the longest: until 04:00)", pause);
    add_plain(app, chosen, "resume", "End the pause", [](DaemonClient& daemon) { return daemon.resume(); });
    add_posture(app, chosen);
}

} // namespace poise
