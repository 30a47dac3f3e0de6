// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_json.hpp"

#include "random_life.hpp"
#include "sample_facts.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace poise::test {
namespace {

using Json = nlohmann::ordered_json;

/// Through text, as a journal and an export have it.
Result<Fact> there_and_back(const Fact& fact) { return from_json(Json::parse(to_json(fact).dump())); }

TEST(FactJson, BringsEveryFactBackEqual) {
    std::set<std::size_t> alternatives;
    for (const Fact& fact : one_of_each()) {
        const auto back = there_and_back(fact);
        ASSERT_TRUE(back) << to_json(fact) << "\n" << back.error().front().what;
        EXPECT_EQ(*back, fact) << to_json(fact);
        alternatives.insert(fact.body.index());
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<FactBody>) << "the samples have forgotten a kind of fact";
}

TEST(FactJson, BringsTheFactsOfRandomLivesBackEqual) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        RandomLife random{seed};
        for (int i = 0; i < 60; ++i) random.goes_on();
        for (const Fact& fact : random.life().facts()) {
            const auto back = there_and_back(fact);
            ASSERT_TRUE(back && *back == fact) << to_json(fact);
        }
    }
}

TEST(FactJson, IsExactToTheMillisecond) {
    for (std::int64_t ms : {0L, 1L, 999L, 1'000L, 1'001L, 86'399'999L, 315'576'000'001L, -1L, -90'500L}) {
        Fact fact{sample_stamp(), Snooze{1, Kind::snack, Duration{ms}}};
        fact.at.instant = Instant{Duration{ms}};
        const auto back = there_and_back(fact);
        ASSERT_TRUE(back) << ms;
        EXPECT_EQ(*back, fact) << ms;
    }
}

TEST(FactJson, ReadsLikeThis) {
    const Fact outcome{sample_stamp(1200s), PromptOutcome{1, Kind::microbreak, Outcome::taken, true, {}}};
    EXPECT_EQ(to_json(outcome).dump(), R"({"fact":"outcome","at":"2026-11-23T09:20:00+01:00","instant":361200,)"
                                       R"("boot":"3f2c0001-0203-0405-0607-08090a0b0cfe",)"
                                       R"("id":1,"kind":"microbreak","outcome":"taken","shown":true,"why":null})");
    Fact sat = bout(3, 90min + 500ms, SpanEnd::left);
    EXPECT_EQ(
        to_json(sat.body).dump(),
        R"({"span":3,"posture":"sitting","began":"2026-11-23T09:00:00+01:00","began_instant":360000,)"
        R"("began_boot":"3f2c0001-0203-0405-0607-08090a0b0cfe","end":"left","seconds":5400.5,)"
        R"("working":5400.5,"passive":0,"resting":0,"keys":null,"clicks":null,"cells":[)"
        R"({"day":"2026-11-23","hour":9,"working":3600,"passive":0,"resting":0},)"
        R"({"day":"2026-11-23","hour":10,"working":1800.5,"passive":0,"resting":0}],)"
        R"("clocks":{"elapsed":{"microbreak":0,"posture_change":0,"snack":0,"mobility":0,"strength":0,)"
        R"("breath":0,"workstation_check":0,"checkin":0},"desk_today":0,"waited":0,"progress":0,"resting_tail":0}})");
    std::get<Bout>(sat.body).input_counted = true;
    std::get<Bout>(sat.body).cells[0].keys = 70;
    EXPECT_EQ(to_json(sat.body)["keys"], 70);
    EXPECT_EQ(to_json(sat.body)["clicks"], 0);
}

TEST(FactJson, CanBeDumpedWhateverBytesAPersonSent) {
    const Fact fact = note("caf\xe9 \xf0\x9f\x98\x80");
    EXPECT_EQ(to_json(fact)["notice"], "caf\xef\xbf\xbd \xf0\x9f\x98\x80");
    EXPECT_NO_THROW((void)to_json(fact).dump());
}

TEST(FactJson, NamesEveryFieldThatIsWrong) {
    const auto back = from_json(Json::parse(R"({"fact":"bout","at":"yesterday","instant":"1","boot":"x"})"));
    ASSERT_FALSE(back);
    ASSERT_EQ(back.error().size(), 3u);
    EXPECT_EQ(back.error()[0].what, "at: a time like 2026-11-23T09:20:00+01:00 is expected");
    const auto cell = body_from_json("absence", Json::parse(R"({"days":[{"day":"2026-02-30","seconds":"x"}]})"));
    ASSERT_FALSE(cell);
    ASSERT_EQ(cell.error().size(), 2u);
    EXPECT_EQ(cell.error()[0].what, "days[0].day: a day like 2026-11-23 is expected");
    EXPECT_EQ(cell.error()[1].what, "days[0].seconds: a number of seconds is expected");
    EXPECT_FALSE(body_from_json("no such fact", Json::object()));
    EXPECT_FALSE(body_from_json("shown", Json::parse("[]")));
    EXPECT_FALSE(from_json(Json()));
}

/// Puts something else in the place of every value of a document, one after the other.
void replace_each(Json& part, const Json& with, const std::function<void()>& look) {
    for (auto& value : part) {
        const Json before = value;
        value = with;
        look();
        value = before;
        if (value.is_structured()) replace_each(value, with, look);
    }
}

TEST(FactJson, NeverThrowsAtBadJson) {
    int refused = 0;
    for (const Fact& fact : one_of_each()) {
        Json json = to_json(fact);
        const Json others[] = {nullptr,
                               -1,
                               1e300,
                               std::uint64_t{1} << 63u,
                               "",
                               "x",
                               true,
                               Json::array(),
                               Json::object(),
                               Json::array({1, "x", nullptr}),
                               Json::array({Json::object()})};
        for (const Json& other : others) {
            replace_each(json, other, [&] {
                Result<Fact> back = Unexpected{Problems{}};
                ASSERT_NO_THROW(back = from_json(json)) << json;
                if (back) return;
                ++refused;
                EXPECT_FALSE(back.error().empty()) << json;
            });
        }
    }
    EXPECT_GT(refused, 1000);
}

} // namespace
} // namespace poise::test
