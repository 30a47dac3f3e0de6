# SPDX-License-Identifier: GPL-3.0-or-later
"""A person of 170 cm in a pose: where every joint is, in cm. The floor is y = 0, the person faces +x unless turned, and
their right side is +z. A pose says where pelvis, hands and feet are and how the spine bends; elbows and knees follow.
What no body can do is refused, so that a slip in a pose becomes an error and not a drawing."""

from dataclasses import dataclass

from vector import across, add, angle, between, cross, dot, length, scale, sub, turn, unit

SPINE = (10, 14, 14, 13)  # pelvis, lumbar, lower and upper thoracic spine; ends below the neck
NECK, SKULL = 6.5, 11
HIP_WIDTH, SHOULDER_WIDTH = 8.5, 16  # from the middle
THIGH, SHIN, UPPER_ARM, FOREARM, PALM = 42, 41, 29, 25, 6


# What a pose may say; the last line is for drawing only.
KEYS = frozenset(
    "hip lean roll curve bend twist neck nod arms arm_l arm_r legs leg_l leg_r"
    " from undo ghost arrows props view nearer".split()
)
LIMB_KEYS = {"arm": frozenset("hand via elbow fingers shoulder".split()), "leg": frozenset("foot knee toes".split())}


class ImpossiblePose(Exception):
    """What is wrong with a pose, in words for who wrote it."""


def check_keys(table, known, what):
    for key in table:
        if key not in known:
            raise ImpossiblePose(f"{what} knows no `{key}` (expected one of {', '.join(sorted(known))})")


@dataclass(frozen=True)
class Frame:
    """A place on the body and what is forward, up and right there."""

    at: tuple
    forward: tuple
    up: tuple
    right: tuple

    def point(self, offset):
        return add(self.at, self.towards(offset))

    def towards(self, offset):
        return add(scale(self.forward, offset[0]), scale(self.up, offset[1]), scale(self.right, offset[2]))

    def bent(self, at, flex=0, side=0, twist=0):
        """The next one along the spine: flexed forward, bent and turned to the right."""
        forward, up, right = self.forward, self.up, self.right
        up, forward = turn(up, forward, flex)
        up, right = turn(up, right, side)
        forward, right = turn(forward, right, twist)
        return Frame(at, forward, up, right)


@dataclass(frozen=True)
class Limb:
    """Shoulder, elbow, wrist, fingertips; or hip, knee, ankle, toes with the side of the sole."""

    root: tuple
    middle: tuple
    end: tuple
    tip: tuple
    sole: tuple = (0, -1, 0)


def pelvis_of(pose):
    forward, up, right = (1, 0, 0), (0, 1, 0), (0, 0, 1)
    up, forward = turn(up, forward, pose.get("lean", 0))
    forward, right = turn(forward, right, pose.get("roll", 0))
    return Frame(tuple(pose["hip"]), forward, up, right)


def solve(root, target, first, second, pole, what):
    """The elbow or knee between root and target, on the side of the pole."""
    way = sub(target, root)
    distance = length(way)
    if distance > first + second + 1.5:
        raise ImpossiblePose(f"{what} is {distance - first - second:.0f} cm out of reach from {[round(p) for p in root]}")
    distance = max(min(distance, (first + second) * 0.999), abs(first - second) + 1)
    direction = unit(way)
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    aside = max(first**2 - along**2, 0) ** 0.5
    sideways = unit(across(pole, direction))
    if length(sideways) < 0.5:
        raise ImpossiblePose(f"{what}: the joint's side is along the limb")
    return add(root, scale(direction, along), scale(sideways, aside)), add(root, scale(direction, distance))


