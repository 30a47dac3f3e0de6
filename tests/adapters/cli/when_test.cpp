// SPDX-License-Identifier: GPL-3.0-or-later
// poise when: commands of the person's own beside a daemon that changes. What must not run is proved by what runs next.
#include "poise_program.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <memory>
#include <thread>

namespace poise::test {
namespace {

using testing::HasSubstr;

class When : public testing::Test {
protected:
    TestBus bus;
    Person person;
    std::unique_ptr<ScriptedDaemon> daemon = std::make_unique<ScriptedDaemon>();
    State state = working_state();

    /// It knows how things are before it says that it is there.
    std::unique_ptr<Watched> when(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "when");
        daemon->changed(state);
        EXPECT_EQ(person.runs({"posture"}).output, "sitting\n"); // whatever came before has come
        const int before = daemon->messages();
        auto watched = std::make_unique<Watched>(person, arguments);
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (daemon->messages() == before && std::chrono::steady_clock::now() < patience) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        return watched;
    }
    void happens(const Event& event) {
        state = after(state, event, 60);
        daemon->changed(state);
    }
    void stands_up() { happens(PostureConfirmed{Posture::standing, "cli"}); }
    void sits_down() { happens(PostureConfirmed{Posture::sitting, "cli"}); }
};

TEST_F(When, TellsACommandWhatHappensToAPrompt) {
    const auto when =
        this->when({"any", "--", "sh", "-c", "echo $POISE_EVENT $POISE_KIND $POISE_LENGTH_S $POISE_OUTCOME"});
    happens(BreakAsked{Kind::snack});
    EXPECT_EQ(when->next_line(), "started snack 120");
    const PromptId id = state.memory.open->prompt.id;
    daemon->on_its_thread([&](BusService& service, Script&) { service.ended(id, Outcome::taken); });
    EXPECT_EQ(when->next_line(), "ended snack 120 taken");
}

TEST_F(When, TellsACommandWhatHappensToThePerson) {
    const auto when =
        this->when({"any", "--", "sh", "-c", "echo $POISE_EVENT $POISE_POSTURE$POISE_PRESENCE$POISE_PAUSED_UNTIL"});
    stands_up();
    EXPECT_EQ(when->next_line(), "posture standing");
    happens(PauseAsked{std::chrono::hours{1}});
    EXPECT_EQ(when->next_line(), "paused 2026-11-23T10:01:00+01:00");
    happens(PauseEnded{});
    EXPECT_EQ(when->next_line(), "resumed");
    happens(Locked{});
    EXPECT_EQ(when->next_line(), "presence locked");
}

TEST_F(When, RunsItForWhatWasAskedForAlone) {
    const auto when = this->when({"posture", "--", "sh", "-c", "echo $POISE_EVENT"});
    happens(PauseAsked{});
    stands_up();
    EXPECT_EQ(when->next_line(), "posture");
}

TEST_F(When, LeavesTheCommandItsOwnOptions) {
    const auto when = this->when({"posture", "--", "echo", "--timeout", "status", "$HOME"});
    stands_up();
    EXPECT_EQ(when->next_line(), "--timeout status $HOME") << "and no shell reads them";
}

TEST_F(When, FollowsADaemonThatGoesAndComesBack) {
    const auto when = this->when({"posture", "--", "sh", "-c", "echo $POISE_POSTURE"});
    daemon.reset();
    daemon = std::make_unique<ScriptedDaemon>();
    stands_up();
    EXPECT_EQ(when->next_line(), "standing");
}

TEST_F(When, SaysWhatGoesWrongAndGoesOn) {
    const char* const hangs_or_fails =
        "if [ $POISE_POSTURE = standing ]; then sleep 1000; else echo it fails; exit 5; fi";
    const auto when = this->when({"--timeout", "1s", "posture", "--", "sh", "-c", hangs_or_fails});
    stands_up();
    sits_down();
    EXPECT_EQ(when->next_line(), "it fails");
    bus.die();
    const Ran ran = when->ends();
    EXPECT_EQ(ran.exit, 3) << ran;
    EXPECT_THAT(ran.errors, HasSubstr("poise: posture: `sh` took longer than 1s and was ended"));
    EXPECT_THAT(ran.errors, HasSubstr("poise: posture: `sh` ended with exit code 5\n"));
}

TEST(WhenItCannotBeRun, SaysSoBeforeAnythingHappens) {
    const Person person;
    const auto refuses = [&](const std::vector<std::string>& arguments, const std::string& why) {
        const Ran ran = person.runs(arguments);
        EXPECT_EQ(ran.exit, 2) << ran;
        EXPECT_THAT(ran.errors, HasSubstr(why));
    };
    refuses({"when", "posture"}, "COMMAND is required");
    refuses({"when", "posture", "no-such-program"}, "`no-such-program` is no program that can be run");
    refuses({"when", "posture", "/etc/passwd"}, "`/etc/passwd` is no program that can be run");
    refuses({"when", "lunch", "true"}, "`lunch` is unknown (expected one of \"shown\"");
    refuses({"when", "--timeout", "0s", "any", "true"}, "`0s` is no time at all");
}

} // namespace
} // namespace poise::test
