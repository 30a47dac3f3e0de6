#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Poise costs beside the other break programs that are installed here: each alone, on a private X server with a bus,
a window manager and a notification daemon, in a home of its own; first with nobody there, then with somebody who presses
two keys a second. Poise is measured with its daemon and tray, as a person sets it up: counting input, defaults else.

Prints each one's figures and what part of the leanest rival's Poise's are, and fails where a budget is passed. Figures of
different runs do not compare: machines are noisy.

usage: rivals.py [--seconds N] [--binaries FOLDER]      FOLDER: of poised and poise-tray, else /usr/bin
"""
import argparse
import glob
import os
import shutil
import subprocess
import sys
import time

sys.path.insert(0, f"{os.path.dirname(os.path.abspath(__file__))}/../tests/support")

from desktop import Desktop
from processes import Screen

RIVALS = {"Workrave": ["workrave"], "Safe Eyes": ["safeeyes"], "RSIBreak": ["rsibreak"], "sane-break": ["sane-break"]}
KEYS_EACH_S = 0.5
QUIET_S = 0.2  # whoever has started does nothing for so long,
NOTHING_MS = 0.5  # or as good as nothing
RETURN_S = 3  # coming back is another event than typing on
# The start is over, with its first windows and the threads that GLib keeps for 15 s, when nobody has gone to sleep for
SETTLED_S = 20
SETTLE_AT_MOST_S = 60  # some never rest
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")

# D: of the leanest rival's, or a count a minute.
BUDGETS = (
    ("PSS", "pss_mib", 1 / 5),
    ("CPU, idle", "idle_cpu_ms", 1 / 10),
    ("CPU, active", "active_cpu_ms", 1 / 10),
    ("start to ready", "ready_ms", 1),
)
# D: a minute, of each program by itself or of both together.
MOST_WAKEUPS = (
    ("poised, nobody there", lambda own: own["idle_wakeups_of"]["poised"], 2),
    ("poise-tray, nobody there", lambda own: own["idle_wakeups_of"]["poise-tray"], 0),
    ("both, typing", lambda own: own["active_wakeups"], 10),
)


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


class Tree:
    """A program and whatever it starts."""

    def __init__(self, roots):
        self.roots = roots
        self.threads = {}

    def pids(self):
        children = {}
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                after_name = read(path).rsplit(")", 1)[1].split()
            except OSError:
                continue
            children.setdefault(int(after_name[1]), []).append(int(path.split("/")[2]))
        pids, open_ends = [], list(self.roots)
        while open_ends:
            pid = open_ends.pop()
            pids.append(pid)
            open_ends += children.get(pid, [])
        return [pid for pid in pids if os.path.exists(f"/proc/{pid}/exe")]

    def measure(self):
        """Milliseconds of CPU, with those of children that have ended; wake-ups of all that are there."""
        pids = self.pids()
        self.threads = {key: seen for key, seen in self.threads.items() if key[0] in pids}
        of_children_ms = 0
        for pid in pids:
            try:
                of_children_ms += sum(int(ticks) for ticks in read(f"/proc/{pid}/stat").rsplit(")", 1)[1].split()[13:15]) * TICK_MS
                for task in glob.glob(f"/proc/{pid}/task/*"):
                    cpu_ms = int(read(f"{task}/schedstat").split()[0]) / 1e6
                    lines = read(f"{task}/status").splitlines()
                    # Whoever waits is switched away from of its own will; the rest is the scheduler's business.
                    wakeups = next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))
                    self.threads[pid, task] = cpu_ms, wakeups  # kept when it ends
            except OSError:
                continue  # it has just ended
        return of_children_ms + sum(cpu for cpu, _ in self.threads.values()), sum(count for _, count in self.threads.values())

    def memory(self):
        """MiB and processes."""
        kib = 0
        pids = self.pids()
        for pid in pids:
            kib += next(int(line.split()[1]) for line in read(f"/proc/{pid}/smaps_rollup").splitlines() if line.startswith("Pss:"))
        return kib / 1024, len(pids)


class Trial(Desktop):
    def __init__(self, screen):
        super().__init__(screen)
        self.env["GSETTINGS_BACKEND"] = "memory"
        self.start(["openbox"])
        self.start_dunst()

    def ready_after_ms(self, tree, began):
        """Until the beginning of the first pause."""
        last_ms, last_change = 0, began
        while (now := time.monotonic()) - last_change < QUIET_S and now - began < 20:
            cpu_ms = tree.measure()[0]
            if cpu_ms - last_ms > NOTHING_MS:
                last_ms, last_change = cpu_ms, now
            time.sleep(0.002)
        return (last_change - began) * 1000

    def type(self, seconds):
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            subprocess.run(["xdotool", "key", "a"], env=self.env, check=True)
            time.sleep(min(left, KEYS_EACH_S))

    def settle(self, trees):
        began = last_change = time.monotonic()
        last = None
        while (now := time.monotonic()) - last_change < SETTLED_S and now - began < SETTLE_AT_MOST_S:
            wakeups = [tree.measure()[1] for tree in trees]
            if wakeups != last:
                last, last_change = wakeups, now
            time.sleep(0.5)

    def minute_of(self, trees, seconds, is_active):
        """Each tree's CPU and wake-ups a minute."""
        if is_active:
            self.type(RETURN_S)
        before = [tree.measure() for tree in trees]
        if is_active:
            self.type(seconds)
        else:
            time.sleep(seconds)
        return [
            [(now - then) * 60 / seconds for now, then in zip(tree.measure(), earlier)]
            for tree, earlier in zip(trees, before)
        ]


