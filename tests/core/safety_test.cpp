// SPDX-License-Identifier: GPL-3.0-or-later
// Safety comes before adherence: red flags (R1, R2), what is said of them (R4) and to whom (R5), and the programme that
// begins with a medical screen (P5).
#include "life.hpp"
#include "own_guide.hpp"
#include "poise/sealed.hpp"
#include "poise/status.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

using enum Kind;

/// What a person is told at the desk when they answer these questions with yes.
std::vector<Notice> told(const std::vector<std::string>& flags, const std::string& country = "") {
    Settings settings;
    settings.country = country;
    Life life{monday, settings};
    std::vector<Notice> notices;
    life.after_each_step = [&](const Life&, const std::vector<Effect>& effects) {
        for (const Effect& effect : effects) {
            if (const auto* tell = std::get_if<Tell>(&effect)) notices.push_back(tell->notice);
        }
    };
    life.works_for(1min).event(Screened{flags});
    return notices;
}

std::vector<std::string> flags_that_call_for(Care care) {
    std::vector<std::string> flags;
    for (const RedFlag& flag : own_guide()->red_flags) {
        if (flag.care == care) flags.push_back(flag.id);
    }
    return flags;
}

TEST(R1, TakesAnExerciseOffTheScreenAndASnoozedOneToo) {
    Settings settings = only({snack});
    settings.snack_every = 15min;
    Life life{monday, settings};
    life.works_for(17min).event(Screened{{"leg_weakness"}}).works_for(1h);
    EXPECT_EQ(life.diary(), "09:17 show snack\n09:17 snack withdrawn (exercise_off)\n09:17 tell seek_emergency_care\n");
    Life snoozed{monday, settings};
    snoozed.works_for(17min).snoozes().event(Screened{{"leg_weakness"}}).works_for(1h);
    EXPECT_EQ(snoozed.diary_of({"show", "withdrawn"}), "09:17 show snack\n09:17 snack withdrawn (exercise_off)\n");
}

TEST(R1, StopsAnExerciseInTheMiddleAndOverARestart) {
    Settings settings = only({snack, microbreak});
    settings.snack_every = 15min;
    Life life{monday, settings};
    life.works_for(17min).starts().rests_for(1min).event(Screened{{"chest_pressure"}});
    EXPECT_EQ(life.diary(), "09:17 show snack\n"
                            "09:18 snack withdrawn (exercise_off)\n"
                            "09:18 microbreak natural, not shown\n" // the hands have rested for a minute
                            "09:18 tell seek_emergency_care\n");
    life.restarts_after(1min).works_for(60min);
    const std::string diary = life.diary();
    EXPECT_EQ(diary.find("snack"), std::string::npos) << diary;
    EXPECT_NE(diary.find("show microbreak"), std::string::npos) << diary; // microbreaks stay
    life.event(Cleared{}).works_for(20min);
    EXPECT_NE(life.diary().find("show snack"), std::string::npos);
}

TEST(R2, AsksForAReviewUnlessAnotherAnswerAsksForMore) {
    Life life{monday};
    life.event(Screened{{"night_pain"}});
    EXPECT_EQ(life.diary(), "09:00 tell medical_review_first\n");
    life.event(Screened{{"night_pain", "incontinence"}});
    EXPECT_EQ(life.diary(), "09:00 tell seek_emergency_care\n");
    life.event(Screened{{}}); // every answer was no: no news, and no clearance
    EXPECT_EQ(life.diary(), "");
    EXPECT_EQ(life.state().memory.red_flags.size(), 2u);
}

TEST(P5, HasNoExerciseUntilCleared) {
    Settings settings = only({snack});
    settings.snack_every = 15min;
    Life life{monday, settings};
    life.event(ProgrammeChosen{Driver::visceral}).works_for(1h);
    EXPECT_EQ(life.diary(), "");
    life.event(Cleared{}).works_for(2min);
    EXPECT_EQ(life.diary_of({"show"}), "10:02 show snack\n");
}

TEST(R2, RefusesExerciseByHandWhileItIsOff) {
    Life life{monday};
    life.event(Screened{{"fever"}}).event(BreakAsked{mobility});
    EXPECT_EQ(life.last_refusal(), "exercise is off");
    life.event(BreakAsked{breath});
    EXPECT_EQ(life.last_refusal(), "");
}

TEST(R1, SaysEmergencyCareNowWithTheNumberOfTheCountryForEachOfItsFlags) {
    for (const auto& flag : flags_that_call_for(Care::emergency)) {
        const auto notices = told({flag}, "DE");
        ASSERT_EQ(notices.size(), 1u) << flag;
        EXPECT_EQ(notices.front().urgency, Urgency::critical);
        EXPECT_EQ(notices.front().text.rfind("Seek emergency care now: call 112.", 0), 0u) << notices.front().text;
    }
    EXPECT_NE(told({"chest_pressure"}, "US").front().text.find("call 911."), std::string::npos);
    EXPECT_NE(told({"chest_pressure"}).front().text.find("call your local emergency number."), std::string::npos);
}

