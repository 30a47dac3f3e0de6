// SPDX-License-Identifier: GPL-3.0-or-later
// The guide in words: doses, and docs/guidance.md, which is never older than the guide.
#include "guide_rule.hpp"
#include "guide_text.hpp"
#include "own_guide.hpp"
#include "poise_program.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string dose_of(const char* id) { return dose_text(find_drill(*own_guide(), id)->dose); }

TEST(GuideText, SaysDosesAsPeopleDo) {
    EXPECT_EQ(dose_of("E2"), "6 to 10 times, each held for 2 to 3 breaths; 1 to 3 rounds");
    EXPECT_EQ(dose_of("E3"), "20 to 30 s each side; 1 to 3 rounds");
    EXPECT_EQ(dose_of("E4"), "5 to 8 breaths; 1 to 3 rounds");
    EXPECT_EQ(dose_of("E9.ytw"), "8 to 10 times, each held for 3 to 5 s");
    EXPECT_EQ(dose_of("E10.rows"), "10 times");
    EXPECT_EQ(dose_of("E12.row"), "8 to 12 times each side; 2 to 3 rounds, 30 s between");
    DoseRange half;
    half.hold = {1500ms, 2s};
    EXPECT_EQ(dose_text(half), "1.500 to 2 s");
}

TEST(GuideText, TablesHaveEveryEntry) {
    const std::string table = guide_table(*own_guide());
    for (const auto& drill : own_guide()->drills) EXPECT_THAT(table, HasSubstr("| " + drill.id + " | " + drill.name));
    for (const auto& programme : own_guide()->programmes) EXPECT_THAT(table, HasSubstr("### " + programme.rule + " "));
    for (const auto& flag : own_guide()->red_flags) EXPECT_THAT(table, HasSubstr("| " + flag.question + " | "));
    EXPECT_THAT(table, HasSubstr("- Left out: E1, E1.desk, E4, E7, E11.hinge, E12.row.\n")) << "P3";
}

TEST(GuideText, SaysThatALeverIsForbidden) {
    Programme programme = *find_programme(*own_guide(), Driver::curves);
    EXPECT_EQ(levers_of(programme), "E8 and E10.rows");
    programme.mobility_lever.clear();
    EXPECT_EQ(levers_of(programme), "none and E10.rows");
}

TEST(Documentation, OfTheGuidanceIsNotStale) {
    const auto file = std::filesystem::path{POISE_SOURCE_DIR} / "docs/guidance.md";
    EXPECT_TRUE(text_of(file) == guide_table(*own_guide())) << "build the target guidance_doc";
}

TEST(GuideText, ShowsTheWorkstationTheCardsAndTheRedFlagsByTheirRules) {
    const auto shown = [](const char* id) { return guide_entry(*own_guide(), id).value_or("nothing"); };
    EXPECT_NE(shown("S12").find("Do both feet stand firmly on the ground?\n      Lower the chair"), std::string::npos);
    EXPECT_NE(shown("S13").find("Sleep 7 to 8 hours"), std::string::npos);
    EXPECT_NE(shown("F9").find("2 to 4 weeks; that is no promise"), std::string::npos);
    EXPECT_NE(shown("R1").find("weakness in your legs?"), std::string::npos);
    EXPECT_EQ(shown("R2").find("weakness in your legs?"), std::string::npos);
}

TEST(GuideText, ShowsARuleThatIsNoDrillByItsSentence) {
    EXPECT_EQ(rule_entry("S5"), "S5  Poise puts a rotation and an extension into the blocks of every day.\n");
    EXPECT_EQ(rule_entry("S14"), std::nullopt);
    EXPECT_EQ(rule_entry("S"), std::nullopt);
}

} // namespace
} // namespace poise::test
