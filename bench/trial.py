# SPDX-License-Identifier: GPL-3.0-or-later
"""One contender on a desktop of its own, and what it costs there."""
import glob
import os
import subprocess
import time

from desktop import Desktop
from machine import OwnSystemd

KEYS_EACH_S = 0.5
QUIET_S = 0.2  # whoever has started does nothing for so long,
NOTHING_MS = 0.5  # or as good as nothing
RETURN_S = 3  # coming back is another event than typing on
# The start is over when nobody has gone to sleep for so long: GLib keeps a thread for 15 s, and after 30 s without input
# Poise says that the hands rest, to whoever shows it.
SETTLED_S = 45
SETTLE_AT_MOST_S = 120  # some never rest
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


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

    def begin(self, commands):
        """The pids. What they print is nobody's business here."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.programs = [subprocess.Popen(command, env=self.env, **quiet) for command in commands]
        return [program.pid for program in self.programs]

    def still_runs(self):
        return all(program.poll() is None for program in self.programs)

    def finish(self):
        for program in self.programs:
            program.terminate()
        for program in self.programs:
            program.wait(timeout=30)

    def ready_after_ms(self, tree, began):
        """Until the beginning of the first pause."""
        last_ms, last_change = 0, time.monotonic()
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


class PoiseTrial(Trial):
    def __init__(self, screen, binaries):
        self.binaries = binaries
        super().__init__(screen)

    def settle(self, trees):
        """At the first start the workstation is looked at, once in a life. Not answered, it would be asked again while we measure."""
        self.wait("ConfirmShown", "method_return")
        self.run(f"{self.binaries}/poise", "done")
        super().settle(trees)


class UnderUnits(OwnSystemd, PoiseTrial):
    """Poise as it is unpacked from a package."""

    def __init__(self, screen, root):
        self.units = f"{root}/usr/lib/systemd/user"
        super().__init__(screen, f"{root}/usr/bin")
        self.tell_environment()

    def begin(self, commands):
        self.services = [f"{os.path.basename(command[0])}.service" for command in commands]
        self.run("systemctl", "--user", "start", *self.services)
        return [int(self.run("systemctl", "--user", "show", "-P", "MainPID", service)) for service in self.services]

    def still_runs(self):
        return self.run("systemctl", "--user", "is-active", *self.services).split() == ["active"] * len(self.services)

    def finish(self):
        self.run("systemctl", "--user", "stop", *self.services)
