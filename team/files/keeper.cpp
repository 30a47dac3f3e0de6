// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeper.hpp"

#include "file_text.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <algorithm>

namespace poise {

namespace fs = std::filesystem;

namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr days invitation_lasts{7};
constexpr weeks kept_after_closing{8}; // records, for whoever checks the figures
constexpr unsigned most_weeks_to_wait = 4;

Day utc_day(UtcTime time) { return Day{std::chrono::floor<days>(time).time_since_epoch()}; }

} // namespace

Invitation Keeper::invite(bool is_reader, Day today) {
    Invitation invitation{terms_, random_hex(16), today + invitation_lasts};
    std::erase_if(invitations_, [&](const OpenInvitation& open) { return open.until < today; });
    invitations_.push_back({sha256(invitation.token), invitation.until, is_reader});
    save();
    return invitation;
}

void Keeper::admit(const Applicant& applicant, Day today) {
    const auto waits = guards_.waits_to_count ? 1 + random_up_to(most_weeks_to_wait - 1) : 0;
    members_.push_back({applicant.member, applicant.verify_key,
                        monday_of(iso_week(today)) + weeks{static_cast<int>(waits)}, applicant.is_reader, false});
    // Good once; and no list says who got which.
    std::erase_if(invitations_, [&](const OpenInvitation& open) {
        return guards_.used_once && open.token_hash == applicant.token_hash;
    });
    save();
    (void)DropFolder{terms_.carrier.place}.take_back(letter_name(applicant.member, "request"));
}

KeyringEntry* Keeper::find(const std::string& member) {
    const auto found = std::ranges::find(members_, member, &KeyringEntry::member);
    return found == members_.end() ? nullptr : &*found;
}

bool Keeper::revoke(const std::string& member) {
    if (!find(member)) return false;
    forget(member);
    save();
    return true;
}

void Keeper::forget(const std::string& member) {
    if (auto* entry = find(member)) entry->has_left = true;
    std::error_code missing;
    for (const auto& file : fs::directory_iterator(folder_ / "records", missing)) {
        if (file.path().filename().string().starts_with(member)) fs::remove(file.path());
    }
}

Keeper::Mail Keeper::take_mail(UtcTime now) {
    Mail mail;
    std::vector<std::string> known;
    for (const auto& entry : members_) known.push_back(entry.member);
    const DropFolder folder{terms_.carrier.place};
    for (const auto& [name, bytes] : folder.letters(known, mail.refused, guards_.folder)) {
        const auto opened = open_letter(seal_, bytes, guards_.shallow);
        if (opened)
            take(*opened, name, now, mail);
        else
            mail.refused.push_back({printable(name, 100), opened.error()});
    }
    save();
    return mail;
}

void Keeper::take(const OpenedLetter& opened, const std::string& name, UtcTime now, Mail& mail) {
    const auto& [team, member, body] = opened.letter;
    const auto refuse = [&](std::string why) { mail.refused.push_back({printable(name, 100), std::move(why)}); };
    if (team != terms_.team) return refuse(tr("it is for another team"));
    if (guards_.own_name && name != name_of(opened.letter))
        return refuse(tr("it is not under its own name, which is {name}", {{"name", name_of(opened.letter)}}));
    if (const auto* request = std::get_if<AdmissionRequest>(&body)) {
        if (!is_from(opened, request->verify_key)) return refuse(tr("its signature is not its writer's"));
        if (find(member)) return refuse(tr("its writer is a member already"));
        const auto invitation = std::ranges::find(invitations_, sha256(request->token), &OpenInvitation::token_hash);
        if (invitation == invitations_.end() || invitation->until < utc_day(now))
            return refuse(tr("its invitation is used, too old, or none of ours"));
        return mail.applicants.push_back({member, request->verify_key, invitation->is_reader, invitation->token_hash});
    }
    const KeyringEntry* const entry = find(member);
    if (!entry) return refuse(tr("its writer is no member"));
    if (guards_.signature && !is_from(opened, entry->verify_key))
        return refuse(tr("its signature is not its writer's"));
    const bool withdraws = std::holds_alternative<Withdrawal>(body);
    if (withdraws) forget(member);
    // Nothing of theirs stays; that they have left is known.
    if (entry->has_left) (void)DropFolder{terms_.carrier.place}.take_back(name);
    if (withdraws) return;
    if (entry->has_left) return refuse(tr("its writer is no member"));

    const auto& record = std::get<WeeklyRecord>(body);
    const bool is_open = now < closes(record.monday, terms_.close_day);
    if (guards_.in_time && now < ends_somewhere(record.monday)) return refuse(tr("its week is not over"));
    const auto before = collected(member, record.monday);
    if (before == record) return; // as it was taken before
    if (guards_.in_time && !is_open) return refuse(tr("its week is closed"));
    if (guards_.newest && before && record.revision < before->revision)
        return refuse(tr("it is older than what came before"));
    take_record(record, member);
}

