#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What poise-tray costs while nothing happens, measured after it has shown a prompt and a notice, which is when every
library that it will ever need is loaded."""
import argparse
import glob
import sys
import time

from tray_desktop import TrayDesktop
from processes import Screen

REST_S = 10
MOST_PSS_KIB = 3072
MOST_SWITCHES = 1

PROMPT = {"id": 1, "kind": "snack", "phase": "offered", "title": "Move", "text": "Two minutes.", "start_label": "Start"}


def pss_kib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def switches(pid):
    """Of all its threads, willing and unwilling."""
    total = 0
    for status in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(status, encoding="ascii") as file:
            total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
    return total


def given_at_rest(desktop):
    desktop.start_dunst()
    daemon = desktop.start_daemon()
    tray = desktop.start_tray()
    desktop.wait("RegisterPresenter", "method_return")
    daemon.tell({"do": "show", "prompt": PROMPT})
    desktop.wait("ConfirmShown", "method_return")
    daemon.tell({"do": "notice", "id": "x", "urgency": "low", "text": "Exercise is on again.", "private": False})
    desktop.wait("Notify", "method_return")
    daemon.tell({"do": "end", "id": 1, "outcome": "taken"})
    desktop.wait("NotificationClosed", "signal")
    desktop.dunstctl("close-all")
    desktop.wait("NotificationClosed", "signal")
    return tray


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tray", required=True)
    screen = Screen()
    desktop = TrayDesktop(parser.parse_args().tray, screen)
    try:
        tray = given_at_rest(desktop)
        time.sleep(1)  # its threads finish what the last message began
        before = switches(tray.pid)
        time.sleep(REST_S)
        woken = switches(tray.pid) - before
        pss = pss_kib(tray.pid)
    finally:
        desktop.end()
        screen.end()
    print(f"at rest: {pss} KiB PSS of {MOST_PSS_KIB}, {woken} context switches in {REST_S} s of {MOST_SWITCHES}")
    return 0 if pss <= MOST_PSS_KIB and woken <= MOST_SWITCHES else 1


if __name__ == "__main__":
    sys.exit(main())
