#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal under attack while the whole of Poise goes on: full, read-only, failing and vanishing disks, a lock that
somebody else holds, damage, a torn WAL, a newer schema, a second daemon; and what an erasure leaves behind.

The mounts are this rig's own: it starts itself again in a mount namespace that ends with it."""
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys

import rig
from processes import PATIENCE_S
from rig import MICROBREAKS, Rig

PAGE = 4096
NOTES = 4000  # facts of an earlier life, some hundred pages
SECRET = "xylophonic"  # a word that is nowhere unless somebody wrote it


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


class Attack(Rig):
    def setUp(self):
        super().setUp()
        self.taken = []
        self.folder = os.path.dirname(self.session.journal_path)
        os.makedirs(self.folder, mode=0o755)

    def given_disk(self, size):
        mount("-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", self.folder)
        self.addCleanup(subprocess.run, ["umount", "--lazy", self.folder], check=True)

    def given_breaks(self):
        """Somebody who is asked every few seconds, and has done it every time."""
        self.given_poise(**MICROBREAKS)
        self.takes_a_break()

    def takes_a_break(self):
        prompt = self.session.prompt_shown("microbreak")
        self.session.poise("done")
        self.assertEqual(self.session.prompt_ended(), (prompt["id"], "taken"))
        self.taken.append((prompt["id"], "microbreak", "taken"))

    def is_told(self, notice):
        return self.session.wait("Notice", "signal", lambda args: args[0] == notice)["args"][2]

    def assert_trouble(self, trouble):
        """Told, in status, in doctor; and the person is asked all the same."""
        self.assertIn(trouble, self.is_told("journal_trouble"))
        self.takes_a_break()
        journal = self.session.status()["journal"]
        self.assertEqual(journal["trouble"], trouble)
        self.assertGreater(journal["waiting"], 0)
        doctor = json.loads(self.session.try_poise("doctor", "--json").stdout)
        self.assertIn(trouble, json.dumps(doctor))
        self.takes_a_break()

    def assert_nothing_lost(self):
        """When the trouble has ended: what waited is written, and a daemon that dies knows of it."""
        self.assertIn("Nothing is lost", self.is_told("journal_well_again"))
        journal = self.session.status()["journal"]
        self.assertEqual((journal["trouble"], journal["waiting"], journal["dropped"]), (None, 0, 0))
        self.takes_a_break()
        self.session.stop_daemon(signal.SIGKILL)
        self.assert_outcomes(*self.taken)
        self.session.start_daemon()
        self.session.wait("RegisterPresenter", "method_return")
        self.takes_a_break()
        self.session.stop_daemon()
        self.assert_outcomes(*self.taken)

    def given_earlier_life(self):
        """A journal of some hundred pages, and no daemon."""
        self.given_breaks()
        self.session.stop_daemon()
        database = sqlite3.connect(self.session.journal_path)
        row = database.execute("SELECT instant_ms, boot, utc_ms, offset_s, day FROM fact ORDER BY seq DESC").fetchone()
        notes = [(*row, json.dumps({"notice": f"note {i} {'.' * 100}"})) for i in range(NOTES)]
        sql = "INSERT INTO fact(fact, instant_ms, boot, utc_ms, offset_s, day, body) VALUES('notice', ?, ?, ?, ?, ?, ?)"
        database.executemany(sql, notes)
        database.commit()
        database.close()

    def start_again(self):
        self.session.start_daemon()
        self.session.wait("RegisterPresenter", "method_return")

    def refused(self, *arguments, exit_code=4, bus=()):
        """A daemon that will not start: what it says, in one line."""
        command = [*bus, f"{self.session.binaries}/poised", *arguments]
        done = subprocess.run(
            command, env=self.session.env, text=True, capture_output=True, timeout=PATIENCE_S, check=False
        )
        said = [line for line in done.stderr.splitlines() if not line.startswith("dbus-daemon")]
        self.assertEqual((done.returncode, len(said)), (exit_code, 1), done.stderr)
        return said[0]

    def bytes_in_folder(self):
        found = {}
        for name in os.listdir(self.folder):
            with open(f"{self.folder}/{name}", "rb") as file:
                found[name] = file.read()
        return found