fs::path Keeper::record_file(const std::string& member, Day monday) const {
    return folder_ / "records" / (member + "-" + to_iso(monday) + ".json");
}

void Keeper::take_record(const WeeklyRecord& record, const std::string& member) {
    make_folders(folder_ / "records");
    replace_file(record_file(member, record.monday), to_json(record), for_the_owner);
}

std::optional<WeeklyRecord> Keeper::collected(const std::string& member, Day monday) const {
    const auto text = read_file(record_file(member, monday));
    if (!text) return std::nullopt;
    const auto record = parse_record(*text);
    if (!record) return std::nullopt;
    return *record;
}

std::vector<Contribution> Keeper::contributions(Day monday) const {
    std::vector<Contribution> all;
    for (const auto& entry : members_) {
        if (entry.has_left || monday < entry.effective_from) continue;
        if (const auto record = collected(entry.member, monday)) all.push_back({*record, entry.is_reader});
    }
    return all;
}

Ledger Keeper::ledger() const { return {folder_ / "ledger", signing_, closed_, guards_.proven_ledger}; }

Day Keeper::open_week(UtcTime now) const {
    Day monday = first_week_;
    while (closes(monday, terms_.close_day) <= now) monday += weeks{1};
    return monday;
}

std::vector<TeamWeek> Keeper::close_weeks(UtcTime now) {
    Ledger closed = ledger();
    std::vector<TeamWeek> afresh;
    for (Day monday = first_week_; monday < open_week(now); monday += weeks{1}) {
        const IsoWeek week = iso_week(monday);
        if (closed.holds(week) && guards_.frozen) continue;
        const auto members = contributions(monday);
        afresh.push_back(team_week(week, members, terms_.minimum, guards_.figures));
        if (!closed.holds(week)) closed.append(afresh.back());
    }
    closed_ = closed.weeks().size();
    save();
    forget_old(now);
    return guards_.frozen ? closed.weeks() : afresh;
}

void Keeper::forget_old(UtcTime now) const {
    std::error_code missing;
    DropFolder folder{terms_.carrier.place};
    for (const auto& file : fs::directory_iterator(folder_ / "records", missing)) {
        const auto text = read_file(file.path());
        const auto record = parse_record(text ? *text : std::string{});
        if (record && now < closes(record->monday, terms_.close_day) + kept_after_closing) continue;
        fs::remove(file.path());
        (void)folder.take_back(file.path().stem().string() + ".poise");
    }
}

void Keeper::count_reading() {
    readings_ += 1;
    publish();
}

void Keeper::publish() {
    constexpr std::size_t weeks_published = 52;
    serial_ += 1;
    save();
    const Ledger closed = ledger();
    auto told = closed.weeks();
    if (told.size() > weeks_published) told.erase(told.begin(), told.end() - weeks_published);
    const auto readers =
        std::ranges::count_if(members_, [](const KeyringEntry& m) { return m.is_reader && !m.has_left; });
    const TeamFacts facts{terms_.team,   serial_, terms_.minimum, static_cast<int>(readers), readings_,
                          closed.head(), told};
    DropFolder{terms_.carrier.place}.send(facts_name, signed_facts(facts, signing_));
}

} // namespace poise
