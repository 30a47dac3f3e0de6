# SPDX-License-Identifier: GPL-3.0-or-later
"""The skeleton keeps its lengths and refuses what no body can do. usage: skeleton_test.py PICTURES_FOLDER"""

import sys
import unittest

sys.path.insert(0, sys.argv[1])

from camera import Camera  # noqa: E402
from draw import pictures  # noqa: E402
from drawing import pose_of  # noqa: E402
from figure import Figure  # noqa: E402
from skeleton import FOREARM, SHIN, THIGH, UPPER_ARM, ImpossiblePose, Skeleton  # noqa: E402
from vector import length, sub  # noqa: E402

STANDING = {
    "hip": [0, 89.5, 0],
    "arms": {"hand": [3, 77.5, 20], "elbow": [-1, 0, 0.2]},
    "legs": {"foot": [-1, 7, 9]},
}


def standing(**changes):
    return {**STANDING, **changes}


class Skeletons(unittest.TestCase):
    def assertRefused(self, pose, words):
        with self.assertRaisesRegex(ImpossiblePose, words):
            Skeleton(pose).check_floor()

    def test_bones_have_the_same_length_in_every_pose(self):
        for pose in (STANDING, standing(arms={"hand": [20, 120, 5], "elbow": [0, -1, 0]}, hip=[-20, 60, 0])):
            skeleton = Skeleton(pose)
            for side in "lr":
                arm, leg = skeleton.arms[side], skeleton.legs[side]
                lengths = [length(sub(a, b)) for limb in (arm, leg) for a, b in ((limb.root, limb.middle), (limb.middle, limb.end))]
                for got, bone in zip(lengths, (UPPER_ARM, FOREARM, THIGH, SHIN)):
                    self.assertAlmostEqual(got, bone, delta=0.5)

    def test_both_sides_mirror_each_other(self):
        skeleton = Skeleton(STANDING)
        for limb in (skeleton.arms, skeleton.legs):
            for joint in ("root", "middle", "end", "tip"):
                (lx, ly, lz), (rx, ry, rz) = getattr(limb["l"], joint), getattr(limb["r"], joint)
                self.assertEqual([round(value, 6) for value in (lx, ly, lz)], [round(value, 6) for value in (rx, ry, -rz)])

    def test_what_no_body_can_do_is_refused(self):
        self.assertRefused(standing(arms={"hand": [90, 130, 20]}), "hand of arm_l is .* out of reach")
        self.assertRefused(standing(legs={"foot": [0, 30, 9], "knee": [-1, 0, 0]}), "knee of leg_l bends forward")
        self.assertRefused(standing(legs={"foot": [0, 84, 9], "knee": [1, 0, 0]}), "knee of leg_l is bent too far")
        self.assertRefused(standing(curve=[60, 0, 0]), "spine bends by 60")
        self.assertRefused(standing(neck=[0, 60, 0]), "neck bends")
        self.assertRefused(standing(hip=[0, 60, 0], legs={"foot": [0, -12, 9]}), "below the floor")

    def test_slips_of_the_pen_are_named(self):
        self.assertRefused(standing(necks=[0, 0, 0]), "a pose knows no `necks` .expected one of arm_l,")
        self.assertRefused(standing(legs={"feet": [0, 7, 9]}), "leg knows no `feet` .expected one of foot, knee, toes")
        self.assertRefused(standing(arms={"hand": ["hand", 0, 0, 0]}), "no part of the body is called `hand`")
        with self.assertRaisesRegex(ImpossiblePose, "there is no pose `down`"):
            pose_of("down", {}, {"stand": STANDING})

    def test_a_limb_of_which_nothing_is_said_is_named(self):
        pose = {key: value for key, value in STANDING.items() if key != "legs"}
        self.assertRefused(pose, "nothing is said about leg_l")


class Drawings(unittest.TestCase):
    def test_a_drill_gets_a_picture_and_one_for_each_step(self):
        drill = {"picture": "up", "steps": ["up", "up"], "pose": {"up": {"from": "stand"}}}
        names = [name for name, _ in pictures("X1", drill, {"stand": STANDING})]
        self.assertEqual(names, ["X1.svg", "X1-1.svg", "X1-2.svg"])

    def test_the_way_back_has_the_arrows_turned_round(self):
        up = {"from": "stand", "arrows": [[[0, 1, 2], [3, 4, 5]]]}
        down = pose_of("down", {"up": up, "down": {"from": "stand", "undo": "up"}}, {"stand": STANDING})
        self.assertEqual((down["ghost"], down["arrows"]), ("up", [[[3, 4, 5], [0, 1, 2]]]))

    def test_what_is_nearer_covers_what_is_farther(self):
        """From the right side the right arm is drawn last, from the left side the left one."""
        for yaw, side in ((0, "r"), (180, "l")):
            figure = Figure(Skeleton(STANDING), Camera(yaw, 0))
            self.assertEqual(figure.layers()[-1].parts, figure.arm(side).parts)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
