// SPDX-License-Identifier: GPL-3.0-or-later
#include "member.hpp"

#include "file_text.hpp"
#include "own_file.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"
#include "strict_json.hpp"

#include <sys/stat.h>

namespace poise {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;
using std::chrono::weeks;

constexpr int weeks_looked_at = 3; // the last that can still be open, wherever one is

} // namespace

Member::Member(fs::path folder) : folder_{std::move(folder)} {}

std::optional<Membership> Member::membership() const {
    const fs::path file = folder_ / "membership.json";
    if (!fs::exists(file)) return std::nullopt;
    const std::string text = read_own(file);
    try {
        const Json json = parse_strictly(text);
        StrictFields fields{json};
        Membership membership{read_terms(fields),
                              fields.text("member"),
                              fields.flag("withholds_movement"),
                              {},
                              fields.integer("facts_serial")};
        const auto since = parse_iso_day(fields.text("since"));
        if (!since || !is_pseudonym(membership.member)) throw UntrustedJson{tr("it does not describe a team")};
        membership.since = *since;
        fields.done();
        return membership;
    } catch (const UntrustedJson& refused) {
        throw std::runtime_error(tr("{file}: {why}", {{"file", file.string()}, {"why", refused.what()}}));
    }
}

void Member::write(const Membership& membership) const {
    Json json;
    write_terms(json, membership.terms);
    json["member"] = membership.member;
    json["withholds_movement"] = membership.withholds_movement;
    json["since"] = to_iso(membership.since);
    json["facts_serial"] = membership.facts_serial;
    replace_file(folder_ / "membership.json", json.dump(2) + "\n", for_the_owner);
}

SigningKey Member::key() const { return SigningKey{read_own(folder_ / "key")}; }

void Member::enrol(const Invitation& invitation, bool withhold, Day since) {
    const Hex seed = random_hex(32);
    const SigningKey key{seed};
    const std::string member = "m_" + random_hex(16);
    const MemberLetter request{invitation.terms.team, member, AdmissionRequest{key.verify_key(), invitation.token}};
    make_carrier(invitation.terms.carrier)
        ->send(name_of(request), sealed_letter(request, key, invitation.terms.seal_key));
    make_folders(folder_);
    ::chmod(folder_.c_str(), 0700);
    replace_file(folder_ / "key", seed, for_the_owner);
    replace_file(folder_ / "lot", random_hex(32), for_the_owner);
    write({invitation.terms, member, withhold, since, 0});
}

void Member::withhold_movement(bool withhold) {
    auto now = membership().value();
    now.withholds_movement = withhold;
    write(now);
}

void Member::note_facts(int serial) {
    auto now = membership().value();
    now.facts_serial = serial;
    write(now);
}

std::optional<WeeklyRecord> Member::record_of(const Days& days, Day monday) const {
    const Hex drawn = sha256(read_own(folder_ / "lot") + to_iso(monday));
    const auto movement = movement_told(membership().value().withholds_movement, drawn);
    const auto record = make_record(monday, 1, open_days(days, monday), movement);
    if (!record) return std::nullopt;
    return outbox().revised(*record);
}

std::vector<WeeklyRecord> Member::due(const std::function<Days(Day)>& days_of_week, Day today, UtcTime now) const {
    const auto member = membership().value();
    const auto sent = outbox().sent();
    const Day this_monday = monday_of(iso_week(today));
    std::vector<WeeklyRecord> due;
    for (Day monday = this_monday - weeks{weeks_looked_at}; monday < this_monday; monday += weeks{1}) {
        if (monday < member.since || now >= closes(monday, member.terms.close_day)) continue;
        const auto record = record_of(days_of_week(monday), monday);
        const auto last = sent.find(monday);
        if (record && (last == sent.end() || last->second != *record)) due.push_back(*record);
    }
    return due;
}

void Member::send(const std::vector<WeeklyRecord>& records) {
    const auto member = membership().value();
    const auto carrier = make_carrier(member.terms.carrier);
    const SigningKey from = key();
    for (const auto& record : records) {
        const MemberLetter letter{member.terms.team, member.member, record};
        carrier->send(name_of(letter), sealed_letter(letter, from, member.terms.seal_key));
        outbox().keep(record); // killed in between it goes once more, the same
    }
}

Member::Left Member::leave() {
    const auto member = membership().value();
    Left left;
    try {
        const auto carrier = make_carrier(member.terms.carrier);
        std::vector<std::string> names{letter_name(member.member, "request")};
        for (const auto& [monday, record] : outbox().sent())
            names.push_back(letter_name(member.member, to_iso(monday)));
        for (const auto& name : names) {
            if (!carrier->take_back(name)) left.not_taken_back.push_back(name);
        }
        const MemberLetter goodbye{member.terms.team, member.member, Withdrawal{}};
        carrier->send(name_of(goodbye), sealed_letter(goodbye, key(), member.terms.seal_key));
        left.told_keeper = true;
    } catch (const std::runtime_error&) {
        return left; // the keys stay, so that it can be tried again
    }
    fs::remove_all(folder_);
    return left;
}

} // namespace poise
