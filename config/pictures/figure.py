# SPDX-License-Identifier: GPL-3.0-or-later
"""A skeleton with flesh on: layers of paths, each with its distance, so that what is nearer covers what is farther."""

import math
from dataclasses import dataclass

import head
from camera import area, capsule, circle, smooth
from skeleton import along_spine
from vector import add, between, scale, sub, unit

# Share of the spine, shift forward, half depth, half width
TRUNK = (
    (0.12, -0.6, 8.6, 12.0),
    (0.28, 0.2, 9.0, 12.6),
    (0.46, 0.6, 8.8, 12.2),
    (0.66, 1.0, 9.8, 14.0),
    (0.82, 0.6, 10.0, 15.4),
    (0.91, -0.2, 8.4, 15.6),
    (0.98, -1.0, 6.4, 10.0),
    (1.03, -1.2, 5.0, 5.8),
)
PELVIS = ((-0.12, -1.4, 6.5, 10.0), (-0.02, -1.8, 10.6, 13.4), (0.1, -1.2, 10.9, 13.4), (0.27, -0.2, 9.5, 12.6))


@dataclass
class Layer:
    depth: float
    parts: list  # of (style, path): skin, shirt, trousers, hair, eyes; a style with + has no outline


def section(skeleton, camera, share, shift, deep, wide):
    """Both ends, on paper and across the spine, of an ellipse about the spine."""
    frame = along_spine(skeleton, share)
    x, y = camera.paper(add(frame.at, scale(frame.forward, shift)))
    ux, uy = camera.flat(frame.up)
    size = math.hypot(ux, uy) or 1
    nx, ny = -uy / size, ux / size
    depth, width = camera.flat(scale(frame.forward, deep)), camera.flat(scale(frame.right, wide))
    half = math.hypot(depth[0] * nx + depth[1] * ny, width[0] * nx + width[1] * ny)
    return (x + nx * half, y + ny * half), (x - nx * half, y - ny * half)


def tube(skeleton, camera, sections):
    """The outline of a row of sections; its turn on paper is that of all filled paths."""
    sides = [section(skeleton, camera, *each) for each in sections]
    points = [left for left, _ in sides] + [right for _, right in reversed(sides)]
    return smooth(points if area(points) > 0 else points[::-1])


class Figure:
    def __init__(self, skeleton, camera):
        self.skeleton, self.camera = skeleton, camera
        self.nudges = skeleton.pose.get("nearer", {})

    def layer(self, name, depth, parts):
        return Layer(depth + self.nudges.get(name, 0), parts)

    def depth_of(self, *points):
        return sum(map(self.camera.depth, points)) / len(points)

    def capsules(self, *ends):
        return "".join(capsule(self.camera.paper(a), ra, self.camera.paper(b), rb) for a, ra, b, rb in ends)

    def layers(self):
        layers = [*self.trunk(), self.head(), *self.legs(), self.arm("l"), self.arm("r")]
        return sorted(layers, key=lambda layer: layer.depth)

    def trunk(self):
        """The neck is below both shirt and head, from all sides."""
        depth = self.depth_of(self.skeleton.spine[3].at, self.skeleton.spine[1].at)
        head_depth = self.depth_of(self.skeleton.head.at)
        neck = self.capsules((self.skeleton.nape, 5.4, self.skeleton.head.at, 5.0))
        shirt = tube(self.skeleton, self.camera, TRUNK)
        neck_layer = self.layer("neck", min(depth, head_depth) - 1, [("skin", neck)])
        return [neck_layer, self.layer("trunk", depth, [("shirt", shirt)])]

    def head(self):
        frame = self.skeleton.head
        parts = [("skin", head.nose(frame, self.camera) + head.egg(frame, self.camera))]
        parts += [("hair", head.hair(frame, self.camera)), ("eyes", head.eyes(frame, self.camera))]
        return self.layer("head", self.depth_of(frame.at) + 1, [part for part in parts if part[1]])

    def foot(self, leg):
        heel = add(leg.end, scale(unit(sub(leg.end, leg.tip)), 3.5), scale(leg.sole, 2.6))
        toes = add(leg.tip, scale(leg.sole, 4.0))
        return "skin", self.capsules((heel, 4.2, toes, 2.6), (leg.end, 4.0, heel, 4.2))

    def leg_path(self, leg):
        return self.capsules((leg.root, 8.8, leg.middle, 6.2), (leg.middle, 6.2, leg.end, 4.0))

    def legs(self):
        """Pelvis and nearer leg are one shape; from the front both legs are."""
        legs = self.skeleton.legs
        pelvis = tube(self.skeleton, self.camera, PELVIS)
        depths = {side: self.depth_of(leg.root, leg.middle, leg.end) for side, leg in legs.items()}
        far, near = sorted(legs, key=lambda side: self.camera.depth(legs[side].root))
        if abs(self.camera.depth(legs[far].root) - self.camera.depth(legs[near].root)) < 6:
            path = pelvis + self.leg_path(legs[far]) + self.leg_path(legs[near])
            feet = [self.foot(legs[far]), self.foot(legs[near])]
            return [self.layer("legs", sum(depths.values()) / 2, [*feet, ("trousers", path)])]
        farther = [self.foot(legs[far]), ("trousers", self.leg_path(legs[far]))]
        nearer = [self.foot(legs[near]), ("trousers", pelvis + self.leg_path(legs[near]))]
        return [
            self.layer("leg_" + far, depths[far], farther),
            self.layer("leg_" + near, depths[near] + 1, nearer),
        ]

    def arm(self, side):
        arm = self.skeleton.arms[side]
        cuff = between(arm.root, arm.middle, 0.52)
        bare = self.capsules(
            (cuff, 4.6, arm.middle, 4.0), (arm.middle, 4.0, arm.end, 2.9), (arm.end, 2.9, between(arm.end, arm.tip, 0.45), 3.6),
            (between(arm.end, arm.tip, 0.45), 3.6, arm.tip, 2.3),
        )
        sleeve = self.capsules((arm.root, 5.6, cuff, 5.2))
        parts = [("skin", bare), ("shirt", sleeve)]
        chest = self.skeleton.spine[3].at
        inner = between(arm.root, chest, 0.3)
        if math.hypot(*self.camera.flat(sub(arm.root, chest))) > 9:  # seen from the front the sleeve goes over into the shirt
            parts.append(("shirt+", circle(self.camera.paper(inner), 5.4)))
        depth = self.depth_of(arm.root, arm.middle, arm.end, arm.tip) + 1
        return self.layer("arm_" + side, depth, parts)
