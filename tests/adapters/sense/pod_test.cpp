// SPDX-License-Identifier: GPL-3.0-or-later
// What PipeWire sends is read without leaving it, whatever it says.
#include "pipewire_connection.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poise::pipewire {
namespace {

std::string bytes(std::initializer_list<unsigned> values) {
    std::string text;
    for (unsigned value : values) text += static_cast<char>(value);
    return text;
}

TEST(Pod, AnIntIsWrittenAsTheSpecificationSays) {
    EXPECT_EQ(PodWriter{}.add_int(3).as_struct(), bytes({16, 0, 0, 0, 14, 0, 0, 0,    // a struct of 16 bytes
                                                         4,  0, 0, 0, 4,  0, 0, 0,    // an Int of 4
                                                         3,  0, 0, 0, 0,  0, 0, 0})); // its value, filled up
}

TEST(Pod, ATextEndsWithAZeroAndIsFilledUp) {
    EXPECT_EQ(PodWriter{}.add_text("ab").as_struct(),
              bytes({16, 0, 0, 0, 14, 0, 0, 0, 3, 0, 0, 0, 8, 0, 0, 0, 'a', 'b', 0, 0, 0, 0, 0, 0}));
}

TEST(Pod, WhatWasWrittenIsRead) {
    const std::string pods =
        PodWriter{}.add_int(-7).add_text("sieben").add_properties({{"a", "1"}, {"b", ""}}).as_struct();
    PodReader body = PodReader{pods}.read_struct();
    EXPECT_EQ(body.read_int(), -7);
    EXPECT_EQ(body.read_text(), "sieben");
    EXPECT_EQ(body.read_properties(), (Properties{{"a", "1"}, {"b", ""}}));
    EXPECT_FALSE(body.failed());
    body.skip();
    EXPECT_TRUE(body.failed());
}

TEST(Pod, AnotherTypeThanAskedForFails) {
    const std::string pods = PodWriter{}.add_text("7").as_struct();
    PodReader body = PodReader{pods}.read_struct();
    EXPECT_EQ(body.read_int(), 0);
    EXPECT_TRUE(body.failed());
    EXPECT_EQ(body.read_text(), "");
}

TEST(Pod, ASizeThatGoesBeyondTheEndFails) {
    PodReader reader{std::string_view{"\xff\xff\xff\xff\x04\0\0\0\1\0\0\0", 12}};
    EXPECT_EQ(reader.read_int(), 0);
    EXPECT_TRUE(reader.failed());
}

TEST(Message, IsTakenWhenItIsWhole) {
    const std::string whole = encode(5, 2, 9, PodWriter{}.add_int(1)) + "rest";
    Message message;
    for (std::size_t length = 0; length < whole.size() - 4; ++length) {
        ASSERT_EQ(take_message(std::string_view{whole}.substr(0, length), message), 0u) << length;
    }
    EXPECT_EQ(take_message(whole, message), whole.size() - 4);
    EXPECT_EQ(message.object, 5u);
    EXPECT_EQ(message.opcode, 2);
    EXPECT_EQ(message.body().read_int(), 1);
}

TEST(Message, NoDamageMakesAReaderLeaveIt) { // what the sanitizers look at
    const std::string whole =
        encode(2, 0, 0, PodWriter{}.add_int(1).add_text("type").add_properties({{"media.class", "Audio/Source"}}));
    std::mt19937 random{7};
    for (int round = 0; round < 20000; ++round) {
        std::string damaged = whole;
        for (int flips = 0; flips < 3; ++flips) damaged[random() % damaged.size()] = static_cast<char>(random());
        Message message;
        if (take_message(damaged, message) == 0) continue;
        PodReader body = message.body();
        (void)body.read_int();
        (void)body.read_text();
        const Properties properties = body.read_properties();
        EXPECT_LE(properties.size(), 1u);
    }
}

} // namespace
} // namespace poise::pipewire
