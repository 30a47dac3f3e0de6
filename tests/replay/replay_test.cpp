// SPDX-License-Identifier: GPL-3.0-or-later
// A failing random life prints a trace. Replayed by `poise simulate` it has the same effects at the same instants.
#include "life_trace.hpp"
#include "own_guide.hpp"
#include "random_life.hpp"

#include "fact_json.hpp"
#include "simulate.hpp"
#include "spans.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace poise::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr int lives = 400;
constexpr int things_that_happen = 60;

std::int64_t since_start(Instant instant) { return (instant - Life::booted).count(); }

/// An effect in one line, as far as simulate shows it.
std::optional<std::string> line_of(const Life& life, const Effect& effect) {
    const std::string now = std::to_string(since_start(life.now().instant)) + " ";
    if (const auto* show = std::get_if<Show>(&effect)) {
        return now + "show " + std::to_string(show->prompt.id) + " " + show->prompt.why;
    }
    if (const auto* withdraw = std::get_if<Withdraw>(&effect)) {
        return now + "withdraw " + std::to_string(withdraw->id) + " " + std::string{name(withdraw->why)};
    }
    if (const auto* tell = std::get_if<Tell>(&effect)) return now + "tell " + tell->notice.id;
    const Fact& fact = std::get<Record>(effect).fact;
    const auto* bout = std::get_if<Bout>(&fact.body);
    if (is_open_span(fact) || (bout && length_of(*bout) == Duration::zero())) return std::nullopt;
    Json body = to_json(fact.body);
    for (const char* key : {"span", "began_instant", "began_boot", "cells", "clocks", "until"}) body.erase(key);
    return std::to_string(since_start(fact.at.instant)) + " record " + std::string{name(fact.body)} + " " + body.dump();
}

std::optional<std::string> line_of(Json line) {
    if (line["effect"] == "summary") return std::nullopt;
    std::string text = std::to_string(std::llround(line["t"].get<double>() * 1000)) + " ";
    const std::string effect = line["effect"].get<std::string>();
    text += effect + " ";
    if (effect == "show") return text + line["id"].dump() + " " + line["why"].get<std::string>();
    if (effect == "withdraw") return text + line["id"].dump() + " " + line["why"].get<std::string>();
    if (effect == "tell") return text + line["notice"].get<std::string>();
    text += line["fact"].get<std::string>() + " ";
    for (const char* key : {"t", "at", "effect", "fact", "until"}) line.erase(key);
    return text + line.dump();
}

TEST(ATraceOfALife, ReplaysIt) {
    std::size_t effects_seen = 0;
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        std::vector<std::string> lived;
        RandomLife random{seed};
        random.life().after_each_step = [&](const Life& life, const std::vector<Effect>& effects) {
            for (const Effect& effect : effects) {
                if (auto line = line_of(life, effect)) lived.push_back(*std::move(line));
            }
        };
        for (int i = 0; i < things_that_happen; ++i) random.goes_on();

        const std::string text = trace_of(random.life());
        const auto trace = parse_trace(text, *own_guide());
        ASSERT_TRUE(trace) << "seed " << seed << ", line " << trace.error().front().line << ": "
                           << trace.error().front().what << "\n"
                           << text;
        std::vector<std::string> replayed;
        const auto note = [&](const std::string& line) {
            if (auto text_of_line = line_of(Json::parse(line))) replayed.push_back(*std::move(text_of_line));
        };
        simulate(*trace, {random.life().state().settings, own_guide(), note, [](const std::string&) {}});
        for (std::size_t i = 0; i < lived.size(); ++i) {
            ASSERT_EQ(i < replayed.size() ? replayed[i] : "nothing", lived[i]) << "seed " << seed << "\n" << text;
        }
        ASSERT_EQ(replayed.size(), lived.size()) << "seed " << seed << ": " << replayed.back() << "\n" << text;
        effects_seen += lived.size();
    }
    EXPECT_GT(effects_seen, 5000U);
}

} // namespace
} // namespace poise::test
