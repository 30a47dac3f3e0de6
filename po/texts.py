# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of Poise for translators, po/poise.pot, from the sources and from what people read of config/guide.toml.
usage: texts.py SOURCE_FOLDER          writes poise.pot and merges it into every catalogue (./dev texts)
       texts.py SOURCE_FOLDER --check  fails where poise.pot is not what the sources say"""

import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

ROOMS = ("language", "core", "load", "store", "daemon", "tray", "coach", "page", "cli", "console", "team")
KEYWORDS = ("tr:1", "tr_in:1c,2", "tr_many:1,2", "mark:1", "mark_in:1c,2")
HEADER = """# Texts of Poise, for translators: see README.md beside this file.
# Written by ./dev texts and not to be edited.
msgid ""
msgstr ""
"Project-Id-Version: poise\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

"""


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def entry(text, where, comment, context=None):
    lines = [f"#. {comment}", f"#: {where}"]
    if context:
        lines.append(f"msgctxt {quoted(context)}")
    return "\n".join([*lines, f"msgid {quoted(text)}", 'msgstr ""', ""]) + "\n"


def of_drill(drill):
    for field in ("name", "steps", "breathing"):
        value = drill.get(field, [])
        yield from ((text, field) for text in ([value] if isinstance(value, str) else value))
    yield from ((harder["text"], "harder") for harder in drill.get("progressions", []))
    yield drill.get("alt", ""), "picture"


def of_programme(programme):
    for field in ("name", "focus", "avoids_why", "allows_why"):
        yield programme.get(field, ""), field
    for field in ("prefers", "forbids"):
        yield from ((choice["why"], field) for choice in programme.get(field, []))


def guide_texts(guide):
    """What load/guide_said.cpp translates, each with what it is."""
    for drill in guide["drill"]:
        yield from ((text, f"{drill['id']} {what}") for text, what in of_drill(drill))
    for programme in guide["programme"]:
        yield from ((text, f"{programme['rule']} {what}") for text, what in of_programme(programme))
    yield from ((cue["text"], f"{cue['id']} cue") for cue in guide["cue"])
    for point in guide["workstation"]:
        yield from ((point[field], f"{point['id']} {field}") for field in ("question", "advice"))
    yield from ((flag["question"], f"{flag['id']} red flag") for flag in guide["red_flag"])
    for card in guide["card"]:
        yield card["title"], f"{card['id']} title"
        yield from ((line, f"{card['id']} line") for line in card["lines"])


def words(root, guide):
    """Words that machines know and people are told: `said` in language/say.hpp."""
    for path, table in (("core/words.cpp", r"words\[\] = \{(.*?)\}"), ("load/setting_keys.hpp", r"known_equipment\{(.*?)\}")):
        for each in re.findall(table, (root / path).read_text(encoding="utf-8"), re.DOTALL):
            yield from ((word, path) for word in re.findall(r'"(\w+)"', each))
    for path in sorted((root / "core").glob("*.cpp")):
        for noted in re.findall(r"Noted\{(.*?)\}\)", path.read_text(encoding="utf-8")):
            yield from ((each, f"core/{path.name}") for each in re.findall(r'"(\w+)"', noted))
    yield from ((word, "include/poise/fact.hpp") for word in ("stopped_for_pain", "week_told"))
    yield "no_daemon", "cli/status_line.cpp"
    for table in ("regions", "loads", "positions"):
        yield from ((word, "config/guide.toml") for word in guide[table])


def template(root):
    guide = tomllib.loads((root / "config/guide.toml").read_text(encoding="utf-8"))
    sources = sorted(
        path.relative_to(root).as_posix()
        for room in ROOMS
        for path in (root / room).rglob("*")
        if path.suffix in (".cpp", ".hpp")
    )
    with tempfile.TemporaryDirectory() as folder:
        code, data, all_of_it = (pathlib.Path(folder) / name for name in ("code.pot", "data.pot", "all.pot"))
        subprocess.run(
            ["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", *(f"--keyword={each}" for each in KEYWORDS),
             "--add-location=file", "--add-comments=translators:", "--sort-by-file", "--output", code, *sources],
            cwd=root, check=True,
        )
        body = code.read_text(encoding="utf-8").partition("\n\n")[2]
        code.write_text(HEADER + body, encoding="utf-8")
        entries = [entry(text, "config/guide.toml", what) for text, what in guide_texts(guide) if text]
        entries += [entry(word, where, "a word", "word") for word, where in dict(words(root, guide)).items()]
        data.write_text(HEADER + "\n".join(entries), encoding="utf-8")
        unique = data.with_name("unique.pot")
        subprocess.run(["msguniq", "--no-wrap", "--use-first", "--output", unique, data], check=True)
        subprocess.run(
            ["msgcat", "--no-wrap", "--use-first", "--add-location=file", "--output", all_of_it, code, unique], check=True
        )
        return all_of_it.read_text(encoding="utf-8")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    pot = root / "po/poise.pot"
    text = template(root)
    if "--check" in sys.argv[2:]:
        if pot.read_text(encoding="utf-8") == text:
            return 0
        print("po/poise.pot is not what the sources say: run ./dev texts, then translate what is new", file=sys.stderr)
        return 1
    pot.write_text(text, encoding="utf-8")
    for catalogue in sorted((root / "po").glob("*.po")):
        merging = ["msgmerge", "--quiet", "--update", "--backup=none", "--no-wrap", "--no-fuzzy-matching", catalogue, pot]
        subprocess.run(merging, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
