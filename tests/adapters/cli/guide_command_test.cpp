// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_text.hpp"
#include "own_guide.hpp"
#include "poise_program.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class GuideCommand : public testing::Test {
protected:
    GuideCommand() { person.variables["XDG_DATA_DIRS"] = "/nonexistent"; }

    void write_pack(const std::string& text) const {
        write_text(person.home() / ".config/poise/guide.d/my.toml", text);
    }
    Person person;
};

const std::string pack = "[[cue]]\nid = \"my.cue\"\ntext = \"Smile.\"\nrule = \"C1\"\nsource = \"Mine\"\n";

TEST_F(GuideCommand, ShowsTheRuleThatASettingNames) {
    EXPECT_EQ(person.runs({"guide", "show", "S5"}),
              (Ran{0, "S5  Poise puts a rotation and an extension into the blocks of every day.\n", ""}));
}

TEST_F(GuideCommand, ListsEveryDrill) {
    const Ran ran = person.runs({"guide", "list"});
    EXPECT_EQ(ran, (Ran{0, guide_list(*own_guide()), ""}));
    EXPECT_THAT(ran.output, AllOf(StartsWith("ID "), HasSubstr("\nE2.chair  ")));
    EXPECT_EQ(person.runs({"guide"}), ran);
}

TEST_F(GuideCommand, ShowsADrillAndWhoSaysSo) {
    const Ran ran = person.runs({"guide", "show", "E6"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.output,
              "E6  Doorway chest stretch\n\n"
              "  1. Stand in a doorway, forearms against the frame, elbows no higher than the shoulders.\n"
              "  2. Take a small step through, until you feel a mild pull in the chest.\n"
              "  3. Keep the ribs down; the lower back does not arch.\n\n"
              "Breathing     Steady, without holding the breath.\n"
              "Dose          20 to 40 s; 1 to 3 rounds\n"
              "For           mobility\n"
              "Place         standing\n"
              "Movement      stretch\n"
              "Region        chest, shoulders\n"
              "Picture       E6.svg: A person stepping through a doorway, forearms on the frame, elbows at shoulder "
              "height.\n\n"
              "Rule          E6\n"
              "Who says so   Nigam 2026, \"Effective Upper Back Pain Stretches: 6. Doorway Chest Stretch\"\n"
              "Added         Nothing.\n");
}

TEST_F(GuideCommand, ShowsProgrammesRulesCuesAndCards) {
    EXPECT_THAT(person.runs({"guide", "show", "stenosis"}).output, StartsWith("P4  Stenosis features (stenosis)\n"));
    EXPECT_THAT(person.runs({"guide", "show", "P4"}).output, StartsWith("P4  Stenosis features (stenosis)\n"));
    EXPECT_THAT(person.runs({"guide", "show", "E9"}).output,
                AllOf(HasSubstr("E9.wall_angels  "), HasSubstr("E9.ytw  "), HasSubstr("E9.rows  ")));
    EXPECT_THAT(person.runs({"guide", "show", "C1.chin"}).output, StartsWith("C1.chin  "));
    EXPECT_THAT(person.runs({"guide", "show", "sleep"}).output, HasSubstr("7 to 8 hours"));
}

TEST_F(GuideCommand, SaysWhatIsNotThere) {
    EXPECT_EQ(person.runs({"guide", "show", "E2.chiar"}),
              (Ran{2, "", "poise: the guide has no `E2.chiar` (did you mean `E2.chair`?)\n"}));
    EXPECT_EQ(person.runs({"guide", "show", "something else"}),
              (Ran{2, "", "poise: the guide has no `something else` (poise guide list shows what it has)\n"}));
}

TEST_F(GuideCommand, PrintsTheTablesOfTheDocumentation) {
    EXPECT_EQ(person.runs({"guide", "table"}), (Ran{0, guide_table(*own_guide()), ""}));
}

TEST_F(GuideCommand, IncludesThePersonsPacks) {
    write_pack(pack);
    EXPECT_THAT(person.runs({"guide", "show", "my.cue"}).output, StartsWith("my.cue  Smile.\n"));
}

TEST_F(GuideCommand, LeavesABadPackOutAndSaysSo) {
    write_pack("colour = 1\n");
    const Ran ran = person.runs({"guide", "list"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.output, guide_list(*own_guide()));
    EXPECT_THAT(ran.errors, HasSubstr("guide.d/my.toml:1:1: unknown key `colour`"));
}

TEST_F(GuideCommand, ChecksPacksAndGuides) {
    const std::string file = (person.home() / "some.toml").string();
    write_text(file, pack);
    EXPECT_EQ(person.runs({"guide", "check", file}), (Ran{0, file + ": no problems\n", ""}));
    write_text(file, pack + pack);
    EXPECT_EQ(person.runs({"guide", "check", file}),
              (Ran{4, "", file + ":7:6: cue `my.cue` is there already (expected each once)\n"}));
    EXPECT_EQ(person.runs({"guide", "check", POISE_SOURCE_DIR "/config/guide.toml"}).exit, 0);
    write_text(file, "[[drill\n");
    EXPECT_EQ(person.runs({"guide", "check", file}).exit, 4);
    EXPECT_EQ(person.runs({"guide", "check", "/nowhere"}),
              (Ran{4, "", "/nowhere: cannot be read: No such file or directory\n"}));
}

} // namespace
} // namespace poise::test
