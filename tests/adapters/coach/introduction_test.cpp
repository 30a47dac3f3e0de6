// SPDX-License-Identifier: GPL-3.0-or-later
#include "introduction.hpp"

#include "own_guide.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace poise::coach::test {
namespace {

using namespace std::chrono_literals;

std::string text_of(const Passage& passage) {
    std::string text = passage.title + "\n";
    for (const auto& sentence : passage.sentences) text += sentence + "\n";
    return text;
}

/// The first two sentences and more say what is asked; the last two how.
std::vector<std::string> asked(const Settings& settings) {
    auto sentences = introduction_of(settings).front().sentences;
    sentences.resize(sentences.size() - 2);
    return sentences;
}

TEST(Introduction, SaysWhatIsAskedByDefault) {
    const std::vector<std::string> expected{
        "Rest your hands for 30 s, after 20 min of work.",
        "Stand up, or sit down again, after 30 min to 45 min in one posture.",
        "Move a little for 2 min, after 1 h 30 min at the desk.",
        "Loosen up for 5 min, each day from 10:00 and 15:30 on.",
        "Do strength exercises for 15 min: Tuesday and Friday.",
        "Breathe slowly for 1 min, after 3 h at the desk.",
        "Look over your workstation, every 4 weeks.",
        "Say how you are, once a day from 16:30 on.",
    };
    EXPECT_EQ(asked(Settings{}), expected);
    EXPECT_NE(text_of(introduction_of(Settings{}).front())
                  .find("Asked on: Monday to Friday. One thing at a time, and at most 6 in an hour."),
              std::string::npos);
}

TEST(Introduction, SaysWhatIsConfigured) {
    Settings settings;
    settings.microbreak_every = 7min;
    settings.snack_every = {};
    settings.mobility_windows = {};
    settings.strength_days = {};
    settings.breath_every = {};
    settings.workstation_check_every = 10 * 24h;
    settings.checkin_at = std::nullopt;
    const std::vector<std::string> expected{
        "Rest your hands for 30 s, after 7 min of work.",
        "Stand up, or sit down again, after 30 min to 45 min in one posture.",
        "Look over your workstation, every 10 days.",
    };
    EXPECT_EQ(asked(settings), expected);
}

TEST(Introduction, SaysThatNothingIsAskedWhereAllOfItIsOff) {
    Settings settings;
    settings.microbreak_every = settings.snack_every = settings.breath_every = settings.workstation_check_every = {};
    settings.posture_window_from = settings.posture_window_to = {};
    settings.mobility_windows = {};
    settings.strength_days = {};
    settings.checkin_at = std::nullopt;
    EXPECT_EQ(introduction_of(settings).front().sentences.size(), 1u);
}

TEST(Introduction, SaysWhetherKeysAreCountedAndHowOftenOneMaySnooze) {
    Settings settings;
    settings.count_input = false;
    settings.snooze = 9min;
    settings.max_snoozes = 1;
    const auto passages = introduction_of(settings);
    EXPECT_NE(text_of(passages[1]).find("It does not count keys and clicks"), std::string::npos);
    EXPECT_NE(text_of(passages[2]).find("brings it back after 9 min, at most 1 time."), std::string::npos);
    settings.max_snoozes = 0;
    EXPECT_EQ(text_of(introduction_of(settings)[2]).find("Snooze"), std::string::npos);
}

TEST(ProgrammeChoices, AreOneForEachProgrammeInWordsOfTheirOwn) {
    const auto choices = programme_choices(*own_guide());
    ASSERT_EQ(choices.size(), 8u);
    EXPECT_EQ(choices.front().driver, Driver::prevention);
    std::set<std::string> words;
    for (const auto& choice : choices) {
        EXPECT_FALSE(choice.words.empty());
        EXPECT_FALSE(choice.focus.empty());
        words.insert(choice.words);
    }
    EXPECT_EQ(words.size(), choices.size());
}

} // namespace
} // namespace poise::coach::test
