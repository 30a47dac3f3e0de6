#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What poise-tray costs while nothing happens, measured after it has shown a prompt and a notice, and its icon and menu in a
real panel, which is when every library that it will ever need is loaded."""
import argparse
import glob
import sys
import time

from panel_desktop import WATCHER, PanelDesktop
from processes import Screen, eventually

REST_S = 10
MOST_PSS_KIB = 3072
MOST_SWITCHES = 1

PROMPT = {"id": 1, "kind": "snack", "phase": "offered", "title": "Move", "text": "Two minutes.", "start_label": "Start"}


def pss_kib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def switches(pid):
    """Of each of its threads, willing and unwilling."""
    of_threads = {}
    for status in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(status, encoding="ascii") as file:
            of_threads[status] = sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
    return of_threads


def lends_a_thread(pid):
    """GLib keeps a thread that has nothing left to do for some seconds, and then wakes to end it."""
    for name in glob.glob(f"/proc/{pid}/task/*/comm"):
        with open(name, encoding="ascii") as file:
            thread = file.read().strip()
            if thread.startswith("pool-") and thread != "pool-spawner":  # which sleeps for ever
                return True
    return False


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
    desktop.start_panel()
    desktop.wait("RegisterStatusNotifierItem", "method_return")
    desktop.about_to_show()
    assert "About Poise" in desktop.menu() and desktop.icon("ToolTip")
    desktop.wait("Get", where=lambda args: args == [WATCHER, "RegisteredStatusNotifierItems"])  # its only look
    return tray


def woken_at_rest(desktop, tray):
    """On a loaded machine the last message comes late, and with it a thread: then it was not at rest yet."""
    for _ in range(3):
        eventually("the end of a thread", lambda: not lends_a_thread(tray.pid))
        time.sleep(1)  # its threads finish what the last message began
        before = switches(tray.pid)
        time.sleep(REST_S)
        after = switches(tray.pid)
        if after.keys() == before.keys():
            return sum(after.values()) - sum(before.values())
    raise AssertionError("threads begin and end all the time")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tray", required=True)
    screen = Screen()
    desktop = PanelDesktop(parser.parse_args().tray, screen)
    try:
        tray = given_at_rest(desktop)
        woken = woken_at_rest(desktop, tray)
        pss = pss_kib(tray.pid)
    finally:
        desktop.end()
        screen.end()
    print(f"at rest: {pss} KiB PSS of {MOST_PSS_KIB}, {woken} context switches in {REST_S} s of {MOST_SWITCHES}")
    return 0 if pss <= MOST_PSS_KIB and woken <= MOST_SWITCHES else 1


if __name__ == "__main__":
    sys.exit(main())
