# SPDX-License-Identifier: GPL-3.0-or-later
"""From the room to the paper: a camera without perspective, and paths of SVG from points on the paper."""

import math


class Camera:
    """Yaw 0 sees the side of a person who faces +x, 90 their front, -90 their back; pitch looks down on them."""

    def __init__(self, yaw, pitch):
        yaw, pitch = math.radians(yaw), math.radians(pitch)
        cy, sy, cp, sp = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)
        self.across = (cy, 0, -sy)
        self.down = (sy * sp, -cp, cy * sp)
        self.near = (sy * cp, sp, cy * cp)
        self.seen = []

    def paper(self, point):
        """Where a place is drawn; what was drawn is remembered, to find the picture's frame."""
        self.seen.append(self.flat(point))
        return self.seen[-1]

    def flat(self, vector):
        return self.direction(self.across, vector), self.direction(self.down, vector)

    def depth(self, point):
        return self.direction(self.near, point)

    @staticmethod
    def direction(axis, point):
        return axis[0] * point[0] + axis[1] * point[1] + axis[2] * point[2]


def number(value):
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def pair(point):
    x, y = number(point[0]), number(point[1])
    return x + y if y.startswith("-") else f"{x} {y}"


class Pen:
    """Writes one path, each step from where the last one ended: half the bytes of absolute places."""

    def __init__(self, start):
        self.at = self.rounded(start)
        self.path = "M" + pair(self.at)

    @staticmethod
    def rounded(point):
        return round(point[0], 1), round(point[1], 1)

    def step(self, command, *points):
        offsets = [pair((x - self.at[0], y - self.at[1])) for x, y in map(self.rounded, points)]
        self.path += command + "".join(offsets[:1] + [o if o[0] == "-" else " " + o for o in offsets[1:]])
        self.at = self.rounded(points[-1])

    def arc(self, radius, large, point):
        size = number(radius)
        self.step(f"a{size} {size} 0 {large} 1 ", point)

    def close(self):
        return self.path + "Z"


def polygon(points):
    return open_line(points) + "Z"


def open_line(points):
    pen = Pen(points[0])
    for point in points[1:]:
        pen.step("l", point)
    return pen.path


def smooth(points, closed=True):
    """A curve through the points (Catmull and Rom's)."""
    count = len(points)

    def at(index):
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    pen = Pen(points[0])
    for index in range(count if closed else count - 1):
        a, b, c, d = (at(index + shift) for shift in (-1, 0, 1, 2))
        first = [q + (r - p) / 6 for p, q, r in zip(a, b, c)]
        second = [r - (s - q) / 6 for q, r, s in zip(b, c, d)]
        if index:
            pen.step("s", second, c)
        else:
            pen.step("c", first, second, c)
    return pen.close() if closed else pen.path


def capsule(a, ra, b, rb):
    """Two circles and what lies between them, turned like all that is filled here."""
    if ra < rb:
        a, ra, b, rb = b, rb, a, ra
    distance = math.dist(a, b)
    if distance <= ra - rb + 0.05:
        return circle(a, ra)
    heading = math.atan2(b[1] - a[1], b[0] - a[0])
    spread = math.acos((ra - rb) / distance)

    def on(centre, radius, turned):
        return centre[0] + radius * math.cos(heading + turned), centre[1] + radius * math.sin(heading + turned)

    pen = Pen(on(a, ra, spread))
    pen.arc(ra, 1, on(a, ra, -spread))
    pen.step("l", on(b, rb, -spread))
    pen.arc(rb, 0, on(b, rb, spread))
    return pen.close()


def circle(centre, radius):
    left, right = (centre[0] - radius, centre[1]), (centre[0] + radius, centre[1])
    pen = Pen(left)
    pen.arc(radius, 1, right)
    pen.arc(radius, 1, left)
    return pen.close()


def hull(points):
    """The convex hull of points on paper."""
    points = sorted({(round(x, 1), round(y, 1)) for x, y in points})

    def half(sequence):
        chain = []
        for point in sequence:
            while len(chain) > 1 and area([chain[-2], chain[-1], point]) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(points) + half(points[::-1])


def area(points):
    """Positive where the turn on paper is that of a capsule."""
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(points, points[1:] + points[:1])) / 2
