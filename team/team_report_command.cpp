// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#include "keeper.hpp"
#include "keeper_lock.hpp"
#include "keeper_mail.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"
#include "team_page_text.hpp"
#include "word_option.hpp"
#include "zone.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

struct TeamReportAsked {
    std::string week, format = "text", file;
    int weeks = 8;
};

std::string closing_text(Day monday, const Keeper& keeper) {
    return minute_text(closes(monday, keeper.terms().close_day), Offset{0}) + " UTC";
}

std::vector<TeamWeek> chosen_weeks(const std::vector<TeamWeek>& closed, const TeamReportAsked& asked,
                                   const Keeper& keeper, Day open) {
    if (asked.week.empty()) {
        const auto count = std::min(closed.size(), static_cast<std::size_t>(std::max(asked.weeks, 1)));
        return {closed.end() - static_cast<std::ptrdiff_t>(count), closed.end()};
    }
    const IsoWeek week = week_named(asked.week);
    const Day monday = monday_of(week);
    if (monday >= open)
        throw Failure{Exit::failed, tr("week {week} closes on {time}; before that there is no figure of it",
                                       {{"week", to_iso(week)}, {"time", closing_text(monday, keeper)}})};
    for (const auto& each : closed) {
        if (each.week == week) return {each};
    }
    throw Failure{Exit::failed, tr("week {week} is from before this team was set up", {{"week", to_iso(week)}})};
}

Exit run_team_report(const TeamReportAsked& asked, Console& console) {
    const KeeperLock lock{kept_team_folder(), console};
    Keeper keeper{own_keeper_folder()};
    const Today now = today();
    complain_of(keeper.take_mail(now.utc).refused, console);
    const auto closed = keeper.close_weeks(now.utc);
    const Day open = keeper.open_week(now.utc);
    const auto weeks = chosen_weeks(closed, asked, keeper, open);
    keeper.count_reading();
    const std::string next =
        tr("Week {week} closes on {time}.", {{"week", to_iso(iso_week(open))}, {"time", closing_text(open, keeper)}});
    const std::string text =
        team_report_in(asked.format, {keeper.terms().label, keeper.terms().minimum, weeks, keeper.readings(),
                                      minute_text(now.utc, local_offset(now.utc)), next});
    print_report(text, asked.file, console);
    return Exit::done;
}

} // namespace

void add_report_options(CLI::App& command, std::string& format, std::string& file) {
    command.add_option("--format", format, "text, html, json or csv")
        ->type_name("FORMAT")
        ->check(one_of({"text", "html", "json", "csv"}));
    command.add_option("-o,--output", file, "a file instead of standard output")->type_name("FILE");
}

void print_report(const std::string& text, const std::string& file, Console& console) {
    if (file.empty())
        console.print(text);
    else
        write_file_for_readers(file, text); // it is for the leads, and says nothing of any one
}

void add_team_report(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("report", "A keeper's: the team's weeks");
    const auto asked = std::make_shared<TeamReportAsked>();
    auto* week = command->add_option("--week", asked->week, "one week, such as 2026-W47")->type_name("WEEK");
    command->add_option("--weeks", asked->weeks, "so many of the last ones (8)")->type_name("N")->excludes(week);
    add_report_options(*command, asked->format, asked->file);
    command->callback(choice_of(chosen, [asked](Console& console) { return run_team_report(*asked, console); }));
}

} // namespace poise
