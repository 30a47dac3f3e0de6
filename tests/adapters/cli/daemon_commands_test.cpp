// SPDX-License-Identifier: GPL-3.0-or-later
// Every command that speaks to the daemon, against the real service on a private bus.
#include "guide_text.hpp"
#include "own_guide.hpp"
#include "poise_program.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const Ran silently_done{0, "", ""};
const std::string no_daemon = "poise: poised does not answer: is it running? try: systemctl --user start poised\n";

class DaemonCommands : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
    Person person;

    /// What a command posted, which must have been one event, done in silence.
    template <class E>
    E posted_by(const std::vector<std::string>& arguments) {
        EXPECT_EQ(person.runs(arguments), silently_done) << testing::PrintToString(arguments);
        const auto posted = daemon.take_posted();
        const auto* event = posted.size() == 1 ? std::get_if<E>(&posted.front()) : nullptr;
        EXPECT_TRUE(event) << testing::PrintToString(arguments);
        return event ? *event : E{};
    }
    void refuse_everything(const std::string& why) {
        daemon.on_its_thread([&](BusService&, Script& script) { script.refusal = why; });
    }
};

TEST_F(DaemonCommands, AnswerThePrompt) {
    EXPECT_EQ(posted_by<Answered>({"skip"}).answer, Answer::skip);
    EXPECT_EQ(posted_by<Answered>({"done"}).answer, Answer::done);
    EXPECT_EQ(posted_by<Answered>({"partly"}).answer, Answer::partly);
    const auto snoozed = posted_by<Answered>({"snooze"});
    EXPECT_EQ(snoozed.answer, Answer::snooze);
    EXPECT_EQ(snoozed.snooze, std::nullopt);
    EXPECT_EQ(posted_by<Answered>({"snooze", "1h30min"}).snooze, Duration{90min});
    EXPECT_EQ(posted_by<Answered>({"snooze", "1.2s"}).snooze, Duration{2s});
}

TEST_F(DaemonCommands, BeginABreak) {
    EXPECT_EQ(posted_by<BreakAsked>({"start"}).kind, std::nullopt);
    for (const Kind kind : all_kinds) {
        EXPECT_EQ(posted_by<BreakAsked>({"start", std::string{name(kind)}}).kind, kind);
    }
}

TEST_F(DaemonCommands, PauseAndResume) {
    EXPECT_EQ(posted_by<PauseAsked>({"pause"}).length, std::nullopt);
    EXPECT_EQ(posted_by<PauseAsked>({"pause", "30min"}).length, Duration{30min});
    posted_by<PauseEnded>({"resume"});
}

