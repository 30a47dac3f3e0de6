#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Left alone: in a call by PipeWire's or PulseAudio's word, and by dunst's; and a desk that says where it is."""
import rig
from rig import MICROBREAKS, Rig


def holds(*names):
    return lambda value: value == list(names)


class LeftAlone(Rig):
    def given_call_devices(self):
        """PipeWire, its session manager, and a microphone that is none."""
        self.session.start(["pipewire"], read="stderr")
        self.session.run("sh", "-c", "until pw-cli info 0 >/dev/null 2>&1; do sleep 0.02; done")
        self.session.start(["wireplumber"], read="stderr")
        device = "factory.name=support.null-audio-sink node.name=mic media.class=Audio/Source/Virtual"
        self.session.run("pw-cli", "create-node", "adapter", f"{{ {device} object.linger=true audio.position=[MONO] }}")

    def call(self):
        return self.session.start(["pw-cat", "--record", "--target", "mic", f"{self.session.folder}/call.wav"])

    def test_a_call_takes_the_prompt_away_and_its_end_brings_it_back(self):
        self.given_call_devices()
        self.given_prompt("microbreak", **MICROBREAKS)
        call = self.call()
        self.assertEqual(self.session.wait("PromptWithdrawn", "signal")["args"], [1, "meeting"])
        self.assertEqual([each["hold"] for each in self.session.status()["holds"]], ["meeting"])
        self.assert_off_screen()
        call.end()
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)
        self.assertEqual(self.session.status()["holds"], [])
        self.assert_outcomes((1, "microbreak", "withdrawn"))

    def test_pipewire_may_come_after_poise_and_hands_off_in_a_call_is_passive(self):
        self.given_poise()
        self.given_call_devices()
        call = self.call()
        self.session.property_becomes("Holds", holds("meeting"))
        self.hands.rests()
        self.session.presence_becomes("passive")
        call.end()
        self.session.property_becomes("Holds", holds())

    def test_a_screen_that_is_cast_is_a_hold_until_nobody_sees_it(self):
        self.given_call_devices()
        self.given_poise()
        picture = "video/x-raw,format=RGB,width=64,height=48,framerate=5/1"
        properties = "stream-properties=p,media.class=Stream/Output/Video,node.name=screen"
        self.session.start(
            ["gst-launch-1.0", "-q", "videotestsrc", "is-live=true", "!", picture, "!", "pipewiresink", "mode=provide", properties]
        )
        # Who asks for a source that is not there yet is sent away.
        self.session.run("sh", "-c", "until pw-cli ls Node | grep -q '\"screen\"'; do sleep 0.02; done")
        viewer = self.session.start(
            ["gst-launch-1.0", "-q", "pipewiresrc", "target-object=screen", "!", "videoconvert", "!", "fakesink"]
        )
        self.session.property_becomes("Holds", holds("screencast"))
        viewer.end()
        self.session.property_becomes("Holds", holds())

    def test_a_call_by_pulseaudio_is_one_too(self):
        self.given_poise()
        loaded = ["module-native-protocol-unix", "module-null-source source_name=mic"]
        options = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        self.session.start(["pulseaudio", "-n", *options, *[f"--load={each}" for each in loaded]], read="stderr")
        self.session.run("sh", "-c", "until pactl info >/dev/null 2>&1; do sleep 0.02; done")
        call = self.session.start(["parec", "--device=mic", f"{self.session.folder}/call.raw"])
        self.session.property_becomes("Holds", holds("meeting"))
        call.end()
        self.session.property_becomes("Holds", holds())

    def test_a_paused_dunst_is_not_disturbed(self):
        self.given_poise()
        self.session.dunstctl("set-paused", "true")
        self.session.property_becomes("Holds", holds("dnd"))
        self.session.dunstctl("set-paused", "false")
        self.session.property_becomes("Holds", holds())

    def test_a_desk_is_believed_when_it_stays(self):
        self.given_poise()
        self.session.poise("posture", "standing", "--source", "desk")
        self.assertEqual(self.session.status()["posture"], "sitting")
        self.session.property_becomes("Posture", lambda value: value == "standing")


if __name__ == "__main__":
    rig.main()