TEST(R1, LeavesStandingUpMicrobreaksAndBreath) {
    Settings settings;
    settings.breath_every = 1h;
    Life life{monday, settings};
    life.event(Screened{{"leg_numbness"}});
    for (int i = 0; i < 7 * 12; ++i) {
        life.works_for(5min);
        if (life.state().memory.open) life.says_done();
    }
    const Report report = life.report();
    for (const Kind kind : {microbreak, posture_change, breath}) {
        EXPECT_GT(report.by_kind[index(kind)].of(Outcome::taken), 1) << name(kind);
    }
    for (const Kind kind : {snack, mobility, strength}) EXPECT_EQ(report.by_kind[index(kind)].due(), 0) << name(kind);
}

TEST(R2, PausesExerciseForAMedicalReviewUntilClearedByHand) {
    for (const auto& flag : flags_that_call_for(Care::medical_review)) {
        const auto notices = told({flag});
        ASSERT_EQ(notices.size(), 1u) << flag;
        EXPECT_EQ(notices.front().text.rfind("Medical review first:", 0), 0u) << notices.front().text;
    }
    Settings settings = only({snack});
    settings.snack_every = 15min;
    Life life{monday, settings};
    life.event(Screened{{"night_pain"}}).works_for(8h).rests_for(16h).restarts_after(10h).works_for(3h);
    EXPECT_EQ(life.diary_of({"show snack"}), "");
    life.event(Cleared{}).works_for(3min);
    EXPECT_NE(life.diary_of({"show snack"}), "");
}

TEST(R4, SaysWhatToDoAndThatPoiseIsNoMedicalDeviceAndNeverWhatItIs) {
    for (const RedFlag& flag : own_guide()->red_flags) {
        const std::string text = told({flag.id}).front().text;
        EXPECT_NE(text.find("Poise is no medical device."), std::string::npos) << text;
        EXPECT_NE(text.find("Exercise is off until you clear it by hand"), std::string::npos) << text;
    }
    EXPECT_EQ(told(flags_that_call_for(Care::emergency)).front().text, told({"cold_sweats"}).front().text)
        << "the same words whatever was answered";
    EXPECT_EQ(told(flags_that_call_for(Care::medical_review)).front().text, told({"fever"}).front().text);
}

/// All that others may be shown of a state: the panel, the lock screen, `poise status`. (What `explain` says of the
/// next break is for the person who asks: its drills are those of their programme.)
std::string shown_of(const Life& life) {
    std::string text = headline(life.state(), life.now()) + "\n";
    for (const auto& line : explain(life.state(), life.now())) {
        const bool is_of_the_next = line.starts_with("next:") || line.starts_with("  ");
        if (!is_of_the_next) text += line + "\n";
    }
    const Status status = status_of(life.state(), life.now());
    for (const auto& hold : status.holds) text += std::string{name(hold.hold)} + "\n";
    return text;
}

TEST(R5, SaysElsewhereThatExerciseIsOffAndNeverWhy) {
    const auto with = [](const Event& event) {
        Life life{monday};
        life.event(event).works_for(3h);
        return shown_of(life);
    };
    const std::string shown = with(Screened{{"chest_pressure"}});
    EXPECT_NE(shown.find("exercise is off"), std::string::npos);
    EXPECT_EQ(with(Screened{{"night_pain"}}), shown);
    EXPECT_EQ(with(ProgrammeChosen{Driver::visceral}), shown);
}

TEST(R5, TellsItInNoticesThatNoHistoryKeeps) {
    for (const RedFlag& flag : own_guide()->red_flags) EXPECT_TRUE(told({flag.id}).front().is_private) << flag.id;
}

TEST(R5, SealsFlagsDriverAndWhatFollowsFromThem) {
    PromptOutcome stopped;
    stopped.kind = mobility;
    stopped.outcome = Outcome::withdrawn;
    stopped.why = Why::exercise_off;
    for (const FactBody& body : {FactBody{Safety{{"fever"}}}, FactBody{DriverChosen{Driver::visceral}},
                                 FactBody{Checkin{}}, FactBody{FlareChange{}}, FactBody{PlanChange{}}}) {
        EXPECT_TRUE(is_sealed(body)) << name(body);
        EXPECT_FALSE(open_part(body)) << name(body);
    }
    EXPECT_FALSE(open_part(stopped)) << "a withdrawn outcome would tell of the flag";
}

TEST(R5, NoFigureOfWhatWasAskedGivesItAway) {
    const auto report_of = [](const std::vector<std::string>& flags) {
        Life life{monday, only({snack})};
        life.event(Screened{flags}).works_for(1h);
        return life.report();
    };
    const auto& flagged = report_of({"fever"});
    const auto& other = report_of({"chest_pressure"});
    EXPECT_EQ(flagged.by_kind, other.by_kind);
    EXPECT_EQ(flagged.notices, other.notices);
    EXPECT_TRUE(flagged.notices.empty());
}

TEST(P5, KeepsStandingUpAndMicrobreaksAndForgetsTheClearanceOfAnotherDriver) {
    Life life{monday, only({posture_change, microbreak, snack})};
    life.event(ProgrammeChosen{Driver::visceral}).works_for(47min);
    EXPECT_NE(life.diary_of({"show microbreak"}), "");
    life.event(Cleared{});
    EXPECT_FALSE(status_of(life.state(), life.now()).exercise_off);
    life.event(ProgrammeChosen{Driver::prevention}).event(ProgrammeChosen{Driver::visceral});
    EXPECT_TRUE(status_of(life.state(), life.now()).exercise_off) << "a clearance is for the driver it was given for";
}

} // namespace
} // namespace poise::test
