// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_seat.hpp"

#include "board_commands.hpp"
#include "certificate.hpp"
#include "file_text.hpp"
#include "pqxx_board.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "team_commands.hpp"
#include "zone.hpp"

namespace poise {

namespace fs = std::filesystem;

namespace {
constexpr const char* seat_file = "seat.json";
constexpr std::chrono::days reminded{14}; // two weeks in which the timer publishes

std::string end_text(const Seat& seat) {
    const UtcTime end{end_of(seat.certificate)};
    return minute_text(end, local_offset(end));
}
} // namespace

OwnSeat::OwnSeat() : folder_{own_board_folder()} {}

std::optional<Seat> OwnSeat::read() const {
    const auto text = read_file(folder_ / seat_file);
    if (!text) return std::nullopt;
    auto seat = parse_paper<Seat>(*text);
    if (!seat) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", (folder_ / seat_file).string()}, {"why", seat.error()}})};
    }
    return *std::move(seat);
}

void OwnSeat::keep(const Seat& seat) const {
    make_folders(folder_);
    write_own_file(folder_ / "key.pem", seat.key);
    write_own_file(folder_ / "authority.pem", seat.authority);
    if (!seat.certificate.empty()) write_own_file(folder_ / "certificate.pem", seat.certificate);
    write_own_file(folder_ / seat_file, to_json(seat));
}

void OwnSeat::forget() const { fs::remove_all(folder_); }

std::unique_ptr<Board> OwnSeat::board(const Seat& seat) const {
    if (seat.certificate.empty()) {
        throw Failure{Exit::failed, tr("the admin's reply is not here yet (poise team board import REPLY)")};
    }
    if (end_of(seat.certificate) <= today().utc) {
        throw Failure{Exit::failed,
                      tr("your certificate was good until {time}: poise team board renew -o FILE, for the "
                         "admin, and import their reply",
                         {{"time", end_text(seat)}})};
    }
    return make_pqxx_board(connection_text(seat.server, {seat.login, seat.password, folder_ / "authority.pem",
                                                         folder_ / "certificate.pem", folder_ / "key.pem"}));
}

Seat seat_of(const OwnSeat& own) {
    auto seat = own.read();
    if (!seat) throw Failure{Exit::failed, tr("you have no seat at a board (poise team board enrol INVITATION)")};
    return *std::move(seat);
}

void remind_to_renew(const Seat& seat, Console& console) {
    if (end_of(seat.certificate) - today().utc > reminded) return;
    console.complain(tr("your certificate is good until {time}: poise team board renew -o FILE, for the admin, and "
                        "import their reply",
                        {{"time", end_text(seat)}}));
}

void fail_for(const BoardTrouble& trouble) {
    if (trouble.kind == BoardTrouble::Kind::away) {
        throw Failure{Exit::failed, tr("the board cannot be reached: {why}", {{"why", printable(trouble.why, 400)}})};
    }
    throw Failure{Exit::failed, printable(trouble.why, 400)};
}

} // namespace poise
