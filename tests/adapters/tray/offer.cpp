// SPDX-License-Identifier: GPL-3.0-or-later
#include "offer.hpp"

#include <gtest/gtest.h>

namespace poise::tray {
namespace {

Notice notice(std::string id, std::string text = "") { return {std::move(id), Urgency::normal, std::move(text), true}; }

TEST(Offer, OfAWeeksReportIsThatWeeks) {
    const auto offer = offer_of(notice("week_report", "Ihre Woche 2026-W47: poise report --week 2026-W47 --open."));
    EXPECT_EQ(offer, (Offer{"Show it", {.verb = Verb::report, .week = "2026-W47"}}));
}

TEST(Offer, OfAChangedPlanIsTheWindowThatAnswersIt) {
    EXPECT_EQ(offer_of(notice("plan_changed")), (Offer{"How it goes", {.verb = Verb::practice}}));
    EXPECT_EQ(offer_of(notice("flare_begun")), offer_of(notice("plan_changed")));
}

TEST(Offer, IsNoneWhereALineIsAll) { EXPECT_EQ(offer_of(notice("bad_configuration")), std::nullopt); }

} // namespace
} // namespace poise::tray
