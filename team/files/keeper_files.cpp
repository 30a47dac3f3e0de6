// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeper.hpp"

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

Day day_in(StrictFields& fields, const char* key) {
    const auto day = parse_iso_day(fields.text(key));
    if (!day) throw UntrustedJson{tr("{key} is missing or not what it should be", {{"key", key}})};
    return *day;
}

} // namespace

void Keeper::init(const fs::path& folder, const std::string& label, const fs::path& drop, int minimum,
                  unsigned close_day, Day today) {
    if (fs::exists(folder / "team.json"))
        throw std::runtime_error(tr("{folder}: there is a keeper already", {{"folder", folder.string()}}));
    make_folders(folder);
    ::chmod(folder.c_str(), 0700);
    const Hex sign_seed = random_hex(32);
    const Hex seal_seed = random_hex(32);
    replace_file(folder / "sign-key", sign_seed, for_the_owner);
    replace_file(folder / "seal-key", seal_seed, for_the_owner);
    if (!fs::exists(drop)) {
        make_folders(drop);
        ::chmod(drop.c_str(), 01733); // everybody writes, nobody lists, and each removes their own alone
    }
    const TeamTerms terms{random_hex(16),
                          label,
                          {"folder", drop.string()},
                          SealKey{seal_seed}.seal_key(),
                          SigningKey{sign_seed}.verify_key(),
                          minimum,
                          close_day};
    Json json;
    write_terms(json, terms);
    json["first_week"] = to_iso(monday_of(iso_week(today)));
    replace_file(folder / "team.json", json.dump(2) + "\n", for_the_owner);
}

Keeper::Keeper(fs::path folder, const KeeperGuards& guards)
    : folder_{std::move(folder)}, guards_{guards}, signing_{read_own(folder_ / "sign-key")}, seal_{
                                                                                                 read_own(folder_ /
                                                                                                          "seal-key")} {
    load();
}

void Keeper::load() {
    const fs::path team = folder_ / "team.json";
    const fs::path state = folder_ / "state.json";
    const fs::path* reading = &team;
    try {
        const Json described = parse_strictly(read_own(team));
        StrictFields fields{described};
        terms_ = read_terms(fields);
        first_week_ = day_in(fields, "first_week");
        fields.done();
        if (!fs::exists(state)) return;
        reading = &state;
        const Json json = parse_strictly(read_own(state));
        StrictFields now{json};
        readings_ = now.integer("readings");
        serial_ = now.integer("serial");
        closed_ = static_cast<std::size_t>(now.integer("closed"));
        for (const auto& each : now.any("members")) {
            StrictFields member{each};
            members_.push_back({member.text("member"), member.text("verify_key"), day_in(member, "effective_from"),
                                member.flag("reader"), member.flag("left")});
            member.done();
        }
        for (const auto& each : now.any("invitations")) {
            StrictFields open{each};
            invitations_.push_back({open.text("token_hash"), day_in(open, "until"), open.flag("reader")});
            open.done();
        }
        now.done();
    } catch (const UntrustedJson& refused) {
        throw std::runtime_error(tr("{file}: {why}", {{"file", reading->string()}, {"why", refused.what()}}));
    }
}

void Keeper::save() const {
    Json members = Json::array();
    for (const auto& entry : members_) {
        members.push_back({{"member", entry.member},
                           {"verify_key", entry.verify_key},
                           {"effective_from", to_iso(entry.effective_from)},
                           {"reader", entry.is_reader},
                           {"left", entry.has_left}});
    }
    Json invitations = Json::array();
    for (const auto& open : invitations_) {
        invitations.push_back(
            {{"token_hash", open.token_hash}, {"until", to_iso(open.until)}, {"reader", open.is_reader}});
    }
    const Json json{{"readings", readings_},
                    {"serial", serial_},
                    {"closed", closed_},
                    {"members", members},
                    {"invitations", invitations}};
    replace_file(folder_ / "state.json", json.dump(2) + "\n", for_the_owner);
}

} // namespace poise
