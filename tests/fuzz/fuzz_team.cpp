// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from a member, a keeper or whoever can write into a team's folder. The first says as what the rest is read:
// JSON, a record, a team's week, an invitation, facts, a letter, mail, a ledger. What is signed and sealed is so by
// right keys, else nothing behind the seal would be met. Refused with a reason that is fit for a terminal, or taken:
// then it says, told again, the same.
#include "must.hpp"

#include "file_text.hpp"
#include "keeper.hpp"
#include "poise/iso_time.hpp"
#include "scoped.hpp"
#include "strict_json.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace poise;
using poise::fuzz::must;

namespace {

void must_be_fit(const std::string& why) {
    must(!why.empty() && why.size() < 400, "refused without a reason, or with a long one: " + why);
    must(std::ranges::all_of(why, [](char byte) { return byte >= ' ' && byte <= '~'; }),
         "unfit for a terminal: " + why);
}

/// What was taken, or nothing.
template <class T>
const T* taken(const Result<T, std::string>& read) {
    if (read) return &*read;
    must_be_fit(read.error());
    return nullptr;
}

int depth_of(const nlohmann::ordered_json& json) {
    int deepest = 0;
    for (const auto& each : json) {
        if (json.is_structured()) deepest = std::max(deepest, depth_of(each));
    }
    return json.is_structured() ? deepest + 1 : 0;
}

void read_json(const std::string& text) {
    try {
        const auto json = parse_strictly(text);
        must(json.is_object() && depth_of(json) <= deepest_json, "not as flat as it says: " + text);
        must(parse_strictly(json.dump()) == json, "another JSON: " + text);
    } catch (const UntrustedJson& refused) {
        must_be_fit(refused.what());
    }
}

void read_record(const std::string& text) {
    const auto record = parse_record(text);
    if (!taken(record)) return;
    must(to_json(*record) == text && fault_of(*record).empty(), "a record that Poise would not write: " + text);
}

void read_week(const std::string& text) {
    const auto week = parse_team_week(text);
    if (taken(week)) must(to_json(*week) == text, "a week that Poise would not write: " + text);
}

void read_invitation(const std::string& text) {
    const auto invitation = parse_invitation(text);
    if (!taken(invitation)) return;
    const auto again = parse_invitation(to_text(*invitation));
    must(again && *again == *invitation, "another invitation: " + text);
    must(is_label(invitation->terms.label) && fingerprint(invitation->terms).size() == 39, "an unfit label: " + text);
}

const SigningKey& writer() {
    static const SigningKey key{Hex(64, '1')};
    return key;
}
const SealKey& reader() {
    static const SealKey key{Hex(64, '2')};
    return key;
}

void read_facts_of(const std::string& text) {
    TeamTerms terms;
    terms.team = Hex(32, '3');
    terms.verify_key = writer().verify_key();
    must(!read_facts(text, terms), "facts that nobody has signed");
    const auto facts = read_facts(writer().sign("facts 1", text) + "\n" + text, terms);
    if (!taken(facts)) return;
    const auto again = read_facts(signed_facts(*facts, writer()), terms);
    must(again && *again == *facts, "other facts: " + text);
}

std::string sealed(const std::string& text) {
    return sealed_for(reader().seal_key(), writer().sign("letter 1", text) + text);
}

void read_letter(const std::string& text) {
    must(!open_letter(reader(), text), "a letter that nobody has sealed");
    (void)taken(open_letter(reader(), sealed_for(reader().seal_key(), text)));
    const auto opened = open_letter(reader(), sealed(text));
    if (!taken(opened)) return;
    const MemberLetter& letter = opened->letter;
    must(opened->text == text && is_from(*opened, writer().verify_key()), "another letter: " + text);
    must(is_pseudonym(letter.member), "from no member: " + text);
    const std::string name = name_of(letter);
    must(name.starts_with(letter.member + "-") && name.ends_with(".poise") && name.find('/') == std::string::npos,
         "no name of a file: " + name);
    const auto again = open_letter(reader(), sealed_letter(letter, writer(), reader().seal_key()));
    must(again && again->text == text && again->letter.body == letter.body, "sealed again it says another: " + text);
}

/// A keeper of one member, whose letters lie in `drop`.
class Post {
public:
    static constexpr Day today{std::chrono::days{20'780}};

    Post() {
        Keeper::init(folder(), "Team", drop(), 5, 3, today);
        replace_file(folder() / "seal-key", Hex(64, '2'), 0600);
        Keeper{folder()}.admit({member, writer().verify_key(), false, {}}, today);
        admitted_ = *read_file(folder() / "state.json");
        team_ = Keeper{folder()}.terms().team;
    }
    /// `text` with TEAM for the team, under the name that it should have and under another.
    void deliver(std::string text) const {
        if (const auto place = text.find(Hex(32, '3')); place != std::string::npos) text.replace(place, 32, team_);
        replace_file(folder() / "state.json", admitted_, 0600);
        std::filesystem::remove_all(folder() / "records");
        const auto opened = open_letter(reader(), sealed(text));
        const std::string name = opened ? name_of(opened->letter) : std::string{"letter"};
        replace_file(drop() / name, sealed(text), 0600);
        replace_file(drop() / ("x" + name), sealed(text), 0600);
        Keeper keeper{folder()};
        const auto before = keeper.members();
        const auto mail = keeper.take_mail(UtcTime{today.time_since_epoch()});
        must(mail.applicants.empty(), "somebody without an invitation applies: " + text);
        must(!mail.refused.empty() && mail.refused.size() <= 2,
             "it is taken under a name that is not its own: " + text);
        for (const auto& [letter, why] : mail.refused) must_be_fit(why + letter);
        const auto* const record = opened ? std::get_if<WeeklyRecord>(&opened->letter.body) : nullptr;
        if (mail.refused.size() == 1 && record) {
            const auto file = folder() / "records" / (std::string{member} + "-" + to_iso(record->monday) + ".json");
            must(read_file(file).value() == to_json(*record), "another record is kept: " + text);
        }
        const bool has_left = opened && std::holds_alternative<Withdrawal>(opened->letter.body);
        if (mail.refused.size() == 2 || !has_left) must(keeper.members() == before, "the members are others: " + text);
        must(Keeper{folder()}.members() == keeper.members(), "the keeper does not remember: " + text);
        for (const auto& file : std::filesystem::directory_iterator(drop())) std::filesystem::remove(file.path());
    }
    void keep_ledger(const std::string& text) const {
        const auto file = folder() / "any-ledger";
        replace_file(file, text, 0600);
        try {
            const Ledger ledger{file, writer(), 0};
            must(text.empty(), "a ledger that nobody has signed: " + text);
        } catch (const std::runtime_error& broken) {
            must_be_fit(broken.what());
        }
    }

private:
    static constexpr const char* member = "m_44444444444444444444444444444444";

    [[nodiscard]] std::filesystem::path folder() const { return scratch_.path() / "keeper"; }
    [[nodiscard]] std::filesystem::path drop() const { return scratch_.path() / "drop"; }

    test::ScratchFolder scratch_;
    std::string admitted_;
    Hex team_;
};

const Post& post() {
    ::setenv("TMPDIR", "/dev/shm", 1); // its files are made durable, thousands of times
    static const Post the_post;
    return the_post;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text{data + 1, data + size};
    switch (data[0] % 8) {
    case 0: read_json(text); break;
    case 1: read_record(text); break;
    case 2: read_week(text); break;
    case 3: read_invitation(text); break;
    case 4: read_facts_of(text); break;
    case 5: read_letter(text); break;
    case 6: post().deliver(text); break;
    default: post().keep_ledger(text);
    }
    return 0;
}
