// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#include "facts.hpp"
#include "member.hpp"
#include "own_week.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "record_lines.hpp"
#include "say.hpp"
#include "sending.hpp"
#include "team_page.hpp"
#include "team_page_text.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

Membership membership_of(const Member& member) {
    auto found = member.membership();
    if (!found) throw Failure{Exit::failed, tr("you take part in no team (poise team enrol INVITATION)")};
    return *std::move(found);
}

Invitation read_invitation(const std::string& file) {
    auto invitation = parse_invitation(text_of_file(file));
    if (!invitation)
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(file, 400)}, {"why", invitation.error()}})};
    return *std::move(invitation);
}

Exit enrol(const std::string& file, bool withhold, bool yes, Console& console) {
    Member member{own_team_folder()};
    if (const auto already = member.membership())
        throw Failure{Exit::failed, tr("you take part in the team {team} already (poise team leave first)",
                                       {{"team", already->terms.label}})};
    const Invitation invitation = read_invitation(file);
    const Today now = today();
    if (invitation.until < now.day)
        throw Failure{Exit::failed, tr("this invitation was good until {day}: ask for a new one",
                                       {{"day", to_iso(invitation.until)}})};
    (void)make_carrier(invitation.terms.carrier); // before anything is asked

    const Day monday = monday_of(iso_week(now.day));
    console.print_line(
        tr("The team {team}; its letters go to {place}",
           {{"team", invitation.terms.label}, {"place", printable(invitation.terms.carrier.place, 400)}}));
    console.print_line(tr("Its keeper has these keys, which they can read out to you: {fingerprint}",
                          {{"fingerprint", fingerprint(invitation.terms)}}));
    const auto movement = withhold ? MovementCount::withheld : MovementCount::told;
    if (const auto record = make_record(monday, 1, open_days(week_in_journal(monday), monday), movement)) {
        console.print_line(tr("This week as it would be told now:"));
        console.print(record_lines(*record));
    } else {
        console.print_line(
            tr("This week would not be told: there are fewer than two days at the desk in it so far. A week looks "
               "like this one, with figures of nobody:"));
        console.print(record_lines(example_week(monday)));
    }
    console.print(what_taking_part_means(invitation.terms.minimum));
    ask_first(
        yes,
        {tr("Take part?"), tr("there is nobody to ask: add --yes to enrol without asking"), tr("nothing has left")},
        console);
    member.enrol(invitation, withhold, monday);
    set_team_enabled(true);
    console.print_line(
        tr("You have asked to be admitted. Your weeks leave by themselves, the first one when this week is over."));
    return Exit::done;
}

Exit show(Console& console) {
    const Member member{own_team_folder()};
    const Membership membership = membership_of(member);
    console.print_line(tr("The team {team}, where you are {member}",
                          {{"team", membership.terms.label}, {"member", membership.member}}));
    const auto sent = member.outbox().sent();
    if (sent.empty()) console.print_line(tr("Nothing has left this machine but your request to be admitted."));
    for (const auto& [monday, record] : sent) {
        console.print_line(tr("Week {week} has left:", {{"week", to_iso(iso_week(monday))}}));
        console.print(record_lines(record));
    }
    const Today now = today();
    const auto due = member.due(week_in_journal, now.day, now.utc);
    for (const auto& record : due) {
        console.print_line(tr("Week {week} leaves next:", {{"week", to_iso(iso_week(record.monday))}}));
        console.print(record_lines(record));
    }
    const Day monday = monday_of(iso_week(now.day));
    if (const auto record = member.record_of(week_in_journal(monday), monday)) {
        console.print_line(
            tr("Week {week}, as it is so far; it leaves when it is over:", {{"week", to_iso(iso_week(monday))}}));
        console.print(record_lines(*record));
    }
    return Exit::done;
}

Exit send_due(bool quiet, Console& console) {
    Member member{own_team_folder()};
    if (quiet && !member.membership()) return Exit::done;
    (void)membership_of(member);
    if (!is_team_enabled())
        throw Failure{Exit::failed, tr("team.enabled is false in your configuration: nothing has left")};
    const Today now = today();
    const auto due = member.due(week_in_journal, now.day, now.utc);
    send_or_wait(member.outbox(), quiet, console, [&] {
        member.send(due);
        for (const auto& record : due) {
            console.print_line(
                tr("Week {week} has left, revision {revision}",
                   {{"week", to_iso(iso_week(record.monday))}, {"revision", std::to_string(record.revision)}}));
        }
        if (due.empty() && !quiet) console.print_line(tr("Nothing is due."));
    });
    return Exit::done;
}