class Skeleton:
    def __init__(self, pose):
        check_keys(pose, KEYS, "a pose")
        if "hip" not in pose:
            raise ImpossiblePose("nothing is said about hip")
        self.pose = pose
        self.build_spine()
        self.frames = {"pelvis": self.spine[0], "belly": self.spine[1], "chest": self.spine[3], "head": self.head}
        self.legs = {side: self.leg(side) for side in "lr"}
        self.arms = {side: self.arm(side) for side in "lr"}

    def build_spine(self):
        def three(key):
            value = self.pose.get(key, 0)
            return value if isinstance(value, list) else [value / 3] * 3

        frames = [pelvis_of(self.pose)]
        for size, flex, side, twist in zip(SPINE, three("curve"), three("bend"), three("twist")):
            if not -30 <= flex <= 45 or abs(side) > 25 or abs(twist) > 25:
                raise ImpossiblePose(f"the spine bends by {flex}, {side}, {twist} degrees in one place")
            last = frames[-1]
            frames.append(last.bent(add(last.at, scale(last.up, size)), flex, side, twist))
        self.spine = frames
        self.nape = add(frames[-1].at, scale(frames[-1].up, SPINE[-1]))
        neck = self.pose.get("neck", [0, 0, 0])  # flexion, to the right side, turned right
        if not -55 <= neck[0] <= 60 or abs(neck[1]) > 45 or abs(neck[2]) > 80:
            raise ImpossiblePose(f"the neck bends by {neck}")
        half = [value / 2 for value in neck]
        self.neck = frames[-1].bent(self.nape, *half)
        skull = add(self.nape, scale(self.neck.up, NECK))
        head = self.neck.bent(skull, *half)
        head = head.bent(skull, self.pose.get("nod", 0))
        self.head = Frame(add(skull, scale(head.up, SKULL), scale(head.forward, 1.5)), head.forward, head.up, head.right)

    def frame(self, name):
        if name not in self.frames:
            raise ImpossiblePose(f"no part of the body is called `{name}` (expected one of {', '.join(self.frames)})")
        return self.frames[name]

    def point(self, place):
        """[x, y, z], or ["head", forward, up, right] and so on."""
        if isinstance(place[0], str):
            return self.frame(place[0]).point(place[1:])
        return tuple(place)

    def towards(self, direction):
        if isinstance(direction[0], str):
            return unit(self.frame(direction[0]).towards(direction[1:]))
        return unit(tuple(direction))

    def limb(self, kind, side):
        """What the pose says about one limb; `arms` and `legs` say it of the right one and, mirrored, of the left."""
        own, both = self.pose.get(f"{kind}_{side}"), self.pose.get(kind + "s")
        if own is None and both is None:
            raise ImpossiblePose(f"nothing is said about {kind}_{side}")
        check_keys(own or both, LIMB_KEYS[kind], kind)
        if own is not None:
            return own
        if side == "r":
            return both
        return {key: [*value[:-1], -value[-1]] if key != "shoulder" else value for key, value in both.items()}

    def arm(self, side):
        said = self.limb("arm", side)
        chest, out = self.spine[3], 1 if side == "r" else -1
        drawn = said.get("shoulder", [0, 0, 0])  # forward, up, outwards
        root = add(self.nape, chest.towards([-0.5 + drawn[0], -6.5 + drawn[1], out * (SHOULDER_WIDTH + drawn[2])]))
        target = self.point(said["hand"])
        lifted = max(0.0, dot(unit(sub(target, root)), chest.up))
        root = add(root, scale(chest.up, 4 * lifted), scale(chest.right, -out * 2.5 * lifted))
        if "via" in said:
            return self.led_arm(root, said)
        pole = self.towards(said.get("elbow", ["chest", -1, -0.6, out * 0.5]))
        what = f"the hand of arm_{side}"
        if "fingers" in said:
            fingers = self.towards(said["fingers"])
            elbow, wrist = solve(root, sub(target, scale(fingers, PALM)), UPPER_ARM, FOREARM, pole, what)
        else:
            elbow, palm = solve(root, target, UPPER_ARM, FOREARM + PALM, pole, what)
            fingers = unit(sub(palm, elbow))
            wrist = sub(palm, scale(fingers, PALM))
        if angle(sub(elbow, root), sub(wrist, elbow)) > 158:
            raise ImpossiblePose(f"the elbow of arm_{side} is bent too far")
        return Limb(root, elbow, wrist, add(wrist, scale(fingers, PALM + 6)))

    def led_arm(self, root, said):
        """Where arms cross it is the elbow that has a place; the hand only shows where the forearm points."""
        elbow = add(root, scale(unit(sub(self.point(said["via"]), root)), UPPER_ARM))
        ahead = unit(sub(self.point(said["hand"]), elbow))
        wrist = add(elbow, scale(ahead, FOREARM))
        return Limb(root, elbow, wrist, add(wrist, scale(ahead, PALM + 6)))

    def leg(self, side):
        said = self.limb("leg", side)
        pelvis, out = self.spine[0], 1 if side == "r" else -1
        root = pelvis.point([0, 0, out * HIP_WIDTH])
        pole = self.towards(said.get("knee", ["pelvis", 1, 0.4, out * 0.1]))
        knee, ankle = solve(root, self.point(said["foot"]), THIGH, SHIN, pole, f"the foot of leg_{side}")
        thigh, shin = unit(sub(knee, root)), unit(sub(ankle, knee))
        self.check_knee(side, thigh, shin)
        toes = self.towards(said.get("toes", [1, 0, 0]))
        front = unit(across(pole, shin))
        sole = across(shin, toes)
        sole = unit(sole if length(sole) > 0.35 else add(across(scale(front, -1), toes), sole))
        return Limb(root, knee, ankle, add(ankle, scale(toes, 15)), sole)

    def check_knee(self, side, thigh, shin):
        hinge = cross(thigh, shin)  # towards the left side where the shin goes back
        if angle(thigh, shin) > 165:
            raise ImpossiblePose(f"the knee of leg_{side} is bent too far")
        if dot(hinge, self.spine[0].right) > 0.2 and self.pose.get("roll", 0) == 0:
            raise ImpossiblePose(f"the knee of leg_{side} bends forward")

    def joints(self):
        """Every place that may not be below the floor."""
        yield "head", self.head.at
        for side in "lr":
            for kind, limb in (("arm", self.arms[side]), ("leg", self.legs[side])):
                for name in ("root", "middle", "end", "tip"):
                    yield f"{kind}_{side}'s {name}", getattr(limb, name)

    def check_floor(self):
        for name, place in self.joints():
            if place[1] < 0:
                raise ImpossiblePose(f"{name} is {-place[1]:.0f} cm below the floor")


def along_spine(skeleton, share):
    """The frame at a share of the way from the hips to the nape; a little beyond either end, too."""
    distance = share * sum(SPINE)
    for index, size in enumerate(SPINE):
        if distance <= size or index == len(SPINE) - 1:
            break
        distance -= size
    frame = skeleton.spine[index]
    following = skeleton.spine[min(index + 1, len(SPINE) - 1)]
    part = max(distance / size, 0)
    blend = [unit(between(getattr(frame, axis), getattr(following, axis), part / 2)) for axis in ("forward", "up", "right")]
    return Frame(add(frame.at, scale(frame.up, distance)), *blend)
