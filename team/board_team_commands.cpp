// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_commands.hpp"

#include "own_seat.hpp"
#include "own_week.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>

namespace poise {

namespace {

// As team/sql/tables.sql has them.
constexpr int largest_minimum = 1000, shortest_retention = 8, longest_retention = 104;
constexpr std::array<std::string_view, 6> freeze_days{"tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int tuesday = 2;

struct BoardTeamAsked {
    LocalServer local;
    std::string label, day, login, kind = "lead";
    int team = 0, minimum = least_minimum, weeks = 0;
    bool yes = false;
};

/// The board says no more than that it refuses; of an admin's own team there is one reason for it.
template <class T>
T answered_of(const std::string& refused, BoardAnswer<T> answer) {
    if (!answer && answer.error().kind == BoardTrouble::Kind::refused) throw Failure{Exit::failed, refused};
    return answered(std::move(answer));
}

std::string no_such_team(const BoardTeamAsked& asked) {
    return tr("there is no team {number}, or this login may not (poise team board teams lists them)",
              {{"number", std::to_string(asked.team)}});
}

/// A label that the schema does not take.
template <class T>
T answered_of_label(const BoardTeamAsked& asked, BoardAnswer<T> answer) {
    if (!answer && answer.error().why.find("label_is_harmless") != std::string::npos) {
        throw Failure{Exit::usage, tr("{label} is no name for a team (expected up to 60 letters, digits, spaces and "
                                      "-_.&()/, a letter or digit first)",
                                      {{"label", in_backticks(asked.label)}})};
    }
    return answered_of(no_such_team(asked), std::move(answer));
}

void expect_between(int least, int most, int given, const char* text) {
    if (given < least || given > most) {
        throw Failure{Exit::usage, tr(text, {{"least", std::to_string(least)}, {"most", std::to_string(most)}})};
    }
}

void expect_minimum(const BoardTeamAsked& asked) {
    expect_between(least_minimum, largest_minimum, asked.minimum,
                   mark("the minimum is a number from {least} to {most}"));
}

Exit list(const BoardTeamAsked& asked, Console& console) {
    const auto teams = answered(registry_on(asked.local)->teams());
    for (const auto& team : teams) {
        console.print_line(std::to_string(team.number) + "  " + printable(team.label, 80) + "  " +
                           tr("{minimum} members at least, weeks are kept for {weeks}",
                              {{"minimum", std::to_string(team.minimum)},
                               {"weeks", tr_many("{count} week", "{count} weeks", team.retention_weeks)}}));
    }
    if (teams.empty()) console.print_line(tr("There is no team yet (poise team board open NAME)."));
    return Exit::done;
}

Exit open(const BoardTeamAsked& asked, Console& console) {
    expect_minimum(asked);
    const int team = answered_of_label(asked, registry_on(asked.local)->open_team(asked.label, asked.minimum));
    console.print_line(
        tr("The team {team} has the number {number}.", {{"team", asked.label}, {"number", std::to_string(team)}}));
    return Exit::done;
}

Exit rename(const BoardTeamAsked& asked, Console& console) {
    answered_of_label(asked, registry_on(asked.local)->rename_team(asked.team, asked.label));
    console.print_line(tr("The team {number} is called {team} from now on.",
                          {{"number", std::to_string(asked.team)}, {"team", asked.label}}));
    return Exit::done;
}

Exit raise(const BoardTeamAsked& asked, Console& console) {
    expect_minimum(asked);
    answered_of(tr("there is no team {number}, or its minimum is not below {minimum}: it only goes up",
                   {{"number", std::to_string(asked.team)}, {"minimum", std::to_string(asked.minimum)}}),
                registry_on(asked.local)->raise_minimum(asked.team, asked.minimum));
    console.print_line(tr("Weeks that are not frozen yet need {minimum} members. It never goes down again.",
                          {{"minimum", std::to_string(asked.minimum)}}));
    return Exit::done;
}

Exit retention(const BoardTeamAsked& asked, Console& console) {
    expect_between(shortest_retention, longest_retention, asked.weeks,
                   mark("frozen weeks are kept for {least} to {most} weeks"));
    answered_of(no_such_team(asked), registry_on(asked.local)->keep_for(asked.team, asked.weeks));
    console.print_line(tr_many("Frozen weeks go after {count} week; what is older goes with the next retain.",
                               "Frozen weeks go after {count} weeks; what is older goes with the next retain.",
                               asked.weeks));
    return Exit::done;
}

Exit purge(const BoardTeamAsked& asked, Console& console) {
    const auto office = registry_on(asked.local);
    const auto teams = answered(office->teams());
    const auto team = std::ranges::find(teams, asked.team, &TeamEntry::number);
    if (team == teams.end()) throw Failure{Exit::failed, no_such_team(asked)};
    ask_first(asked.yes,
              {tr("Purge the team {team}, number {number}? Its members, records and frozen weeks go for good.",
                  {{"team", printable(team->label, 80)}, {"number", std::to_string(asked.team)}}),
               tr("there is nobody to ask: add --yes"), tr("nothing has changed")},
              console);
    const int logins = answered_of(no_such_team(asked), office->purge_team(asked.team));
    console.print_line(tr_many("The team is gone, and {count} login with it. The audit stays for two years.",
                               "The team is gone, and {count} logins with it. The audit stays for two years.", logins));
    return Exit::done;
}

Exit freeze_day(const BoardTeamAsked& asked, Console& console) {
    const auto day = std::ranges::find(freeze_days, asked.day);
    answered(registry_on(asked.local)->freeze_on(static_cast<int>(day - freeze_days.begin()) + tuesday));
    console.print_line(tr("Weeks of all teams are frozen on that day of the week after, at 12:00 UTC."));
    return Exit::done;
}

Exit add_reader(const BoardTeamAsked& asked, Console& console) {
    answered_of(tr("there is no team {number}, or {login} is no reader's login, or reads it already",
                   {{"number", std::to_string(asked.team)}, {"login", in_backticks(asked.login)}}),
                registry_on(asked.local)->add_reader(asked.team, asked.login, asked.kind));
    console.print_line(tr("{login} reads the report of team {number} from now on.",
                          {{"login", asked.login}, {"number", std::to_string(asked.team)}}));
    return Exit::done;
}

Exit remove_reader(const BoardTeamAsked& asked, Console& console) {
    answered_of(tr("{login} does not read the report of team {number}",
                   {{"login", in_backticks(asked.login)}, {"number", std::to_string(asked.team)}}),
                registry_on(asked.local)->remove_reader(asked.team, asked.login));
    console.print_line(tr("{login} reads the report of team {number} no more; revoke closes the login.",
                          {{"login", asked.login}, {"number", std::to_string(asked.team)}}));
    return Exit::done;
}

} // namespace

void add_board_team_commands(CLI::App& board, Command& chosen) {
    const auto asked = std::make_shared<BoardTeamAsked>();
    const auto command = [&](const char* name, const char* about, Exit (*run)(const BoardTeamAsked&, Console&)) {
        auto* added = add_command(board, chosen, asked, name, about, run);
        add_server_options(*added, asked->local);
        return added;
    };
    const auto of_team = [&](CLI::App* added) {
        added->add_option("--team", asked->team, "the number of the team")->required()->type_name("N");
        return added;
    };
    command("teams", "An admin's: list the teams", list);
    auto* opening = command("open", "An admin's: open a team", open);
    opening->add_option("NAME", asked->label, "its name")->required()->type_name("");
    opening->add_option("--minimum", asked->minimum, "so many members a figure needs (5 or more)")->type_name("N");
    of_team(command("rename", "An admin's: give a team another name", rename))
        ->add_option("NAME", asked->label, "its new name")
        ->required()
        ->type_name("");
    of_team(command("minimum", "An admin's: raise how many members a figure needs", raise))
        ->add_option("MEMBERS", asked->minimum, "more than before")
        ->required()
        ->type_name("");
    of_team(command("retention", "An admin's: how long a team's frozen weeks are kept", retention))
        ->add_option("WEEKS", asked->weeks, "8 to 104")
        ->required()
        ->type_name("");
    of_team(command("purge", "An admin's: drop a team with all that is kept of it", purge))
        ->add_flag("--yes", asked->yes, "do not ask first");
    const auto of_reader = [&](CLI::App* added) {
        of_team(added)->add_option("LOGIN", asked->login, "as r_...")->required()->type_name("");
        return added;
    };
    of_reader(command("add-reader", "An admin's: let a reader of another team read this one, too", add_reader))
        ->add_option("--for", asked->kind, "lead, works_council or ergonomist")
        ->type_name("WHOM")
        ->check(one_of({"lead", "works_council", "ergonomist"}));
    of_reader(command("remove-reader", "An admin's: let a reader read this team no more", remove_reader));
    command("freeze-day", "An admin's: the day of the week after on which weeks are frozen, for all teams", freeze_day)
        ->add_option("DAY", asked->day, "tue to sun")
        ->required()
        ->type_name("")
        ->check(one_of({freeze_days.begin(), freeze_days.end()}));
}

} // namespace poise
