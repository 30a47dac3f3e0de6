// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.hpp"

#include "own_guide.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace poise {
namespace {

using sdbus::Variant;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Answers = std::map<std::string, Variant>;

TEST(CheckedPromptId, TakesZeroForWhateverIsOpen) {
    EXPECT_EQ(*checked_prompt_id(0), std::nullopt);
    EXPECT_EQ(*checked_prompt_id(7), 7);
    EXPECT_EQ(checked_prompt_id(-1).error(), "id: -1 (expected the id of a prompt, or 0 for the one that is open)");
}

TEST(CheckedKind, ListsTheKindsThereAre) {
    EXPECT_EQ(*checked_kind(""), std::nullopt);
    EXPECT_EQ(*checked_kind("snack"), Kind::snack);
    EXPECT_EQ(checked_kind("lunch").error(),
              "kind: \"lunch\" is no kind of break (expected one of microbreak, posture_change, snack, mobility, "
              "strength, breath, workstation_check, checkin, or nothing)");
}

TEST(CheckedKind, IsNotQuotedWhereTheAnswerWouldBeOfMoreThanOneLine) {
    EXPECT_THAT(checked_kind("lunch\nand a walk").error(), HasSubstr("kind: a text of 16 bytes is no kind of break ("));
    EXPECT_THAT(checked_driver("\x1b[2J").error(), HasSubstr("driver: a text of 4 bytes is no driver ("));
}

TEST(CheckedPosture, KnowsTwo) {
    EXPECT_EQ(*checked_posture("standing"), Posture::standing);
    EXPECT_EQ(checked_posture("lying").error(), "posture: \"lying\" is no posture (expected sitting or standing)");
    EXPECT_FALSE(checked_posture(""));
    EXPECT_FALSE(checked_posture("Sitting"));
}

TEST(CheckedSource, IsAShortWord) {
    EXPECT_EQ(*checked_source("desk sensor"), "desk sensor");
    EXPECT_EQ(checked_source("").error(), "source: \"\" (expected a text of 1 to 64 bytes in one line)");
    EXPECT_THAT(checked_source(std::string(65, 'x')).error(), HasSubstr("a text of 65 bytes"));
    EXPECT_THAT(checked_source("a\nb").error(), HasSubstr("control characters"));
}

TEST(CheckedDriver, IsAWordOrTheNumberOfAProgramme) {
    EXPECT_EQ(*checked_driver("stenosis"), Driver::stenosis);
    EXPECT_EQ(*checked_driver("P4"), Driver::stenosis);
    EXPECT_EQ(checked_driver("P8").error(),
              "driver: \"P8\" is no driver (expected prevention, posture, myofascial, disc, stenosis, visceral, "
              "osteoarthritis, curves, or P0 to P7)");
    EXPECT_FALSE(checked_driver(""));
    EXPECT_THAT(checked_driver(std::string(65, 'x')).error(), HasSubstr("a text of 65 bytes is no driver"));
}

TEST(CheckedDay, IsADayOrNone) {
    EXPECT_EQ(*checked_day("1970-01-02"), Day{std::chrono::days{1}});
    EXPECT_EQ(*checked_day(""), std::nullopt);
    for (const char* wrong : {"2026-02-30", "2026-11-23 ", "23.11.2026", "2026-W48", "yesterday"}) {
        EXPECT_EQ(checked_day(wrong).error(), "before: \"" + std::string{wrong} +
                                                  "\" is no day (expected a day such as 2026-11-23, or nothing for "
                                                  "everything)");
    }
}

TEST(CheckedAnswers, TakesEachOfThem) {
    const auto checkin = checked_answers({{"pain", Variant{std::uint32_t{4}}},
                                          {"tension", Variant{std::uint32_t{0}}},
                                          {"region", Variant{std::string{"upper_back"}}},
                                          {"load", Variant{std::string{"typing"}}},
                                          {"position", Variant{std::string{"sitting"}}},
                                          {"function", Variant{std::string{"harder"}}},
                                          {"tight", Variant{true}}},
                                         *own_guide());
    Checkin expected;
    expected.pain = 4;
    expected.tension = 0;
    expected.region = "upper_back";
    expected.load = "typing";
    expected.position = "sitting";
    expected.function = Function::harder;
    expected.tight = true;
    EXPECT_EQ(*checkin, expected);
}

TEST(CheckedAnswers, TakesAWholeNumberOfAnyWidth) {
    for (const Variant& ten :
         {Variant{std::uint8_t{10}}, Variant{std::int16_t{10}}, Variant{std::uint16_t{10}}, Variant{std::int32_t{10}},
          Variant{std::uint32_t{10}}, Variant{std::int64_t{10}}, Variant{std::uint64_t{10}}}) {
        EXPECT_EQ(checked_answers({{"pain", ten}}, *own_guide())->pain, 10) << ten.peekValueType();
    }
}

TEST(CheckedAnswers, SaysWhatIsWrongAndWhatIsExpected) {
    const auto problem = [](const char* key, Variant value) {
        return checked_answers({{key, value}}, *own_guide()).error();
    };
    EXPECT_EQ(problem("pain", Variant{std::uint32_t{11}}), "pain: 11 (expected a whole number from 0 to 10)");
    EXPECT_EQ(problem("pain", Variant{std::int32_t{-1}}), "pain: -1 (expected a whole number from 0 to 10)");
    EXPECT_THAT(problem("tension", Variant{std::numeric_limits<std::uint64_t>::max()}), HasSubstr("from 0 to 10"));
    EXPECT_EQ(problem("pain", Variant{4.0}), "pain: a value of type \"d\" (expected a whole number from 0 to 10)");
    EXPECT_EQ(problem("function", Variant{std::string{"better"}}),
              "function: \"better\" (expected easier, same or harder)");
    EXPECT_EQ(problem("tight", Variant{std::string{"yes"}}), "tight: a value of type \"s\" (expected true or false)");
    EXPECT_EQ(problem("mood", Variant{std::string{"good"}}),
              "answers: \"mood\" is no answer (expected pain, region, load, position, tension, function or tight)");
    EXPECT_THAT(problem("region", Variant{std::string{}}), HasSubstr("region: "));
    EXPECT_THAT(problem("region", Variant{std::string{"kidney"}}),
                testing::StartsWith("region: \"kidney\" is no region (expected one of neck, shoulders, upper_back, "));
    EXPECT_THAT(problem("load", Variant{std::string{"gravity"}}), HasSubstr("is no load (expected one of typing, "));
    EXPECT_THAT(problem("position", Variant{std::string{"upper_back"}}), HasSubstr("(expected one of sitting, "));
    EXPECT_THAT(checked_answers({}, *own_guide()).error(), HasSubstr("answers: there is none"));
}

TEST(CheckedFlags, TakesEachOnceAndNoneForNone) {
    const Guide& guide = *own_guide();
    EXPECT_THAT(*checked_flags({}, guide), IsEmpty());
    EXPECT_THAT(*checked_flags({"fever", "cough", "fever"}, guide), ElementsAre("fever", "cough"));
}

TEST(CheckedFlags, ListsTheFlagsThereAre) {
    const auto problem = checked_flags({"fever", "hunger"}, *own_guide()).error();
    EXPECT_THAT(problem, testing::StartsWith("flags: \"hunger\" is no red flag (expected some of "));
    for (const auto& flag : own_guide()->red_flags) EXPECT_THAT(problem, HasSubstr(flag.id));
}

} // namespace
} // namespace poise
