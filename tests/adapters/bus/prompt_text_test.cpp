// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_text.hpp"

#include "own_guide.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace poise {
namespace {

using namespace std::chrono_literals;

PromptText text_for(Kind kind, Duration length, std::vector<PromptDrill> drills, Posture posture = Posture::sitting) {
    const Prompt prompt{1, kind, std::move(drills), "S1", length, "21 min of work since your hands last rested."};
    return prompt_text(prompt, posture, *own_guide());
}

TEST(PromptText, SaysWhatToDoForHowLongWhyAndHowToBegin) {
    const auto text = text_for(Kind::microbreak, 30s, {{"C1"}});
    EXPECT_EQ(text.title, "Rest your hands for 30 s");
    EXPECT_EQ(text.text,
              "21 min of work since your hands last rested. Rest your hands; let the ribs sink, draw the chin "
              "in a little, shoulder blades back and down.");
    EXPECT_EQ(text.start_label, "Start");
}

TEST(PromptText, AsksForTheOtherPosture) {
    EXPECT_EQ(text_for(Kind::posture_change, 0s, {}).title, "Time to stand up");
    EXPECT_EQ(text_for(Kind::posture_change, 0s, {}).start_label, "I am standing");
    EXPECT_EQ(text_for(Kind::posture_change, 0s, {}, Posture::standing).title, "Time to sit down");
    EXPECT_EQ(text_for(Kind::posture_change, 0s, {}, Posture::standing).start_label, "I am sitting");
}

TEST(PromptText, HasATitleForEveryKind) {
    EXPECT_EQ(text_for(Kind::snack, 2min, {{"E10"}}).title, "Move a little for 2 min");
    EXPECT_EQ(text_for(Kind::mobility, 5min, {{"E8"}}).title, "Loosen up for 5 min");
    EXPECT_EQ(text_for(Kind::strength, 15min, {{"E11"}}).title, "Strength exercises for 15 min");
    EXPECT_EQ(text_for(Kind::breath, 60s, {{"E14"}}).title, "Breathe slowly for 1 min");
    EXPECT_EQ(text_for(Kind::workstation_check, 0s, {}).title, "Check your workstation");
    EXPECT_EQ(text_for(Kind::checkin, 0s, {}).title, "How was your day?");
}

TEST(PromptText, SaysWhatWasDoneWhereTheAnswerEndsThePrompt) {
    EXPECT_EQ(text_for(Kind::workstation_check, 0s, {}).start_label, "I have checked it");
    EXPECT_EQ(text_for(Kind::checkin, 0s, {}).start_label, "I have answered");
    EXPECT_TRUE(text_for(Kind::checkin, 0s, {}).text.ends_with("Tell Poise with: poise checkin"));
}

TEST(PromptText, AsksTheFivePointsOfTheWorkstation) { // S12
    const std::string text = text_for(Kind::workstation_check, 0s, {}).text;
    EXPECT_EQ(std::ranges::count(text, '?'), 5) << text;
    EXPECT_TRUE(text.ends_with("Does the chair support the small of your back?")) << text;
}

TEST(PromptText, AnnouncesALongBlock) {
    const PromptText text = announcement(Kind::mobility, 5min, 2min);
    EXPECT_EQ(text.title, "Soon: Loosen up for 5 min");
    EXPECT_EQ(text.text, "In about 2 min, at a pause in your typing. You can still put it off then.");
}

TEST(PromptText, DoesWithoutADrillThatTheGuideDoesNotKnow) {
    EXPECT_EQ(text_for(Kind::snack, 2min, {{"E99"}}).text, "21 min of work since your hands last rested.");
    EXPECT_EQ(prompt_text(Prompt{1, Kind::snack, {{"E10.rows"}}, "S3", 2min, ""}, Posture::sitting, *own_guide()).text,
              find_drill(*own_guide(), "E10.rows")->steps.front());
}

// R4: what to do, never what it might be.
TEST(PromptText, SpeaksOfNoIllness) {
    for (const Kind kind : all_kinds) {
        for (const Posture posture : {Posture::sitting, Posture::standing}) {
            const auto text = text_for(kind, 2min, {}, posture);
            std::string all = text.title + text.text + text.start_label;
            std::ranges::transform(all, all.begin(), [](unsigned char c) { return std::tolower(c); });
            for (const std::string_view word :
                 {"pain", "injur", "disease", "prevent", "cure", "heal", "risk", "strain"}) {
                EXPECT_EQ(all.find(word), std::string::npos) << word << " in " << all;
            }
        }
    }
}

} // namespace
} // namespace poise
