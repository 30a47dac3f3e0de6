# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on an #include or a link that climbs a floor (floors.py). usage: check.py SOURCE_FOLDER LINKS_FILE"""

import pathlib
import re
import sys

import floors

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
FOLDERS = ("include", "language", "core", "load", "store", "daemon", "tray", "cli", "coach", "page", "team", "console", "tests")
ROOMS = [room for rooms in floors.FLOORS.values() for room in rooms]


def room_of(path):
    fitting = [room for room in ROOMS if path.startswith(room.place)]
    return max(fitting, key=lambda room: len(room.place), default=None)


def library_of(name):
    """The library that an #include <name> or a linked target belongs to."""
    if name in floors.PURE_HEADERS:
        return "pure"
    if name == "chrono":  # for its durations and its calendar
        return "chrono"
    if name in floors.STANDARD_HEADERS:
        return "std"
    for library, (beginnings, _) in floors.LIBRARIES.items():
        if name.startswith(tuple(beginnings.split())):
            return library
    return "posix" if name.endswith(".h") else None


def has(libraries, library):
    return library in libraries.split() or library in ("pure", "chrono") and "std" in libraries.split()


def table_findings():
    """A room that knows one beside or above itself is a mistake of the table."""
    below = set()
    for rooms in floors.FLOORS.values():
        for room in rooms:
            for known in room.knows.split():
                if known not in below:
                    yield f"floors.py: {room.place} knows {known}, which is on no lower floor"
        below.update(room.place for room in rooms)


def may_know(path, other):
    if path.startswith("tests/"):
        return (
            not path.startswith(floors.PURE_TESTS)
            or other.startswith("tests/")
            or room_of(other).place in floors.PURE_TEST_ROOMS
        )
    room = room_of(path)
    return not other.startswith("tests/") and room_of(other).place in (room.place, *room.knows.split())


def may_use(path, library):
    if path.startswith(floors.PURE_TESTS):
        return has(floors.PURE_TEST_LIBRARIES, library)
    return path.startswith("tests/") or has(room_of(path).libraries, library)


def include_findings(root):
    paths = sorted(
        path.relative_to(root).as_posix()
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in (".cpp", ".hpp")
    )
    headers = {}  # by the name under which they are included
    for path in paths:
        if path.endswith(".hpp"):
            name = path.removeprefix("include/") if path.startswith("include/") else path.rpartition("/")[2]
            headers.setdefault(name, []).append(path)
    for name, places in headers.items():
        if len(places) > 1:
            yield f"{name}: a name for two headers, and an #include could mean either: {' '.join(places)}"

    for path in paths:
        if not path.startswith("tests/") and room_of(path) is None:
            yield f"{path}: in no room of floors.py"
            continue
        text = (root / path).read_text(encoding="utf-8")
        for quote, name in INCLUDE.findall(text):
            if quote == '"' and name not in headers:
                yield f'{path}: "{name}" is no header of this house'
            elif quote == '"':
                yield from (
                    f"{path}: includes {other}, which its room does not know"
                    for other in headers[name]
                    if not may_know(path, other)
                )
            elif library_of(name) is None:
                yield f"{path}: <{name}> belongs to no library of floors.py"
            elif not may_use(path, library_of(name)):
                yield f"{path}: <{name}> ({library_of(name)}) is not for its room"


def link_findings(links_text):
    rooms = {target: room for room in ROOMS for target in room.targets.split()}
    links = {}
    for line in links_text.splitlines():
        target, place, linked = line.split("|")
        links[target] = (place, [name for name in linked.split(";") if name and not name.startswith("::@")])

    for target in sorted(set(rooms) - set(links) - {"poise_options"}):
        yield f"{target}: named by floors.py, but no target of CMake's"

    for target, (place, names) in links.items():
        in_tests = place.split("/")[0] in ("tests", "bench")  # what measures uses what it measures
        pure_test = target in floors.PURE_TEST_TARGETS
        if not in_tests and target not in rooms and target != "poise_options":
            yield f"{target}: a target of {place} in no room of floors.py"
            continue
        for name in names:
            if name in rooms:
                if in_tests:
                    allowed = not pure_test or rooms[name].place in floors.PURE_TEST_ROOMS
                else:
                    allowed = rooms[name].place in ("include/poise/", rooms[target].place, *rooms[target].knows.split())
            elif name in links:
                allowed = in_tests and (not pure_test or name in floors.PURE_TEST_TARGETS)
            elif library_of(name) is None:
                yield f"{target}: links {name}, which belongs to no library of floors.py"
                continue
            elif in_tests:
                allowed = not pure_test or has(floors.PURE_TEST_LIBRARIES, library_of(name))
            else:
                allowed = has(rooms[target].libraries, library_of(name))
            if not allowed:
                yield f"{target}: links {name}, which its room does not know"


def findings(root, links_text):
    return [*table_findings(), *include_findings(root), *link_findings(links_text)]


def main():
    root, links = (pathlib.Path(argument) for argument in sys.argv[1:])
    found = findings(root, links.read_text(encoding="utf-8"))
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
