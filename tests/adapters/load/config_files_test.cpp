// SPDX-License-Identifier: GPL-3.0-or-later
// The files that are installed with Poise.
#include "loading.hpp"
#include "setting_keys.hpp"

#include <algorithm>

namespace poise::test {

using namespace std::chrono_literals;

namespace {

/// Every key with its default, its rule and its line for people, table by table.
std::string table_of_keys() {
    std::string text;
    for (const auto table : setting_tables()) {
        text += "\n[" + std::string{table} + "]\n";
        for (const auto& key : setting_keys()) {
            if (key.table != table) continue;
            std::string line = std::string{key.name} + " = " + std::string{key.default_text};
            line.resize(std::max<std::size_t>(line.size() + 1, 52), ' ');
            text += line + "# " + std::string{key.rule} + ": " + std::string{key.doc} + "\n";
        }
    }
    return text;
}

TEST(ExampleConfiguration, ListsEveryKeyWithTheDefaultAndTheRuleOfTheTable) {
    const auto text = config_file("poise.toml");
    const auto first_table = text.find("\n[");
    ASSERT_NE(first_table, std::string::npos);
    EXPECT_EQ(text.substr(first_table), table_of_keys());
}

TEST(ExampleConfiguration, IsTheDefaultConfigurationAndWarnsOfNothing) {
    const auto text = config_file("poise.toml");
    EXPECT_EQ(settings_of(text), Settings{});
    EXPECT_EQ(warnings_of(text), "");
}

TEST(DemoConfiguration, HasEverythingThatRepeatsWithinAMinuteAndAHalf) {
    const auto demo = settings_of(config_file("demo.toml"));
    EXPECT_LE(demo.microbreak_every, 15s);
    EXPECT_LE(demo.posture_window_to, 30s);
    EXPECT_LE(demo.snack_every, 60s);
    for (const auto kind : {Kind::mobility, Kind::strength, Kind::breath, Kind::checkin, Kind::workstation_check}) {
        EXPECT_FALSE(is_on(demo, kind)) << name(kind);
    }
    EXPECT_EQ(demo.working_hours, (std::vector<DayWindow>{{0h, 24h}}));
    for (unsigned day = 1; day <= 7; ++day) EXPECT_TRUE(demo.working_days.contains(std::chrono::weekday{day}));
    EXPECT_EQ(warnings_of(config_file("demo.toml")),
              "p:6:18: posture_window: 20s to 30s (S2 expects 30min to 45min)\n");
}

} // namespace

} // namespace poise::test
