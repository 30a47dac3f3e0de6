// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_commands.hpp"

#include "outbox.hpp"
#include "own_seat.hpp"
#include "own_week.hpp"
#include "poise/iso_time.hpp"
#include "pqxx_board.hpp"
#include "problem_text.hpp"
#include "record_lines.hpp"
#include "say.hpp"
#include "sending.hpp"

#include <CLI/App.hpp>

namespace poise {

namespace {

constexpr int weeks_looked_at = 2; // older ones are closed

struct SeatAsked {
    std::string file, output, from, to;
    bool withhold = false, yes = false, quiet = false;
};

std::optional<WeeklyRecord> record_of(const Seat& seat, Day monday) {
    const auto movement = movement_told(seat.withholds_movement, authentication_hex(seat.password, to_iso(monday)));
    return make_record(monday, 1, open_days(week_in_journal(monday), monday), movement);
}

void ask(const SeatAsked& asked, const std::string& question, Console& console) {
    ask_first(asked.yes, {question, tr("there is nobody to ask: add --yes"), tr("nothing has changed")}, console);
}

Exit enrol(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    if (own.read())
        throw Failure{Exit::failed, tr("you have a seat at a board already (poise team board leave first)")};
    const auto invitation = parse_paper<BoardInvitation>(text_of_file(asked.file));
    if (!invitation) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(asked.file, 400)}, {"why", invitation.error()}})};
    }
    console.print_line(tr("The board at {server}", {{"server", to_string(invitation->server)}}));
    if (invitation->kind == "member") {
        const Day monday = monday_of(iso_week(today().day));
        auto [seat, request] = poise::enrol(*invitation, scram_verifier);
        seat.withholds_movement = asked.withhold;
        console.print_line(tr("A week that leaves looks like this one, and tells nothing else:"));
        console.print(record_lines(record_of(seat, monday).value_or(example_week(monday))));
        ask(asked, tr("Take part?"), console);
        own.keep(seat);
        write_own_file(asked.output, to_json(request));
        set_team_enabled(true);
    } else {
        const auto [seat, request] = poise::enrol(*invitation, scram_verifier);
        own.keep(seat);
        write_own_file(asked.output, to_json(request));
    }
    console.print_line(tr("{file} is for the admin. It holds no secret; what proves that it is you stays here.",
                          {{"file", printable(asked.output, 400)}}));
    return Exit::done;
}

Exit import(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    Seat seat = seat_of(own);
    const auto reply = parse_paper<BoardReply>(text_of_file(asked.file));
    if (!reply) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(asked.file, 400)}, {"why", reply.error()}})};
    }
    if (reply->login != seat.login || !is_certificate_of(reply->certificate, seat.login, seat.key, seat.authority))
        throw Failure{Exit::bad_input, tr("this reply is not for your seat, or not by the authority of its board")};
    seat.certificate = reply->certificate;
    own.keep(seat);
    console.print_line(tr("You are {login} at the board.", {{"login", seat.login}}));
    return Exit::done;
}

Exit renew(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    const Seat seat = seat_of(own);
    if (seat.certificate.empty())
        throw Failure{Exit::failed, tr("there is nothing to renew: the admin's reply is not here yet")};
    write_own_file(asked.output, to_json(renewal_of(seat)));
    console.print_line(tr("{file} is for the admin. It holds no secret; what proves that it is you stays here.",
                          {{"file", printable(asked.output, 400)}}));
    return Exit::done;
}

/// Whether the board has it now; what it is told otherwise.
bool publish_one(Board& board, const WeeklyRecord& record, bool quiet, Console& console) {
    using enum Published;
    const std::string week = to_iso(iso_week(record.monday));
    switch (answered(board.publish(to_json(record)))) {
    case accepted:
        console.print_line(tr("Week {week} has left, revision {revision}",
                              {{"week", week}, {"revision", std::to_string(record.revision)}}));
        return true;
    case early: return false;
    case waiting:
        if (!quiet) console.print_line(tr("Week {week} stays here: you do not count yet.", {{"week", week}}));
        return false;
    case closed:
        if (!quiet) console.print_line(tr("Week {week} stays here: it is closed.", {{"week", week}}));
        return false;
    case invalid:
    case outdated: break;
    }
    throw Failure{Exit::failed,
                  tr("the board did not take week {week}: another version of Poise, or another machine of "
                     "yours, may have been there first",
                     {{"week", week}})};
}

