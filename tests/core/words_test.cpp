// SPDX-License-Identifier: GPL-3.0-or-later
// One concept, one word: every word is read back as what it was spelled from.
#include "poise/fact.hpp"
#include "poise/words.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

/// The words of an enumeration whose last enumerator this is.
template <class Word>
std::string words_up_to(Word last) {
    std::string words;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto word = static_cast<Word>(i);
        EXPECT_EQ(parse<Word>(name(word)), word);
        words += (words.empty() ? "" : " ") + std::string{name(word)};
    }
    EXPECT_EQ(parse<Word>(""), std::nullopt);
    EXPECT_EQ(parse<Word>("nonsense"), std::nullopt);
    return words;
}

TEST(Words, AreReadAsTheyAreSpelled) {
    EXPECT_EQ(words_up_to(Presence::unknown), "working passive resting away locked asleep unknown");
    EXPECT_EQ(words_up_to(Posture::standing), "sitting standing");
    EXPECT_EQ(words_up_to(Kind::checkin),
              "microbreak posture_change snack mobility strength breath workstation_check checkin");
    EXPECT_EQ(words_up_to(Outcome::withdrawn), "taken partial natural skipped missed withdrawn");
    EXPECT_EQ(words_up_to(Answer::done), "start snooze skip done");
    EXPECT_EQ(words_up_to(Sign::fullscreen), "meeting screencast dnd fullscreen");
    EXPECT_EQ(words_up_to(Block::prompt_open),
              "meeting screencast dnd fullscreen paused outside_hours exercise_off away no_client after_return spacing "
              "exercise_spacing per_hour prompt_open");
    EXPECT_EQ(words_up_to(Why::erased), "meeting screencast dnd fullscreen paused outside_hours exercise_off away "
                                        "no_client unknown not_shown replaced settings erased");
    EXPECT_EQ(words_up_to(Driver::curves),
              "prevention posture myofascial disc stenosis visceral osteoarthritis curves");
    EXPECT_EQ(words_up_to(Function::harder), "easier same harder");
    EXPECT_EQ(words_up_to(Urgency::critical), "low normal critical");
}

TEST(Words, OfADriverMayBeItsProgramme) { // P0 to P7
    EXPECT_EQ(parse<Driver>("P0"), Driver::prevention);
    EXPECT_EQ(parse<Driver>("P7"), Driver::curves);
    EXPECT_EQ(parse<Driver>("P8"), std::nullopt);
    EXPECT_EQ(parse<Driver>("p4"), std::nullopt);
}

TEST(Words, NameEveryFact) {
    const FactBody bodies[] = {Bout{},          Unseen{}, Absence{},       Offered{}, Shown{},       BreakStarted{},
                               Snooze{},        Rest{},   PromptOutcome{}, Safety{},  Pause{},       HoldChange{},
                               PostureChange{}, Noted{},  DriverChosen{},  Checkin{}, CivilTimeSet{}};
    std::string names;
    for (const auto& body : bodies) names += (names.empty() ? "" : " ") + std::string{name(body)};
    EXPECT_EQ(names, "bout unknown absence offered shown started snooze rest outcome safety pause hold posture notice "
                     "driver checkin civil_time");
}

} // namespace
} // namespace poise::test
