#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Poise costs beside the other break programs that are installed here: each alone, on a private X server with a bus,
a window manager and a notification daemon, in a home of its own; first with nobody there, then with somebody who presses
two keys a second. Poise is measured with its daemon and tray, as a person sets it up: counting input, defaults else; where
this is run by root with a package, as the package brings it, under its units and a systemd of the person's own.

Prints each one's figures and what part of the leanest rival's Poise's are, and fails where a budget is passed. Figures of
different runs do not compare: machines are noisy.

usage: rivals.py [--seconds N] [--package FILE | --binaries FOLDER]      FOLDER: of poised and poise-tray, else /usr/bin
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, f"{HERE}/../tests/support")

from machine import run_in_view
from processes import Screen
from trial import PoiseTrial, Tree, Trial, UnderUnits

RIVALS = {"Workrave": ["workrave"], "Safe Eyes": ["safeeyes"], "RSIBreak": ["rsibreak"], "sane-break": ["sane-break"]}
# Homes are in memory: whoever waits for a disk sleeps and is woken too, as often as that disk is busy with others.
MEMORY = "/dev/shm"

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


def run(commands, seconds, trial_on):
    """The figures of one contender."""
    screen = Screen()
    trial = trial_on(screen)
    try:
        began = time.monotonic()
        pids = trial.begin(commands)
        tree = Tree(pids)
        figures = {"ready_ms": trial.ready_after_ms(tree, began)}
        trees = [Tree([pid]) for pid in pids]
        trial.settle(trees)
        idle = trial.minute_of(trees, seconds, False)
        figures["idle_cpu_ms"], figures["idle_wakeups"] = map(sum, zip(*idle))
        names = [os.path.basename(command[0]) for command in commands]
        figures["idle_wakeups_of"] = {name: wakeups for name, (_, wakeups) in zip(names, idle)}
        figures["active_cpu_ms"], figures["active_wakeups"] = map(sum, zip(*trial.minute_of(trees, seconds, True)))
        if not trial.still_runs():
            raise RuntimeError(f"{commands} does not run here")
        figures["pss_mib"], figures["processes"] = tree.memory()
        trial.finish()
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
    """A line for each budget; whether all are kept. Without a rival those that need one are left out."""
    is_kept = True
    for label, key, most in BUDGETS if rivals else ():
        leanest = min(rivals, key=lambda name: rivals[name][key])
        part = own[key] / rivals[leanest][key]
        is_kept &= part <= most
        print(f"{label:18} {part:6.3f} of {leanest}'s, budget {most:.3f}{'' if part <= most else '  OVER'}")
    for label, wakeups_of, most in MOST_WAKEUPS:
        wakeups = wakeups_of(own)
        is_kept &= wakeups <= most
        print(f"wake-ups, {label:25} {wakeups:6.1f} a minute, budget {most}{'' if wakeups <= most else '  OVER'}")
    return is_kept


def go_on_under_systemd(options):
    """As somebody else, on a view of the machine where systemd is at home."""
    with tempfile.TemporaryDirectory(prefix="poise-bench.") as stage:
        os.chmod(stage, 0o755)
        for folder in ("tests/support", "bench"):
            shutil.copytree(f"{HERE}/../{folder}", f"{stage}/{folder}", ignore=shutil.ignore_patterns("__pycache__"))
        subprocess.run(["dpkg-deb", "-x", options.package, f"{stage}/root"], check=True)
        itself = ["/usr/bin/python3", "-B", "bench/rivals.py", "--seconds", str(options.seconds), "--unpacked", f"{stage}/root"]
        itself += ["--alone"] if options.alone else []
        return run_in_view(stage, *itself, patience_s=3600)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--alone", action="store_true", help="Poise without its rivals: how often it wakes up")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--binaries", default="/usr/bin")
    where.add_argument("--package")
    where.add_argument("--unpacked", help=argparse.SUPPRESS)
    options = parser.parse_args()
    tempfile.tempdir = MEMORY
    if options.package:
        sys.exit(go_on_under_systemd(options))
    if options.unpacked:
        options.binaries = f"{options.unpacked}/usr/bin"
    contenders = {"Poise": [[f"{options.binaries}/poised"], [f"{options.binaries}/poise-tray"]]}
    wanted = {} if options.alone else RIVALS
    contenders |= {name: [command] for name, command in wanted.items() if shutil.which(command[0])}
    missing = [name for name in wanted if name not in contenders]
    print(f"{'':12} {'PSS MiB':>9} {'processes':>9} {'CPU ms/min':>11} {'active':>8} {'wake-ups/min':>16} {'active':>8} {'ready ms':>9}")
    figures = {}

    def trial_of_poise(screen):
        return UnderUnits(screen, options.unpacked) if options.unpacked else PoiseTrial(screen, options.binaries)

    for name, commands in contenders.items():
        figures[name] = run(commands, options.seconds, trial_of_poise if name == "Poise" else Trial)
        print(row(name, figures[name]), flush=True)
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)}")
    rivals = {name: value for name, value in figures.items() if name != "Poise"}
    if wanted and not rivals:
        sys.exit("no rival is installed: nothing to compare with")
    sys.exit(0 if judge(figures["Poise"], rivals) else 1)


if __name__ == "__main__":
    main()
