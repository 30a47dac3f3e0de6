// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "json_text.hpp"
#include "local_times.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "status_view.hpp"

#include <CLI/App.hpp>

#include <memory>

#include <unistd.h>

namespace poise {

namespace {

enum class StatusShape { text, json, waybar };

struct StatusAsked {
    StatusShape shape = StatusShape::text;
    bool watch = false;
};

Snapshot take_snapshot(DaemonClient& daemon) {
    Snapshot snapshot;
    snapshot.daemon = or_fail(daemon.properties());
    snapshot.kinds = or_fail(daemon.kinds());
    snapshot.explanation = or_fail(daemon.explain());
    snapshot.now = utc_now();
    return snapshot;
}

Exit print_status(StatusShape shape, Console& console) {
    auto daemon = reach_daemon();
    const Snapshot snapshot = take_snapshot(daemon);
    switch (shape) {
    case StatusShape::text: console.print(status_text(snapshot, local_offset)); break;
    case StatusShape::json: console.print(json_text(status_json(snapshot, local_offset))); break;
    case StatusShape::waybar: console.print(json_line(waybar_json(snapshot))); break;
    }
    return Exit::done;
}

/// A watch looks on: where the daemon was stopped it stays so.
std::optional<Snapshot> snapshot_if_running(DaemonClient& daemon) {
    if (!or_fail(daemon.is_running())) return std::nullopt;
    try {
        return take_snapshot(daemon);
    } catch (const Failure& failure) {
        if (failure.exit() == Exit::no_daemon) return std::nullopt; // it hangs, or went just now
        throw;
    }
}

std::string line_in(StatusShape shape, const std::optional<Snapshot>& snapshot) {
    switch (shape) {
    case StatusShape::json:
        return json_line(snapshot ? status_json(*snapshot, local_offset) : nlohmann::ordered_json{});
    case StatusShape::waybar: return json_line(waybar_json(snapshot));
    case StatusShape::text: break;
    }
    return (snapshot ? status_line(*snapshot) : tr("poised does not answer.")) + "\n";
}

/// How long until the line may differ though nothing was said; nothing: as long as nothing is said.
std::optional<std::chrono::milliseconds> longest_wait(DaemonClient& daemon, const std::optional<Snapshot>& snapshot) {
    constexpr std::chrono::seconds for_one_that_hangs{5};
    // Late rather than early: the minute must have changed by then.
    constexpr std::chrono::milliseconds late{50};
    if (!snapshot) return or_fail(daemon.is_running()) ? std::optional{for_one_that_hangs} : std::nullopt;
    const auto wait = next_minute(*snapshot);
    if (!wait) return std::nullopt;
    return std::chrono::ceil<std::chrono::milliseconds>(*wait) + late;
}

/// A line for every change until nobody reads them any more. In between it sleeps.
Exit watch_status(StatusShape shape, Console& console) {
    auto daemon = reach_daemon();
    bool has_changed = true;
    (void)or_fail(daemon.wait_for_change(std::chrono::milliseconds{0})); // from here on nothing is missed
    std::string printed;
    while (!Console::reader_is_gone()) {
        const auto snapshot = snapshot_if_running(daemon);
        // JSON has seconds in it that always differ, so what a person would see decides there, too.
        const std::string seen = line_in(shape == StatusShape::json ? StatusShape::text : shape, snapshot);
        if (seen != printed || (has_changed && shape == StatusShape::json)) {
            console.print(line_in(shape, snapshot));
            console.flush();
            printed = seen;
        }
        has_changed = or_fail(daemon.wait_for_change(longest_wait(daemon, snapshot), STDOUT_FILENO));
    }
    return Exit::done;
}

Exit print_explanation(Console& console) {
    auto daemon = reach_daemon();
    for (const auto& line : or_fail(daemon.explain())) console.print_line(printable(line, longest_line));
    return Exit::done;
}

} // namespace

void add_status(CLI::App& app, Command& chosen) {
    auto* status = app.add_subcommand("status", "How things are now, and what comes next");
    const auto asked = std::make_shared<StatusAsked>();
    auto* json = status->add_flag_callback(
        "--json", [asked] { asked->shape = StatusShape::json; }, "as one JSON object");
    status
        ->add_flag_callback(
            "--waybar", [asked] { asked->shape = StatusShape::waybar; }, "as a line of JSON for a bar such as waybar")
        ->excludes(json);
    status->add_flag("--watch", asked->watch, "a line for every change, until you stop it");
    status->callback([&chosen, asked] {
        chosen = [asked](Console& console) {
            return asked->watch ? watch_status(asked->shape, console) : print_status(asked->shape, console);
        };
    });
    app.add_subcommand("explain", "Why something is asked now, or is not: holds, dues and rules")->callback([&chosen] {
        chosen = print_explanation;
    });
}

} // namespace poise
