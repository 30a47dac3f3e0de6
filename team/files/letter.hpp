// SPDX-License-Identifier: GPL-3.0-or-later
// What members send: a request to be admitted, a week's record, and that they have left. Signed by its writer, sealed
// for the keeper; who wrote it and for which team is inside, and must be what the name of its file says.
#pragma once

#include "crypto.hpp"
#include "weekly_record.hpp"

#include <variant>

namespace poise {

/// To be admitted; the token is the invitation's, good once.
struct AdmissionRequest {
    Hex verify_key;
    Hex token;
    bool operator==(const AdmissionRequest&) const = default;
};
/// All of this member's is to be forgotten.
struct Withdrawal {
    bool operator==(const Withdrawal&) const = default;
};
using LetterBody = std::variant<AdmissionRequest, WeeklyRecord, Withdrawal>;

struct MemberLetter {
    Hex team;
    std::string member; // a pseudonym: m_ and 32 hex digits
    LetterBody body;
};

struct OpenedLetter {
    MemberLetter letter;
    std::string text; // that is signed
    Hex signature;
};

[[nodiscard]] bool is_pseudonym(std::string_view);
/// The name of the file that it belongs into.
[[nodiscard]] std::string name_of(const MemberLetter&);
[[nodiscard]] std::string sealed_letter(const MemberLetter&, const SigningKey& from, const Hex& to);
/// Whose signature it has is not looked at yet: that takes the keyring. `shallow` is a keeper's guard.
[[nodiscard]] Result<OpenedLetter, std::string> open_letter(const SealKey&, std::string_view sealed,
                                                            bool shallow = true);
[[nodiscard]] bool is_from(const OpenedLetter&, const Hex& verify_key);

} // namespace poise
