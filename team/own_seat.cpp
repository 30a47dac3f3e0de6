// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_seat.hpp"

#include "board_commands.hpp"
#include "file_text.hpp"
#include "pqxx_board.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <cstring>

namespace poise {

namespace fs = std::filesystem;

namespace {
constexpr mode_t for_the_owner = 0600; // libpq refuses a key that others can read
constexpr const char* seat_file = "seat.json";
} // namespace

std::string text_of_file(const std::string& path) {
    auto text = read_file(path);
    if (!text) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(path, 400)}, {"why", std::strerror(text.error())}})};
    }
    return *std::move(text);
}

void write_own_file(const std::string& path, const std::string& text) { replace_file(path, text, for_the_owner); }

OwnSeat::OwnSeat() : folder_{own_team_folder().parent_path() / "board"} {}

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
    replace_file(folder_ / "key.pem", seat.key, for_the_owner);
    replace_file(folder_ / "authority.pem", seat.authority, for_the_owner);
    if (!seat.certificate.empty()) replace_file(folder_ / "certificate.pem", seat.certificate, for_the_owner);
    replace_file(folder_ / seat_file, to_json(seat), for_the_owner);
}

void OwnSeat::forget() const { fs::remove_all(folder_); }

std::unique_ptr<Board> OwnSeat::board(const Seat& seat) const {
    if (seat.certificate.empty()) {
        throw Failure{Exit::failed, tr("the admin's reply is not here yet (poise team board import REPLY)")};
    }
    return make_pqxx_board(connection_text(seat.server, {seat.login, seat.password, folder_ / "authority.pem",
                                                         folder_ / "certificate.pem", folder_ / "key.pem"}));
}

Seat seat_of(const OwnSeat& own) {
    auto seat = own.read();
    if (!seat) throw Failure{Exit::failed, tr("you have no seat at a board (poise team board enrol INVITATION)")};
    return *std::move(seat);
}

void fail_for(const BoardTrouble& trouble) {
    if (trouble.kind == BoardTrouble::Kind::away) {
        throw Failure{Exit::failed, tr("the board cannot be reached: {why}", {{"why", printable(trouble.why, 400)}})};
    }
    throw Failure{Exit::failed, printable(trouble.why, 400)};
}

} // namespace poise
