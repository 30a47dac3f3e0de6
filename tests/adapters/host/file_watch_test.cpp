// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_watch.hpp"

#include "scoped.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

void write(const fs::path& file, const std::string& text) { std::ofstream{file} << text; }

/// Notes what the file says whenever it is told to have changed.
struct FileWatchTest : testing::Test {
    ScratchFolder scratch;
    boost::asio::io_context io;
    fs::path file = scratch.path() / "config" / "poise.toml";
    std::vector<std::string> read;
    std::optional<FileWatch> watch;

    void watch_it() {
        watch.emplace(io, file, [this] {
            std::ifstream stream{file};
            read.push_back(stream ? std::string{std::istreambuf_iterator<char>{stream}, {}} : "(none)");
        });
        EXPECT_EQ(watch->trouble(), "");
    }
    void watch_in_a_folder() {
        fs::create_directory(file.parent_path());
        write(file, "old");
        watch_it();
    }
    /// What was read until the last reading is this one.
    std::vector<std::string> until(const std::string& last) {
        EXPECT_TRUE(run_until(io, 20s, [&] { return !read.empty() && read.back() == last; })) << "never read " << last;
        return std::exchange(read, {});
    }
};

using Texts = std::vector<std::string>;

TEST_F(FileWatchTest, TellsOfAFileThatIsTruncatedAndWritten) {
    watch_in_a_folder();
    write(file, "new");
    EXPECT_EQ(until("new"), Texts{"new"});
    write(file, "newer");
    EXPECT_EQ(until("newer"), Texts{"newer"});
}

TEST_F(FileWatchTest, TellsOfEveryFileThatEndsAsAPatternSays) {
    const fs::path folder = scratch.path() / "guide.d";
    int told = 0;
    watch.emplace(io, folder / "*.toml", [&] { ++told; });
    const auto is_told = [&](int times) { EXPECT_TRUE(run_until(io, 20s, [&] { return told == times; })) << told; };
    fs::create_directory(folder); // that was not there before
    is_told(1);
    write(folder / "a.toml", "a");
    is_told(2);
    write(folder / "b.toml", "b");
    is_told(3);
    write(folder / "b.toml~", "b");
    fs::remove(folder / "a.toml");
    is_told(4);
}

TEST_F(FileWatchTest, TellsOfATemporaryFileThatIsRenamed) {
    watch_in_a_folder();
    for (const char* text : {"new", "newer"}) {
        write(file.parent_path() / "poise.toml.tmp", text);
        fs::rename(file.parent_path() / "poise.toml.tmp", file);
        EXPECT_EQ(until(text), Texts{text});
    }
}

TEST_F(FileWatchTest, DoesNotTakeAFileThatIsBeingReplacedForADeletedOrAnEmptyOne) {
    watch_in_a_folder();
    fs::rename(file, file.parent_path() / "poise.toml~");
    run_for(io, 200ms);
    std::ofstream slow{file};
    run_for(io, 200ms);
    slow << "half of";
    slow.flush();
    run_for(io, 200ms);
    slow << " it";
    slow.close();
    fs::remove(file.parent_path() / "poise.toml~");
    EXPECT_EQ(until("half of it"), Texts{"half of it"});
}

TEST_F(FileWatchTest, ReadsNothingThatIsStillBeingWritten) {
    watch_in_a_folder();
    std::ofstream slow{file};
    slow << "half of";
    slow.flush();
    run_for(io, 300ms);
    EXPECT_EQ(read, Texts{});
    slow << " it";
    slow.close();
    EXPECT_EQ(until("half of it"), Texts{"half of it"});
}

TEST_F(FileWatchTest, TellsOnceOfABurst) {
    watch_in_a_folder();
    for (int i = 1; i <= 100; ++i) write(file, std::to_string(i));
    EXPECT_EQ(until("100"), Texts{"100"});
    write(file, "last");
    EXPECT_EQ(until("last"), Texts{"last"});
}

TEST_F(FileWatchTest, TellsOfAFileThatIsDeletedAndMadeAgain) {
    watch_in_a_folder();
    fs::remove(file);
    EXPECT_EQ(until("(none)"), Texts{"(none)"});
    write(file, "again");
    EXPECT_EQ(until("again"), Texts{"again"});
}

