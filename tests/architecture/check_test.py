# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the floors finds what is planted in a small house, and nothing in the house as it stands before that."""

import pathlib
import tempfile
import unittest

import check
import floors

HOUSE = {
    "include/poise/time.hpp": "#include <chrono>\n",
    "core/step.hpp": '#include "poise/time.hpp"\n#include <vector>\n',
    "store/journal.hpp": '#include "step.hpp"\n#include <SQLiteCpp/Database.h>\n',
    "daemon/engine.hpp": '#include "step.hpp"\n#include <boost/asio/post.hpp>\n',
    "daemon/sense/x11/x_idle.hpp": '#include "poise/time.hpp"\n#include <xcb/xcb.h>\n',
    "daemon/sense/mutter/mutter_idle.hpp": '#include "poise/time.hpp"\n#include <sdbus-c++/IProxy.h>\n',
    "daemon/bus/client.hpp": '#include "poise/time.hpp"\n#include <sdbus-c++/IProxy.h>\n',
    "daemon/main.cpp": '#include "engine.hpp"\n#include "journal.hpp"\n#include "x_idle.hpp"\n',
    "tests/core/step_test.cpp": '#include "step.hpp"\n#include <gtest/gtest.h>\n',
}

# Every target of the table, each linking nothing but the options.
TARGETS = {target: "poise_options" for room in check.ROOMS for target in room.targets.split()}


class TheCheckOfTheFloors(unittest.TestCase):
    def findings(self, planted_file=None, text="", links=None):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, content in {**HOUSE, **({planted_file: text} if planted_file else {})}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(content, encoding="utf-8")
            lines = [f"{target}|somewhere|{linked}" for target, linked in {**TARGETS, **(links or {})}.items()]
            return check.findings(root, "\n".join(lines))

    def test_finds_nothing_in_a_house_in_order(self):
        self.assertEqual(self.findings(), [])

    def test_finds_an_include_that_climbs_or_strays(self):
        for path, include, finding in (
            ("core/dues.cpp", '"engine.hpp"', "includes daemon/engine.hpp, which its room does not know"),
            ("core/dues.cpp", "<fstream>", "<fstream> (std) is not for its room"),
            ("core/dues.cpp", "<unistd.h>", "<unistd.h> (posix) is not for its room"),
            ("include/poise/ports.hpp", '"step.hpp"', "includes core/step.hpp, which its room does not know"),
            ("include/poise/ports.hpp", "<thread>", "<thread> (std) is not for its room"),
            ("store/rows.cpp", '"engine.hpp"', "includes daemon/engine.hpp, which its room does not know"),
            ("daemon/engine.cpp", '"journal.hpp"', "includes store/journal.hpp, which its room does not know"),
            ("daemon/engine.cpp", "<SQLiteCpp/Database.h>", "<SQLiteCpp/Database.h> (sqlite) is not for its room"),
            (
                "daemon/sense/x11/other.cpp",
                '"mutter_idle.hpp"',
                "includes daemon/sense/mutter/mutter_idle.hpp, which its room does not know",
            ),
            ("cli/main.cpp", '"engine.hpp"', "includes daemon/engine.hpp, which its room does not know"),
            ("cli/main.cpp", "<toml++/toml.h>", "<toml++/toml.h> (tomlplusplus) is not for its room"),
            ("tray/main.cpp", '"journal.hpp"', "includes store/journal.hpp, which its room does not know"),
            ("tray/main.cpp", "<xcb/xcb.h>", "<xcb/xcb.h> (xcb) is not for its room"),
            ("tests/core/dues_test.cpp", '"journal.hpp"', "includes store/journal.hpp, which its room does not know"),
            ("tests/core/dues_test.cpp", "<thread>", "<thread> (std) is not for its room"),
            ("store/rows.cpp", "<Qt/QtCore>", "<Qt/QtCore> belongs to no library of floors.py"),
            ("store/rows.cpp", '"gone.hpp"', '"gone.hpp" is no header of this house'),
        ):
            with self.subTest(path=path, include=include):
                text = f"//\n  #  include {include}\n"
                self.assertEqual(self.findings(path, text), [f"{path}: {finding}"])

    def test_finds_what_has_no_place_in_the_table(self):
        self.assertEqual(self.findings("include/board.cpp"), ["include/board.cpp: in no room of floors.py"])
        self.assertEqual(
            self.findings(links={"poise_board": ""}), ["poise_board: a target of somewhere in no room of floors.py"]
        )

    def test_finds_a_header_whose_name_is_taken(self):
        self.assertEqual(
            self.findings("load/journal.hpp"),
            [
                "journal.hpp: a name for two headers, and an #include could mean either:"
                " load/journal.hpp store/journal.hpp"
            ],
        )

    def test_finds_a_link_that_climbs_or_strays(self):
        for target, linked in (
            ("poise_core", "poise_store"),
            ("poise_core", "SQLiteCpp"),
            ("poise_engine", "poise_store"),
            ("poise_cli", "poise_engine"),
            ("poise_cli", "poise_bus"),
            ("poise_tray", "poise_bus_client"),
            ("poise_tray", "PkgConfig::sdbus"),
            ("poise_sense_x11", "poise_sense_mutter"),
            ("poise_load", "CLI11::CLI11"),
        ):
            with self.subTest(target=target, linked=linked):
                self.assertEqual(
                    self.findings(links={target: f"poise_options;{linked}"}),
                    [f"{target}: links {linked}, which its room does not know"],
                )

    def test_finds_a_room_that_may_know_its_own_floor(self):
        floors.FLOORS["engine"].append(floors.Room("daemon/spare/", "", "store/", "std"))
        try:
            self.assertEqual(
                list(check.table_findings()), ["floors.py: daemon/spare/ knows store/, which is on no lower floor"]
            )
        finally:
            floors.FLOORS["engine"].pop()


if __name__ == "__main__":
    unittest.main()
