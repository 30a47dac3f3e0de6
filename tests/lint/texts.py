# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of the repository's texts without a compiler: SPDX lines, sizes, Markdown, XML, Python.
usage: texts.py, in the repository's root"""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

LONG_FILE = 250
LONG_LINE = 140
SOURCES = (".cpp", ".hpp", ".py", ".sh", ".xml")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def spdx_findings(path, text):
    # Software catalogues copy the metainfo, so it is everybody's.
    licence = "CC0-1.0" if path.name.endswith(".metainfo.xml") else "GPL-3.0-or-later"
    if path.suffix in SOURCES and not any(f"SPDX-License-Identifier: {licence}" in line for line in text[:3]):
        yield f"{path}:1: no SPDX line"


def size_findings(path, text, excused):
    if path.suffix not in (".cpp", ".hpp", ".py", ".sh"):
        return
    if len(text) > LONG_FILE and path.as_posix() not in excused:
        yield f"{path}: {len(text)} lines; more than {LONG_FILE} need a reason in tests/lint/long_files.txt"
    if len(text) <= LONG_FILE and path.as_posix() in excused:
        yield f"{path}: {len(text)} lines; tests/lint/long_files.txt need not excuse it any more"


def anchor(heading):
    """The anchor that forges make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def markdown_findings(path, text):
    if path.suffix != ".md" or path.name == "guidance.md":  # which is written by `poise guide table`
        return
    for number, line in enumerate(text, 1):
        if len(line) > LONG_LINE and not line.startswith("|"):  # a row of a table cannot be broken
            yield f"{path}:{number}: {len(line)} characters; {LONG_LINE} are enough"
        for link in LINK.findall(line):
            if re.match(r"[a-z]+:", link):
                continue
            place, _, heading = link.partition("#")
            target = path.parent / place if place else path
            if not target.exists():
                yield f"{path}:{number}: nothing at {link}"
            elif heading and heading not in map(anchor, HEADING.findall(target.read_text(encoding="utf-8"))):
                yield f"{path}:{number}: no heading for {link}"


def syntax_findings(path):
    try:
        if path.suffix == ".xml":
            xml.etree.ElementTree.parse(path)
        elif path.suffix == ".py":
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except (xml.etree.ElementTree.ParseError, SyntaxError) as error:
        yield f"{path}: {error}"


def excused_files():
    lines = pathlib.Path("tests/lint/long_files.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.partition("  ") for line in lines if line and not line.startswith("#")]
    for path, _, reason in entries:
        if not reason.strip() or not pathlib.Path(path).exists():
            yield path, f"tests/lint/long_files.txt: {path}: no such file, or no reason"
        else:
            yield path, None


def main():
    listed = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True, text=True).stdout
    paths = [pathlib.Path(name) for name in listed.split("\0") if name and pathlib.Path(name).is_file()]
    excused = dict(excused_files())
    findings = [finding for finding in excused.values() if finding]
    for path in paths:
        if path.suffix == ".png":
            continue
        text = path.read_text(encoding="utf-8").splitlines()
        findings += spdx_findings(path, text)
        findings += size_findings(path, text, excused)
        findings += markdown_findings(path, text)
        findings += syntax_findings(path)
    print(*findings, sep="\n", end="\n" if findings else "")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
