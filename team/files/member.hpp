// SPDX-License-Identifier: GPL-3.0-or-later
// A member's side: their membership (one team), keys, and what goes out week by week. Everything lies in one folder of
// its own beside the journal, 0700; without it nothing of a team exists on this machine. A week leaves when it is over,
// again when its record has changed before it is closed, and never otherwise.
#pragma once

#include "invitation.hpp"
#include "letter.hpp"
#include "outbox.hpp"

#include <functional>

namespace poise {

struct Membership {
    TeamTerms terms;
    std::string member;
    bool withholds_movement = false;
    Day since{};          // weeks from this Monday on
    int facts_serial = 0; // of the newest that the keeper has published
};

class Member {
public:
    /// The team's folder; nothing is there before `enrol`.
    explicit Member(std::filesystem::path folder);

    /// Nothing: not enrolled. Throws std::runtime_error where the folder is damaged.
    [[nodiscard]] std::optional<Membership> membership() const;

    /// Makes keys and sends the request; the folder is there only if that has worked.
    void enrol(const Invitation&, bool withhold_movement, Day since);
    void withhold_movement(bool);
    void note_facts(int serial);

    /// What the week is for the team, whether it has been sent or not. Nothing: no record.
    [[nodiscard]] std::optional<WeeklyRecord> record_of(const Days&, Day monday) const;
    /// The record that would leave next, of a week that has ended here and is not closed.
    [[nodiscard]] std::vector<WeeklyRecord> due(const std::function<Days(Day monday)>&, Day today, UtcTime now) const;
    /// Puts them on their way, one by one; what has gone is kept in the outbox.
    void send(const std::vector<WeeklyRecord>&);

    struct Left {
        std::vector<std::string> not_taken_back; // names of letters
        bool told_keeper = false;
    };
    /// Takes the letters back, tells the keeper to forget the rest, and forgets keys and outbox.
    [[nodiscard]] Left leave();

    [[nodiscard]] Outbox outbox() const { return Outbox{folder_}; }

private:
    void write(const Membership&) const;
    [[nodiscard]] SigningKey key() const;

    std::filesystem::path folder_;
};

} // namespace poise