def run(commands, seconds):
    """The figures of one contender. What it prints is nobody's business here."""
    screen = Screen()
    trial = Trial(screen)
    try:
        began = time.monotonic()
        programs = [
            subprocess.Popen(command, env=trial.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for command in commands
        ]
        tree = Tree([program.pid for program in programs])
        figures = {"ready_ms": trial.ready_after_ms(tree, began)}
        trees = [Tree([program.pid]) for program in programs]
        trial.settle(trees)
        idle = trial.minute_of(trees, seconds, False)
        figures["idle_cpu_ms"], figures["idle_wakeups"] = map(sum, zip(*idle))
        names = [os.path.basename(command[0]) for command in commands]
        figures["idle_wakeups_of"] = {name: wakeups for name, (_, wakeups) in zip(names, idle)}
        figures["active_cpu_ms"], figures["active_wakeups"] = map(sum, zip(*trial.minute_of(trees, seconds, True)))
        if any(program.poll() is not None for program in programs):
            raise RuntimeError(f"{commands} does not run here")
        figures["pss_mib"], figures["processes"] = tree.memory()
        for program in programs:
            program.terminate()
        for program in programs:
            program.wait(timeout=30)
        return figures
    finally:
        trial.end()
        screen.end()


def row(name, figures):
    return (
        f"{name:12} {figures['pss_mib']:9.1f} {figures['processes']:9d} {figures['idle_cpu_ms']:11.1f} {figures['active_cpu_ms']:8.1f}"
        f" {figures['idle_wakeups']:16.1f} {figures['active_wakeups']:8.1f} {figures['ready_ms']:9.0f}"
    )


def judge(own, rivals):
    """A line for each budget; whether all are kept."""
    is_kept = True
    for label, key, most in BUDGETS:
        leanest = min(rivals, key=lambda name: rivals[name][key])
        part = own[key] / rivals[leanest][key]
        is_kept &= part <= most
        print(f"{label:18} {part:6.3f} of {leanest}'s, budget {most:.3f}{'' if part <= most else '  PASSED'}")
    for label, wakeups_of, most in MOST_WAKEUPS:
        wakeups = wakeups_of(own)
        is_kept &= wakeups <= most
        print(f"wake-ups, {label:25} {wakeups:6.1f} a minute, budget {most}{'' if wakeups <= most else '  PASSED'}")
    return is_kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--binaries", default="/usr/bin")
    options = parser.parse_args()
    contenders = {"Poise": [[f"{options.binaries}/poised"], [f"{options.binaries}/poise-tray"]]}
    contenders |= {name: [command] for name, command in RIVALS.items() if shutil.which(command[0])}
    missing = [name for name in RIVALS if name not in contenders]
    print(f"{'':12} {'PSS MiB':>9} {'processes':>9} {'CPU ms/min':>11} {'active':>8} {'wake-ups/min':>16} {'active':>8} {'ready ms':>9}")
    figures = {}
    for name, commands in contenders.items():
        figures[name] = run(commands, options.seconds)
        print(row(name, figures[name]), flush=True)
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)}")
    rivals = {name: value for name, value in figures.items() if name != "Poise"}
    if not rivals:
        sys.exit("no rival is installed: nothing to compare with")
    sys.exit(0 if judge(figures["Poise"], rivals) else 1)


if __name__ == "__main__":
    main()
