// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_text.hpp"
#include "poise_program.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <stdexcept>

#include <sys/stat.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
protected:
    ScratchFolder folder;

    [[nodiscard]] fs::path path(const char* name) const { return folder.path() / name; }
    static mode_t mode_of(const fs::path& path) {
        struct stat status {};
        EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
        return status.st_mode & 07777u;
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder.path()}, {}));
    }
};

TEST_F(Files, ComeBackAsTheyWereWritten) {
    const std::string text{"a\0b\r\n\xff", 6};
    replace_file(path("a"), text, 0600);
    EXPECT_EQ(read_file(path("a")).value(), text);
    EXPECT_EQ(count(), 1) << "nothing else is left behind";
}

TEST_F(Files, ThatCannotBeReadSayWhy) {
    EXPECT_EQ(read_file(path("none")).error(), ENOENT);
    EXPECT_EQ(read_file(folder.path()).error(), EISDIR);
}

TEST_F(Files, KeepTheirModeWhenReplaced) {
    write_text(path("a"), "old");
    fs::permissions(path("a"), fs::perms{0640});
    replace_file(path("a"), "new", 0600);
    EXPECT_EQ(text_of(path("a")), "new");
    EXPECT_EQ(mode_of(path("a")), 0640u);
}

TEST_F(Files, GetTheAskedForModeLessTheUmaskWhenNew) {
    const mode_t before = ::umask(027);
    replace_file(path("a"), "", 0666);
    replace_file(path("b"), "", 0600);
    ::umask(before);
    EXPECT_EQ(mode_of(path("a")), 0640u);
    EXPECT_EQ(mode_of(path("b")), 0600u);
}

TEST_F(Files, AreReplacedWhereASymbolicLinkLeads) {
    write_text(path("real/a"), "old");
    fs::create_symlink("real/a", path("near"));
    fs::create_symlink(path("near"), path("far"));
    replace_file(path("far"), "new", 0600);
    EXPECT_EQ(text_of(path("real/a")), "new");
    EXPECT_TRUE(fs::is_symlink(path("far")));
    EXPECT_TRUE(fs::is_symlink(path("near")));
}

TEST_F(Files, AreMadeWhereADanglingLinkLeads) {
    fs::create_symlink("not_yet", path("link"));
    replace_file(path("link"), "new", 0600);
    EXPECT_EQ(text_of(path("not_yet")), "new");
    EXPECT_TRUE(fs::is_symlink(path("link")));
}

TEST_F(Files, AreNotWrittenWhereLinksGoRound) {
    fs::create_symlink("b", path("a"));
    fs::create_symlink("a", path("b"));
    try {
        replace_file(path("a"), "new", 0600);
        FAIL() << "written";
    } catch (const std::runtime_error& failure) {
        EXPECT_EQ(failure.what(), path("a").string() + ": cannot be written: Too many levels of symbolic links");
    }
    EXPECT_EQ(count(), 2);
}

TEST_F(Files, AreNotWrittenToWhereThereIsNoFolder) {
    EXPECT_THROW(replace_file(path("x/a"), "new", 0600), std::runtime_error);
    EXPECT_EQ(count(), 0);
}

TEST_F(Files, HaveFoldersForTheirOwnerAlone) {
    make_folders(path("x/y"));
    EXPECT_EQ(mode_of(path("x")), 0700u);
    EXPECT_EQ(mode_of(path("x/y")), 0700u);
    fs::permissions(path("x"), fs::perms{0755});
    make_folders(path("x/y/z"));
    EXPECT_EQ(mode_of(path("x")), 0755u) << "what is there stays as it is";
    write_text(path("file"), "");
    EXPECT_THROW(make_folders(path("file/z")), std::runtime_error);
}

TEST_F(Files, ThatAreDevicesStayDevices) {
    fs::create_symlink("/dev/null", path("null"));
    replace_file(path("null"), "gone", 0600);
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(text_of("/dev/null"), "");
}

TEST_F(Files, AreLeftAsTheyWereWhereTheNewOneCannotBeWritten) {
    fs::create_symlink("/dev/full", path("full"));
    EXPECT_THROW(replace_file(path("full"), "x", 0600), std::runtime_error);
    write_text(path("file"), "old");
    EXPECT_THROW(replace_file(path("file/a"), "x", 0600), std::runtime_error);
    EXPECT_EQ(text_of(path("file")), "old");
    EXPECT_EQ(count(), 2);
}

} // namespace
} // namespace poise::test
