// SPDX-License-Identifier: GPL-3.0-or-later
// What an admin does on the server itself, over its local socket: the schema, teams, logins, and what a timer runs
// there. Logins are made here and not by a function of the board, which would be worth an attack.
#pragma once

#include "board.hpp"

namespace poise {

struct OpenInvitation {
    std::string code_hash, kind; // member | lead | works_council | ergonomist
};

/// A request whose proof was found good.
struct Approval {
    int team = 0;
    std::string invitation_hash;
    std::string login;    // m_ or r_ and 32 hexadecimal digits
    std::string verifier; // of the password, as PostgreSQL keeps it
    std::string serial;   // of the certificate
    bool reads = false;   // a member who is a reader too, under another login: counts in no figure
};

struct TeamEntry {
    int number = 0;
    std::string label;
    int minimum = 0, retention_weeks = 0;
};

class Registry {
public:
    Registry() = default;
    virtual ~Registry() = default;
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    /// Makes what is missing and brings the rest up to date; all of it or nothing. Never goes back to an older schema.
    virtual BoardAnswer<int> init() = 0;
    virtual BoardAnswer<int> open_team(const std::string& label, int minimum) = 0;
    virtual BoardAnswer<std::vector<TeamEntry>> teams() = 0;
    virtual BoardAnswer<int> rename_team(int team, const std::string& label) = 0;
    virtual BoardAnswer<int> raise_minimum(int team, int minimum) = 0;
    virtual BoardAnswer<int> keep_for(int team, int weeks) = 0;
    /// All of it but the audit, and the logins of those who are in no other. How many logins are gone.
    virtual BoardAnswer<int> purge_team(int team) = 0;
    virtual BoardAnswer<int> freeze_on(int day) = 0; // 2 is Tuesday, 7 Sunday
    virtual BoardAnswer<int> invite(int team, const OpenInvitation&) = 0;
    virtual BoardAnswer<std::vector<OpenInvitation>> open_invitations(int team) = 0;
    virtual BoardAnswer<int> approve(const Approval&) = 0;
    /// That a login has a certificate with this serial from now on; refused where it is none of the board any more.
    virtual BoardAnswer<int> renew(const std::string& login, const std::string& serial) = 0;
    /// A reader with a login already reads this team, too. Refused where there is no such team
    /// or login, and where it does so already.
    virtual BoardAnswer<int> add_reader(int team, const std::string& login, const std::string& kind) = 0;
    /// Of this team only. The login stays, for the other teams and until it is revoked.
    virtual BoardAnswer<int> remove_reader(int team, const std::string& login) = 0;
    /// Closes the login at once, its open connections too. How many records of theirs were purged.
    virtual BoardAnswer<int> revoke(const std::string& login, bool purge) = 0;
    virtual BoardAnswer<int> freeze() = 0; // how many weeks
    virtual BoardAnswer<int> retain() = 0; // how many rows went
};

} // namespace poise