Exit withhold(const std::string& what, Console& console) {
    Member member{own_team_folder()};
    (void)membership_of(member);
    member.withhold_movement(what == "movement");
    console.print_line(what == "movement" ? tr("Your records tell no movement from now on.")
                                          : tr("Your records tell movement from now on."));
    return Exit::done;
}

Exit leave(bool yes, Console& console) {
    Member member{own_team_folder()};
    const Membership membership = membership_of(member);
    ask_first(yes,
              {tr("Leave the team {team}? Weeks that are closed stay as they are.", {{"team", membership.terms.label}}),
               tr("there is nobody to ask: add --yes to leave without asking"), tr("nothing has changed")},
              console);
    const auto left = member.leave();
    set_team_enabled(false);
    if (!left.told_keeper)
        throw Failure{Exit::failed,
                      tr("{place} cannot be reached, so the keeper does not know yet: nothing more leaves, and "
                         "poise team leave tells them when it is there again",
                         {{"place", printable(membership.terms.carrier.place, 400)}})};
    for (const auto& name : left.not_taken_back)
        console.complain(tr("{name} could not be taken back by you; the keeper will do it", {{"name", name}}));
    console.print_line(tr("You have left. What lay in the folder is gone, the keeper is told to forget the rest, and "
                          "your keys are gone."));
    return Exit::done;
}

Exit facts(Console& console) {
    Member member{own_team_folder()};
    const Membership membership = membership_of(member);
    const auto text = make_carrier(membership.terms.carrier)->published(facts_name);
    if (!text) {
        console.print_line(tr("The keeper has published nothing yet."));
        return Exit::done;
    }
    const auto facts = read_facts(*text, membership.terms);
    if (!facts) throw Failure{Exit::bad_input, std::string{facts_name} + ": " + facts.error()};
    if (facts->serial < membership.facts_serial)
        throw Failure{Exit::bad_input,
                      tr("{file}: it is older than what you have seen before; ask the keeper", {{"file", facts_name}})};
    member.note_facts(facts->serial);
    console.print_line(tr_many("{count} member of this team reads its report",
                               "{count} members of this team read its report", facts->readers));
    console.print_line(
        tr_many("The report was asked for {count} time", "The report was asked for {count} times", facts->reads));
    console.print_line(
        tr("The ledger ends with {hash}: it is the same for every member", {{"hash", facts->ledger.substr(0, 16)}}));
    console.print(page_text(
        team_page({membership.terms.label, facts->minimum, facts->weeks, facts->reads, tr("by the keeper"), ""})));
    return Exit::done;
}

} // namespace

void add_member_commands(CLI::App& app, Command& chosen) {
    struct Asked {
        std::string file, what;
        bool withhold = false, yes = false, quiet = false;
    };
    const auto asked = std::make_shared<Asked>();
    const auto choose = [&chosen](auto work) { return choice_of(chosen, work); };

    auto* enrolling = app.add_subcommand("enrol", "Take part in a team, with an invitation");
    enrolling->add_option("INVITATION", asked->file, "the file from the keeper")->required()->type_name("");
    enrolling->add_flag("--withhold-movement", asked->withhold, "never tell how many movement breaks were taken");
    enrolling->add_flag("--yes", asked->yes, "do not ask first");
    enrolling->callback(
        choose([asked](Console& console) { return enrol(asked->file, asked->withhold, asked->yes, console); }));

    app.add_subcommand("show", "Show what has left this machine, and what would leave next")->callback(choose(show));

    auto* exporting = app.add_subcommand("export", "Send the weeks that are due");
    exporting->add_flag("--quiet", asked->quiet,
                        "as a timer: say nothing where there is nothing to do, wait after a failure");
    exporting->callback(choose([asked](Console& console) { return send_due(asked->quiet, console); }));

    auto* withholding =
        app.add_subcommand("withhold", "Tell the team no movement, or tell it again: movement, nothing");
    withholding->add_option("WHAT", asked->what, "movement, or nothing")
        ->required()
        ->type_name("")
        ->check(one_of({"movement", "nothing"}));
    withholding->callback(choose([asked](Console& console) { return withhold(asked->what, console); }));

    auto* leaving = app.add_subcommand("leave", "Take back what can be, have the rest forgotten, and forget the team");
    leaving->add_flag("--yes", asked->yes, "do not ask first");
    leaving->callback(choose([asked](Console& console) { return leave(asked->yes, console); }));

    app.add_subcommand("facts", "Show what the leads of your team can see, and how often they looked")
        ->callback(choose(facts));
}

} // namespace poise
