# SPDX-License-Identifier: GPL-3.0-or-later
"""One figure with what is around it, its ghost and its arrows, as paths in cm on paper. One ink for the body, one for
things and what moves."""

import math

from camera import Camera, number, polygon, smooth
from figure import Figure
from props import Props
from skeleton import ImpossiblePose, Skeleton

# All lines stand out from the card by 4.5 to 1, which tests/pictures measures.
INK = "#134"
BODY = {"skin": "#fff", "shirt": "#acd", "trousers": "#69a", "hair": "#245", "eyes": INK}
THING_INK = "#853"
THINGS = {"prop": "#edc", "mat": "#edc", "thing": "#fca", "band": "none", "rod": "none"}
MOVE = "#b31"
GHOST_INK, GHOST = "#566", "#eee"
FLOOR = "#eae4d8"


def pose_of(name, own, shared):
    if name not in own and name not in shared:
        raise ImpossiblePose(f"there is no pose `{name}`")
    pose = own[name] if name in own else shared[name]
    if "undo" in pose:
        done = pose_of(pose["undo"], own, shared)
        pose = {"ghost": pose["undo"], "arrows": [arrow[::-1] for arrow in done.get("arrows", [])], **pose}
    if "from" not in pose:
        return pose
    others = {key: value for key, value in own.items() if key != name}
    base = pose_of(pose["from"], others, shared)
    return {**{key: value for key, value in base.items() if key not in ("ghost", "arrows")}, **pose}


class Drawing:
    """One figure with what is around it, in cm on paper, and the room that it takes."""

    def __init__(self, drill, pose, shared):
        own = drill.get("pose", {})
        self.camera = Camera(*pose.get("view", drill.get("view", [0, 8])))
        skeleton = Skeleton(pose)
        skeleton.check_floor()
        figure = Figure(skeleton, self.camera)
        props = Props(self.camera, skeleton)
        layers = [(layer.depth, [self.body(*part) for part in layer.parts]) for layer in figure.layers()]
        for prop in [*drill.get("props", []), *pose.get("props", [])]:
            layers.append((prop.get("depth", -1000), [self.things(props.draw(prop))]))
        self.ground = self.extent()[0]
        if "ghost" in pose:
            layers.append((-500, self.ghost(pose_of(pose["ghost"], own, shared))))
        self.paths = [path for _, paths in sorted(layers, key=lambda layer: layer[0]) for path in paths]
        self.paths += [self.arrow(arrow, skeleton) for arrow in pose.get("arrows", [])]
        (left, right), (top, bottom) = self.extent()
        self.low, self.high = (left - 9, top - 9), (right + 9, bottom + 7)
        if any(prop["is"] == "mat" for prop in drill.get("props", [])):
            self.ground = None
        self.is_cut = "cut" in drill
        if self.is_cut:  # what is below that height is beyond the card's lower edge
            self.ground, self.high = None, (self.high[0], self.camera.flat((0, drill["cut"], 0))[1])

    def extent(self):
        xs, ys = zip(*self.camera.seen)
        return (min(xs), max(xs)), (min(ys), max(ys))

    def floor(self):
        """A soft patch, so that nobody floats."""
        if not self.ground:
            return ""
        middle, half = sum(self.ground) / 2, (self.ground[1] - self.ground[0]) / 2 + 8
        deep = max(3, 40 * math.hypot(self.camera.down[0], self.camera.down[2]))
        return f'<ellipse cx="{number(middle)}" cy="0" rx="{number(half)}" ry="{number(deep)}" fill="{FLOOR}" stroke="none"/>'

    @staticmethod
    def body(style, path):
        if style == "eyes" or style.endswith("+"):
            return f'<path d="{path}" fill="{BODY[style.rstrip("+")]}" stroke="none"/>'
        return f'<path d="{path}" fill="{BODY[style]}"/>'

    @staticmethod
    def things(parts):
        style = parts[0][0]
        ink, wide = {"band": (MOVE, 2.2), "rod": (THING_INK, 3.4)}.get(style, (THING_INK, 1.2))
        paths = "".join(f'<path d="{path}"/>' for _, path in parts)
        return f'<g fill="{THINGS[style]}" stroke="{ink}" stroke-width="{wide}">{paths}</g>'

    def ghost(self, pose):
        layers = Figure(Skeleton(pose), self.camera).layers()
        paths = "".join(path for layer in layers for style, path in layer.parts if style not in ("hair", "eyes"))
        return [f'<path d="{paths}" fill="{GHOST}" stroke="{GHOST_INK}" stroke-width="1.8" stroke-dasharray="4 3"/>']

    def arrow(self, arrow, skeleton):
        points = [self.camera.paper(skeleton.point(place)) for place in arrow]
        (ax, ay), (bx, by) = points[-2:]
        if len(points) > 2:  # the curve's own direction at its end
            (ox, oy) = points[-3]
            ax, ay = ax + (ax - ox) * 0.25 + (bx - ax) * 0.25, ay + (ay - oy) * 0.25 + (by - ay) * 0.25
        heading = math.atan2(by - ay, bx - ax)
        tip = [(bx + 6.5 * math.cos(heading), by + 6.5 * math.sin(heading))]
        tip += [(bx + 4.6 * math.cos(heading + turn), by + 4.6 * math.sin(heading + turn)) for turn in (1.9, -1.9)]
        shaft = smooth(points, closed=False)
        return (
            f'<path d="{shaft}" fill="none" stroke="{MOVE}" stroke-width="2.8"/>'
            f'<path d="{polygon(tip)}" fill="{MOVE}" stroke="{MOVE}" stroke-width="1.4"/>'
        )
