# SPDX-License-Identifier: GPL-3.0-or-later
"""Child processes whose lines of output are the events that a test waits for."""
import contextlib
import glob
import json
import os
import queue
import re
import signal
import subprocess
import threading
import time

PATIENCE_S = 30  # for an event that must come; far longer than it ever takes
# Several harmless lines at every start.
NOISY = {"busctl", "dbus-daemon", "kwin_wayland", "mutter", "sway", "Xvfb"}


def eventually(what, look, holds=bool, patience_s=PATIENCE_S):
    """For what no message tells: looks until it holds. What was seen then."""
    deadline = time.monotonic() + patience_s
    while not holds(seen := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain for {what}; seen at last: {str(seen)[:2000]}")
        time.sleep(0.05)
    return seen


def writers_to(stream):
    """Who else holds this pipe: by their numbers, what they are and in which call of the kernel they wait."""
    pipe = os.readlink(f"/proc/self/fd/{stream.fileno()}")
    found = {}
    for folder in glob.glob("/proc/[0-9]*"):
        with contextlib.suppress(OSError):  # it has gone, or is not ours
            if folder != f"/proc/{os.getpid()}" and pipe in map(os.readlink, glob.glob(f"{folder}/fd/*")):
                words = []
                for name in ("cmdline", "syscall"):
                    with open(f"{folder}/{name}", encoding="utf-8", errors="replace") as file:
                        words.append(file.read().replace("\0", " ").strip())
                found[int(os.path.basename(folder))] = " ".join(words)
    return found


class Process:
    """A child whose lines of output are events; ended with the test."""

    def __init__(self, command, env, stdin=None, read="stdout"):
        streams = {"stdout": subprocess.DEVNULL, "stderr": None, "stdin": stdin or subprocess.DEVNULL}
        streams[read] = subprocess.PIPE
        if NOISY & {os.path.basename(word) for word in command[:3]}:
            streams["stderr"] = subprocess.DEVNULL
        self.name = os.path.basename(command[1] if command[0] == "/usr/bin/python3" else command[0])
        # Not even a test run that is killed leaves anything running.
        command = ["setpriv", "--pdeathsig", "KILL", *command]
        self.child = subprocess.Popen(command, env=env, text=True, **streams)
        self.lines = queue.Queue()
        self.stream = getattr(self.child, read)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.stream:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    @property
    def pid(self):
        return self.child.pid

    def line(self, what, patience_s=PATIENCE_S):
        try:
            line = self.lines.get(timeout=max(patience_s, 0))
        except queue.Empty:
            raise AssertionError(f"{self.name}: waited in vain for {what}") from None
        if line is None:
            raise AssertionError(f"{self.name}: ended while waiting for {what}")
        return line

    def voluntary_switches(self):
        """How often it has gone to sleep of its own accord."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            return int(re.search(r"(?m)^voluntary_ctxt_switches:\s*(\d+)", file.read()).group(1))

    def runs_on_for(self, length_s):
        """For proving that nothing happens."""
        try:
            raise AssertionError(f"{self.name}: ended with {self.child.wait(timeout=length_s)}")
        except subprocess.TimeoutExpired:
            pass

    def tell(self, command):
        self.child.stdin.write(json.dumps(command) + "\n")
        self.child.stdin.flush()

    def wait(self):
        """Until it ends by itself; its exit code."""
        return self.child.wait(timeout=PATIENCE_S)

    def _end_what_is_left(self):
        """What a bus has started holds its pipe, which cannot be closed before: at-spi2-registryd stays for ever where
        the session's bus goes while it starts. Poise's own programs have to end by themselves."""
        deadline = time.monotonic() + PATIENCE_S
        while self.reader.is_alive():
            left = writers_to(self.stream)
            late = [what for what in left.values() if os.path.basename(what.split(" ")[0]).startswith("poise")]
            patient = time.monotonic() < deadline
            for pid, what in left.items():
                if not (patient and what in late):
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
            if late and not patient:
                raise AssertionError(f"{self.name}: has ended, but these that it started have not: {late}")
            self.reader.join(timeout=0.05)

    def end(self, by=signal.SIGTERM):
        """Its exit code; may be called again."""
        if self.child.poll() is None:
            self.child.send_signal(by)
        try:
            code = self.wait()
        except subprocess.TimeoutExpired:
            self.child.kill()
            raise AssertionError(f"{self.name}: did not end by {by.name}") from None
        self._end_what_is_left()
        for stream in (self.child.stdin, self.child.stdout, self.child.stderr):
            if stream:
                stream.close()
        return code


class Screen:
    """One Xvfb for all tests of a run."""

    def __init__(self, size="800x600"):
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        self.server = Process(command, dict(os.environ))
        self.display = ":" + self.server.line("the number of the display")

    def end(self):
        self.server.end()
