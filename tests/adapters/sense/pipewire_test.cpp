// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipewire_sense.hpp"

#include "no_files_left.hpp"
#include "private_pipewire.hpp"
#include "unwoken.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using pipewire::InUse;

constexpr InUse nothing{};
constexpr InUse microphone{true, false, false};
constexpr InUse camera{false, true, false};
constexpr InUse screen{false, false, true};

struct PipewireSenseTest : testing::Test {
    PrivatePipewire server;
    ScopedEnvironment folder{"XDG_RUNTIME_DIR", server.folder()};
    ScopedEnvironment remote{"PIPEWIRE_REMOTE", std::nullopt};
    boost::asio::io_context io;
    InUse in_use;
    int changes = 0;
    std::optional<PipewireSense> sense;

    void open() {
        sense.emplace(io, [this](const InUse& now) {
            in_use = now;
            ++changes;
        });
    }
    bool becomes(const InUse& expected) {
        return run_until(io, 10s, [&] { return in_use == expected; });
    }
    /// Until the recording has been answered, one way or the other: the microphone that is taken next tells.
    void expect_no_meeting(const std::string& target, const std::vector<std::string>& options) {
        const auto recorder = server.record(target, options);
        run_for(io, 1500ms);
        EXPECT_EQ(changes, 0);
        const auto call = server.record(PrivatePipewire::microphone);
        EXPECT_TRUE(becomes(microphone));
    }
};

TEST_F(PipewireSenseTest, TellsWhenAProgramBeginsAndEndsToListen) {
    open();
    EXPECT_EQ(sense->trouble(), "PipeWire has not answered yet");
    auto call = server.record(PrivatePipewire::microphone);
    EXPECT_TRUE(becomes(microphone));
    EXPECT_EQ(sense->trouble(), "");
    call.reset();
    EXPECT_TRUE(becomes(nothing));
    EXPECT_EQ(changes, 2);
}

TEST_F(PipewireSenseTest, TellsWhenAProgramLooksThroughACameraAndWhenNoMore) {
    open();
    const auto device = server.film("fake-camera", "Video/Source", "Camera");
    run_for(io, 1s);
    EXPECT_EQ(changes, 0) << "nobody looks";
    auto call = server.watch("fake-camera");
    EXPECT_TRUE(becomes(camera));
    call.reset();
    EXPECT_TRUE(becomes(nothing));
}

TEST_F(PipewireSenseTest, TellsWhenAScreenIsCastAndWhenNoMore) {
    open();
    const auto compositor = server.film("fake-screen", "Stream/Output/Video");
    auto viewer = server.watch("fake-screen");
    EXPECT_TRUE(becomes(screen));
    viewer.reset();
    EXPECT_TRUE(becomes(nothing));
}

TEST_F(PipewireSenseTest, SeesAMeetingThatWasThereBefore) {
    const auto call = server.record(PrivatePipewire::microphone);
    run_for(io, 1s);
    open();
    EXPECT_TRUE(becomes(microphone));
}

TEST_F(PipewireSenseTest, TakesNoRecordingOfALoudspeakerForAMeeting) {
    open();
    expect_no_meeting(PrivatePipewire::loudspeaker, {"--properties", "{ stream.capture.sink = true }"});
}

TEST_F(PipewireSenseTest, TakesNoProductionForAMeeting) {
    open();
    expect_no_meeting(PrivatePipewire::microphone, {"--media-role", "Production"});
}

TEST_F(PipewireSenseTest, TakesNoLevelMeterForAMeeting) {
    open();
    expect_no_meeting(PrivatePipewire::microphone, {"--properties", "{ stream.monitor = true }"});
}

TEST_F(PipewireSenseTest, ComesBackWithPipewire) {
    open();
    auto call = server.record(PrivatePipewire::microphone);
    ASSERT_TRUE(becomes(microphone));
    server.end();
    EXPECT_TRUE(becomes(nothing));
    EXPECT_TRUE(sense->trouble().starts_with("PipeWire ")) << sense->trouble();
    call.reset();
    server.start();
    call = server.record(PrivatePipewire::microphone);
    EXPECT_TRUE(becomes(microphone));
    EXPECT_EQ(sense->trouble(), "");
}

TEST_F(PipewireSenseTest, WaitsForPipewireToStart) {
    server.end();
    open();
    EXPECT_TRUE(sense->trouble().starts_with("PipeWire does not answer: ")) << sense->trouble();
    server.start();
    const auto call = server.record(PrivatePipewire::microphone);
    EXPECT_TRUE(becomes(microphone));
}

TEST_F(PipewireSenseTest, LooksForPipewireAgainWhereNothingCouldTellOfIt) {
    server.end();
    with_no_files_left(io, [this] { open(); });
    server.start();
    const auto call = server.record(PrivatePipewire::microphone);
    EXPECT_TRUE(becomes(microphone));
}

TEST(PipewireSense, SaysWhereItCouldNotEvenAppear) {
    const ScopedEnvironment folder{"XDG_RUNTIME_DIR", std::nullopt};
    const ScopedEnvironment own{"PIPEWIRE_RUNTIME_DIR", std::nullopt};
    const ScopedEnvironment remote{"PIPEWIRE_REMOTE", std::nullopt};
    boost::asio::io_context io;
    EXPECT_THROW((PipewireSense{io, [](const InUse&) {}}), std::runtime_error);
}

/// In a process of its own, so that its sleep and its memory can be measured.
TEST(PipewireSense, IsNotWokenBetweenTheEvents) {
    PrivatePipewire server;
    const Environment where{{"XDG_RUNTIME_DIR", server.folder()}, {"PIPEWIRE_REMOTE", std::nullopt}};
    ChildProcess alone{{SENSE_PROBE, "30000"}, where};
    ChildProcess probe{{SENSE_PROBE, "30000", "pipewire"}, where};
    const auto call = server.record(PrivatePipewire::microphone);
    ASSERT_EQ(probe.read_line(10s), "none: "); // of idle sources it has none
    ASSERT_EQ(probe.read_line(10s), "microphone 1 camera 0 screen 0");
    expect_unwoken(probe, 1s, 5s);
    expect_small(probe, alone);
}

} // namespace
} // namespace poise::test
