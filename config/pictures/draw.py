# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the guide's pictures: for each drill ID.svg and, for its steps, ID-1.svg, ID-2.svg and so on.
usage: draw.py OUTPUT_FOLDER [ID...]"""

import math
import pathlib
import sys
import tomllib

from camera import Camera, number, pair, polygon, smooth
from figure import Figure
from props import Props
from skeleton import ImpossiblePose, Skeleton

HERE = pathlib.Path(__file__).parent
WIDTH, HEIGHT, MARGIN, GAP, LARGEST, LINE = 320, 240, 12, 4, 2.2, 3.4
BODY = {"skin": "#fff", "shirt": "#acd", "trousers": "#69a", "hair": "#245", "eyes": "#134"}
INK, GHOST_INK, GHOST, FLOOR, CARD, MOVE = "#134", "#566", "#eee", "#eae4d8", "#f8f5ee", "#b31"
THINGS = {"prop": "#edc", "mat": "#edc", "thing": "#fca", "band": "none", "rod": "none"}
THING_INK = "#853"


def read_all():
    """Poses that several drills share, and the drills."""
    shared, drills = {}, {}
    for path in sorted(HERE.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        shared.update(content.pop("shared", {}))
        drills.update({name.replace("/", "."): drill for name, drill in content.items()})
    return shared, drills


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


def frame_of(drill, name, shared):
    """The drawings that stand side by side in a frame."""
    own = drill.get("pose", {})
    panels = drill.get("frame", {}).get(name, [name])
    return [Drawing(drill, pose_of(panel, own, shared), shared) for panel in panels]


def room_of(drawings, beside):
    """How much room drawings take beside each other, or below each other."""
    sizes = [(drawing.high[0] - drawing.low[0], drawing.high[1] - drawing.low[1]) for drawing in drawings]
    gaps = GAP * (len(drawings) - 1)
    wide, high = zip(*sizes)
    return (sum(wide) + gaps, max(high)) if beside else (max(wide), sum(high) + gaps)


def zoom_of(room):
    return min((WIDTH - 2 * MARGIN) / room[0], (HEIGHT - 2 * MARGIN) / room[1], LARGEST)


def picture(drawings):
    """The SVG, its drawings as large as they can be."""
    beside = zoom_of(room_of(drawings, True)) >= zoom_of(room_of(drawings, False))
    zoom = zoom_of(room_of(drawings, beside))
    wide, high = (extent * zoom for extent in room_of(drawings, beside))
    left, top = (WIDTH - wide) / 2, HEIGHT - high if drawings[0].is_cut else (HEIGHT - high) / 2
    bottom = max(drawing.high[1] for drawing in drawings)
    groups = ""
    for drawing in drawings:
        across, down = ((size[1] - size[0]) * zoom for size in zip(drawing.low, drawing.high))
        if beside:
            at = left - drawing.low[0] * zoom, top + high - bottom * zoom
            left += across + GAP * zoom
        else:
            at = (WIDTH - across) / 2 - drawing.low[0] * zoom, top - drawing.low[1] * zoom
            top += down + GAP * zoom
        groups += f'<g transform="translate({pair(at)}) scale({zoom:.3f})">{drawing.floor()}{"".join(drawing.paths)}</g>\n'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="16" fill="{CARD}"/>\n'
        f'<g stroke="{INK}" stroke-width="{number(LINE / zoom)}" stroke-linejoin="round" stroke-linecap="round"'
        f' paint-order="stroke">\n{groups}</g>\n</svg>\n'
    )


def pictures(identity, drill, shared):
    """Name and text of each of a drill's files."""
    names = [drill["picture"], *drill["steps"]]
    frames = {name: frame_of(drill, name, shared) for name in names}
    alone = [drawings[0] for drawings in frames.values() if len(drawings) == 1]
    for drawing in alone:  # in one frame, so that nothing jumps from step to step
        drawing.low = tuple(min(other.low[axis] for other in alone) for axis in (0, 1))
        drawing.high = tuple(max(other.high[axis] for other in alone) for axis in (0, 1))
        if drawing.ground:
            drawing.ground = min(other.ground[0] for other in alone), max(other.ground[1] for other in alone)
    for place, name in enumerate(names):
        yield identity + (f"-{place}" if place else "") + ".svg", picture(frames[name])


def main():
    output, wanted = pathlib.Path(sys.argv[1]), sys.argv[2:]
    output.mkdir(parents=True, exist_ok=True)
    shared, drills = read_all()
    drawn, failed = {}, False
    for identity, drill in drills.items():
        if wanted and identity not in wanted:
            continue
        try:
            drawn.update(pictures(identity, drill, shared))
        except ImpossiblePose as problem:
            print(f"draw.py: {identity}: {problem}", file=sys.stderr)
            failed = True
    if not wanted:
        for path in output.glob("*.svg"):  # of drills that are no more
            if path.name not in drawn:
                path.unlink()
    for name, text in drawn.items():
        (output / name).write_text(text, encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
