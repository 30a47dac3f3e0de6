// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock_watch.hpp"

#include "scoped.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <sys/resource.h>
#include <sys/timex.h>
#include <unistd.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A zone link and a database of the test's own.
struct ClockWatchTest : testing::Test {
    ScratchFolder folder;
    fs::path link = folder.path() / "etc" / "localtime";
    fs::path database = folder.path() / "zoneinfo";
    boost::asio::io_context io;
    SystemClock clock;
    int changes = 0;
    std::optional<ClockWatch> watch;

    ClockWatchTest() {
        fs::create_directory(folder.path() / "etc");
        fs::create_directory(database);
        std::ofstream{database / "Here"} << "1";
        std::ofstream{database / "There"} << "2";
        fs::create_symlink(database / "Here", link);
        watch.emplace(
            io, clock,
            [this](const Event& event) {
                EXPECT_TRUE(std::holds_alternative<CivilTimeChanged>(event));
                ++changes;
            },
            link);
    }
    bool tells() {
        const bool told = run_until(io, 3s, [&] { return changes > 0; });
        run_for(io, 50ms);
        changes = 0;
        return told;
    }
    /// As timedatectl does it.
    void move_to(const std::string& zone) {
        fs::create_symlink(database / zone, folder.path() / "etc" / "new");
        fs::rename(folder.path() / "etc" / "new", link);
    }
};

TEST_F(ClockWatchTest, TellsThatTheSystemMovedToAnotherZone) {
    move_to("There");
    EXPECT_TRUE(tells());
    move_to("Here");
    EXPECT_TRUE(tells());
}

TEST_F(ClockWatchTest, BelievesTimedatedWhereTheFilesCannotBeWatched) {
    watch->zone_told();
    EXPECT_EQ(changes, 0) << "the files tell by themselves";
    watch.reset();
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    const int lowest_free = ::dup(0);
    ::close(lowest_free);
    const rlimit room_for_the_timer{static_cast<rlim_t>(lowest_free) + 1, files.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &room_for_the_timer);
    watch.emplace(
        io, clock, [this](const Event&) { ++changes; }, link);
    ::setrlimit(RLIMIT_NOFILE, &files);
    move_to("There");
    run_for(io, 100ms);
    EXPECT_EQ(changes, 0);
    watch->zone_told();
    EXPECT_EQ(changes, 1);
}

TEST_F(ClockWatchTest, BelievesTimedatedWhereTheFolderCannotBeWatched) {
    watch.emplace(
        io, clock, [this](const Event&) { ++changes; }, folder.path() / "nowhere" / "localtime");
    watch->zone_told();
    EXPECT_EQ(changes, 1);
}

TEST_F(ClockWatchTest, TellsThatTheRulesOfTheZoneChanged) {
    std::ofstream{database / "new"} << "3";
    fs::rename(database / "new", database / "Here");
    EXPECT_TRUE(tells());
    move_to("There");
    EXPECT_TRUE(tells());
    std::ofstream{database / "There"} << "4";
    EXPECT_TRUE(tells());
}

TEST_F(ClockWatchTest, IsNotMovedByOtherFiles) {
    std::ofstream{folder.path() / "etc" / "passwd"} << "x";
    std::ofstream{database / "There"} << "x";
    run_for(io, 200ms);
    EXPECT_EQ(changes, 0);
}

/// By one nanosecond. The kernel writes the time into what it is given, so nothing is used twice.
bool step_wall_clock() {
    timex step{};
    step.modes = ADJ_SETOFFSET | ADJ_NANO;
    step.time.tv_usec = 1;
    return ::adjtimex(&step) >= 0;
}

TEST_F(ClockWatchTest, TellsThatTheWallClockWasSet) {
    if (!std::getenv("POISE_TEST_MAY_SET_CLOCK")) {
        GTEST_SKIP() << "sets the wall clock: only on a machine of its own, with POISE_TEST_MAY_SET_CLOCK=1";
    }
    ASSERT_TRUE(step_wall_clock()) << std::strerror(errno);
    EXPECT_TRUE(tells());
    ASSERT_TRUE(step_wall_clock());
    EXPECT_TRUE(tells()); // the watch was renewed
}

} // namespace
} // namespace poise::test