class ADisk(Attack):
    def test_that_is_full(self):
        self.given_disk("1m")
        self.given_breaks()
        with open(f"{self.folder}/filler", "wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * PAGE):
                    pass
            except OSError:
                pass
        self.assert_trouble("the disk is full")
        os.remove(f"{self.folder}/filler")
        self.assert_nothing_lost()

    def test_that_is_read_only(self):
        self.given_breaks()
        self.session.stop_daemon()
        mount("--bind", self.folder, self.folder)
        self.addCleanup(subprocess.run, ["umount", "--lazy", self.folder], stderr=subprocess.DEVNULL, check=False)
        mount("-o", "remount,bind,ro", self.folder)
        self.start_again()
        self.assert_trouble("the journal cannot be opened: Read-only file system")
        subprocess.run(["umount", self.folder], check=True)
        self.assert_nothing_lost()

    def test_that_reports_errors(self):
        self.given_configuration(**MICROBREAKS)
        self.given_desktop()
        command = ["env", "--ignore-signal=XFSZ", f"{self.session.binaries}/poised"]
        self.session.daemon = self.session.start(command, read="stderr")
        self.session.name_appears("org.poise.Daemon1")
        self.session.start_tray()
        self.takes_a_break()
        unlimited = resource.prlimit(self.session.daemon.pid, resource.RLIMIT_FSIZE)
        written = os.path.getsize(f"{self.session.journal_path}-wal")
        resource.prlimit(self.session.daemon.pid, resource.RLIMIT_FSIZE, (written, unlimited[1]))
        self.assert_trouble("the disk reports an error for the journal")
        resource.prlimit(self.session.daemon.pid, resource.RLIMIT_FSIZE, unlimited)
        self.assert_nothing_lost()


class AnotherProgram(Attack):
    def test_that_holds_a_lock(self):
        self.given_breaks()
        other = sqlite3.connect(self.session.journal_path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        self.assert_trouble("another program has locked the journal")
        other.execute("ROLLBACK")
        other.close()
        self.assert_nothing_lost()

    def test_that_holds_a_lock_at_the_start_unlocks_exercise_for_no_longer(self):
        self.given_breaks()
        self.session.poise("screen", "--flag", "chest_pressure")
        self.session.poise("guide", "programme", "stenosis")
        self.session.stop_daemon()
        other = sqlite3.connect(self.session.journal_path, isolation_level=None)
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        self.start_again()
        self.is_told("journal_trouble")
        other.close()
        self.is_told("seek_emergency_care")
        self.assertTrue(self.session.status()["exercise_off"])
        self.assertEqual([fact["driver"] for fact in self.session.facts("driver")], ["stenosis", "stenosis"])

    def test_that_takes_the_folder_away(self):
        self.given_breaks()
        self.assertEqual(os.stat(self.folder).st_mode & 0o777, 0o700, "whoever made it")
        shutil.rmtree(self.folder)
        told = self.is_told("journal_gone")
        self.assertIn(self.session.journal_path, told)
        before = len(self.taken)
        self.takes_a_break()
        self.takes_a_break()
        self.assertIsNone(self.session.status()["journal"]["trouble"])
        self.session.stop_daemon(signal.SIGKILL)
        # The prompt at which it was noticed is whole or not at all; those after it are.
        self.assertEqual(self.session.outcomes()[-2:], self.taken[before:])
        self.assertEqual(os.stat(self.folder).st_mode & 0o777, 0o700)

    def test_that_is_a_second_daemon(self):
        self.given_breaks()
        self.assertIn("is another poised running?", self.refused(exit_code=1))
        self.refused("--journal", f"{self.folder}/other.db", exit_code=1)
        self.assertFalse(os.path.exists(f"{self.folder}/other.db"), "it had no name and made a journal all the same")
        elsewhere = ("dbus-run-session", "--")  # of the same person, who has logged in twice
        self.assertIn("another poised keeps this journal already", self.refused(bus=elsewhere))
        self.takes_a_break()
        self.assert_outcomes(*self.taken)


class AJournal(Attack):
    def test_with_a_bad_page_is_saved_but_for_that_page(self):
        self.given_earlier_life()
        with open(self.session.journal_path, "r+b") as file:
            pages = os.path.getsize(self.session.journal_path) // PAGE
            leaves = [i for i in range(pages) if self.is_leaf_of_notes(file, i)]
            self.assertGreater(len(leaves), 50)
            file.seek(leaves[20] * PAGE)
            file.write(b"\xff" * PAGE)
        self.start_again()
        told = self.is_told("journal_recovered")
        saved = len(self.session.facts())
        self.assertRegex(told, r"^Your journal was damaged. \d+ entries were saved, at least \d+ are lost; ")
        self.takes_a_break()
        self.assertEqual(self.session.outcomes(), self.taken)
        notes = len(self.session.facts("notice"))
        self.assertTrue(NOTES - 60 < notes < NOTES, notes)
        (damaged,) = [name for name in os.listdir(self.folder) if ".damaged-" in name and name.endswith("Z")]
        self.assertIn(damaged, told)
        self.assertGreater(saved, notes)

    def is_leaf_of_notes(self, file, number):
        file.seek(number * PAGE)
        page = file.read(PAGE)
        return page[0] == 0x0D and b'{"notice": "note' in page

    def test_whose_wal_is_torn_has_lost_only_what_was_being_written(self):
        self.given_breaks()
        self.session.stop_daemon(signal.SIGKILL)
        whole = self.session.facts()
        wal = f"{self.session.journal_path}-wal"
        os.truncate(wal, os.path.getsize(wal) - 100)
        with open(wal, "ab") as file:
            file.write(os.urandom(50))
        torn = self.session.facts()
        self.assertTrue(0 < len(whole) - len(torn) <= 2, (whole, torn))
        self.assertEqual(torn, whole[: len(torn)])
        self.start_again()
        self.assertEqual(self.session.facts()[: len(torn)], torn)
        self.assertIsNone(self.session.status()["journal"]["trouble"])
        self.session.prompt_shown("microbreak")
        self.assertFalse([name for name in os.listdir(self.folder) if ".damaged-" in name])

    def test_of_a_newer_poise_is_refused_and_not_touched(self):
        self.given_breaks()
        self.session.stop_daemon()
        database = sqlite3.connect(self.session.journal_path)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version={version + 1}")
        database.execute("CREATE TABLE of_tomorrow(x)")
        database.commit()
        database.close()
        before = self.bytes_in_folder()
        refusal = self.refused()
        self.assertIn(f"written by a newer Poise (schema {version + 1}, this one knows {version})", refusal)
        self.assertEqual(self.bytes_in_folder(), before)


class AnErasure(Attack):
    def given_secret_everywhere(self):
        """A word in the journal, its WAL, a backup of an earlier schema and a damaged copy."""
        self.given_breaks()
        self.session.poise("task", SECRET)
        for copy in (".backup-v0", ".damaged-20200101T000000Z", ".recovered.part"):
            shutil.copy(self.session.journal_path, f"{self.session.journal_path}{copy}")
            shutil.copy(f"{self.session.journal_path}-wal", f"{self.session.journal_path}{copy}-wal")
        self.session.poise("task", f"{SECRET} again")
        self.assertTrue([name for name in self.with_secret() if name.endswith("poise.db-wal")])

    def with_secret(self):
        return [name for name, content in self.bytes_in_folder().items() if SECRET.encode() in content]

    def erase(self, before):
        where = ["org.poise.Daemon1", "/org/poise/Daemon1", "org.poise.Daemon1"]
        self.session.run("busctl", "--user", "call", *where, "Erase", "s", before)

    def test_of_everything_leaves_no_trace_in_any_file(self):
        self.given_secret_everywhere()
        self.erase("")
        self.assertEqual(self.with_secret(), [])
        self.session.stop_daemon()
        self.assertEqual(self.with_secret(), [])
        self.assertEqual(self.session.facts("key_task"), [])

    def test_of_the_days_before_a_day_leaves_no_trace_of_them(self):
        self.given_secret_everywhere()
        self.session.stop_daemon()
        self.move_tasks_to("2001-01-01")
        self.start_again()
        self.erase("2002-01-01")
        self.assertEqual(self.with_secret(), [])
        self.takes_a_break()
        self.assertEqual(self.session.outcomes(), self.taken)
        self.session.stop_daemon(signal.SIGKILL)
        self.assertEqual(self.with_secret(), [])

    def move_tasks_to(self, day):
        database = sqlite3.connect(self.session.journal_path)
        database.execute("UPDATE fact SET day=? WHERE fact='key_task'", (day,))
        database.commit()
        database.close()


def enter_private_mounts():
    if os.environ.get("POISE_RIG_MOUNTS") == "private":
        return
    as_whom = [] if os.geteuid() == 0 else ["--map-root-user"]
    command = ["unshare", "--mount", *as_whom, "--propagation", "private", "--"]
    os.environ["POISE_RIG_MOUNTS"] = "private"
    os.execvp("unshare", [*command, sys.executable, "-B", *sys.argv])


if __name__ == "__main__":
    enter_private_mounts()
    rig.main()
