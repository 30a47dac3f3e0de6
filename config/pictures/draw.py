# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the guide's pictures: for each drill ID.svg and, for its steps, ID-1.svg, ID-2.svg and so on.
usage: draw.py OUTPUT_FOLDER [ID...]"""

import pathlib
import sys
import tomllib

from camera import number, pair
from drawing import INK, Drawing, pose_of
from skeleton import ImpossiblePose

HERE = pathlib.Path(__file__).parent
WIDTH, HEIGHT, MARGIN, GAP = 320, 240, 12, 4  # GAP in cm, as drawn
LARGEST, LINE = 2.2, 3.4
CARD = "#f8f5ee"  # light in every theme, so that two inks suffice


def read_all():
    """Poses that several drills share, and the drills."""
    shared, drills = {}, {}
    for path in sorted(HERE.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        shared.update(content.pop("shared", {}))
        drills.update(content)
    return shared, drills


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
