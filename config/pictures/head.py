# SPDX-License-Identifier: GPL-3.0-or-later
"""A head on paper: an egg with hair that shows where the face is, a nose where it stands out, eyes where they are seen."""

import math

from camera import circle, polygon
from vector import add, dot, scale, unit

HALF = (10.0, 11.8, 8.6)  # forward, up, right
HAIR, HAIR_FROM = unit((-0.82, 0.57, 0)), -0.04
STEPS = 32


def outline_axes(frame, camera):
    """Two half axes on paper, as vectors, that span the egg's outline."""
    axes = [scale(axis, half) for axis, half in zip((frame.forward, frame.up, frame.right), HALF)]
    flat = [camera.flat(axis) for axis in axes]
    xx, xy, yy = (sum(v[i] * v[j] for v in flat) for i, j in ((0, 0), (0, 1), (1, 1)))
    tilt = 0.5 * math.atan2(2 * xy, xx - yy)
    mean, spread = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    return math.sqrt(mean + spread), math.sqrt(max(mean - spread, 0)), math.degrees(tilt)


def egg(frame, camera):
    (x, y), (long, short, tilt) = camera.paper(frame.at), outline_axes(frame, camera)
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    left, right = (x - long * c, y - long * s), (x + long * c, y + long * s)
    arc = f"A{long:.1f} {short:.1f} {tilt:.0f} 1 1 "
    return f"M{left[0]:.1f} {left[1]:.1f}{arc}{right[0]:.1f} {right[1]:.1f}{arc}{left[0]:.1f} {left[1]:.1f}Z"


def on_paper(frame, camera, place):
    return camera.paper(add(frame.at, frame.towards([p * half for p, half in zip(place, HALF)])))


def circle_on_ball(pole, height):
    """Points of the unit ball's circle around a pole."""
    side = unit((-pole[1], pole[0], 0)) if abs(pole[2]) < 0.9 else (1.0, 0.0, 0.0)
    other = (
        pole[1] * side[2] - pole[2] * side[1],
        pole[2] * side[0] - pole[0] * side[2],
        pole[0] * side[1] - pole[1] * side[0],
    )
    radius = math.sqrt(1 - height**2)
    for step in range(STEPS):
        turned = 2 * math.pi * step / STEPS
        around = add(scale(side, radius * math.cos(turned)), scale(other, radius * math.sin(turned)))
        yield add(scale(pole, height), around)


def run_of(points, wanted):
    """The one run of points on a closed line for which `wanted` holds; all or nothing stays that."""
    kept = [wanted(point) for point in points]
    if all(kept) or not any(kept):
        return points if all(kept) else []
    start = next(index for index in range(len(points)) if kept[index] and not kept[index - 1])
    turned = points[start:] + points[:start]
    return [point for point in turned if wanted(point)]


def hair(frame, camera):
    """The part of the hair that is seen, and whether it surrounds the face."""
    seen_from = unit([dot(axis, camera.near) / half for axis, half in zip((frame.forward, frame.up, frame.right), HALF)])
    edge = run_of(list(circle_on_ball(HAIR, HAIR_FROM)), lambda q: dot(q, seen_from) > 0)
    rim = run_of(list(circle_on_ball(seen_from, 0.0)), lambda q: dot(q, HAIR) > HAIR_FROM)
    if edge and rim and math.dist(edge[-1], rim[0]) > math.dist(edge[-1], rim[-1]):
        rim.reverse()
    return polygon([on_paper(frame, camera, place) for place in (edge + rim)[::2]]) if edge + rim else ""


def nose(frame, camera):
    return circle(camera.paper(frame.point([HALF[0] + 0.1, -1.6, 0])), 1.7)


def eyes(frame, camera):
    """Both eyes, as far as they are seen."""
    path = ""
    for side in (-1, 1):
        out = unit((0.9, 0.05, 0.4 * side))
        outwards = add(scale(frame.forward, out[0]), scale(frame.right, out[2]))
        if dot(outwards, camera.near) > 0.2:
            path += circle(on_paper(frame, camera, out), 1.0)
    return path
