// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_commands.hpp"

#include "own_seat.hpp"
#include "say.hpp"
#include "team_page_text.hpp"
#include "zone.hpp"

#include <CLI/App.hpp>

namespace poise {

namespace {

struct BoardReportAsked {
    std::string team, format = "text", file;
    int weeks = 8;
};

Exit run_board_report(const BoardReportAsked& asked, Console& console) {
    const OwnSeat own;
    const Seat seat = seat_of(own);
    const Today now = today();
    const Day first = monday_of(iso_week(now.day)) - std::chrono::weeks{std::max(asked.weeks, 1) + 1};
    const auto board = own.board(seat);
    remind_to_renew(seat, console);
    std::vector<BoardReport> reports = answered(board->reports({first, std::nullopt}));
    std::erase_if(reports, [&](const BoardReport& each) { return !asked.team.empty() && each.team != asked.team; });
    if (reports.empty()) throw Failure{Exit::failed, tr("you read the report of no such team")};
    if (reports.size() > 1 && (asked.format != "text" || !asked.file.empty())) {
        throw Failure{Exit::usage, tr("you read the reports of several teams: add --team NAME")};
    }
    std::string text;
    for (auto& report : reports) {
        const auto kept = std::min(report.weeks.size(), static_cast<std::size_t>(std::max(asked.weeks, 1)));
        report.weeks.erase(report.weeks.begin(), report.weeks.end() - static_cast<std::ptrdiff_t>(kept));
        text += team_report_in(asked.format, {report.team, report.minimum, report.weeks, report.reads,
                                              minute_text(now.utc, local_offset(now.utc)), ""});
    }
    print_report(text, asked.file, console);
    return Exit::done;
}

} // namespace

void add_board_report_command(CLI::App& board, Command& chosen) {
    auto* command = board.add_subcommand("report", "A reader's: the team's weeks");
    const auto asked = std::make_shared<BoardReportAsked>();
    command->add_option("--team", asked->team, "of those whose reports you read")->type_name("NAME");
    command->add_option("--weeks", asked->weeks, "so many of the last ones (8)")->type_name("N");
    add_report_options(*command, asked->format, asked->file);
    command->callback(choice_of(chosen, [asked](Console& console) { return run_board_report(*asked, console); }));
}

} // namespace poise
