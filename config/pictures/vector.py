# SPDX-License-Identifier: GPL-3.0-or-later
"""Vectors of three numbers as tuples, and turns. Nothing here knows of bodies or pictures."""

import math


def add(*vectors):
    return tuple(map(sum, zip(*vectors)))


def sub(a, b):
    return tuple(p - q for p, q in zip(a, b))


def scale(a, factor):
    return tuple(p * factor for p in a)


def dot(a, b):
    return sum(p * q for p, q in zip(a, b))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a):
    return math.sqrt(dot(a, a))


def unit(a):
    size = length(a)
    return scale(a, 1 / size) if size > 1e-9 else a


def across(a, axis):
    """What is left of `a` at right angles to the unit vector `axis`."""
    return sub(a, scale(axis, dot(a, axis)))


def between(a, b, share):
    return tuple(p + (q - p) * share for p, q in zip(a, b))


def turn(a, b, degrees):
    """The pair of axes a, b, turned in their plane: a towards b."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return add(scale(a, c), scale(b, s)), sub(scale(b, c), scale(a, s))


def angle(a, b):
    return math.degrees(math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))
