// SPDX-License-Identifier: GPL-3.0-or-later
// A keeper with a real folder, keys and letters, and members who send what a test wants. Time is an argument.
#pragma once

#include "keeper.hpp"
#include "records.hpp"
#include "scoped.hpp"

#include <deque>
#include <fstream>

namespace poise::test {

inline KeeperGuards without(bool KeeperGuards::*guard) {
    KeeperGuards guards;
    guards.*guard = false;
    return guards;
}

inline UtcTime at(Day day, int hour) { return UtcTime{day.time_since_epoch()} + std::chrono::hours{hour}; }

inline const UtcTime week_over = at(a_monday + std::chrono::days{7}, 9);
inline const UtcTime week_closed = at(a_monday + std::chrono::days{9}, 12);

struct Sender {
    std::string member = "m_" + random_hex(16);
    SigningKey key{random_hex(32)};
};

/// A team that was set up some weeks before, whose members all count.
class ATeam {
public:
    explicit ATeam(std::size_t members, KeeperGuards guards = {}) : guards_{guards} {
        guards_.waits_to_count = false;
        Keeper::init(keeper_folder(), "Support", drop(), 5, 3, a_monday);
        for (std::size_t i = 0; i < members; ++i) join(false);
    }

    [[nodiscard]] std::filesystem::path drop() const { return folder_.path() / "drop"; }
    [[nodiscard]] std::filesystem::path keeper_folder() const { return folder_.path() / "keeper"; }
    [[nodiscard]] Keeper keeper() const { return Keeper{keeper_folder(), guards_}; }
    [[nodiscard]] const Sender& member(std::size_t i) const { return members_.at(i); }

    Sender& join(bool is_reader) {
        members_.emplace_back();
        const Sender& sender = members_.back();
        Keeper keeper = this->keeper();
        const Invitation invitation = keeper.invite(is_reader, a_monday);
        send({invitation.terms.team, sender.member, AdmissionRequest{sender.key.verify_key(), invitation.token}},
             sender);
        const auto mail = keeper.take_mail(at(a_monday, 8));
        for (const auto& applicant : mail.applicants) keeper.admit(applicant, a_monday);
        return members_.back();
    }

    void send(const MemberLetter& letter, const Sender& signer, std::string name = {}) {
        put(name.empty() ? name_of(letter) : name, sealed_letter(letter, signer.key, keeper().terms().seal_key));
    }
    /// A week in which so many of ten microbreaks were taken.
    WeeklyRecord send_week(const Sender& sender, int taken, int revision = 1, Day monday = a_monday) {
        WeeklyRecord record = a_record();
        record.monday = monday;
        record.revision = revision;
        record.microbreak = {taken, 0, 0, 10 - taken, 0};
        send({keeper().terms().team, sender.member, record}, sender);
        return record;
    }
    void everybody_sends(int taken) {
        for (const auto& member : members_) send_week(member, taken);
    }
    void put(const std::string& name, std::string_view bytes) const {
        std::ofstream{drop() / name, std::ios::binary} << bytes;
    }

    /// What came of the mail, as "why" of the file whose name holds `part`; "taken" where nothing is said of it.
    std::string why_not(const std::string& part, UtcTime now = week_over) {
        for (const auto& [name, why] : keeper().take_mail(now).refused) {
            if (name.find(part) != std::string::npos) return why;
        }
        return "taken";
    }
    /// The team's microbreak coverage when the week is closed.
    std::optional<Percent> coverage(UtcTime now = week_closed) {
        Keeper keeper = this->keeper();
        (void)keeper.take_mail(now);
        for (const auto& week : keeper.close_weeks(now)) {
            if (week.week == iso_week(a_monday) && week.figures) return week.figures->microbreak.coverage;
        }
        return std::nullopt;
    }
    std::optional<Percent> coverage_after_mail() {
        (void)keeper().take_mail(week_over);
        return coverage();
    }

private:
    ScratchFolder folder_;
    KeeperGuards guards_;
    std::deque<Sender> members_;
};

} // namespace poise::test
