# SPDX-License-Identifier: GPL-3.0-or-later
"""Things around the person: boxes (a seat, a desk, a wall), rods, rolls, balls, bands. Each is (depth, style, path)."""

import itertools

from camera import capsule, circle, hull, open_line, polygon, smooth
from skeleton import ImpossiblePose
from vector import between, sub, unit

CORNERS = list(itertools.product((0, 1), repeat=3))


class Props:
    def __init__(self, camera, skeleton):
        self.camera, self.skeleton = camera, skeleton

    def draw(self, prop):
        """The parts of one thing, from far to near."""
        kinds = ("box", "chair", "desk", "mat", "roll", "ball", "line", "band", "pillow")
        if prop["is"] not in kinds:
            raise ImpossiblePose(f"nothing is drawn as `{prop['is']}` (expected one of {', '.join(kinds)})")
        return getattr(self, prop["is"])(prop)

    def box(self, prop):
        low, high = prop["from"], prop["to"]
        if min(map(abs, sub(high, low))) < 4:  # too thin for its edges to be told apart
            return [("prop", polygon(hull([self.camera.paper(self.corner(low, high, pick)) for pick in CORNERS])))]
        sides = []
        for axis, end in itertools.product(range(3), (0, 1)):
            normal = [0, 0, 0]
            normal[axis] = 1 if end else -1
            if self.camera.depth(normal) < 0.02:
                continue
            around = sorted((pick for pick in CORNERS if pick[axis] == end), key=lambda pick: (sum(pick), pick))
            corners = [self.camera.paper(self.corner(low, high, around[place])) for place in (0, 1, 3, 2)]
            sides.append(polygon(corners))
        return [("prop", path) for path in sides]

    @staticmethod
    def corner(low, high, pick):
        return [(low, high)[end][axis] for axis, end in enumerate(pick)]

    def many(self, boxes):
        return [part for low, high in boxes for part in self.box({"from": low, "to": high})]

    def chair(self, prop):
        """Its seat is 44 cm high; its back, if any, is at `at` - 23, or beyond `at` for one that faces -x."""
        at, seat, way = prop.get("at", 0), prop.get("seat", 44), prop.get("facing", 1)

        def part(x1, x2, y1, y2, z1, z2):
            low, high = sorted((at + way * x1, at + way * x2))
            return (low, y1, z1), (high, y2, z2)

        top = prop.get("back", 42)
        back = [part(-23, -20, seat + top - 22, seat + top, -22, 22)] if top else []
        posts = [part(-23, -20, seat - 4, seat + top, z, z + 3) for z in (-22, 19)] if top else []
        legs = [part(x, x + 3, 0, seat - 4, z, z + 3) for z in (-22, 19) for x in (-19, 16)]
        cushion = [part(-21, 21, seat - 4, seat, -24, 24)]
        if self.camera.depth((way, 0, 0)) < 0:
            return self.many(legs[:2] + cushion + legs[2:] + posts + back)
        return self.many(posts[:1] + legs[:2] + back + cushion + legs[2:] + posts[1:] * (top > 0))

    def desk(self, prop):
        x, top, deep = prop["at"], prop.get("top", 72), prop.get("deep", 60)
        far, near = (prop.get("z", 0) + half for half in (-prop.get("wide", 45), prop.get("wide", 45)))
        legs = [((lx, 0, z), (lx + 3, top - 4, z + 3)) for z in (far + 3, near - 6) for lx in (x + 3, x + deep - 6)]
        return self.many(legs[:2] + [((x, top - 4, far), (x + deep, top, near))] + legs[2:])

    def mat(self, prop):
        low, high = prop.get("from", -90), prop.get("to", 90)
        return [("mat", part[1]) for part in self.box({"from": [low, -2, -30], "to": [high, 0, 30]})]

    def roll(self, prop):
        """A roller or a bar: a cylinder along z, or between two points."""
        a, b = prop["from"], prop["to"]
        axis, radius = unit(sub(b, a)), prop["radius"]
        pa, pb = self.camera.paper(a), self.camera.paper(b)
        near = b if self.camera.depth(b) >= self.camera.depth(a) else a
        parts = [("prop", capsule(pa, radius, pb, radius))]
        if abs(self.camera.depth(axis)) > 0.5:
            parts.append(("prop", circle(self.camera.paper(near), radius)))
        return parts

    def ball(self, prop):
        return [("thing", circle(self.camera.paper(self.skeleton.point(prop["at"])), prop["radius"]))]

    def line(self, prop):
        return [("rod", open_line([self.camera.paper(self.skeleton.point(p)) for p in prop["through"]]))]

    def band(self, prop):
        """Between the two hands, or through points; a slack one hangs through."""
        ends = [self.skeleton.arms[side] for side in "lr"]
        points = [between(arm.end, arm.tip, 0.5) for arm in ends]
        if "through" in prop:
            points = [self.skeleton.point(p) for p in prop["through"]]
        return [("band", smooth([self.camera.paper(p) for p in points], closed=False))]

    def pillow(self, prop):
        x, y, z = self.skeleton.point(prop["at"])
        size = prop.get("size", [14, 4, 16])
        a, b = (x - size[0] + size[1], y, z), (x + size[0] - size[1], y, z)
        return [("thing", capsule(self.camera.paper(a), size[1], self.camera.paper(b), size[1]))]

