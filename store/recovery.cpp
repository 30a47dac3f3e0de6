// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery.hpp"

#include "fact_rows.hpp"
#include "files.hpp"
#include "rollup.hpp"
#include "salvage.hpp"
#include "schema.hpp"
#include "spans.hpp"

#include <SQLiteCpp/Transaction.h>

#include <fstream>
#include <system_error>

namespace poise {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_size = 4096; // what create_schema makes: SQLite's default
using Page = std::array<char, page_size>;

/// Page 1 as a journal has it that is all right, made to take the file's word for how many pages there are.
Page sound_first_page(const fs::path& sound) {
    Page page{};
    std::ifstream{sound, std::ios::binary}.read(page.data(), page.size());
    // https://www.sqlite.org/fileformat.html, 1.3.9: the size at 28 counts only while 24 and 92 agree.
    page[24 + 3] = 1;
    page[92 + 3] = 2;
    return page;
}

enum class Wal { with, without }; // in which there may be a first page, too

/// The damaged file with that page in front, in a copy of its own.
class Grafted {
public:
    Grafted(const fs::path& damaged, const fs::path& sound, Wal take) : copy_{with_suffix(sound, "-grafted")} {
        remove_database(copy_);
        make_private_file(copy_);
        fs::copy_file(damaged, copy_, fs::copy_options::overwrite_existing);
        if (const auto wal = with_suffix(damaged, "-wal"); take == Wal::with && fs::exists(wal)) {
            fs::copy_file(wal, with_suffix(copy_, "-wal"), fs::copy_options::overwrite_existing);
        }
        const Page page = sound_first_page(sound);
        std::fstream{copy_, std::ios::binary | std::ios::in | std::ios::out}.write(page.data(), page.size());
    }
    ~Grafted() {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(with_suffix(copy_, suffix), ignored);
    }
    Grafted(const Grafted&) = delete;
    Grafted& operator=(const Grafted&) = delete;
    [[nodiscard]] const fs::path& path() const { return copy_; }

private:
    fs::path copy_;
};

Salvaged salvage_into(Connection& sound, const fs::path& damaged, const fs::path& sound_path) {
    RollUp roll_up{sound};
    std::size_t replaced = 0; // by damage alone are there two of one span, of which the later counts
    const auto keep = [&](std::int64_t seq, const Fact& fact) {
        const auto span = span_of(fact);
        const auto before = span ? find_span(sound, *span) : std::nullopt;
        if (before) replaced += 1;
        write_row(sound, seq, fact);
        roll_up.add(fact, before && before->fact ? &*before->fact : nullptr);
    };
    SQLite::Transaction transaction{sound.database(), SQLite::TransactionBehavior::IMMEDIATE};
    auto salvaged = salvage(damaged, keep);
    for (const Wal wal : {Wal::with, Wal::without}) {
        if (salvaged) break;
        const Grafted grafted{damaged, sound_path, wal};
        salvaged = salvage(grafted.path(), keep);
    }
    roll_up.write();
    transaction.commit();
    if (!salvaged) return {.saved = 0, .lost_at_least = 1};
    return {salvaged->saved - replaced, salvaged->lost_at_least + replaced};
}

} // namespace

Recovery recover(const fs::path& database) {
    const auto recovered = name_for_recovered(database);
    const auto sound_path = with_suffix(recovered, ".part");
    remove_database(sound_path);
    make_private_file(sound_path);
    Salvaged salvaged;
    {
        Connection sound{sound_path.string(), SQLite::OPEN_READWRITE, std::chrono::milliseconds{0}};
        // No journal of its own: a recovery that fails starts over with an empty file.
        sound.run("PRAGMA page_size=" + std::to_string(page_size) +
                  "; PRAGMA temp_store=MEMORY;"
                  "PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL");
        create_schema(sound);
        salvaged = salvage_into(sound, database, sound_path);
    }
    fs::rename(sound_path, recovered);
    const auto aside = name_for_damaged(database);
    move_database(database, aside);
    fs::rename(recovered, database);
    return {aside, salvaged.saved, salvaged.lost_at_least};
}

} // namespace poise