void publish_due(const SeatAsked& asked, const OwnSeat& own, const Seat& seat, Console& console) {
    const auto board = own.board(seat);
    remind_to_renew(seat, console);
    Outbox outbox{own.folder()};
    const auto sent = outbox.sent();
    const Day this_monday = monday_of(iso_week(today().day));
    for (Day monday = this_monday - std::chrono::weeks{weeks_looked_at}; monday < this_monday;
         monday += std::chrono::weeks{1}) {
        const auto made = record_of(seat, monday);
        if (!made) continue;
        const WeeklyRecord record = outbox.revised(*made);
        const auto last = sent.find(monday);
        if (last != sent.end() && last->second == record) continue;
        // Killed in between it goes once more, the same, and has the same answer.
        if (publish_one(*board, record, asked.quiet, console)) outbox.keep(record);
    }
}

Exit publish(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    const auto seat = asked.quiet ? own.read() : seat_of(own);
    if (!seat || (asked.quiet && (seat->certificate.empty() || seat->is_reader()))) return Exit::done;
    if (seat->is_reader()) throw Failure{Exit::failed, tr("this seat reads and publishes nothing")};
    if (!is_team_enabled())
        throw Failure{Exit::failed, tr("team.enabled is false in your configuration: nothing has left")};
    send_or_wait(Outbox{own.folder()}, asked.quiet, console, [&] { publish_due(asked, own, *seat, console); });
    return Exit::done;
}

Exit weeks(const SeatAsked&, Console& console) {
    const OwnSeat own;
    console.print_line(answered(own.board(seat_of(own))->my_weeks()));
    return Exit::done;
}

Exit facts(const SeatAsked&, Console& console) {
    const OwnSeat own;
    console.print_line(answered(own.board(seat_of(own))->team_facts()));
    return Exit::done;
}

Exit audit(const SeatAsked&, Console& console) {
    const OwnSeat own;
    for (const auto& line : answered(own.board(seat_of(own))->my_audit())) {
        console.print_line(line.day + "  " + line.action + "  " + printable(line.object, 80) + "  " +
                           printable(line.actor, 80) + "  " + std::to_string(line.times));
    }
    return Exit::done;
}

std::optional<Day> monday_in(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return monday_of(week_named(text));
}

Exit erase(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    const int gone = answered(own.board(seat_of(own))->erase({monday_in(asked.from), monday_in(asked.to)}));
    console.print_line(tr_many("{count} week of yours is gone from the board. What is frozen stays as it is.",
                               "{count} weeks of yours are gone from the board. What is frozen stays as it is.", gone));
    return Exit::done;
}

Exit leave(const SeatAsked& asked, Console& console) {
    const OwnSeat own;
    const Seat seat = seat_of(own);
    ask(asked, tr("Leave the board? Weeks that are frozen stay as they are."), console);
    if (!seat.certificate.empty() && !seat.is_reader()) answered(own.board(seat)->leave());
    own.forget();
    if (!seat.is_reader()) set_team_enabled(false);
    console.print_line(tr("You have left. Your records are gone from the board, and your keys from here."));
    return Exit::done;
}

} // namespace

void add_board_seat_commands(CLI::App& board, Command& chosen) {
    const auto asked = std::make_shared<SeatAsked>();
    const auto command = [&](const char* name, const char* about, Exit (*run)(const SeatAsked&, Console&)) {
        return add_command(board, chosen, asked, name, about, run);
    };
    auto* enrolling = command("enrol", "Take part, with an invitation", enrol);
    enrolling->add_option("INVITATION", asked->file, "the file from the admin")->required()->type_name("");
    enrolling->add_option("-o,--output", asked->output, "the request, for the admin")->required()->type_name("FILE");
    enrolling->add_flag("--withhold-movement", asked->withhold, "never tell how many movement breaks were taken");
    enrolling->add_flag("--yes", asked->yes, "do not ask first");
    command("import", "Take the admin's reply", import)
        ->add_option("REPLY", asked->file, "the file")
        ->required()
        ->type_name("");
    command("renew", "Ask for a new certificate, before the one that you have runs out or after", renew)
        ->add_option("-o,--output", asked->output, "the request, for the admin")
        ->required()
        ->type_name("FILE");
    command("publish", "Publish the weeks that are due", publish)
        ->add_flag("--quiet", asked->quiet,
                   "as a timer: say nothing where there is nothing to do, wait after a failure");
    command("weeks", "Show all that the board keeps about you, as JSON", weeks);
    command("facts", "Show what the readers see, and how often they did, as JSON", facts);
    command("audit", "Show who did what to your records and your team", audit);
    auto* erasing = command("erase", "Take your weeks from the board", erase);
    erasing->add_option("--from", asked->from, "not before this week")->type_name("WEEK");
    erasing->add_option("--to", asked->to, "not after this week")->type_name("WEEK");
    command("leave", "Take all your weeks from the board, and give up your seat", leave)
        ->add_flag("--yes", asked->yes, "do not ask first");
}

} // namespace poise
