// SPDX-License-Identifier: GPL-3.0-or-later
// Methods: what they post, what they refuse and when they answer, seen by our client and by gdbus.
#include "client.hpp"
#include "names.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Service : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;

    DaemonClient client() { return *DaemonClient::connect(); }
    /// A prompt is open: the id is 1.
    void open_a_prompt() { daemon.changed(after(working_state(), BreakAsked{Kind::microbreak}, 60)); }

    template <class E>
    E only_posted() {
        const auto posted = daemon.take_posted();
        EXPECT_THAT(posted, SizeIs(1));
        const auto* event = posted.size() == 1 ? std::get_if<E>(&posted.front()) : nullptr;
        EXPECT_TRUE(event) << "another event";
        return event ? *event : E{};
    }
    void refuses(const std::string& call, const std::string& error, const std::string& text) {
        const auto output = gdbus_call(call);
        EXPECT_NE(output.exit_code, 0) << call;
        EXPECT_THAT(output.text, HasSubstr(error + ": " + text)) << call;
        EXPECT_THAT(daemon.take_posted(), IsEmpty()) << call;
    }
};

TEST_F(Service, PostsAnAnswerToTheOpenPrompt) {
    auto poise = client();
    ASSERT_TRUE(poise.start());
    EXPECT_EQ(only_posted<Answered>().answer, Answer::start);
    ASSERT_TRUE(poise.skip());
    EXPECT_EQ(only_posted<Answered>().answer, Answer::skip);
    ASSERT_TRUE(poise.done());
    EXPECT_EQ(only_posted<Answered>().answer, Answer::done);
    ASSERT_TRUE(poise.snooze());
    const auto snoozed = only_posted<Answered>();
    EXPECT_EQ(snoozed.answer, Answer::snooze);
    EXPECT_EQ(snoozed.id, std::nullopt);
    EXPECT_EQ(snoozed.snooze, std::nullopt);
}

TEST_F(Service, PostsAnAnswerToOnePromptAlone) {
    open_a_prompt();
    auto poise = client();
    ASSERT_TRUE(poise.snooze(90s, 1));
    const auto snoozed = only_posted<Answered>();
    EXPECT_EQ(snoozed.id, 1);
    EXPECT_EQ(snoozed.snooze, Duration{90s});
    ASSERT_TRUE(poise.confirm_shown(1));
    EXPECT_EQ(only_posted<PromptConfirmed>().id, 1);
}

TEST_F(Service, PostsWhatThePersonAskedFor) {
    auto poise = client();
    ASSERT_TRUE(poise.start_break("snack"));
    EXPECT_EQ(only_posted<BreakAsked>().kind, Kind::snack);
    ASSERT_TRUE(poise.start_break(""));
    EXPECT_EQ(only_posted<BreakAsked>().kind, std::nullopt);
    ASSERT_TRUE(poise.pause(30min));
    EXPECT_EQ(only_posted<PauseAsked>().length, Duration{30min});
    ASSERT_TRUE(poise.pause());
    EXPECT_EQ(only_posted<PauseAsked>().length, std::nullopt);
    ASSERT_TRUE(poise.resume());
    only_posted<PauseEnded>();
    ASSERT_TRUE(poise.set_posture("standing", "cli"));
    const auto confirmed = only_posted<PostureConfirmed>();
    EXPECT_EQ(confirmed.posture, Posture::standing);
    EXPECT_EQ(confirmed.source, "cli");
}

TEST_F(Service, PostsWhatThePersonReported) {
    auto poise = client();
    Checkin checkin;
    checkin.pain = 4;
    checkin.tension = 0;
    checkin.region = "upper_back";
    checkin.load = "typing";
    checkin.position = "sitting";
    checkin.function = Function::same;
    checkin.tight = true;
    ASSERT_TRUE(poise.check_in(checkin));
    EXPECT_EQ(only_posted<CheckedIn>().checkin, checkin);
    ASSERT_TRUE(poise.screen({"fever", "cough"}));
    EXPECT_THAT(only_posted<Screened>().flags, ElementsAre("fever", "cough"));
    ASSERT_TRUE(poise.clear_screen());
    only_posted<Cleared>();
}

