// SPDX-License-Identifier: GPL-3.0-or-later
// A real PulseAudio, and programs that record from it.
#include "pulse_sense.hpp"

#include "no_files_left.hpp"
#include "private_pipewire.hpp"
#include "private_pulse.hpp"
#include "unwoken.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct PulseSenseTest : testing::Test {
    PrivatePulse server;
    ScopedEnvironment folder{"XDG_RUNTIME_DIR", server.folder()};
    ScopedEnvironment own_folder{"PULSE_RUNTIME_PATH", std::nullopt};
    ScopedEnvironment named{"PULSE_SERVER", std::nullopt};
    boost::asio::io_context io;
    bool microphone = false;
    int changes = 0;
    std::optional<PulseSense> sense;

    void open() {
        sense.emplace(io, [this](bool listens) {
            microphone = listens;
            ++changes;
        });
    }
    bool becomes(bool expected) {
        return run_until(io, 10s, [&] { return microphone == expected; });
    }
    /// Until the recording has been answered, one way or the other: the microphone that is taken next tells.
    void expect_no_meeting(const std::string& source, const std::vector<std::string>& options) {
        server.start();
        open();
        const auto recorder = server.record(source, options);
        run_for(io, 1500ms);
        EXPECT_EQ(changes, 0);
        const auto call = server.record(PrivatePulse::microphone);
        EXPECT_TRUE(becomes(true));
    }
};

TEST_F(PulseSenseTest, TellsWhenAProgramBeginsAndEndsToListen) {
    server.start();
    open();
    EXPECT_EQ(sense->trouble(), "PulseAudio has not answered yet");
    auto call = server.record(PrivatePulse::microphone);
    EXPECT_TRUE(becomes(true));
    EXPECT_EQ(sense->trouble(), "");
    auto other = server.record(PrivatePulse::microphone);
    run_for(io, 500ms);
    call.reset();
    run_for(io, 500ms);
    EXPECT_TRUE(microphone) << "the other one listens still";
    other.reset();
    EXPECT_TRUE(becomes(false));
    EXPECT_EQ(changes, 2);
}

TEST_F(PulseSenseTest, SeesAMeetingThatWasThereBefore) {
    server.start();
    const auto call = server.record(PrivatePulse::microphone);
    run_for(io, 1s);
    open();
    EXPECT_TRUE(becomes(true));
}

TEST_F(PulseSenseTest, SeesAStreamThatMovesToTheMicrophone) {
    server.start();
    open();
    const auto recorder = server.record(PrivatePulse::loudspeaker);
    run_for(io, 1s);
    EXPECT_FALSE(microphone);
    server.pactl({"move-source-output", "0", PrivatePulse::microphone});
    EXPECT_TRUE(becomes(true));
    server.pactl({"move-source-output", "0", PrivatePulse::loudspeaker});
    EXPECT_TRUE(becomes(false));
}

TEST_F(PulseSenseTest, TakesNoRecordingOfALoudspeakerForAMeeting) { expect_no_meeting(PrivatePulse::loudspeaker, {}); }

TEST_F(PulseSenseTest, TakesNoProductionForAMeeting) {
    expect_no_meeting(PrivatePulse::microphone, {"--property=media.role=production"});
}

TEST_F(PulseSenseTest, TakesNoLevelMeterForAMeeting) {
    expect_no_meeting(PrivatePulse::microphone, {"--stream-name=Peak detect"});
}

TEST_F(PulseSenseTest, TakesNoModuleForAMeeting) {
    server.start();
    open();
    server.pactl({"load-module", "module-loopback", std::string{"source="} + PrivatePulse::microphone});
    run_for(io, 1500ms);
    EXPECT_EQ(changes, 0);
}

TEST_F(PulseSenseTest, WaitsForPulseAudioToStartAndToComeBack) {
    open();
    EXPECT_TRUE(sense->trouble().starts_with("PulseAudio does not answer: ")) << sense->trouble();
    server.start();
    auto call = server.record(PrivatePulse::microphone);
    EXPECT_TRUE(becomes(true));
    EXPECT_EQ(sense->trouble(), "");
    server.end();
    EXPECT_TRUE(becomes(false));
    EXPECT_TRUE(sense->trouble().starts_with("PulseAudio: ")) << sense->trouble();
    server.start();
    call = server.record(PrivatePulse::microphone);
    EXPECT_TRUE(becomes(true)) << sense->trouble() << "; the recorder: " << call->errors();
}

TEST_F(PulseSenseTest, LooksForPulseAudioAgainWhereNothingCouldTellOfIt) {
    with_no_files_left(io, [this] { open(); });
    server.start();
    const auto call = server.record(PrivatePulse::microphone);
    EXPECT_TRUE(becomes(true));
}

TEST_F(PulseSenseTest, LeavesItToPipewireThatStandsInForIt) {
    const PrivatePipewire pipewire;
    const ScopedEnvironment there{"XDG_RUNTIME_DIR", pipewire.folder()};
    const auto stand_in = pipewire.stand_in_for_pulseaudio();
    open();
    EXPECT_TRUE(run_until(io, 10s, [&] { return sense->trouble() == "PulseAudio: PipeWire stands in for it"; }))
        << sense->trouble();
}

TEST_F(PulseSenseTest, SaysWhereItCouldNotEvenAppear) {
    const ScopedEnvironment elsewhere{"PULSE_SERVER", "tcp:music.example"};
    EXPECT_THROW(open(), std::runtime_error);
    const ScopedEnvironment unnamed{"PULSE_SERVER", std::nullopt};
    const ScopedEnvironment nowhere{"XDG_RUNTIME_DIR", std::nullopt};
    EXPECT_THROW(open(), std::runtime_error);
}

/// In a process of its own, so that its sleep and its memory can be measured.
TEST(PulseSense, IsNotWokenBetweenTheEvents) {
    PrivatePulse server;
    server.start();
    Environment where = server.environment();
    ChildProcess alone{{SENSE_PROBE, "30000"}, where};
    ChildProcess probe{{SENSE_PROBE, "30000", "pulse"}, where};
    const auto call = server.record(PrivatePulse::microphone);
    ASSERT_EQ(probe.read_line(10s), "none: "); // of idle sources it has none
    ASSERT_EQ(probe.read_line(10s), "microphone 1");
    expect_unwoken(probe, 1s, 5s);
    expect_small(probe, alone);
}

} // namespace
} // namespace poise::test
