// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_unit.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

TEST(OwnUnit, IsTheEndOfTheControlGroupOfAService) {
    EXPECT_EQ(unit_in("0::/user.slice/user-1000.slice/user@1000.service/session.slice/poised.service\n"),
              "poised.service");
    EXPECT_EQ(unit_in("4:cpu:/\n1:name=systemd:/x.service\n0::/user.slice/a-b.service\n"), "a-b.service");
}

TEST(OwnUnit, IsNoneInATerminalOrWithoutControlGroups) {
    EXPECT_EQ(unit_in("0::/user.slice/user-1000.slice/user@1000.service/app.slice/vte-spawn-1.scope\n"), "");
    EXPECT_EQ(unit_in("0::/\n"), "");
    EXPECT_EQ(unit_in("1:name=systemd:/x.service\n"), "");
    EXPECT_EQ(unit_in(""), "");
}

} // namespace
} // namespace poise::test
