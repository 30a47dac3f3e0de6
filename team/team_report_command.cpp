// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#include "file_text.hpp"
#include "keeper.hpp"
#include "keeper_mail.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "team_page_text.hpp"
#include "zone.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

struct Asked {
    std::string week, format = "text", file;
    int weeks = 8;
};

std::string minute_text(UtcTime at) {
    std::string text = to_iso(at, Offset{0}).substr(0, 16);
    text.replace(text.find('T'), 1, " ");
    return text + " UTC";
}

std::string local_minute_text(UtcTime at) {
    std::string text = to_iso(at, local_offset(at)).substr(0, 16);
    text.replace(text.find('T'), 1, " ");
    return text;
}

std::vector<TeamWeek> chosen_weeks(const std::vector<TeamWeek>& closed, const Asked& asked, const Keeper& keeper,
                                   Day open) {
    if (asked.week.empty()) {
        const auto count = std::min(closed.size(), static_cast<std::size_t>(std::max(asked.weeks, 1)));
        return {closed.end() - static_cast<std::ptrdiff_t>(count), closed.end()};
    }
    const auto week = parse_iso_week(asked.week);
    if (!week)
        throw Failure{Exit::usage,
                      tr("{text} is no week (expected one such as 2026-W47)", {{"text", in_backticks(asked.week)}})};
    const Day monday = monday_of(*week);
    if (monday >= open)
        throw Failure{Exit::failed,
                      tr("week {week} closes on {time}; before that there is no figure of it",
                         {{"week", to_iso(*week)}, {"time", minute_text(closes(monday, keeper.terms().close_day))}})};
    for (const auto& each : closed) {
        if (each.week == *week) return {each};
    }
    throw Failure{Exit::failed, tr("week {week} is from before this team was set up", {{"week", to_iso(*week)}})};
}

Exit run(const Asked& asked, Console& console) {
    Keeper keeper{own_keeper_folder()};
    const Today now = today();
    complain_of(keeper.take_mail(now.utc).refused, console);
    const auto closed = keeper.close_weeks(now.utc);
    const Day open = keeper.open_week(now.utc);
    const auto weeks = chosen_weeks(closed, asked, keeper, open);
    keeper.count_reading();
    const std::string next =
        tr("Week {week} closes on {time}.",
           {{"week", to_iso(iso_week(open))}, {"time", minute_text(closes(open, keeper.terms().close_day))}});
    const std::string text = team_report_in(asked.format, {keeper.terms().label, keeper.terms().minimum, weeks,
                                                           keeper.readings(), local_minute_text(now.utc), next});
    if (asked.file.empty()) {
        console.print(text);
    } else {
        constexpr mode_t for_the_owner = 0600;
        replace_file(asked.file, text, for_the_owner);
    }
    return Exit::done;
}

} // namespace

void add_report_options(CLI::App& command, std::string& format, std::string& file) {
    command.add_option("--format", format, "text, html, json or csv")
        ->type_name("FORMAT")
        ->check([](const std::string& text) {
            return text == "text" || text == "html" || text == "json" || text == "csv"
                       ? std::string{}
                       : in_backticks(text) + " is none of text, html, json, csv";
        });
    command.add_option("-o,--output", file, "a file instead of standard output")->type_name("FILE");
}

void add_team_report(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("report", "A keeper's: the team's weeks");
    const auto asked = std::make_shared<Asked>();
    auto* week = command->add_option("--week", asked->week, "one week, such as 2026-W47")->type_name("WEEK");
    command->add_option("--weeks", asked->weeks, "so many of the last ones (8)")->type_name("N")->excludes(week);
    add_report_options(*command, asked->format, asked->file);
    command->callback([&chosen, asked] {
        chosen = [asked](Console& console) { return or_failure([&] { return run(*asked, console); }); };
    });
}

} // namespace poise
