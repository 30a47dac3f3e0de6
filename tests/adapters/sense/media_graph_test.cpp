// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the nodes and links that PipeWire tells of, by the properties that real programs set.
#include "media_graph.hpp"

#include <gtest/gtest.h>

namespace poise::pipewire {
namespace {

constexpr GlobalId source = 30;
constexpr GlobalId consumer = 40;
constexpr GlobalId link = 50;

struct MediaGraphTest : testing::Test {
    MediaGraph graph;

    /// A running consumer with these properties, linked to that source.
    InUse used(const Properties& of_source, const Properties& of_consumer) {
        graph.add_node(source, of_source);
        graph.add_node(consumer, of_consumer);
        graph.add_link(link, {{"link.output.node", "30"}, {"link.input.node", "40"}});
        graph.set_properties(consumer, of_consumer);
        graph.set_running(consumer, true);
        return graph.in_use();
    }
    InUse heard(const Properties& more) {
        Properties properties{{"media.class", "Stream/Input/Audio"}};
        properties.insert(more.begin(), more.end());
        return used({{"media.class", "Audio/Source"}}, properties);
    }
    InUse seen(const Properties& of_source) { return used(of_source, {{"media.class", "Stream/Input/Video"}}); }
};

constexpr InUse nothing{};
constexpr InUse microphone{true, false, false};
constexpr InUse camera{false, true, false};
constexpr InUse screen{false, false, true};

TEST_F(MediaGraphTest, AStreamThatHearsAMicrophoneUsesIt) { EXPECT_EQ(heard({}), microphone); }

TEST_F(MediaGraphTest, ANoiseFilterOrAHeadsetIsAMicrophoneToo) {
    EXPECT_EQ(used({{"media.class", "Audio/Source/Virtual"}}, {{"media.class", "Stream/Input/Audio"}}), microphone);
    EXPECT_EQ(used({{"media.class", "Audio/Duplex"}}, {{"media.class", "Stream/Input/Audio"}}), microphone);
}

TEST_F(MediaGraphTest, WhatALoudspeakerPlaysIsNoMicrophone) {
    EXPECT_EQ(used({{"media.class", "Audio/Sink"}}, {{"media.class", "Stream/Input/Audio"}}), nothing);
    EXPECT_EQ(used({{"media.class", "Stream/Output/Audio"}}, {{"media.class", "Stream/Input/Audio"}}), nothing);
    EXPECT_EQ(heard({{"stream.capture.sink", "true"}}), nothing);
}

TEST_F(MediaGraphTest, ALevelMeterIsNoMeeting) {
    EXPECT_EQ(heard({{"stream.monitor", "true"}}), nothing);
    EXPECT_EQ(heard({{"resample.peaks", "true"}}), nothing);
    EXPECT_EQ(heard({{"node.passive", "true"}}), nothing);
    EXPECT_EQ(heard({{"media.name", "Peak detect"}}), nothing);
}

TEST_F(MediaGraphTest, AMusicProductionIsNoMeeting) { EXPECT_EQ(heard({{"media.role", "Production"}}), nothing); }

TEST_F(MediaGraphTest, ACallIsOneAndSoIsAnythingElse) {
    EXPECT_EQ(heard({{"media.role", "Communication"}}), microphone);
    EXPECT_EQ(heard({{"stream.capture.sink", "false"}}), microphone);
}

TEST_F(MediaGraphTest, AStreamThatStandsStillUsesNothing) {
    ASSERT_EQ(heard({}), microphone);
    graph.set_running(consumer, false);
    EXPECT_EQ(graph.in_use(), nothing);
    graph.set_running(consumer, true);
    EXPECT_EQ(graph.in_use(), microphone);
}

TEST_F(MediaGraphTest, AStreamThatIsNotLinkedUsesNothing) {
    ASSERT_EQ(heard({}), microphone);
    graph.remove(link);
    EXPECT_EQ(graph.in_use(), nothing);
}

TEST_F(MediaGraphTest, AStreamThatIsGoneUsesNothing) {
    ASSERT_EQ(heard({}), microphone);
    graph.remove(consumer);
    EXPECT_EQ(graph.in_use(), nothing);
    graph.add_node(consumer, {{"media.class", "Stream/Input/Audio"}}); // another, by a number that is used again
    EXPECT_EQ(graph.in_use(), nothing);
}

TEST_F(MediaGraphTest, OneOfTwoStreamsIsEnough) {
    ASSERT_EQ(heard({}), microphone);
    graph.add_node(41, {{"media.class", "Stream/Input/Audio"}});
    graph.add_link(51, {{"link.output.node", "30"}, {"link.input.node", "41"}});
    graph.set_running(41, true);
    graph.remove(consumer);
    EXPECT_EQ(graph.in_use(), microphone);
}

TEST_F(MediaGraphTest, ACameraIsADeviceOrSaysSo) {
    EXPECT_EQ(seen({{"media.class", "Video/Source"}, {"device.id", "44"}}), camera);
    EXPECT_EQ(seen({{"media.class", "Video/Source"}, {"media.role", "Camera"}}), camera);
}

TEST_F(MediaGraphTest, APictureOfAProgramIsAScreen) {
    EXPECT_EQ(seen({{"media.class", "Video/Source"}, {"node.name", "xdpw-screencast"}}), screen);
    EXPECT_EQ(seen({{"media.class", "Stream/Output/Video"}, {"media.name", "meta-screen-cast-src"}}), screen);
}

TEST_F(MediaGraphTest, OnlyWhatTakesSomethingInHasToBeAskedFor) {
    EXPECT_TRUE(MediaGraph::is_consumer({{"media.class", "Stream/Input/Audio"}}));
    EXPECT_TRUE(MediaGraph::is_consumer({{"media.class", "Stream/Input/Video"}}));
    EXPECT_FALSE(MediaGraph::is_consumer({{"media.class", "Stream/Output/Audio"}}));
    EXPECT_FALSE(MediaGraph::is_consumer({{"media.class", "Audio/Source"}}));
    EXPECT_FALSE(MediaGraph::is_consumer({}));
}

TEST_F(MediaGraphTest, ALinkOfNonsenseLinksNothing) {
    ASSERT_EQ(heard({}), microphone);
    graph.remove(link);
    graph.add_link(link, {{"link.output.node", "thirty"}});
    EXPECT_EQ(graph.in_use(), nothing);
}

} // namespace
} // namespace poise::pipewire