TEST_F(FileWatchTest, WaitsForFoldersThatAreNotThereYet) {
    file = scratch.path() / "home" / ".config" / "poise" / "poise.toml";
    watch_it();
    fs::create_directories(file.parent_path());
    write(file, "new");
    EXPECT_EQ(until("new"), Texts{"new"});
    write(file, "newer");
    EXPECT_EQ(until("newer"), Texts{"newer"});
}

TEST_F(FileWatchTest, FollowsALinkToWhereItLeads) {
    const fs::path there = scratch.path() / "dotfiles";
    const fs::path other = scratch.path() / "others";
    fs::create_directories(there);
    fs::create_directories(other);
    fs::create_directory(file.parent_path());
    write(there / "poise.toml", "old");
    write(other / "poise.toml", "other");
    fs::create_symlink("../dotfiles/poise.toml", file);
    watch_it();
    write(there / "poise.toml", "new");
    EXPECT_EQ(until("new"), Texts{"new"});
    write(there / "tmp", "renamed");
    fs::rename(there / "tmp", there / "poise.toml");
    EXPECT_EQ(until("renamed"), Texts{"renamed"});
    fs::create_symlink(other / "poise.toml", file.parent_path() / "tmp");
    fs::rename(file.parent_path() / "tmp", file);
    EXPECT_EQ(until("other"), Texts{"other"});
    write(other / "poise.toml", "newest");
    EXPECT_EQ(until("newest"), Texts{"newest"});
}

TEST_F(FileWatchTest, FollowsALinkToAFolder) {
    fs::create_directory(scratch.path() / "a");
    fs::create_directory(scratch.path() / "b");
    write(scratch.path() / "b" / "poise.toml", "b");
    fs::create_directory_symlink(scratch.path() / "a", file.parent_path());
    watch_it();
    write(file, "a");
    EXPECT_EQ(until("a"), Texts{"a"});
    fs::create_directory_symlink(scratch.path() / "b", scratch.path() / "tmp");
    fs::rename(scratch.path() / "tmp", file.parent_path());
    EXPECT_EQ(until("b"), Texts{"b"});
}

TEST_F(FileWatchTest, WaitsForWhereALinkLeads) {
    fs::create_directory(file.parent_path());
    fs::create_symlink(scratch.path() / "mounted" / "later", file);
    watch_it();
    fs::create_directory(scratch.path() / "mounted");
    write(scratch.path() / "mounted" / "later", "there");
    EXPECT_EQ(until("there"), Texts{"there"});
}

TEST_F(FileWatchTest, IsNotLostInALinkToItself) {
    fs::create_directory(file.parent_path());
    fs::create_symlink(file, file);
    watch_it();
    fs::remove(file);
    write(file, "a file");
    EXPECT_EQ(until("a file"), Texts{"a file"});
}

TEST_F(FileWatchTest, SeesThatItsFolderIsMovedAwayAndAnotherTakesItsPlace) {
    watch_in_a_folder();
    fs::rename(file.parent_path(), scratch.path() / "away");
    EXPECT_EQ(until("(none)").back(), "(none)");
    fs::create_directory(scratch.path() / "next");
    write(scratch.path() / "next" / "poise.toml", "next");
    fs::rename(scratch.path() / "next", file.parent_path());
    EXPECT_EQ(until("next"), Texts{"next"});
    write(scratch.path() / "away" / "poise.toml", "nobody's");
    write(file, "new");
    EXPECT_EQ(until("new"), Texts{"new"});
}

TEST_F(FileWatchTest, SeesThatAFolderFarAboveIsMoved) {
    file = scratch.path() / "home" / ".config" / "poise" / "poise.toml";
    fs::create_directories(file.parent_path());
    write(file, "old");
    watch_it();
    fs::rename(scratch.path() / "home", scratch.path() / "moved");
    EXPECT_EQ(until("(none)"), Texts{"(none)"});
}

TEST_F(FileWatchTest, IsNotWokenByOtherFiles) {
    watch_in_a_folder();
    write(file.parent_path() / "guide.toml", "x");
    write(scratch.path() / "x", "x");
    (void)std::ifstream{file}.get();
    run_for(io, 200ms);
    EXPECT_EQ(read, Texts{});
}

} // namespace
} // namespace poise::test
