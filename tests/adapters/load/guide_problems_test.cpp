// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a guide be refused, each as the line that its author would read.
#include "guide_loading.hpp"

namespace poise::test {

namespace {

struct GuideProblemCase {
    std::string from; // in the small guide
    std::string to;
    std::string problems;
};

void expect_problems(const std::vector<GuideProblemCase>& cases) {
    for (const auto& [from, to, problems] : cases) {
        EXPECT_EQ(guide_problems(changed(small_guide(), from, to)), problems) << from << " -> " << to;
    }
}

TEST(GuideProblems, AreNoneInASoundGuide) { EXPECT_EQ(guide_problems(small_guide()), ""); }

TEST(GuideProblems, PointAtWhatIsNotKnown) {
    expect_problems({
        {"[[cue]]", "[[cues]]", "p:1:1: there is no cue\np:107:3: unknown key `cues` (did you mean `cue`?)\n"},
        {"alt = ", "alr = ",
         "p:4:1: drill `E10`: lacks `alt`\np:14:1: drill `E10`: unknown key `alr` (did you mean `alt`?)\n"},
        {"places = [\"desk\"]", "places = [\"dask\"]",
         "p:8:11: drill `E10`: `places`: unknown word `dask` (did you mean `desk`?)\n"},
        {"movements = [\"pull\"]", "movements = [\"pull\", \"pull\"]",
         "p:9:22: drill `E10`: `movements`: `pull` stands there twice (expected each entry once)\n"},
        {"rule = \"E10\"", "rule = \"E17\"",
         "p:15:8: drill `E10`: `rule`: `E17` is no rule of the guidance (expected one such as \"E2\")\n"},
        {"id = \"E10\"", "id = \"E10\"\npicture = \"../E10.svg\"",
         "p:6:11: drill `E10`: `picture` is no plain file name (expected one such as \"E2.svg\")\n"},
        {"\"snack\", ", "\"snack\", \"checkin\", ",
         "p:7:33: drill `E10`: `kinds`: unknown word `checkin` (expected one of \"microbreak\", \"snack\", "
         "\"mobility\", \"strength\", \"breath\")\n"},
        {"dose = ", "equipment = [\"bend\"]\ndose = ",
         "p:11:14: drill `E10`: `equipment`: unknown word `bend` (did you mean `band`?)\n"},
        {"care = \"emergency\"", "care = \"emergancy\"",
         "p:105:8: red_flag `chest`: `care`: unknown word `emergancy` (did you mean `emergency`?)\n"},
    });
}

TEST(GuideProblems, PointAtWhatIsMissingOrEmptyOrOfAnotherType) {
    expect_problems({
        {"rule = \"E10\"\n", "", "p:4:1: drill `E10`: lacks `rule`\n"},
        {"source = \"A heading\"\n", "", "p:4:1: drill `E10`: lacks `source`\n"},
        {"dose = { reps = 10 }\n", "", "p:4:1: drill `E10`: lacks `dose`\n"},
        {"steps = [\"Pull.\", \"Let go.\"]", "steps = []",
         "p:12:9: drill `E10`: `steps` is empty (expected a list of texts)\n"},
        {"name = \"Rows\"", "name = \"\"", "p:6:8: drill `E10`: `name` is empty (expected a text)\n"},
        {"steps = [\"Pull.\", \"Let go.\"]", "steps = \"Pull.\"",
         "p:12:9: drill `E10`: `steps` is or holds a text (expected a list of texts)\n"},
        {"alt = \"A person who pulls.\"", "alt = \"A person.\"\nlight_pull = \"yes\"",
         "p:15:14: drill `E10`: `light_pull` is or holds a text (expected true or false)\n"},
        {"dose = { reps = 10 }", "dose = 10",
         "p:11:8: drill `E10`: `dose` is or holds a whole number (expected a table)\n"},
    });
}

TEST(GuideProblems, PointAtDosesThatCannotBeAsked) {
    const auto expect_dose = [](const std::string& dose, const std::string& problem) {
        EXPECT_EQ(guide_problems(changed(small_guide(), "{ reps = 10 }", "{ " + dose + " }")),
                  problem.empty() ? "" : "p:11:" + problem + "\n")
            << dose;
    };
    const std::string drill = ": drill `E10`: dose: ";
    expect_dose("hold = [\"20s\", \"30s\"], each_side = true, rounds = [1, 3], round_rest = \"30s\"", "");
    expect_dose("reps = [6, 10], breaths = [2, 3], breath_time = \"6s\"", "");
    expect_dose("reps = [10, 6]", "17" + drill + "`reps` has its most below its least");
    expect_dose("reps = [6]", "17" + drill + "`reps` has 1 entries (expected the least and the most)");
    expect_dose("reps = 0", "17" + drill + "`reps` is or holds 0 (expected 1 to 100)");
    expect_dose("reps = -3", "17" + drill + "`reps` is or holds -3 (expected 1 to 100)");
    expect_dose("reps = 6.5", "17" + drill + "`reps` is or holds a decimal number (expected a whole number)");
    expect_dose("hold = \"0s\"", "17" + drill + "`hold` is or holds 0s (expected more than zero and at most 30min)");
    expect_dose("hold = \"2h\"", "17" + drill + "`hold` is or holds 2h (expected more than zero and at most 30min)");
    expect_dose("hold = 20", "17" + drill + "`hold` is or holds a whole number (expected a duration such as \"30s\")");
    expect_dose("hold = \"20s\", breaths = 5", "34" + drill + "has both `hold` and `breaths` (expected one of them)");
    expect_dose("rounds = 2", "8" + drill + "says not how much (expected `hold`, `breaths` or `reps`)");
    expect_dose("hold = \"20s\", rep_time = \"4s\"", "35" + drill + "`rep_time` is for repetitions that are not held");
    expect_dose("reps = 10, breath_time = \"4s\"", "35" + drill + "`breath_time` is for `breaths`");
    expect_dose("resp = 10, reps = 10", "10" + drill + "unknown key `resp` (did you mean `reps`?)");
}

TEST(GuideProblems, PointAtEntriesThatDoNotAgree) {
    const std::string twice = small_drill + small_drill;
    expect_problems({
        {small_drill, twice, "p:18:6: drill `E10` is there already (expected each once)\n"},
        {"regions = [\"neck\"]\ndose", "regions = [\"nek\"]\ndose",
         "p:10:12: drill `E10`: `regions`: there is no region `nek` (did you mean `neck`?)\n"},
        {"mobility_lever = \"E10\"", "mobility_lever = \"E11\"",
         "p:24:18: programme `prevention`: `mobility_lever`: there is no drill `E11` (did you mean `E10`?)\n"},
        {"driver = \"posture\"", "driver = \"prevention\"",
         "p:1:1: there is no programme for the driver `posture`\n"
         "p:28:10: programme `prevention` is there already (expected each once)\n"},
        {"driver = \"posture\"", "driver = \"posthure\"",
         "p:1:1: there is no programme for the driver `posture`\n"
         "p:28:10: programme `posthure`: `driver`: unknown word `posthure` (did you mean `posture`?)\n"},
    });
}

TEST(GuideProblems, PointAtProgrammesThatRecommendWhatTheyForbid) {
    const auto with_contraindication =
        changed(small_guide(), "dose = ", "contraindications = [\"loaded_extension\"]\ndose = ");
    const auto avoiding = changed(with_contraindication, "allows_why",
                                  "avoids = [\"loaded_extension\"]\navoids_why = \"It hurts.\"\nallows_why");
    EXPECT_EQ(guide_problems(with_contraindication), "");
    EXPECT_EQ(guide_problems(avoiding), "p:23:22: programme `prevention` prefers `E10`, which it forbids\n"
                                        "p:27:18: programme `prevention` has the lever `E10`, which it forbids\n"
                                        "p:28:18: programme `prevention` has the lever `E10`, which it forbids\n");
    EXPECT_EQ(guide_problems(changed(avoiding, "avoids_why = \"It hurts.\"\n", "")).find("lacks `avoids_why`") ==
                  std::string::npos,
              false);
    EXPECT_EQ(guide_problems(changed(small_guide(), "allows_why",
                                     "forbids = [{ drill = \"E10\", why = \"It hurts.\" }]\nallows_why")),
              "p:22:22: programme `prevention` prefers `E10`, which it forbids\n"
              "p:25:18: programme `prevention` has the lever `E10`, which it forbids\n"
              "p:26:18: programme `prevention` has the lever `E10`, which it forbids\n");
}

TEST(GuideProblems, PointAtAGuideThatLeavesABreakOrAScreeningEmpty) {
    expect_problems({
        {", \"breath\"]", "]", "p:1:1: there is no drill of the kind `breath`\n"},
        {"care = \"emergency\"", "care = \"medical_review\"",
         "p:1:1: there is no red flag that calls for `emergency`\n"},
    });
}

TEST(GuideProblems, AreAllToldAtOnce) {
    const auto text =
        changed(changed(small_guide(), "name = \"Rows\"", "name = 3"), "care = \"emergency\"", "care = 3");
    EXPECT_EQ(guide_problems(text), "p:6:8: drill `E10`: `name` is or holds a whole number (expected a text)\n"
                                    "p:105:8: red_flag `chest`: `care` is or holds a whole number (expected a text)\n");
}

TEST(GuideProblems, SayWhereTheSyntaxEnds) {
    EXPECT_EQ(guide_problems("[[drill]\n").substr(0, 4), "p:1:");
    EXPECT_NE(guide_problems(""), "");
}

} // namespace

} // namespace poise::test
