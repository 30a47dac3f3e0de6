// SPDX-License-Identifier: GPL-3.0-or-later
// The keeper's side: who is in the team, what they have sent, and which weeks are closed. A keeper is not the lead:
// here, and only here, single records can be read. Everything lies in one folder, 0700. Whatever comes in is proven
// first; what is not taken is listed with its reason, and the rest goes on.
#pragma once

#include "carrier.hpp"
#include "facts.hpp"
#include "invitation.hpp"
#include "letter.hpp"
#include "team_ledger.hpp"

#include <map>

namespace poise {

struct KeyringEntry {
    std::string member;
    Hex verify_key;
    Day effective_from{}; // counts from this Monday on
    bool is_reader = false;
    bool has_left = false;
    bool operator==(const KeyringEntry&) const = default;
};

/// A person has asked to be admitted with an invitation that is good.
struct Applicant {
    std::string member;
    Hex verify_key;
    bool is_reader = false;
    Hex token_hash;
};

/// The rules of taking letters and closing weeks. Nothing but a test switches one off.
struct KeeperGuards {
    FolderGuards folder;
    bool own_name = true;       // a letter stands under its writer's name
    bool signature = true;      // and is signed by them
    bool shallow = true;        // its JSON is no deeper than that of a letter
    bool used_once = true;      // an invitation
    bool newest = true;         // an older revision changes nothing
    bool in_time = true;        // neither a week to come nor one that is closed
    bool waits_to_count = true; // a new member counts from a Monday that nobody else knows
    bool frozen = true;         // a closed week is what the ledger says
    bool proven_ledger = true;
    DisclosureGuards figures;
};

class Keeper {
public:
    /// Throws std::runtime_error where there is a keeper already.
    static void init(const std::filesystem::path& folder, const std::string& label, const std::filesystem::path& drop,
                     int minimum, unsigned close_day, Day today);
    explicit Keeper(std::filesystem::path folder, const KeeperGuards& = {});

    [[nodiscard]] const TeamTerms& terms() const { return terms_; }
    [[nodiscard]] const std::vector<KeyringEntry>& members() const { return members_; }
    [[nodiscard]] int readings() const { return readings_; }

    [[nodiscard]] Invitation invite(bool is_reader, Day today);
    /// From that Monday on, 1 to 4 weeks ahead by lot.
    void admit(const Applicant&, Day today);
    /// False: there is no such member.
    bool revoke(const std::string& member);

    struct Mail {
        std::vector<Applicant> applicants;
        std::vector<Refusal> refused;
    };
    /// Reads every letter: takes records and withdrawals, and says who asks to be admitted.
    [[nodiscard]] Mail take_mail(UtcTime now);

    /// Closes what is due to be closed; then the weeks that are closed, the newest last.
    [[nodiscard]] std::vector<TeamWeek> close_weeks(UtcTime now);
    /// The first week that is not closed yet, by its Monday.
    [[nodiscard]] Day open_week(UtcTime now) const;
    /// One more reading, told to the members.
    void count_reading();
    void publish();

private:
    void save() const;
    void load();
    void take(const OpenedLetter&, const std::string& name, UtcTime now, Mail&);
    void take_record(const WeeklyRecord&, const std::string& member);
    void forget(const std::string& member);
    void forget_old(UtcTime now) const;
    [[nodiscard]] std::optional<WeeklyRecord> collected(const std::string& member, Day monday) const;
    [[nodiscard]] std::filesystem::path record_file(const std::string& member, Day monday) const;
    [[nodiscard]] std::vector<Contribution> contributions(Day monday) const;
    [[nodiscard]] Ledger ledger() const;
    KeyringEntry* find(const std::string& member);

    struct OpenInvitation {
        Hex token_hash;
        Day until{};
        bool is_reader = false;
    };

    std::filesystem::path folder_;
    KeeperGuards guards_;
    TeamTerms terms_;
    Day first_week_{};
    std::vector<KeyringEntry> members_;
    std::vector<OpenInvitation> invitations_;
    int readings_ = 0;
    int serial_ = 0;
    std::size_t closed_ = 0; // lines of the ledger, at least
    SigningKey signing_;
    SealKey seal_;
};

} // namespace poise
