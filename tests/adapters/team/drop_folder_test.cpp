// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrier.hpp"
#include "scoped.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

TEST(DropFolder, IsWrittenIntoByWhoMayNeitherListNorReadIt) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    ScratchFolder folder;
    fs::permissions(folder.path(), fs::perms{0711});
    const fs::path drop = folder.path() / "drop";
    fs::create_directory(drop);
    ASSERT_EQ(::chmod(drop.c_str(), 01733), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) ::_exit(9);
        ::umask(077);
        try {
            DropFolder mine{drop};
            mine.send("one", "first");
            mine.send("one", "second");
            mine.send("two", "x");
            if (!mine.take_back("two")) ::_exit(3);
            std::vector<Refusal> refused;
            (void)mine.letters({}, refused);
            ::_exit(4); // it could be listed
        } catch (const std::runtime_error&) {
            ::_exit(0);
        }
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    std::vector<Refusal> refused;
    const auto letters = DropFolder{drop}.letters({}, refused);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].bytes, "second");
    EXPECT_EQ(fs::status(drop / "one").permissions(), fs::perms{0644});
}

} // namespace
} // namespace poise::test
