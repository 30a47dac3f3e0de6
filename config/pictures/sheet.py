# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that shows every picture with its words, and every icon in its sizes, on light and on dark.
usage: sheet.py GUIDE SHARE_FOLDER OUTPUT"""

import html
import os
import pathlib
import sys
import tomllib

STYLE = """body { font: 15px sans-serif; margin: 24px; background: #fff; color: #222 }
section { display: flex; flex-wrap: wrap; gap: 12px; margin-bottom: 28px }
figure { margin: 0; width: 320px } figcaption { padding: 4px }
.dark { background: #1e1e1e; color: #eee; padding: 12px } .light { padding: 12px }
.icons img { margin: 6px; vertical-align: middle } .light .symbolic { filter: brightness(0.25) }"""


def figure(address, words):
    return f'<figure><img src="{address}" width="320" alt=""><figcaption>{html.escape(words)}</figcaption></figure>'


def drill_part(drill, folder):
    stem = drill["picture"].removesuffix(".svg")
    yield f"<h2>{html.escape(drill['id'])}: {html.escape(drill['name'])}</h2><section>"
    yield figure(f"{folder}/{stem}.svg", drill["alt"])
    for number, step in enumerate(drill["steps"], 1):
        yield figure(f"{folder}/{stem}-{number}.svg", f"{number}. {step}")
    yield "</section>"


def icon_part(share, base):
    for shade in ("light", "dark"):
        yield f'<div class="icons {shade}">'
        for path in sorted((share / "icons").rglob("poise*.svg")):
            kind = "symbolic" if "symbolic" in path.stem else "full"
            sizes = (16, 22, 32) if kind == "symbolic" else (22, 32, 48, 128)
            address = os.path.relpath(path, base)
            yield "".join(f'<img class="{kind}" src="{address}" width="{size}" alt="">' for size in sizes) + path.stem
        yield "</div>"


def main():
    guide, share, output = map(pathlib.Path, sys.argv[1:])
    drills = tomllib.loads(guide.read_text(encoding="utf-8"))["drill"]
    folder = os.path.relpath(share / "poise" / "pictures", output.parent)
    lines = [f'<!doctype html><meta charset="utf-8"><title>Pictures of Poise</title><style>{STYLE}</style>']
    lines += icon_part(share, output.parent)
    for drill in drills:
        lines += drill_part(drill, folder)
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
