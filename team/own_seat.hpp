// SPDX-License-Identifier: GPL-3.0-or-later
// The seat of this machine's person at a board, in a folder of its own beside the journal: who they are there, and what
// proves it. libpq reads certificates from files, so they lie beside it.
#pragma once

#include "board.hpp"
#include "enrolment.hpp"
#include "program.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace poise {

class OwnSeat {
public:
    OwnSeat();

    [[nodiscard]] std::optional<Seat> read() const;
    void keep(const Seat&) const;
    void forget() const;
    /// What has left, week by week, is beside it.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// As the login of that seat. Throws Failure where there is no certificate yet, or where its time is over.
    [[nodiscard]] std::unique_ptr<Board> board(const Seat&) const;

private:
    std::filesystem::path folder_;
};

/// Throws Failure where there is none.
[[nodiscard]] Seat seat_of(const OwnSeat&);

/// Says what to do where the time of the certificate, which it must have, will soon be over.
void remind_to_renew(const Seat&, Console&);

/// What the board answered; throws Failure with what to do where it did not.
template <class T>
T answered(BoardAnswer<T> answer);

[[noreturn]] void fail_for(const BoardTrouble&);

template <class T>
T answered(BoardAnswer<T> answer) {
    if (!answer) fail_for(answer.error());
    return *std::move(answer);
}

} // namespace poise
