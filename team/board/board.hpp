// SPDX-License-Identifier: GPL-3.0-or-later
// The board is where the weeks of a team hang when there is a server: members publish their own, readers see frozen
// ones. Two ports, as two kinds of people use it: `Board` over the network as whoever logged in, `Registry` on the
// server itself as its admin. Neither can do what the other does. What each call may do is decided in team/sql and
// nowhere here.
#pragma once

#include "team_week.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// Why there is no answer.
struct BoardTrouble {
    enum class Kind {
        away,    // nobody there, or who is there cannot prove who they are: again later
        refused, // this login may not
        wrong,   // the board says what is wrong with what was asked
    };
    Kind kind{};
    std::string why;
};

template <class T>
using BoardAnswer = Result<T, BoardTrouble>;

enum class Published {
    accepted, // also when it was there already
    invalid,
    early,    // the week has ended nowhere on Earth
    waiting,  // this member does not count yet
    closed,   // the week is frozen, or about to be
    outdated, // a newer revision is there
};
[[nodiscard]] std::optional<Published> parse_published(std::string_view word);

struct AuditLine {
    std::string day, actor, action, object;
    int times = 0;
};

/// As a reader sees it.
struct BoardReport {
    std::string team;
    int minimum = 0;
    std::vector<TeamWeek> weeks; // the oldest first
    int reads = 0;               // how often it was read, this time too
};
/// Of what team_report() answers; the error is for a person.
[[nodiscard]] Result<BoardReport, std::string> parse_board_report(std::string_view json);

/// Mondays; nothing is no limit.
struct MondayRange {
    std::optional<Day> first, last;
};

class Board {
public:
    Board() = default;
    virtual ~Board() = default;
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;

    // A member.
    virtual BoardAnswer<Published> publish(const std::string& record) = 0;
    virtual BoardAnswer<std::string> my_weeks() = 0;   // JSON: all that is kept about me
    virtual BoardAnswer<std::string> team_facts() = 0; // JSON: what the readers see, and how often they did
    virtual BoardAnswer<std::vector<AuditLine>> my_audit() = 0;
    virtual BoardAnswer<int> erase(const MondayRange&) = 0;
    virtual BoardAnswer<int> leave() = 0;
    // A reader: one of each team that this login is listed for.
    virtual BoardAnswer<std::vector<BoardReport>> reports(const MondayRange&) = 0;
};

} // namespace poise
