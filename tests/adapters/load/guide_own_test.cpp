// SPDX-License-Identifier: GPL-3.0-or-later
// config/guide.toml as it is built in: that it can be used at all, and what holds of every entry in it.
#include "allowed.hpp"
#include "guide_loading.hpp"

#include <algorithm>

namespace poise::test {

namespace {

TEST(OwnGuide, HasNoProblem) {
    EXPECT_EQ(guide_problems(config_file("guide.toml")), "");
    EXPECT_EQ(*own_guide(), guide_of(config_file("guide.toml"))) << "what is built in is not what is in config/";
}

TEST(OwnGuide, BeginsEachKindWithItsPlainestDrill) {
    const auto first_of = [](Kind kind) {
        const auto& drills = own_guide()->drills;
        return std::ranges::find_if(drills, [&](const Drill& drill) { return is_for(drill, kind); })->id;
    };
    EXPECT_EQ(first_of(Kind::microbreak), "C1");
    EXPECT_EQ(first_of(Kind::snack), "E10.rows");
    EXPECT_EQ(first_of(Kind::strength), "E11.rows");
    EXPECT_EQ(first_of(Kind::breath), "E14");
}

TEST(OwnGuide, DescribesEveryDrillInAFewSentencesAndAPicture) {
    for (const Drill& drill : own_guide()->drills) {
        EXPECT_GE(drill.steps.size(), 2u) << drill.id;
        EXPECT_LE(drill.steps.size(), 5u) << drill.id;
        for (const auto& step : drill.steps) {
            EXPECT_TRUE(step.ends_with('.')) << drill.id << ": " << step;
            EXPECT_LE(step.size(), 130u) << drill.id << ": " << step;
        }
        EXPECT_EQ(drill.picture, drill.id + ".svg");
        EXPECT_TRUE(drill.pack.empty());
        EXPECT_TRUE(drill.id == drill.rule || drill.id.starts_with(drill.rule + ".")) << drill.id;
    }
}

} // namespace

} // namespace poise::test
