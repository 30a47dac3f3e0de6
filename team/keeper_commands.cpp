// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#include "keeper.hpp"
#include "keeper_lock.hpp"
#include "keeper_mail.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace poise {

namespace {

namespace fs = std::filesystem;

struct KeeperAsked {
    std::string label, drop, file, member, close_day = "wed";
    int minimum = least_minimum;
    bool reads = false, yes = false;
};

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Exit init(const KeeperAsked& asked, Console& console) {
    if (!is_label(asked.label))
        throw Failure{Exit::usage, tr("{label} is no name for a team (expected up to 60 letters, digits, spaces and "
                                      "-_.&(), a letter or digit first)",
                                      {{"label", in_backticks(asked.label)}})};
    if (asked.minimum < least_minimum || asked.minimum > 100)
        throw Failure{Exit::usage,
                      tr("the minimum is a number from {least} to 100", {{"least", std::to_string(least_minimum)}})};
    const auto day = std::ranges::find(weekdays, asked.close_day);
    if (day == weekdays.end() || day == weekdays.begin())
        throw Failure{Exit::usage, tr("a week closes on a day from tue to sun")};
    const fs::path drop = fs::absolute(asked.drop);
    Keeper::init(own_keeper_folder(), asked.label, drop, asked.minimum,
                 static_cast<unsigned>(day - weekdays.begin()) + 1, today().day);
    const Keeper keeper{own_keeper_folder()};
    console.print_line(
        tr("The team {team} is set up. Letters go to {place}, which everybody may write into and you alone read.",
           {{"team", asked.label}, {"place", drop.string()}}));
    console.print_line(
        tr("Your keys, to be read out to members: {fingerprint}", {{"fingerprint", fingerprint(keeper.terms())}}));
    return Exit::done;
}

Exit invite(const KeeperAsked& asked, Console& console) {
    const KeeperLock lock{kept_team_folder(), console};
    Keeper keeper{own_keeper_folder()};
    const Invitation invitation = keeper.invite(asked.reads, today().day);
    write_own_file(asked.file, to_text(invitation));
    console.print_line(tr("{file} is for one person, once, until {day}.",
                          {{"file", printable(asked.file, 400)}, {"day", to_iso(invitation.until)}}));
    return Exit::done;
}

Exit admit(const KeeperAsked& asked, Console& console) {
    const KeeperLock lock{kept_team_folder(), console};
    Keeper keeper{own_keeper_folder()};
    const Today now = today();
    const auto mail = keeper.take_mail(now.utc);
    complain_of(mail.refused, console);
    int admitted = 0;
    for (const auto& applicant : mail.applicants) {
        if (!asked.yes) {
            if (!Console::has_person())
                throw Failure{Exit::usage, tr("there is nobody to ask: add --yes to admit everybody")};
            if (!console.ask_yes_or_no(tr("Admit {member}?", {{"member", applicant.member}})).value_or(false)) continue;
        }
        keeper.admit(applicant, now.day);
        admitted += 1;
    }
    keeper.publish();
    console.print_line(tr_many(
        "{count} member was admitted; they count from a Monday that is drawn by lot, in 1 to 4 weeks",
        "{count} members were admitted; they count from Mondays that are drawn by lot, in 1 to 4 weeks", admitted));
    return Exit::done;
}

Exit revoke(const KeeperAsked& asked, Console& console) {
    const KeeperLock lock{kept_team_folder(), console};
    if (!Keeper{own_keeper_folder()}.revoke(asked.member))
        throw Failure{Exit::failed, tr("{member} is no member", {{"member", in_backticks(asked.member)}})};
    console.print_line(tr("{member} is no member any more, and their records are gone; closed weeks stay.",
                          {{"member", asked.member}}));
    return Exit::done;
}

Exit members(Console& console) {
    const Keeper keeper{kept_team_folder()};
    for (const auto& entry : keeper.members()) {
        console.print_line(
            entry.member + "  " +
            (entry.has_left ? tr("has left") : tr("counts from {day}", {{"day", to_iso(entry.effective_from)}})) +
            (entry.is_reader ? "  " + tr("reads the report: in no figure") : ""));
    }
    if (keeper.members().empty()) console.print_line(tr("There is no member yet."));
    return Exit::done;
}

} // namespace

void add_keeper_commands(CLI::App& app, Command& chosen) {
    auto* keeper = app.add_subcommand("keeper", "A keeper's: set up a team, invite, admit and remove members");
    keeper->require_subcommand(1);
    const auto asked = std::make_shared<KeeperAsked>();
    const auto choose = [&chosen](auto work) { return choice_of(chosen, work); };
    auto* initial = keeper->add_subcommand("init", "Set up a team, and the folder for its letters");
    initial->add_option("--team", asked->label, "its name")->required()->type_name("NAME");
    initial->add_option("--drop", asked->drop, "the folder; made where there is none")->required()->type_name("FOLDER");
    initial->add_option("--minimum", asked->minimum, "so many members a figure needs (5 or more)")->type_name("N");
    initial->add_option("--closes", asked->close_day, "the day after the week on which it closes, at 12:00 UTC (wed)")
        ->type_name("DAY");
    initial->callback(choose([asked](Console& console) { return init(*asked, console); }));

    auto* inviting = keeper->add_subcommand("invite", "Write an invitation for one person");
    inviting->add_option("-o,--output", asked->file, "the file to give to them")->required()->type_name("FILE");
    inviting->add_flag("--reads", asked->reads, "they read the report: they are in no figure");
    inviting->callback(choose([asked](Console& console) { return invite(*asked, console); }));

    auto* admitting = keeper->add_subcommand("admit", "Admit who has asked with an invitation");
    admitting->add_flag("--yes", asked->yes, "do not ask for each");
    admitting->callback(choose([asked](Console& console) { return admit(*asked, console); }));

    auto* revoking = keeper->add_subcommand("revoke", "Remove a member and their records");
    revoking->add_option("MEMBER", asked->member, "as keeper members lists them")->required()->type_name("");
    revoking->callback(choose([asked](Console& console) { return revoke(*asked, console); }));

    keeper->add_subcommand("members", "List the members")->callback(choose(members));
}

} // namespace poise
