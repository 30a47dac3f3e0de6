// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting_rows.hpp"

#include "setting_keys.hpp"

#include <gtest/gtest.h>

namespace poise::coach::test {
namespace {

SettingRow row(const SettingForm& form, const std::string& key) {
    for (const auto& group : form.groups) {
        for (const auto& each : group.rows) {
            if (each.key == key) return each;
        }
    }
    return {};
}

TEST(SettingForm, HasARowForEveryKey) {
    std::size_t rows = 0;
    for (const auto& group : form_of("").groups) rows += group.rows.size();
    EXPECT_EQ(rows, setting_keys().size());
}

TEST(SettingForm, ShowsValuesAsAPersonTypesThem) {
    const auto form = form_of("[prompts]\nsnooze = \"10min\"\n[schedule]\nstrength_days = []\n");
    EXPECT_EQ(row(form, "prompts.snooze").value, "10min");
    EXPECT_EQ(row(form, "prompts.snooze").about, "How long Snooze puts a prompt off");
    EXPECT_EQ(row(form, "schedule.posture_window").value, "30min, 45min");
    EXPECT_EQ(row(form, "schedule.strength_days").value, "");
    EXPECT_EQ(row(form, "schedule.strength_days").about, "Days for strength: two, with a full day between them");
    EXPECT_EQ(row(form, "prompts.coach").value, "true");
    EXPECT_TRUE(row(form, "prompts.coach").is_switch);
}

TEST(SettingForm, ShowsAProblemBesideItsField) {
    const auto form = form_of("[prompts]\nsnooze = \"5\"\nsnoze = 1\n");
    EXPECT_EQ(row(form, "prompts.snooze").problem,
              "snooze: `5` lacks a unit (expected s, min, h, d or w after each number)");
    ASSERT_EQ(form.problems.size(), 1u); // of a key that has no row
    EXPECT_EQ(form.problems[0].substr(0, 26), "line 3: unknown key `snoze");
    EXPECT_EQ(row(form, "prompts.max_snoozes").problem, "");
}

TEST(SettingForm, ShowsTheDefaultsAndTheMistakeOfAFileThatIsNoToml) {
    const auto form = form_of("[prompts\n");
    EXPECT_EQ(form.problems.size(), 1u);
    EXPECT_EQ(row(form, "prompts.snooze").value, "5min");
}

TEST(WithoutPlace, LeavesTheProblem) {
    EXPECT_EQ(without_place("/p/poise.toml:2:10: snooze: bad (expected x)", "/p/poise.toml"),
              "snooze: bad (expected x)");
    EXPECT_EQ(without_place("/p/poise.toml: cannot be read: no", "/p/poise.toml"), "cannot be read: no");
    EXPECT_EQ(without_place("something else: x", "/p/poise.toml"), "something else: x");
}

} // namespace
} // namespace poise::coach::test
