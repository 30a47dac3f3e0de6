// SPDX-License-Identifier: GPL-3.0-or-later
// A journal, with its WAL, that is damaged as the bytes say: overwritten, with pages blank or exchanged, cut off.
// Whatever is left of it, the daemon starts, what it records is kept, and a report can be made; only a file that says
// of itself that it is no journal, or a newer one, is refused. Where pages are gone or elsewhere, nothing is made up of
// what is left; and once it was recovered, its days are what its facts add up to.
#include "bytes.hpp"
#include "folding.hpp"

#include "journal_reader.hpp"
#include "opening.hpp"
#include "random_life.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace poise;
using poise::fuzz::must;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t page = 4096;

std::string read(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}
void write(const fs::path& file, const std::string& content) { std::ofstream{file, std::ios::binary} << content; }

const Fact in_the_wal{stamp(fuzz::folding_moment()), Noted{"in the WAL"}};
const Fact after_the_damage{stamp(fuzz::folding_moment()), Noted{"after the damage"}};

struct Files {
    std::string database;
    std::string wal;
    std::vector<Fact> facts; // that are in them
};

std::vector<Fact> facts_in(const fs::path& database) {
    std::vector<Fact> facts;
    const std::size_t strange = JournalReader{database}.every_fact([&](const Fact& fact) { facts.push_back(fact); });
    must(strange == 0, "facts that are not understood");
    return facts;
}

/// As a killed daemon leaves them: some facts in the file, some in its WAL.
Files sound_files() {
    ::setenv("TMPDIR", "/dev/shm", 1);
    const test::ScratchFolder folder;
    const auto database = folder.path() / "poise.db";
    const auto live = [](std::uint64_t seed) {
        test::RandomLife life{seed};
        for (int i = 0; i < 60; ++i) life.goes_on();
        return life.life().facts();
    };
    SqliteJournal{database}.append(live(1));
    SqliteJournal journal{database};
    journal.append({in_the_wal});
    return {read(database), read(database.string() + "-wal"), facts_in(database)};
}

std::size_t offset_in(fuzz::Bytes& bytes, const std::string& file) {
    const std::size_t offset = static_cast<std::size_t>(bytes.byte()) << 16 |
                               static_cast<std::size_t>(bytes.byte()) << 8 | static_cast<std::size_t>(bytes.byte());
    return file.empty() ? 0 : offset % file.size();
}

void blank(std::string& file, std::size_t offset) {
    const std::size_t begin = offset / page * page;
    file.replace(begin, std::min(page, file.size() - begin), std::min(page, file.size() - begin), '\0');
}

void exchange(std::string& file, std::size_t one, std::size_t other) {
    if (std::max(one, other) / page * page + page > file.size()) return;
    for (std::size_t i = 0; i < page; ++i) std::swap(file[one / page * page + i], file[other / page * page + i]);
}

/// Whether it has written anything that was not there.
bool damage(fuzz::Bytes& bytes, std::string& file) {
    const std::size_t at = offset_in(bytes, file);
    switch (bytes.below(5)) {
    case 0: file.resize(at); return false;
    case 1: blank(file, at); return false;
    case 2: exchange(file, at, offset_in(bytes, file)); return false;
    default: {
        const std::string text = bytes.text();
        file.replace(at, std::min(text.size(), file.size() - at), text.substr(0, file.size() - at));
        return true;
    }
    }
}

/// By its file, as SQLite's header has it: 60 the version, 68 whose it is.
bool says_it_is_a_journal(const Files& files, const Files& sound) {
    return files.wal == sound.wal && files.database.size() >= 72 &&
           files.database.compare(60, 12, sound.database, 60, 12) == 0;
}

void must_add_up(const std::vector<Fact>& facts, const fs::path& database) {
    Days days;
    for (const Fact& fact : facts) add_up(days, fact);
    if (days.empty()) return;
    Days kept = JournalReader{database}.days(days.begin()->first, days.rbegin()->first);
    for (const auto& [day, totals] : days) must(kept[day] == totals, "a day is not what its facts add up to");
}

void use(const fs::path& database, const Files& sound, bool is_overwritten) {
    const Day today = day_of(after_the_damage.at);
    SqliteJournal journal{database};
    fuzz::start_from(journal.recent(fuzz::folding_moment()));
    // What was not seen at the opening is met, and mended, with one of these.
    for (int tries = 0; tries < 3 && (tries == 0 || !journal.health().trouble.empty()); ++tries) {
        journal.append({after_the_damage});
    }
    must(journal.health().trouble.empty(), "it cannot be written: " + journal.health().trouble);
    JournalReader reader{database};
    std::vector<Fact> left;
    const std::size_t strange = reader.every_fact([&](const Fact& fact) { left.push_back(fact); });
    must(!left.empty() && left.back() == after_the_damage, "what was recorded is gone");
    (void)fuzz::report_on(reader.days(today - std::chrono::days{40}, today));
    (void)reader.open_bout();
    (void)reader.chosen(today);
    if (journal.recovery()) {
        must(strange == 0, "a fact that is not understood was taken over");
        must_add_up(left, database);
    }
    if (is_overwritten) return;
    for (const Fact& fact : left) {
        must(fact == after_the_damage || std::ranges::find(sound.facts, fact) != sound.facts.end(), "it is made up");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Files sound = sound_files();
    Files files = sound;
    fuzz::Bytes bytes{data, size};
    bool is_overwritten = false;
    for (int i = 0; i < 16 && !bytes.is_empty(); ++i) {
        is_overwritten |= damage(bytes, bytes.below(4) == 0 ? files.wal : files.database);
    }
    const test::ScratchFolder folder;
    const auto database = folder.path() / "poise.db";
    write(database, files.database);
    write(database.string() + "-wal", files.wal);
    try {
        use(database, sound, is_overwritten);
    } catch (const JournalRefused& refused) {
        must(!says_it_is_a_journal(files, sound), std::string{"refused: "} + refused.what());
    }
    return 0;
}
