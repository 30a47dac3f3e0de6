// SPDX-License-Identifier: GPL-3.0-or-later
// A journal that was exported and imported is the same journal, and one that was refused is as it was.
#include "export_text.hpp"
#include "importing.hpp"
#include "journal_reader.hpp"
#include "memory_folder.hpp"
#include "opening.hpp"
#include "random_life.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::uint64_t imported_lives = 24;
constexpr int things_per_import = 120;

class AnImport : public testing::Test {
protected:
    MemoryFolder folder_;

    [[nodiscard]] fs::path from() const { return folder_.path() / "from" / "poise.db"; }
    [[nodiscard]] fs::path to() const { return folder_.path() / "to" / "poise.db"; }
    static std::string exported(const fs::path& journal, Sealed sealed) {
        std::string text = export_header(sealed);
        JournalReader reader{journal};
        const auto lost = reader.every_fact([&](const Fact& fact) {
            const auto kept = sealed == Sealed::included ? fact : without_sealed(fact);
            if (kept) text += export_line(*kept);
        });
        EXPECT_EQ(lost, 0u);
        return text;
    }
    static std::vector<Fact> read(const std::string& text) {
        auto facts = parse_export(text);
        if (facts) return *std::move(facts);
        for (const auto& problem : facts.error()) ADD_FAILURE() << problem.line << ": " << problem.what;
        return {};
    }
    [[nodiscard]] std::string why_refused(const std::vector<Fact>& facts) const {
        try {
            import_facts(to(), facts);
        } catch (const JournalRefused& refused) {
            return refused.what();
        }
        return "not refused";
    }
};

class AnImportOfALife : public AnImport, public testing::WithParamInterface<std::uint64_t> {};

TEST_P(AnImportOfALife, IsExportedByteForByteAsItCame) {
    RandomLife random{GetParam()};
    for (int i = 0; i < things_per_import; ++i) random.goes_on();
    SqliteJournal{from(), random.life().facts().size() + 1}.append(random.life().facts());
    for (const Sealed sealed : {Sealed::included, Sealed::left_out}) {
        const std::string text = exported(from(), sealed);
        fs::remove_all(to().parent_path());
        import_facts(to(), read(text));
        EXPECT_EQ(exported(to(), sealed), text);
    }
}

TEST_P(AnImportOfALife, AddsUpAndGoesOnAsBefore) {
    RandomLife random{GetParam()};
    for (int i = 0; i < things_per_import; ++i) random.goes_on();
    const Life& life = random.life();
    SqliteJournal{from(), life.facts().size() + 1}.append(life.facts());
    import_facts(to(), read(exported(from(), Sealed::included)));
    EXPECT_EQ(in_words(all_days_in(to())), in_words(all_days_in(from())));
    EXPECT_FALSE(all_days_in(to()).empty());
    SqliteJournal journal{to()};
    const auto restore_from = [&](const std::vector<Fact>& facts) {
        return restore(life.state().settings, life.state().guide, facts, life.now());
    };
    EXPECT_EQ(restore_from(journal.recent(life.now())).memory, restore_from(life.facts()).memory);
    journal.append({note("afterwards")});
    EXPECT_EQ(journal.health().trouble, "");
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnImportOfALife, testing::Range(std::uint64_t{100}, 100 + imported_lives));

TEST_F(AnImport, MakesAJournalForItsOwnerAlone) {
    import_facts(to(), one_of_each());
    EXPECT_EQ(fs::status(to()).permissions(), fs::perms{0600});
    EXPECT_EQ(fs::status(to().parent_path()).permissions(), fs::perms{0700});
    EXPECT_TRUE(all_facts_in(to()) == one_of_each());
}

TEST_F(AnImport, FillsAJournalThatWasErased) {
    SqliteJournal{to()}.append({note("old")});
    ASSERT_TRUE(SqliteJournal{to()}.erase_all());
    import_facts(to(), {note("new")});
    EXPECT_THAT(notices_in(to()), testing::ElementsAre("new"));
}

TEST_F(AnImport, IsNotMixedWithFactsThatAreThere) {
    SqliteJournal{to()}.append({note("mine"), note("too")});
    EXPECT_THAT(why_refused({note("theirs")}), HasSubstr("holds 2 facts already"));
    EXPECT_THAT(notices_in(to()), testing::ElementsAre("mine", "too"));
}

TEST_F(AnImport, WaitsForNoDaemon) {
    const SqliteJournal daemon{to()};
    EXPECT_THROW(import_facts(to(), {note("theirs")}), JournalInUse);
    EXPECT_TRUE(all_facts_in(to()).empty());
}

} // namespace
} // namespace poise::test