TEST_F(DaemonCommands, SayThePosture) {
    const auto confirmed = posted_by<PostureConfirmed>({"posture", "standing"});
    EXPECT_EQ(confirmed.posture, Posture::standing);
    EXPECT_EQ(confirmed.source, "cli");
    EXPECT_EQ(posted_by<PostureConfirmed>({"posture", "sitting"}).posture, Posture::sitting);
    EXPECT_EQ(posted_by<PostureConfirmed>({"posture", "sitting", "--source", "desk"}).source, "desk");
    EXPECT_EQ(person.runs({"posture"}), (Ran{0, "sitting\n", ""}));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(DaemonCommands, SayHowItGoes) {
    EXPECT_EQ(posted_by<KeyTaskNamed>({"task", "carry my daughter"}).task, "carry my daughter");
    EXPECT_EQ(posted_by<LeversNamed>({"levers", "E8", ""}).drills, (std::array<std::string, lever_count>{"E8", ""}));
    EXPECT_FALSE(posted_by<FreerAnswered>({"freer", "no"}).yes);
    EXPECT_TRUE(posted_by<FlareAsked>({"flare", "on"}).on);
    EXPECT_FALSE(posted_by<FlareAsked>({"flare", "off"}).on);
    EXPECT_TRUE(posted_by<PlanAnswered>({"plan", "accept"}).accepted);
    EXPECT_FALSE(posted_by<PlanAnswered>({"plan", "refuse"}).accepted);
}

TEST_F(DaemonCommands, CheckIn) {
    Checkin checkin;
    checkin.pain = 4;
    checkin.region = "upper_back";
    checkin.load = "typing";
    checkin.position = "sitting";
    checkin.tension = 0;
    checkin.function = Function::harder;
    checkin.tight = true;
    EXPECT_EQ(posted_by<CheckedIn>({"checkin", "--pain", "4", "--region", "upper_back", "--load", "typing",
                                    "--position", "sitting", "--tension", "0", "--function", "harder", "--tight"})
                  .checkin,
              checkin);
    Checkin tight;
    tight.tight = true;
    EXPECT_EQ(posted_by<CheckedIn>({"checkin", "--tight"}).checkin, tight);
}

TEST_F(DaemonCommands, AskForACheckInAtATerminal) {
    const auto question = [](const char* text, const std::vector<std::string>& words) {
        return text + (" (" + in_a_list(words)) + "; Enter: leave out)? ";
    };
    const std::string where = question("Where", own_guide()->regions);
    const std::string what = question("What had you been doing", own_guide()->loads);
    const std::string position = question("In which position", own_guide()->positions);
    EXPECT_EQ(person.types({"checkin"}, "11\n4\nkidney\nneck\n\nsitting\n\nworse\nsame\ny\n"),
              (Ran{0, "",
                   "How much does your back hurt, 0 to 10 (Enter: leave out)? "
                   "How much does your back hurt, 0 to 10 (Enter: leave out)? " +
                       where + where + what + position +
                       "How tense do you feel, 0 to 10 (Enter: leave out)? "
                       "Your key task: easier, same or harder than last week (Enter: leave out)? "
                       "Your key task: easier, same or harder than last week (Enter: leave out)? "
                       "Is today a tight day, y or n (Enter: no)? "}));
    Checkin checkin;
    checkin.pain = 4;
    checkin.region = "neck";
    checkin.position = "sitting";
    checkin.function = Function::same;
    checkin.tight = true;
    const auto posted = daemon.take_posted();
    ASSERT_THAT(posted, SizeIs(1));
    EXPECT_EQ(std::get<CheckedIn>(posted.front()).checkin, checkin);
}

TEST_F(DaemonCommands, LeaveTheWordsOfACheckInToTheDaemon) {
    const Ran ran = person.runs({"checkin", "--pain", "4", "--region", "kidney"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_THAT(ran.errors, StartsWith("poise: region: \"kidney\" is no region (expected one of neck, shoulders,"));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(DaemonCommands, RecordNoCheckInThatWasNotAnswered) {
    const Ran nothing = person.types({"checkin"}, "\n\n\n\n");
    EXPECT_EQ(nothing.exit, 1);
    EXPECT_THAT(nothing.errors, HasSubstr("poise: nothing was answered, so nothing was recorded\n"));
    const Ran left = person.types({"checkin"}, "4\n\x04");
    EXPECT_EQ(left.exit, 1);
    EXPECT_THAT(left.errors, HasSubstr("poise: not all questions were answered, so nothing was recorded\n"));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(DaemonCommands, RaiseRedFlagsAndSayWhatToDo) {
    write_text(person.configuration(), "[programme]\ncountry = \"DE\"\n");
    const Ran emergency = person.runs({"screen", "--flag", "fever", "chest_pressure"});
    EXPECT_EQ(emergency, (Ran{0,
                              "Seek emergency care now: call 112.\nExercise is off until you clear it by hand (poise "
                              "screen --clear). Poise is no medical device.\n",
                              ""}));
    EXPECT_THAT(std::get<Screened>(daemon.take_posted().at(0)).flags, ElementsAre("fever", "chest_pressure"));
    const Ran review = person.runs({"screen", "--flag", "fever", "--flag", "cough"});
    EXPECT_THAT(review.output, StartsWith("Medical review first: "));
    EXPECT_THAT(std::get<Screened>(daemon.take_posted().at(0)).flags, ElementsAre("fever", "cough"));
}

TEST_F(DaemonCommands, LeaveTheNamesOfRedFlagsToTheDaemon) {
    const Ran ran = person.runs({"screen", "--flag", "hunger"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith("poise: flags: \"hunger\" is no red flag (expected some of significant_trauma"));
}

TEST_F(DaemonCommands, ClearRedFlags) { posted_by<Cleared>({"screen", "--clear"}); }

TEST_F(DaemonCommands, AskEveryRedFlagQuestionAtATerminal) {
    const auto questions = own_guide()->red_flags;
    std::string keys = "\nmaybe\n"; // neither is an answer
    std::string asked = questions.front().question + " [y/n] " + questions.front().question + " [y/n] ";
    for (const RedFlag& flag : questions) {
        keys += flag.id == "cough" ? "yes\n" : "n\n";
        asked += flag.question + " [y/n] ";
    }
    const Ran ran = person.types({"screen"}, keys);
    EXPECT_EQ(ran.exit, 0);
    EXPECT_THAT(ran.output, StartsWith("Medical review first: please see a doctor"));
    EXPECT_EQ(ran.errors, asked);
    EXPECT_THAT(std::get<Screened>(daemon.take_posted().at(0)).flags, ElementsAre("cough"));
}

TEST_F(DaemonCommands, StopAskingWhereHelpIsNeededNow) {
    const Ran ran = person.types({"screen"}, "n\ny\n");
    EXPECT_EQ(ran.exit, 0);
    EXPECT_THAT(ran.output, StartsWith("Seek emergency care now: call your local emergency number."));
    EXPECT_THAT(std::get<Screened>(daemon.take_posted().at(0)).flags, ElementsAre("neurological_deficit"));
}

TEST_F(DaemonCommands, RecordNoScreeningThatFoundNothingOrWasLeft) {
    std::string no_to_all;
    for (std::size_t i = 0; i < own_guide()->red_flags.size(); ++i) no_to_all += "n\n";
    const Ran nothing = person.types({"screen"}, no_to_all);
    EXPECT_EQ(nothing.exit, 0);
    EXPECT_EQ(nothing.output, "No red flag. Nothing was recorded, and nothing was cleared.\n");
    const Ran left = person.types({"screen"}, "n\nn\n\x04");
    EXPECT_EQ(left.exit, 1);
    EXPECT_THAT(left.errors, HasSubstr("\npoise: not all questions were answered, so nothing was recorded\n"));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(DaemonCommands, HandOnARefusal) {
    refuse_everything("nothing is paused");
    for (const char* command : {"start", "snooze", "skip", "done", "pause", "resume"}) {
        EXPECT_EQ(person.runs({command}), (Ran{1, "", "poise: nothing is paused\n"})) << command;
    }
    EXPECT_EQ(person.runs({"posture", "standing"}).exit, 1);
    EXPECT_EQ(person.runs({"checkin", "--tight"}).exit, 1);
    EXPECT_EQ(person.runs({"screen", "--clear"}).exit, 1);
}

TEST_F(DaemonCommands, KeepARefusalInOneLine) {
    refuse_everything("two\nlines\x1b[31m");
    EXPECT_EQ(person.runs({"resume"}).errors, "poise: two?lines?[31m\n");
}

TEST_F(DaemonCommands, ExplainInTheDaemonsWords) {
    daemon.changed(after(working_state(), SignBegan{Sign::meeting}, 60));
    const Ran ran = person.runs({"explain"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_THAT(ran.output, StartsWith("hold meeting: you are in a meeting, until 12:01 at the latest\n"));
    EXPECT_THAT(ran.output, HasSubstr("\nmicrobreak: not due"));
    EXPECT_EQ(ran.errors, "");
}

TEST_F(DaemonCommands, ShowABreakWithoutBeginningIt) {
    const Ran ran = person.runs({"start", "mobility", "--dry-run"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_THAT(ran.output, StartsWith("mobility, 5 min (S4)\nYou asked for it.\n\nE14"));
    EXPECT_THAT(ran.output, HasSubstr("\n    S7: Long breaths out open a block. Source: \""));
    EXPECT_THAT(ran.output, HasSubstr("\n    S5: Each day needs a rotation and an extension. Source: \""));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
    EXPECT_THAT(person.runs({"start", "microbreak", "--dry-run"}).output, HasSubstr("\nLet your ribs sink.\n")); // C1
}

TEST_F(DaemonCommands, StopWhatHurts) { // F5
    const Ran ran = person.runs({"hurts", "7"});
    EXPECT_EQ(ran, (Ran{0, "Stop here for today, and answer the red flag questions now: poise screen\n", ""}));
    const auto posted = daemon.take_posted();
    ASSERT_THAT(posted, SizeIs(1));
    EXPECT_EQ(std::get<TooPainful>(posted.front()).pain, 7);
    EXPECT_EQ(person.runs({"hurts", "11"}).exit, 2);
}

TEST_F(DaemonCommands, ShowTheStatus) {
    daemon.changed(after(working_state(), BreakAsked{Kind::microbreak}, 60));
    const Ran text = person.runs({"status"});
    EXPECT_EQ(text.exit, 0);
    EXPECT_EQ(text.errors, "");
    EXPECT_THAT(text.output,
                StartsWith("Sitting 1 min, stand up in 29 min to 44 min.\n\npresence       working since "));
    EXPECT_THAT(text.output, HasSubstr("\nprompt         Rest your hands for 30 s (microbreak, running)\n"));
    const Ran json = person.runs({"status", "--json"});
    EXPECT_EQ(json.exit, 0);
    const auto status = nlohmann::json::parse(json.output);
    EXPECT_EQ(status["version"], "1.2.3");
    EXPECT_EQ(status["presence"], "working");
    EXPECT_EQ(status["presence_since"], "2026-11-23T09:00:00+01:00");
    EXPECT_EQ(status["prompt"]["kind"], "microbreak");
    EXPECT_EQ(status["prompt"]["snoozes_left"], 2);
    EXPECT_EQ(status["kinds"].size(), kind_count);
    EXPECT_EQ(status["journal"]["path"], "/journal/poise.db");
    EXPECT_EQ(person.runs({"status", "--waybar"}),
              (Ran{0,
                   R"({"text":"Rest your hands for 30 s","tooltip":"Sitting 1 min, stand up in 29 min to 44 min.\n)"
                   R"(Rest your hands for 30 s (running).\nNobody can show you a prompt.","class":"running",)"
                   "\"percentage\":3}\n",
                   ""}));
}

const std::vector<std::vector<std::string>> commands_that_need_a_daemon{{"status"},
                                                                        {"status", "--json"},
                                                                        {"status", "--waybar"},
                                                                        {"explain"},
                                                                        {"guide", "programme", "disc"},
                                                                        {"start"},
                                                                        {"snooze"},
                                                                        {"skip"},
                                                                        {"done"},
                                                                        {"pause"},
                                                                        {"resume"},
                                                                        {"posture"},
                                                                        {"posture", "sitting"},
                                                                        {"checkin", "--tight"},
                                                                        {"screen", "--clear"}};

TEST(WithoutADaemon, CommandsSayHowToStartIt) {
    const TestBus bus;
    const Person person;
    for (const auto& arguments : commands_that_need_a_daemon) {
        EXPECT_EQ(person.runs(arguments), (Ran{3, "", no_daemon})) << testing::PrintToString(arguments);
    }
}

TEST(WithoutADaemon, HelpIsCalledForAllTheSame) {
    const TestBus bus;
    const Ran ran = Person{}.runs({"screen", "--flag", "incontinence"});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_EQ(ran.output, "Seek emergency care now: call your local emergency number.\n");
    EXPECT_THAT(ran.errors, StartsWith("poise: nothing was recorded, and exercise is not off: "));
}

TEST(WithoutASessionBus, CommandsSayWhereTheyMustRun) {
    Person person;
    person.variables["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere/bus";
    for (const auto& arguments : commands_that_need_a_daemon) {
        const Ran ran = person.runs(arguments);
        EXPECT_EQ(ran.exit, 3);
        EXPECT_EQ(ran.output, "");
        EXPECT_THAT(ran.errors, StartsWith("poise: there is no session bus: "));
        EXPECT_THAT(ran.errors, testing::EndsWith(" (poise must run in your desktop session)\n"));
    }
}

} // namespace
} // namespace poise::test
