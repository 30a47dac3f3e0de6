// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoped.hpp"
#include "xdg_paths.hpp"

#include <gtest/gtest.h>

#include <pwd.h>
#include <unistd.h>

namespace poise::test {
namespace {

using Value = std::optional<std::string>;

struct Case {
    const char* name;
    Value home;
    Value config_home;
    Value data_home;
    std::string configuration;
    std::string journal;
};

std::string home_in_password_database() { return ::getpwuid(::getuid())->pw_dir; }

TEST(XdgPaths, AreWhereTheSpecificationSays) {
    const std::string known = home_in_password_database();
    const std::vector<Case> cases{
        {"defaults", "/h", {}, {}, "/h/.config/poise/poise.toml", "/h/.local/share/poise/poise.db"},
        {"set", "/h", "/c", "/d", "/c/poise/poise.toml", "/d/poise/poise.db"},
        {"set, without a home", {}, "/c", "/d", "/c/poise/poise.toml", "/d/poise/poise.db"},
        {"empty", "/h", "", "", "/h/.config/poise/poise.toml", "/h/.local/share/poise/poise.db"},
        {"relative", "/h", "c", "./d", "/h/.config/poise/poise.toml", "/h/.local/share/poise/poise.db"},
        {"no home", {}, {}, {}, known + "/.config/poise/poise.toml", known + "/.local/share/poise/poise.db"},
        {"empty home", "", {}, {}, known + "/.config/poise/poise.toml", known + "/.local/share/poise/poise.db"},
        {"relative home", "h", {}, {}, known + "/.config/poise/poise.toml", known + "/.local/share/poise/poise.db"},
    };
    for (const auto& [name, home, config_home, data_home, configuration, journal] : cases) {
        const ScopedEnvironment a{"HOME", home};
        const ScopedEnvironment b{"XDG_CONFIG_HOME", config_home};
        const ScopedEnvironment c{"XDG_DATA_HOME", data_home};
        EXPECT_EQ(configuration_path().value(), configuration) << name;
        EXPECT_EQ(journal_path().value(), journal) << name;
    }
}

} // namespace
} // namespace poise::test
