// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's packs may do to the guide, and what they may not; and where guides and packs are looked for.
#include "guide_loading.hpp"
#include "scoped.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

namespace poise::test {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string swim = changed(small_drill, "id = \"E10\"", "id = \"my.swim\"");
const std::string my_cue = "[[cue]]\nid = \"my.cue\"\ntext = \"Smile.\"\nrule = \"C1\"\nsource = \"Mine\"\n";

std::string problems_of_one(const std::string& text) {
    const auto loaded = load_packs(*own_guide(), {{"my.toml", text}});
    EXPECT_EQ(loaded.refused.empty(), loaded.guide != *own_guide());
    return loaded.refused.empty() ? "" : lines_of(loaded.refused.front().problems);
}

TEST(GuidePacks, AddDrillsAndCuesAfterTheGuidesOwn) {
    const auto loaded = load_packs(*own_guide(), {{"my.toml", swim + my_cue}});
    EXPECT_THAT(loaded.refused, IsEmpty());
    EXPECT_EQ(loaded.guide.drills.back().id, "my.swim");
    EXPECT_EQ(loaded.guide.drills.back().pack, "my.toml");
    EXPECT_EQ(loaded.guide.drills.front(), own_guide()->drills.front());
    EXPECT_EQ(loaded.guide.cues.back().id, "my.cue");
}

TEST(GuidePacks, NeverRedefineADrill) {
    EXPECT_EQ(problems_of_one(changed(small_drill, "\"E10\"", "\"E2\"")),
              "p:2:6: drill `E2` is there already (expected each once)\n");
    const auto twice = load_packs(*own_guide(), {{"a.toml", swim}, {"b.toml", swim}});
    ASSERT_EQ(twice.refused.size(), 1u);
    EXPECT_EQ(twice.refused[0].file, "b.toml");
    EXPECT_EQ(twice.guide.drills.back().pack, "a.toml");
}

TEST(GuidePacks, ForbidMoreAndThenRecommendItNoMore) {
    const std::string forbidding =
        "[[programme]]\ndriver = \"curves\"\nforbids = [{ drill = \"E8\", why = \"My physio said so.\" }]\n";
    const auto loaded = load_packs(*own_guide(), {{"my.toml", forbidding}});
    EXPECT_THAT(loaded.refused, IsEmpty());
    const Programme& curves = *find_programme(loaded.guide, Driver::curves);
    EXPECT_THAT(curves.forbids, ElementsAre(DrillChoice{"E8", "My physio said so."}));
    EXPECT_EQ(std::ranges::find(curves.prefers, "E8", &DrillChoice::drill), curves.prefers.end());
    EXPECT_EQ(curves.mobility_lever, "");
    EXPECT_EQ(*find_programme(loaded.guide, Driver::disc), *find_programme(*own_guide(), Driver::disc));
}

TEST(GuidePacks, NeverAllowNorTouchAnythingElse) {
    EXPECT_THAT(problems_of_one("[[programme]]\ndriver = \"disc\"\nforbids = []\n"
                                "prefers = [{ drill = \"E7\", why = \"I like it.\" }]\n"),
                HasSubstr("p:4:1: programme `disc`: unknown key `prefers`"));
    EXPECT_THAT(problems_of_one("[[programme]]\ndriver = \"disc\"\navoids = []\n"), HasSubstr("unknown key `avoids`"));
    EXPECT_THAT(problems_of_one("[[red_flag]]\nid = \"fever\"\ncare = \"medical_review\"\n"),
                HasSubstr("p:1:3: unknown key `red_flag`"));
    EXPECT_THAT(problems_of_one("regions = [\"toe\"]\n"), HasSubstr("unknown key `regions`"));
}

TEST(GuidePacks, AreRefusedWholeWhileTheRestGoesOn) {
    const auto bad = swim + changed(my_cue, "text", "txet");
    const auto loaded = load_packs(*own_guide(), {{"a.toml", bad}, {"b.toml", my_cue}, {"c.toml", "[["}});
    ASSERT_EQ(loaded.refused.size(), 2u);
    EXPECT_EQ(lines_of(loaded.refused[0].problems),
              "p:14:1: cue `my.cue`: lacks `text`\n"
              "p:16:1: cue `my.cue`: unknown key `txet` (did you mean `text`?)\n");
    EXPECT_EQ(loaded.refused[1].file, "c.toml");
    EXPECT_EQ(loaded.guide.drills, own_guide()->drills);
    EXPECT_EQ(loaded.guide.cues.back().id, "my.cue");
}

TEST(GuidePacks, AreToldFromWholeGuides) {
    EXPECT_TRUE(is_pack(swim));
    EXPECT_FALSE(is_pack(small_guide()));
}

class GuideFiles : public testing::Test {
protected:
    ScratchFolder folder;

    void write(const fs::path& name, const std::string& text) const {
        fs::create_directories((folder.path() / name).parent_path());
        std::ofstream{folder.path() / name} << text;
    }
    [[nodiscard]] FoundGuide found() const {
        return guide_from({{folder.path() / "user", folder.path() / "system"}, folder.path() / "guide.d"});
    }
};

TEST_F(GuideFiles, AreNotNeeded) {
    EXPECT_EQ(found().guide, own_guide());
    EXPECT_THAT(found().problems, IsEmpty());
    EXPECT_EQ(guide_from({}).guide, own_guide());
}

TEST_F(GuideFiles, AreTakenFromTheFirstFolderThatHasOne) {
    write("system/guide.toml", small_guide());
    EXPECT_EQ(*found().guide, guide_of(small_guide()));
    write("user/guide.toml", changed(small_guide(), "Rows", "Pulls"));
    EXPECT_EQ(found().guide->drills.front().name, "Pulls");
    EXPECT_THAT(found().problems, IsEmpty());
}

TEST_F(GuideFiles, AreLeftOutWithTheirProblemsWhereTheyAreBad) {
    write("user/guide.toml", changed(small_guide(), "rule = \"E10\"\n", ""));
    EXPECT_EQ(found().guide, own_guide());
    EXPECT_THAT(found().problems,
                ElementsAre((folder.path() / "user/guide.toml").string() + ":4:1: drill `E10`: lacks `rule`"));
}

TEST_F(GuideFiles, IncludeThePacksInTheOrderOfTheirNames) {
    write("guide.d/20.toml", changed(swim, "my.swim", "b"));
    write("guide.d/10.toml", changed(swim, "my.swim", "a"));
    write("guide.d/30.toml", "colour = 1");
    write("guide.d/notes.txt", "not a pack");
    const auto [guide, problems] = found();
    ASSERT_GE(guide->drills.size(), 2u);
    EXPECT_EQ(guide->drills[guide->drills.size() - 2].id, "a");
    EXPECT_EQ(guide->drills.back().id, "b");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0], HasSubstr("guide.d/30.toml:1:1: unknown key `colour`"));
}

} // namespace

} // namespace poise::test
