# SPDX-License-Identifier: GPL-3.0-or-later
"""Child processes whose lines of output are the events that a test waits for."""
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
        self.reader = threading.Thread(target=self._read, args=(getattr(self.child, read),), daemon=True)
        self.reader.start()

    def _read(self, stream):
        for line in stream:
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

    def end(self, by=signal.SIGTERM):
        """Its exit code; may be called again."""
        if self.child.poll() is None:
            self.child.send_signal(by)
        try:
            code = self.wait()
        except subprocess.TimeoutExpired:
            self.child.kill()
            raise AssertionError(f"{self.name}: did not end by {by.name}") from None
        self.reader.join(timeout=PATIENCE_S)
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
