# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks, to look at windows in: every text is two fifths longer, its letters are strange, and it
runs from right to left. What reads plainly English was forgotten, what is cut off has too little room, what did not turn
round does not know its direction. Of the build alone: LANGUAGE=en@mirror with any locale but C.
usage: mirror.py POT PO"""

import re
import sys

STRANGE = str.maketrans("aceinosuyzACEINOSUYZ", "áçéîñöšüýžÁÇÉÎÑÖŠÜÝŽ")
FROM_RIGHT = "\u200f"
HEADER = """msgid ""
msgstr ""
"Language: en@mirror\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def mirrored(text):
    """Of a quoted text; {names}, mnemonics and escapes stay."""
    if text == "default:LTR":
        return "default:RTL"
    strange = "".join(
        part if part.startswith(("{", "\\")) else part.translate(STRANGE) for part in re.split(r"(\{\w+\}|\\.)", text)
    )
    return FROM_RIGHT + strange + " " + "~" * max(1, len(text) * 2 // 5) + FROM_RIGHT


def messages(pot):
    """Its entries after the header, each text in one line (--no-wrap keeps those with line ends apart)."""
    for entry in pot.split("\n\n")[1:]:
        fields = {}
        for line in entry.splitlines():
            key, _, text = line.partition(" ")
            if line.startswith("msg"):
                name = key
                fields[name] = text[1:-1]
            elif line.startswith('"'):
                fields[name] += line[1:-1]
        if fields.get("msgid"):
            yield fields


def translated(fields):
    lines = [f'{key} "{fields[key]}"' for key in ("msgctxt", "msgid", "msgid_plural") if key in fields]
    if "msgid_plural" in fields:
        forms = (fields["msgid"], fields["msgid_plural"])
        lines += [f'msgstr[{number}] "{mirrored(form)}"' for number, form in enumerate(forms)]
    else:
        lines.append(f'msgstr "{mirrored(fields["msgid"])}"')
    return "\n".join(lines) + "\n"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pot = file.read()
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join([HEADER, *map(translated, messages(pot))]))


if __name__ == "__main__":
    main()
