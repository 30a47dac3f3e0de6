// SPDX-License-Identifier: GPL-3.0-or-later
// What PulseAudio sends is read without leaving it, whatever it says.
#include "pulse_message.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poise::pulse {
namespace {

using namespace std::string_literals;

/// As a server writes a stream that records.
std::string a_source_output() {
    const std::string samples = "a\3\2\0\0\xac\x44"s;
    const std::string channels = "m\2\1\2"s;
    const std::string latencies = "U\0\0\0\0\0\0\0\1U\0\0\0\0\0\0\0\2"s;
    return TagWriter{}.add_number(0).add_text("call").add_number(nobody).add_number(7).add_number(3).values() +
           samples + channels + latencies +
           TagWriter{}.add_no_text().add_text("driver").add_properties({{"media.role", "phone"}}).values() + "0";
}

TEST(Tagged, ANumberAndATextAreWrittenAsTheProtocolSays) {
    EXPECT_EQ(TagWriter{}.add_number(258).add_text("ab").values(), "L\0\0\1\2tab\0"s);
}

TEST(Tagged, WhatWasWrittenIsRead) {
    const std::string values =
        TagWriter{}.add_number(7).add_text("sieben").add_properties({{"a", "1"}, {"b", ""}}).add_bytes("xyz").values();
    TagReader reader{values};
    EXPECT_EQ(reader.read_number(), 7u);
    EXPECT_EQ(reader.read_text(), "sieben");
    EXPECT_EQ(reader.read_properties(), (Properties{{"a", "1"}, {"b", ""}}));
    reader.skip();
    EXPECT_TRUE(reader.at_end());
    EXPECT_FALSE(reader.failed());
    (void)reader.read_flag();
    EXPECT_TRUE(reader.failed());
}

TEST(Tagged, AStreamIsUnderstood) {
    const std::string values = a_source_output();
    TagReader reader{values};
    const SourceOutput output = read_source_output(reader);
    EXPECT_FALSE(reader.failed());
    EXPECT_TRUE(reader.at_end());
    EXPECT_EQ(output.source, 3u);
    EXPECT_TRUE(output.listens);
}

TEST(PulseMessage, IsTakenWhenItIsWhole) {
    const std::string whole = encode(Command::subscribe, 9, TagWriter{}.add_number(8)) + "rest";
    Message message;
    for (std::size_t length = 0; length < whole.size() - 4; ++length) {
        ASSERT_EQ(take_message(std::string_view{whole}.substr(0, length), message), 0u) << length;
    }
    EXPECT_EQ(take_message(whole, message), whole.size() - 4);
    EXPECT_EQ(message.command, Command::subscribe);
    EXPECT_EQ(message.number, 9u);
    EXPECT_EQ(message.values.read_number(), 8u);
}

TEST(PulseMessage, NoDamageMakesAReaderLeaveIt) { // what the sanitizers look at
    TagWriter none;
    const std::string whole =
        encode(Command::reply, 4, none).substr(0, 20) + encode(Command::reply, 4, none).substr(20) + a_source_output();
    std::mt19937 random{7};
    for (int round = 0; round < 20000; ++round) {
        std::string damaged = whole;
        for (int flips = 0; flips < 3; ++flips) damaged[random() % damaged.size()] = static_cast<char>(random());
        damaged[3] = static_cast<char>(whole.size() - 20); // the length fits, or nothing would be read
        damaged[0] = damaged[1] = damaged[2] = 0;
        Message message;
        ASSERT_EQ(take_message(damaged, message), whole.size());
        TagReader of_outputs = message.values;
        (void)read_source_output(of_outputs);
        TagReader of_a_source = message.values;
        (void)read_source(of_a_source);
        EXPECT_LE(of_a_source.read_properties().size(), 1u);
    }
}

} // namespace
} // namespace poise::pulse