TEST_F(Service, PostsTheProgrammeThatWasChosen) {
    auto poise = client();
    ASSERT_TRUE(poise.choose_programme("disc"));
    EXPECT_EQ(only_posted<ProgrammeChosen>().driver, Driver::disc);
    ASSERT_TRUE(poise.choose_programme("P7"));
    EXPECT_EQ(only_posted<ProgrammeChosen>().driver, Driver::curves);
}

TEST_F(Service, PostsHowItGoes) {
    auto poise = client();
    ASSERT_TRUE(poise.name_key_task("carry my daughter"));
    EXPECT_EQ(only_posted<KeyTaskNamed>().task, "carry my daughter");
    ASSERT_TRUE(poise.name_levers("E8", ""));
    EXPECT_EQ(only_posted<LeversNamed>().drills, (std::array<std::string, lever_count>{"E8", ""}));
    ASSERT_TRUE(poise.answer_freer(true));
    EXPECT_TRUE(only_posted<FreerAnswered>().yes);
    ASSERT_TRUE(poise.set_flare(true));
    EXPECT_TRUE(only_posted<FlareAsked>().on);
    ASSERT_TRUE(poise.answer_plan(false));
    EXPECT_FALSE(only_posted<PlanAnswered>().accepted);
}

TEST_F(Service, ErasesAtOnceAndSaysHowManyFactsAreGone) {
    daemon.on_its_thread([](BusService&, Script& script) { script.facts_gone = 5'000'000'000; });
    auto poise = client();
    const Day day{std::chrono::days{20'780}};
    EXPECT_EQ(*poise.erase(day), 5'000'000'000);
    EXPECT_EQ(*poise.erase(), 5'000'000'000);
    EXPECT_EQ(gdbus_call("Erase 2026-11-23").text, "(int64 5000000000,)\n");
    const auto erased = daemon.on_its_thread([](BusService&, Script& script) { return script.erased; });
    EXPECT_THAT(erased, ElementsAre(day, std::nullopt, day));
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(Service, SaysWhyNotEverythingIsErased) {
    daemon.on_its_thread([](BusService&, Script& script) { script.trouble_with_erasing = "erase again"; });
    const auto reply = client().erase();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::other);
    EXPECT_EQ(reply.error().text, "erase again");
    EXPECT_THAT(gdbus_call("Erase ''").text, HasSubstr("org.freedesktop.DBus.Error.Failed: erase again"));
}

TEST_F(Service, ErasesNothingForADayThatIsNone) {
    refuses("Erase yesterday", error_invalid_argument, "before: \"yesterday\" is no day");
    refuses("Erase 2026-02-30", error_invalid_argument, "before: \"2026-02-30\" is no day");
    EXPECT_THAT(daemon.on_its_thread([](BusService&, Script& script) { return script.erased; }), IsEmpty());
}

TEST_F(Service, TakesTheSameByGdbus) {
    open_a_prompt();
    for (const char* call : {"Start 0",
                             "Snooze 1 60",
                             "Skip 1",
                             "Done 0",
                             "Partly 1",
                             "TooPainful 0 7",
                             "TooPainful -- 1 -1",
                             "ConfirmShown 1",
                             "StartBreak ''",
                             "StartBreak breath",
                             "Pause 1800",
                             "Resume",
                             "SetPosture sitting 'desk sensor'",
                             "CheckIn \"{'pain': <4>, 'tight': <true>}\"",
                             "Screen \"['fever']\"",
                             "Screen '@as []'",
                             "ClearScreen",
                             "ChooseProgramme stenosis",
                             "ChooseProgramme P0",
                             "NoteIntroduction",
                             "NameKeyTask gardening",
                             "NameLevers E8 ''",
                             "AnswerFreer true",
                             "SetFlare false",
                             "AnswerPlan true"}) {
        const auto output = gdbus_call(call);
        EXPECT_EQ(output.text, "()\n") << call;
        EXPECT_THAT(daemon.take_posted(), SizeIs(1)) << call;
    }
}

TEST_F(Service, RefusesBadArgumentsAtOnceAndPostsNothing) {
    const std::string invalid = error_invalid_argument;
    refuses("Start -- -1", invalid, "id: -1");
    refuses("Snooze -- -1 5", invalid, "id: -1");
    refuses("ConfirmShown 0", invalid, "id: 0 (expected the id of the prompt that is shown)");
    refuses("ConfirmShown -- -7", invalid, "id: -7");
    refuses("TooPainful 0 11", invalid, "pain: 11 (expected a whole number from 0 to 10, or -1 for no answer)");
    refuses("Preview lunch", invalid, "kind: \"lunch\" is no kind of break (expected one of microbreak,");
    refuses("StartBreak lunch", invalid, "kind: \"lunch\" is no kind of break (expected one of microbreak,");
    refuses("SetPosture lying cli", invalid, "posture: \"lying\" is no posture (expected sitting or standing)");
    refuses("SetPosture sitting ''", invalid, "source: \"\"");
    refuses("CheckIn '@a{sv} {}'", invalid, "answers: there is none");
    refuses("CheckIn \"{'pain': <11>}\"", invalid, "pain: 11 (expected a whole number from 0 to 10)");
    refuses("CheckIn \"{'pain': <4>, 'mood': <'bad'>}\"", invalid, "answers: \"mood\" is no answer");
    refuses("Screen \"['hunger']\"", invalid, "flags: \"hunger\" is no red flag (expected some of");
    refuses("ChooseProgramme yoga", invalid, "driver: \"yoga\" is no driver (expected prevention,");
    refuses("NameLevers E99 ''", invalid, "mobility: \"E99\" is no drill (expected an id of the guide");
    refuses("NameKeyTask 'a\nb'", invalid, "task: a text of 3 bytes (expected one line of at most 200 bytes)");
    refuses("Skip 99", error_not_found, "id: there has never been a prompt 99");
    refuses("ConfirmShown 99", error_not_found, "id: there has never been a prompt 99");
}

TEST_F(Service, PostsWhereItHurts) {
    auto poise = client();
    ASSERT_TRUE(poise.too_painful(7));
    EXPECT_EQ(only_posted<TooPainful>().pain, 7);
    ASSERT_TRUE(poise.too_painful(std::nullopt));
    EXPECT_EQ(only_posted<TooPainful>().pain, std::nullopt);
}

TEST_F(Service, ShowsABreakWithoutBeginningIt) {
    const auto preview = *client().preview("mobility");
    EXPECT_EQ(preview.kind, "mobility");
    EXPECT_EQ(preview.id, 0);
    EXPECT_EQ(preview.phase, "");
    ASSERT_GE(preview.parts.size(), 3U);
    const auto& first = preview.parts.front();
    EXPECT_EQ(first.rule, "S7");
    EXPECT_FALSE(first.steps.empty());
    EXPECT_FALSE(first.dose.empty());
    EXPECT_GT(first.length, Seconds{10});
    EXPECT_EQ(preview.parts.back().rule, "S11");
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
    EXPECT_THAT(*client().preview("workstation_check"), testing::Field(&PromptView::points, SizeIs(5))); // S12
}

TEST_F(Service, ShowsNoExerciseThatIsOff) {
    daemon.changed(after(working_state(), Screened{{"fever"}}, 60));
    EXPECT_THAT(gdbus_call("Preview snack").text, HasSubstr(std::string{error_refused} + ": exercise is off"));
}

TEST_F(Service, KeepsWhereAGuidedBreakIs) {
    daemon.changed(after(working_state(), BreakAsked{Kind::mobility}, 60));
    auto poise = client();
    ASSERT_TRUE(poise.at_part(1, 2));
    EXPECT_THAT(gdbus_call("AtPart 2 0").text, HasSubstr("NotFound: id: there has never been a prompt 2"));
    EXPECT_THAT(gdbus_call("AtPart 1 99").text, HasSubstr("InvalidArgument: part: 99"));
    const auto part = [] {
        return run("busctl --user --json=short get-property org.poise.Daemon1 /org/poise/Daemon1 "
                   "org.poise.Daemon1 Prompt")
            .text;
    };
    EXPECT_THAT(part(), HasSubstr(R"("part":{"type":"u","data":2})"));
    daemon.changed(after(working_state(), BreakAsked{Kind::mobility}, 70));
    EXPECT_THAT(part(), HasSubstr(R"("part":{"type":"u","data":2})")) << "a step of the daemon does not lose it";
    daemon.changed(working_state());
    EXPECT_THAT(gdbus_call("AtPart 0 0").text, HasSubstr("Refused: no prompt is open"));
}

TEST_F(Service, LeavesWrongTypesToTheBus) {
    const auto output = run("busctl --user call org.poise.Daemon1 /org/poise/Daemon1 org.poise.Daemon1 Start s one");
    EXPECT_NE(output.exit_code, 0);
    EXPECT_THAT(daemon.take_posted(), IsEmpty());
}

TEST_F(Service, HandsOnTheRefusal) {
    daemon.on_its_thread([](BusService&, Script& script) { script.refusal = "nothing is paused"; });
    const auto reply = client().resume();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::refused);
    EXPECT_EQ(reply.error().text, "nothing is paused");
    EXPECT_THAT(gdbus_call("Resume").text, HasSubstr("org.poise.Error.Refused: nothing is paused"));
}

TEST_F(Service, SurvivesADaemonThatThrows) {
    daemon.on_its_thread(
        [](BusService&, Script& script) { script.on_reload = [] { throw std::runtime_error{"no such file"}; }; });
    EXPECT_THAT(gdbus_call("Reload").text, HasSubstr("org.freedesktop.DBus.Error.Failed: no such file"));
    EXPECT_TRUE(client().explain());
}

TEST_F(Service, ReloadsAndSaysWhatIsWrong) {
    EXPECT_THAT(*client().reload(), IsEmpty());
    daemon.on_its_thread([](BusService&, Script& script) {
        script.problems = {"poise.toml:3:1: bad", "poise.toml:4:1: \xFF"};
    });
    EXPECT_THAT(*client().reload(), ElementsAre("poise.toml:3:1: bad", "poise.toml:4:1: ?"));
    EXPECT_EQ(gdbus_call("Reload").text, "(['poise.toml:3:1: bad', 'poise.toml:4:1: ?'],)\n");
}

TEST_F(Service, ExplainsAsOfNow) {
    daemon.changed(after(working_state(), SignBegan{Sign::meeting}, 60));
    const auto lines = *client().explain();
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front(), "hold meeting: you are in a meeting, until 12:01 at the latest");
    EXPECT_THAT(gdbus_call("Explain").text, HasSubstr("hold meeting: you are in a meeting"));
}

TEST_F(Service, TellsOfEveryKind) {
    daemon.on_its_thread([](BusService&, Script& script) { script.now = moment_at(600); });
    const auto kinds = *client().kinds();
    ASSERT_THAT(kinds, SizeIs(kind_count));
    const auto& microbreak = kinds.front();
    EXPECT_EQ(microbreak.kind, "microbreak");
    EXPECT_TRUE(microbreak.on);
    EXPECT_FALSE(microbreak.due);
    EXPECT_EQ(microbreak.elapsed, Seconds{600});
    EXPECT_EQ(microbreak.interval, Seconds{1200});
    EXPECT_EQ(microbreak.next_due, std::chrono::sys_seconds{std::chrono::seconds{utc_at_start + 1200}});
    EXPECT_THAT(microbreak.blocks, IsEmpty());
    EXPECT_EQ(microbreak.rule, "S1");
    EXPECT_EQ(kinds.back().kind, "checkin");
    EXPECT_EQ(kinds.back().elapsed, std::nullopt) << "a kind without a clock";
}

TEST_F(Service, HandsOutTheFindingsOfTheDoctor) {
    daemon.on_its_thread([](BusService&, Script& script) {
        script.findings = {{"idle source x11", false, "no X server"}, {"journal", true, "/journal/poise.db"}};
    });
    const auto findings = *client().doctor();
    ASSERT_THAT(findings, SizeIs(2));
    EXPECT_EQ(findings[0].what, "idle source x11");
    EXPECT_FALSE(findings[0].works);
    EXPECT_EQ(findings[0].detail, "no X server");
    EXPECT_TRUE(findings[1].works);
    EXPECT_EQ(gdbus_call("Doctor").text,
              "([('idle source x11', false, 'no X server'), ('journal', true, '/journal/poise.db')],)\n");
}

} // namespace
} // namespace poise::test
