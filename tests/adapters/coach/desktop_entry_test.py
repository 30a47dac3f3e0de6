#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file that leads to the windows is named as windows and notifications name themselves, and each of its actions
is a command that there is.

usage: desktop_entry_test.py SOURCE BUILT_DESKTOP_FILE POISE
"""
import configparser
import os
import re
import shutil
import subprocess
import sys


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(source, path, poise):
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(path, encoding="utf-8")
    name = os.path.basename(path).removesuffix(".desktop")
    for file in ("coach/application.cpp", "tray/bubble.cpp"):
        assert f'"{name}"' in text_of(f"{source}/{file}"), f"{file} does not name {name}"
    windows = re.findall(r'\{"(\w+)", "Show', text_of(f"{source}/coach/command_words.cpp"))
    main_group, *actions = entry.sections()
    assert actions == [f"Desktop Action {each}" for each in entry[main_group]["Actions"].split(";")[:-1]], actions
    for section in entry.sections():
        assert "Name" in entry[section], section
        program, word, *_ = entry[section]["Exec"].split()
        if program.endswith("/poise-coach"):
            assert word in windows, f"{section}: {word} is no window"
        else:
            subprocess.run([poise, word, "--help"], check=True, stdout=subprocess.DEVNULL)
    if shutil.which("desktop-file-validate"):  # it comes with what makes the package
        said = subprocess.run(["desktop-file-validate", path], check=False, capture_output=True, text=True)
        assert not said.returncode and not said.stdout, said.stdout


main(*sys.argv[1:])
