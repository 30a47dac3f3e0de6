// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon tells everybody, as a transcript: what is missing and what is extra both show.
#include "listener.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class Signals : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
    Listener listener;

    /// A prompt offered because it was due: the person works on until then.
    State prompted() {
        State state = working_state();
        for (double second = 60; !state.memory.open; second += 60)
            state = after(std::move(state), TimePassed{}, second);
        return state;
    }
    std::vector<std::string> heard() { return listener.heard(daemon); }
};

TEST_F(Signals, ShowThePromptWithEverythingAClientNeeds) {
    const State state = prompted();
    daemon.on_its_thread([&](BusService& service, Script&) { service.show(state.memory.open->prompt, false); });
    EXPECT_THAT(heard(), IsEmpty()) << "before it is known what became of it";
    daemon.changed(state);
    const auto lines = heard();
    ASSERT_THAT(lines, SizeIs(2));
    const auto hold = state.memory.open->prompt.drills.front().dose.hold / 1s;
    const std::string seconds = std::to_string(hold);
    const std::string the_part =
        "alt: " + find_drill(*state.guide, "C1")->alt +
        ", breathing: Breathe as you like, without holding on., dose: " + seconds +
        " s, equipment: [], hold: " + seconds +
        ".000000, id: C1, name: Posture reset, picture: C1.svg, progressions: [], round_rest: 0.000000, " +
        "rounds: 1, rule: C1, seconds: " + seconds + ".000000, sides: 1, source: 2. Poor Posture, steps: " +
        to_text(sdbus::Variant{find_drill(*state.guide, "C1")->steps}) + ", why: A short one, for a short break.";
    const std::string prompt =
        "{asks_freer: false, asks_function: false, change_over: 10.000000, cue: Let your ribs sink., drills: [C1], "
        "id: 1, kind: microbreak, length: 30.000000, part: 0, parts: [{" +
        the_part +
        "}], paused: false, phase: offered, rule: S1, side_change: 5.000000, snoozes_left: 2, start_label: Start, "
        "text: " +
        state.memory.open->prompt.why +
        " Let your ribs sink., title: Rest your hands for 30 s, why: " + state.memory.open->prompt.why + "}";
    EXPECT_EQ(lines[0], "PromptShown " + prompt + " false");
    EXPECT_EQ(lines[1], "PropertiesChanged Prompt=" + prompt);
}

TEST_F(Signals, SayWhenAPromptIsShownAgain) {
    const State state = prompted();
    daemon.changed(state);
    EXPECT_THAT(heard(), SizeIs(1));
    daemon.on_its_thread([&](BusService& service, Script&) { service.show(state.memory.open->prompt, true); });
    daemon.changed(state);
    const auto lines = heard();
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_THAT(lines[0], AllOf(StartsWith("PromptShown {"), HasSubstr("drills: [C1], id: 1,")));
    EXPECT_THAT(lines[0], testing::EndsWith(" true"));
}

TEST_F(Signals, ShowABreakThatRunsAlreadyAsRunning) {
    const State state = after(working_state(), BreakAsked{Kind::breath}, 60);
    daemon.on_its_thread([&](BusService& service, Script&) { service.show(state.memory.open->prompt, false); });
    daemon.changed(state);
    const auto lines = heard();
    ASSERT_FALSE(lines.empty());
    EXPECT_THAT(lines[0], HasSubstr("phase: running"));
}

TEST_F(Signals, DoNotShowAPromptThatIsOverInTheSameStep) {
    const State state = prompted();
    const State replaced = after(state, BreakAsked{Kind::snack}, 1800);
    const auto show_the_first = [&](BusService& service, Script&) { service.show(state.memory.open->prompt, false); };
    daemon.on_its_thread(show_the_first);
    daemon.changed(working_state()); // none is open
    EXPECT_THAT(heard(), IsEmpty());
    daemon.on_its_thread(show_the_first);
    daemon.changed(replaced); // another is
    EXPECT_THAT(heard(), ElementsAre(AllOf(StartsWith("PropertiesChanged Prompt={"),
                                           HasSubstr("drills: [E10.rows, E9.wall_angels, E9.ytw], id: 2,"))));
    daemon.changed(state);
    EXPECT_THAT(heard(),
                ElementsAre(AllOf(StartsWith("PropertiesChanged Prompt={"), HasSubstr("drills: [C1], id: 1,"))))
        << "what was not shown then is not shown later";
}

TEST_F(Signals, TellOfWithdrawalOutcomeAndNotice) {
    daemon.on_its_thread([](BusService& service, Script&) {
        service.withdraw(7, Why::meeting);
        service.ended(7, Outcome::withdrawn);
        service.tell({"medical_review_first", Urgency::critical, "Please see a doctor.", true});
        service.tell({"odd", Urgency::low, "caf\xE9", false});
    });
    EXPECT_THAT(heard(), ElementsAre("PromptWithdrawn 7 meeting", "PromptEnded 7 withdrawn",
                                     "Notice medical_review_first critical Please see a doctor. true",
                                     "Notice odd low caf? false"));
}

TEST_F(Signals, AreSeenByGdbusMonitor) {
    // These are broadcasts, which need no registration. gdbus goes on when nobody reads it any more, hence the kill.
    const std::string monitor =
        "timeout 5 sh -c '{ sh -c \"echo \\$\\$; exec gdbus monitor --session --dest org.poise.Daemon1\"; } | "
        "{ read -r process; while read -r line; do case \"$line\" in *PromptEnded*) echo \"$line\"; "
        "kill $process; exit;; esac; done; }'";
    auto output = std::async(std::launch::async, [&] { return run(monitor); });
    while (output.wait_for(20ms) != std::future_status::ready) {
        daemon.on_its_thread([](BusService& service, Script&) { service.ended(7, Outcome::taken); });
    }
    EXPECT_THAT(output.get().text, HasSubstr("org.poise.Daemon1.PromptEnded (int64 7, 'taken')"));
}

TEST_F(Signals, SayNothingForThousandStepsThatChangeNothing) {
    State state = working_state();
    for (int i = 1; i <= 1000; ++i) {
        state = after(std::move(state), InputCounted{10, 1}, i);
        daemon.changed(state);
    }
    EXPECT_THAT(heard(), IsEmpty());
}

} // namespace
} // namespace poise::test
