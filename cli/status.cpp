// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "json_text.hpp"
#include "local_times.hpp"
#include "problem_text.hpp"
#include "status_view.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

constexpr std::size_t longest_line = 400; // bytes; what comes from the bus ends up in a terminal

Snapshot take_snapshot() {
    auto daemon = reach_daemon();
    Snapshot snapshot;
    snapshot.daemon = or_fail(daemon.properties());
    snapshot.kinds = or_fail(daemon.kinds());
    snapshot.explanation = or_fail(daemon.explain());
    snapshot.now = utc_now();
    return snapshot;
}

Exit print_status(Format format, Console& console) {
    const Snapshot snapshot = take_snapshot();
    console.print(format == Format::json ? json_text(status_json(snapshot, local_offset))
                                         : status_text(snapshot, local_offset));
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
    const auto as_json = std::make_shared<bool>(false);
    status->add_flag("--json", *as_json, "as one JSON object");
    status->callback([&chosen, as_json] {
        const Format format = *as_json ? Format::json : Format::text;
        chosen = [format](Console& console) { return print_status(format, console); };
    });
    app.add_subcommand("explain", "Why something is asked now, or is not: holds, dues and rules")->callback([&chosen] {
        chosen = print_explanation;
    });
}

} // namespace poise
