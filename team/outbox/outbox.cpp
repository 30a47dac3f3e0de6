// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.hpp"

#include "file_text.hpp"
#include "poise/iso_time.hpp"

#include <algorithm>
#include <charconv>

namespace poise {

namespace fs = std::filesystem;

namespace {

constexpr const char* erased_name = "erased";
constexpr const char* backoff_name = "backoff"; // "2 2026-11-30T09:12:00+00:00"

} // namespace

fs::path team_folder(const fs::path& journal) { return journal.parent_path() / "team"; }
fs::path board_folder(const fs::path& journal) { return journal.parent_path() / "board"; }

Outbox::Outbox(const fs::path& folder) : folder_{folder / "outbox"} {}

std::map<Day, WeeklyRecord> Outbox::sent() const {
    std::map<Day, WeeklyRecord> all;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder_, missing)) {
        const auto text = read_file(entry.path());
        if (!text) continue;
        if (const auto record = parse_record(*text)) all.emplace(record->monday, *record);
    }
    return all;
}

int Outbox::erased_revision() const {
    int revision = 0;
    if (const auto text = read_file(folder_ / erased_name))
        std::from_chars(text->data(), text->data() + text->size(), revision);
    return revision;
}

WeeklyRecord Outbox::revised(WeeklyRecord record) const {
    const auto all = sent();
    const auto last = all.find(record.monday);
    if (last == all.end()) {
        record.revision = std::min(highest_revision, erased_revision() + 1);
        return record;
    }
    record.revision = last->second.revision;
    if (record != last->second) record.revision = std::min(highest_revision, record.revision + 1);
    return record;
}

void Outbox::keep(const WeeklyRecord& record) {
    make_folders(folder_);
    replace_file(folder_ / (to_iso(record.monday) + ".json"), to_json(record), for_the_owner);
}

Backoff Outbox::backoff() const {
    const auto text = read_file(folder_ / backoff_name);
    if (!text) return {};
    Backoff kept;
    const auto error = std::from_chars(text->data(), text->data() + text->size(), kept.failures).ec;
    const auto not_before = parse_iso_time(std::string_view{*text}.substr(text->find(' ') + 1));
    if (error != std::errc{} || !not_before) return {};
    kept.not_before = not_before->utc;
    return kept;
}

void Outbox::keep(const Backoff& backoff) {
    make_folders(folder_);
    replace_file(folder_ / backoff_name, std::to_string(backoff.failures) + " " + to_iso(backoff.not_before, Offset{0}),
                 for_the_owner);
}

void Outbox::forget_backoff() {
    std::error_code missing;
    fs::remove(folder_ / backoff_name, missing);
}

std::size_t Outbox::erase(std::optional<Day> before) {
    std::size_t gone = 0;
    int revision = erased_revision();
    if (!before) forget_backoff();
    for (const auto& [monday, record] : sent()) {
        if (before && monday >= *before) continue;
        revision = std::max(revision, record.revision);
        if (fs::remove(folder_ / (to_iso(monday) + ".json"))) ++gone;
    }
    if (gone > 0) replace_file(folder_ / erased_name, std::to_string(revision), for_the_owner);
    return gone;
}

} // namespace poise
