// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody comes to a board. The admin gives an invitation to one person. Their machine draws a name of chance, a
// password and a key, which never leave it, and makes a request of what may be seen by anybody. The admin's reply is a
// certificate. A request proves that its sender holds an invitation, and cannot be changed on its way; it does not say
// which one, and the board forgets it with the approval: nothing is left that says who is who.
#pragma once

#include "address.hpp"
#include "certificate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poise {

/// What the admin hands over.
struct BoardInvitation {
    ServerAddress server;
    int team = 0;
    std::string kind;      // member | lead | works_council | ergonomist
    std::string code;      // used once, within seven days
    std::string authority; // PEM
    bool operator==(const BoardInvitation&) const = default;
};
/// What the admin gets; holds no secret.
struct BoardRequest {
    int team = 0;
    std::string login, verifier, certificate_request, proof;
    bool operator==(const BoardRequest&) const = default;
};
/// The same person once more, with the certificate that runs out, or has; holds no secret.
struct BoardRenewal {
    std::string login, certificate_request, certificate;
    bool operator==(const BoardRenewal&) const = default;
};
/// What an admin approves.
using Petition = std::variant<BoardRequest, BoardRenewal>;
/// What the admin gives back; holds no secret either.
struct BoardReply {
    std::string login, certificate;
    bool operator==(const BoardReply&) const = default;
};
/// What stays on the machine of a member or reader; the certificate is empty until the reply is here.
struct Seat {
    ServerAddress server;
    int team = 0;
    std::string login, password, key, certificate, authority;
    bool withholds_movement = false;
    bool operator==(const Seat&) const = default;
    [[nodiscard]] bool is_reader() const { return login.starts_with("r_"); }
};

[[nodiscard]] std::string to_json(const BoardInvitation&);
[[nodiscard]] std::string to_json(const BoardRequest&);
[[nodiscard]] std::string to_json(const BoardRenewal&);
[[nodiscard]] std::string to_json(const BoardReply&);
[[nodiscard]] std::string to_json(const Seat&);
template <class T>
[[nodiscard]] Result<T, std::string> parse_paper(std::string_view json); // each of these five, or a Petition

/// What is kept of an invitation's code.
[[nodiscard]] std::string hash_of_code(std::string_view code);

struct Enrolment {
    Seat seat;
    BoardRequest request;
};
/// `verify` makes the verifier of a password (scram_verifier).
[[nodiscard]] Enrolment enrol(const BoardInvitation&, std::string (*verify)(const std::string&, const std::string&));

/// With the key that the seat has.
[[nodiscard]] BoardRenewal renewal_of(const Seat&);

/// Which of the open invitations it was made with, by its hash.
[[nodiscard]] std::optional<std::string> invitation_of(const BoardRequest&,
                                                       const std::vector<std::string>& open_hashes);

} // namespace poise
