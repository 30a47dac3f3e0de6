// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever becomes of a guide or a pack, reading it ends in a value or in problems that point into the file.
#include "allowed.hpp"
#include "guide_loading.hpp"
#include "mutation.hpp"

#include <algorithm>

namespace poise::test {

namespace {

void expect_within(const Problems& problems, const std::string& text) {
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    ASSERT_FALSE(problems.empty()) << text;
    for (const auto& problem : problems) {
        ASSERT_GE(problem.line, 1) << problem.what << "\n" << text;
        ASSERT_LE(problem.line, lines) << problem.what << "\n" << text;
        ASSERT_GE(problem.column, 1) << problem.what << "\n" << text;
    }
}

TEST(GuideToml, GivesAGuideOrProblemsWithinTheFileWhateverTheFileHolds) {
    Mutation mutation{small_guide(), 20261124};
    int taken = 0;
    for (int i = 0; i < 8000; ++i) {
        const auto text = mutation.next();
        const auto loaded = load_guide(text);
        if (!loaded) {
            ASSERT_NO_FATAL_FAILURE(expect_within(loaded.error(), text));
            continue;
        }
        ++taken;
        ASSERT_EQ(loaded->programmes.size(), 8u) << text;
        for (const auto& programme : loaded->programmes) {
            for (const auto& choice : programme.prefers) {
                const Drill* drill = find_drill(*loaded, choice.drill);
                ASSERT_TRUE(drill) << text;
                ASSERT_FALSE(forbids(programme, *drill)) << text;
            }
        }
    }
    EXPECT_GT(taken, 50);
    EXPECT_LT(taken, 4000);
}

TEST(GuideToml, EndsInTheSameWayForThePersonsPacks) {
    const Guide guide = guide_of(small_guide());
    Mutation mutation{changed(small_drill, "id = \"E10\"", "id = \"mine\""), 3};
    int taken = 0;
    for (int i = 0; i < 8000; ++i) {
        const auto text = mutation.next();
        const auto loaded = load_packs(guide, {{"p", text}});
        if (loaded.refused.empty()) {
            ++taken;
        } else {
            ASSERT_NO_FATAL_FAILURE(expect_within(loaded.refused[0].problems, text));
            ASSERT_EQ(loaded.guide, guide) << text;
        }
    }
    EXPECT_GT(taken, 50);
    EXPECT_LT(taken, 4000);
}

} // namespace

} // namespace poise::test
