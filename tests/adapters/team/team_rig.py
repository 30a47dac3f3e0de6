#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team of seven and its keeper, each with a journal and a home of their own, through two months: the real programs, the
clock of the machine turned by faketime. What the report says is computed again by recompute.py from the raw records.
usage: team_rig.py BINARIES"""
import datetime
import json
import os
import pathlib
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

import recompute

BINARIES = pathlib.Path(sys.argv.pop(1)).resolve()
SYSTEMD = pathlib.Path(__file__).resolve().parents[3] / "systemd"
KINDS = ("microbreak", "posture_change", "snack", "mobility", "strength", "breath", "workstation_check", "checkin")
SET_UP = datetime.date(2026, 11, 2)  # a Monday
BOOT = "01234567-89ab-cdef-0123-456789abcdef"
CLOCKS = {"elapsed": {kind: 0 for kind in KINDS}, "desk_today": 0, "waited": 0, "progress": 0, "resting_tail": 0}


def week_of(monday):
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def facts_of(dice, first, weeks):
    """An export of somebody's working weeks: bouts at the desk, and what came of what was due."""
    start = datetime.datetime.combine(first, datetime.time(), datetime.timezone.utc)
    facts, numbers = [], iter(range(1, 100_000))
    habit = dice.random()

    def fact(name, at, **body):
        instant = int((at - start).total_seconds())
        facts.append({"fact": name, "at": at.strftime("%Y-%m-%dT%H:%M:%S+00:00"), "instant": instant, "boot": BOOT, **body})

    for day in range(7 * weeks):
        midnight = start + datetime.timedelta(days=day)
        if midnight.weekday() > 4 or dice.random() < 0.08:
            continue
        for hour in range(9, 9 + dice.randint(5, 8)):
            began = midnight + datetime.timedelta(hours=hour)
            minutes = dice.randint(20, 58)
            cell = {"day": midnight.date().isoformat(), "hour": hour, "working": 60 * minutes - 300, "passive": 180, "resting": 120}
            for kind in ("microbreak", "posture_change", "snack"):
                for _ in range(dice.randint(0, 3)):
                    outcome = "taken" if dice.random() < habit else dice.choice(("partial", "natural", "skipped", "missed", "withdrawn"))
                    why = "meeting" if outcome == "withdrawn" else None
                    fact("outcome", began + datetime.timedelta(minutes=5), id=next(numbers), kind=kind, outcome=outcome, shown=True, why=why)
            fact("bout", began + datetime.timedelta(minutes=minutes), span=next(numbers),
                 posture="standing" if dice.random() < 0.2 else "sitting", began=began.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
                 began_instant=int((began - start).total_seconds()), began_boot=BOOT, end="left", seconds=60 * minutes,
                 working=cell["working"], passive=180, resting=120, keys=None, clicks=None, cells=[cell], clocks=CLOCKS)
    header = {"schema": "poise-journal", "version": 1, "sensitive": False}
    return "".join(json.dumps(line) + "\n" for line in [header, *facts])


class Person:
    def __init__(self, folder, name):
        self.name = name
        self.home = folder / name
        self.home.mkdir()
        self.env = {
            "HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "XDG_DATA_HOME": str(self.home / "data"), "XDG_CONFIG_HOME": str(self.home / "config"),
            "ASAN_OPTIONS": "verify_asan_link_order=0",
        }

    def data(self, *parts):
        return self.home.joinpath("data", "poise", *parts)

    @staticmethod
    def command(at, *words):
        return ["faketime", "-f", at.strftime("@%Y-%m-%d %H:%M:%S"), str(BINARIES / "poise"), *map(str, words)]

    def tries(self, at, *words, text=None):
        return subprocess.run(self.command(at, *words), env=self.env, input=text, capture_output=True, text=True, check=False, timeout=120)

    def does(self, at, *words, text=None):
        done = self.tries(at, *words, text=text)
        if done.returncode != 0:
            raise AssertionError(f"{self.name}: poise {' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


def moment(day, hour=9):
    return datetime.datetime.combine(day, datetime.time(hour))


class ATeam(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="poise-team-rig.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.drop = self.folder / "drop"
        self.keeper = Person(self.folder, "keeper")
        self.people = [Person(self.folder, f"member{i}") for i in range(7)]  # the last one reads the report
        seed = int(os.environ.get("POISE_RIG_SEED", random.randrange(1 << 30)))
        print(f"POISE_RIG_SEED={seed}", file=sys.stderr)
        self.dice = random.Random(seed)
        self.keeper.does(moment(SET_UP), "team", "keeper", "init", "--team", "Support", "--drop", self.drop)

    def enrol_all(self):
        for i, person in enumerate(self.people):
            person.does(moment(SET_UP), "import", "-", text=facts_of(self.dice, SET_UP, 7))
            invitation = self.folder / f"invitation{i}"
            reads = ["--reads"] if person is self.people[-1] else []
            self.keeper.does(moment(SET_UP), "team", "keeper", "invite", "-o", invitation, *reads)
            person.does(moment(SET_UP, 10), "team", "enrol", invitation, "--yes")
        said = self.keeper.does(moment(SET_UP, 11), "team", "keeper", "admit", "--yes")
        self.assertIn("7 members were admitted", said)

    def live(self, weeks):
        """Everybody's timer on every Monday, and the keeper's on Wednesdays."""
        for number in range(1, weeks + 1):
            monday = SET_UP + datetime.timedelta(weeks=number)
            for person in self.people:
                person.tries(moment(monday, 10), "team", "export", "--quiet")
            self.report(monday + datetime.timedelta(days=1))
            self.report(monday + datetime.timedelta(days=2), 13)

    def report(self, day, hour=9, *words):
        return json.loads(self.keeper.does(moment(day, hour), "team", "report", "--format", "json", *words))

    def recomputed(self, week, monday):
        """From the records as they lie at the keeper's, and who they are from."""
        state = json.loads(self.keeper.data("keeper", "state.json").read_text())
        members = []
        for member in state["members"]:
            record = self.keeper.data("keeper", "records", f"{member['member']}-{monday}.json")
            if not member["left"] and member["effective_from"] <= monday.isoformat() and record.exists():
                members.append((json.loads(record.read_text()), member["reader"]))
        return recompute.team_week(week, members, 5), len(members)

    def test_lives_for_two_months(self):
        self.enrol_all()
        self.live(6)
        after = SET_UP + datetime.timedelta(weeks=6, days=2)
        report = self.report(after, 14)
        self.assertEqual([week["week"] for week in report["weeks"]], [f"2026-W{number}" for number in range(50, 44, -1)])
        # New members count from one to four weeks later: nothing before, and all of them in the last weeks.
        self.assertEqual(report["weeks"][-1]["status"], "suppressed")
        for week, number in ((report["weeks"][0], 5), (report["weeks"][1], 4)):
            monday = SET_UP + datetime.timedelta(weeks=number)
            expected, members = self.recomputed(week["week"], monday)
            self.assertEqual(week, expected)
            self.assertEqual(week["status"], "released")
            self.assertGreaterEqual(members, 6)

        # What everybody can see is what the report says, and that it was asked for.
        facts = self.people[0].does(moment(after, 15), "team", "facts")
        self.assertIn(f"The report was asked for {report['reads']} times", facts)
        self.assertIn("1 member of this team reads its report", facts)
        self.assertIn("2026-W50", facts)

        # Somebody leaves: nothing that was told moves, and of their records nothing is left.
        leaver = self.people[2]
        pseudonym = json.loads(leaver.data("team", "membership.json").read_text())["member"]
        leaver.does(moment(after, 16), "team", "leave", "--yes")
        self.assertFalse(leaver.data("team").exists())
        self.assertEqual([name for name in os.listdir(self.drop) if pseudonym in name], [f"{pseudonym}-withdrawal.poise"])
        again = self.report(after, 17)
        self.assertEqual(again["weeks"], report["weeks"])
        self.assertEqual(again["reads"], report["reads"] + 1)
        self.assertEqual([name for name in os.listdir(self.keeper.data("keeper", "records")) if pseudonym in name], [])
        self.assertIn("enabled = false", (leaver.home / "config/poise/poise.toml").read_text())

    def test_nothing_leaves_before_consent(self):
        person, invitation = self.people[0], self.folder / "invitation"
        self.keeper.does(moment(SET_UP), "team", "keeper", "invite", "-o", invitation)
        refused = person.tries(moment(SET_UP), "team", "enrol", invitation)
        self.assertEqual(refused.returncode, 2)  # there is nobody to ask
        self.assertIn("What leaves: one such record a week", refused.stdout)
        self.assertEqual(os.listdir(self.drop), [])
        self.assertFalse(person.data("team").exists())
        self.assertFalse((person.home / "config").exists())
        self.assertEqual(person.tries(moment(SET_UP), "team", "export").returncode, 1)
        # So the timers' units need no condition, which would not know where this person's data lies; and none waits forever.
        for unit in ("poise-team", "poise-team-board"):
            text = (SYSTEMD / f"{unit}.service.in").read_text()
            self.assertRegex(text, r"(?m)^ExecStart=.* --quiet$")
            self.assertNotRegex(text, r"(?m)^Condition")
            self.assertRegex(text, r"(?m)^TimeoutStartSec=")

    def test_commands_at_once_undo_nothing(self):
        invitation, late = self.folder / "invitation", self.folder / "late"
        self.keeper.does(moment(SET_UP), "team", "keeper", "invite", "-o", invitation)
        self.people[0].does(moment(SET_UP), "team", "enrol", invitation, "--yes")
        person, terminal = os.openpty()
        self.addCleanup(os.close, person)
        admitting = self.keeper.command(moment(SET_UP), "team", "keeper", "admit")
        admit = subprocess.Popen(admitting, env=self.keeper.env, stdin=terminal, stdout=terminal, stderr=terminal)
        os.close(terminal)
        said = b""
        while b"Admit " not in said:
            said += os.read(person, 1000)
        # While it waits for the answer.
        inviting = self.keeper.command(moment(SET_UP), "team", "keeper", "invite", "-o", late)
        invite = subprocess.Popen(inviting, env=self.keeper.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        told = invite.stderr.readline()
        os.write(person, b"y\n")
        self.assertEqual((admit.wait(60), invite.wait(60)), (0, 0))
        invite.stderr.close()
        state = json.loads(self.keeper.data("keeper", "state.json").read_text())
        self.assertEqual((len(state["members"]), len(state["invitations"])), (1, 1))
        self.assertIn("this one waits for it", told)

    def test_what_leaves_is_what_is_shown(self):
        self.enrol_all()
        person = self.people[0]
        tuesday = SET_UP + datetime.timedelta(weeks=1, days=1)
        before = person.does(moment(tuesday), "team", "show")
        self.assertIn("Nothing has left this machine but your request", before)
        shown = [line for line in before.splitlines() if "As it is sent: " in line][0].partition("As it is sent: ")[2]
        # While the folder is away the timer waits; by hand it is tried at once.
        backoff = person.data("team", "outbox", "backoff")
        self.drop.rename(self.folder / "away")
        self.assertIn("No such file", person.tries(moment(tuesday), "team", "export", "--quiet").stderr)
        self.assertEqual(backoff.read_text().split()[0], "1")
        backoff.write_text(f"1 {tuesday}T09:59:00+00:00")
        self.assertIn("from 2026-11-10 09:59 on", person.does(moment(tuesday), "team", "export", "--quiet"))
        self.assertIn("No such file", person.tries(moment(tuesday), "team", "export").stderr)
        (self.folder / "away").rename(self.drop)
        person.does(moment(tuesday), "team", "export")
        self.assertEqual(person.does(moment(tuesday), "team", "export"), "Nothing is due.\n")
        self.assertFalse(backoff.exists())
        self.report(tuesday)
        pseudonym = json.loads(person.data("team", "membership.json").read_text())["member"]
        self.assertEqual(self.keeper.data("keeper", "records", f"{pseudonym}-{SET_UP}.json").read_text(), shown)
        self.assertIn(f"Week {week_of(SET_UP)} has left:", person.does(moment(tuesday), "team", "show"))
        # What is erased is erased here, too.
        gone = person.tries(moment(tuesday), "erase", "--all", "--yes")
        self.assertEqual(gone.returncode, 0, gone.stderr)
        self.assertEqual(os.listdir(person.data("team", "outbox")), ["erased"])

    def test_before_a_week_is_closed_there_is_no_figure(self):
        self.enrol_all()
        early = self.keeper.tries(moment(SET_UP + datetime.timedelta(days=8)), "team", "report", "--week", week_of(SET_UP))
        self.assertEqual(early.returncode, 1)
        self.assertIn("week 2026-W45 closes on 2026-11-11 12:00 UTC; before that there is no figure of it", early.stderr)

    def test_files_are_private_and_the_folder_can_only_be_written_into(self):
        self.enrol_all()
        self.assertEqual(stat.S_IMODE(self.drop.stat().st_mode), 0o1733)
        for folder in (self.people[0].data("team"), self.keeper.data("keeper")):
            self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700)
            for file in folder.iterdir():
                if file.is_file():
                    self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file)

    def test_the_page_is_for_its_readers_as_the_umask_says(self):
        for number, (umask, mode) in enumerate(((0o022, 0o644), (0o027, 0o640))):
            page = self.folder / f"page{number}.html"
            before = os.umask(umask)
            try:
                self.keeper.does(moment(SET_UP), "team", "report", "--format", "html", "-o", page)
            finally:
                os.umask(before)
            self.assertEqual(stat.S_IMODE(page.stat().st_mode), mode)
        lead = self.people[-1].tries(moment(SET_UP), "team", "report")
        self.assertEqual(lead.returncode, 1)
        self.assertIn("no team is kept here: its keeper makes the report", lead.stderr)

    def test_the_page_is_a_file_for_its_reader(self):
        self.enrol_all()
        self.live(6)
        page = pathlib.Path(os.environ.get("POISE_TEAM_PAGE", self.folder / "page.html"))
        after = moment(SET_UP + datetime.timedelta(weeks=6, days=3))
        (self.drop / "rubbish").write_text("x")
        said = self.keeper.tries(after, "team", "report", "--format", "html", "-o", page)
        self.assertEqual(said.returncode, 0)
        self.assertIn("rubbish was not taken", said.stderr)
        html = page.read_text()
        self.assertIn("<h1>Team Support, week 2026-W50</h1>", html)
        self.assertNotIn("<script", html)
        csv = self.keeper.does(after, "team", "report", "--format", "csv", "--week", "2026-W50")
        self.assertTrue(csv.startswith("team,week,status,members,figure,value\nSupport,2026-W50,released,'5-9,"))

    def test_poise_says_where_its_team_program_is_missing(self):
        lonely = self.folder / "lonely"
        lonely.mkdir()
        shutil.copy(BINARIES / "poise", lonely / "poise")
        env = {**self.people[0].env, "PATH": str(lonely)}
        said = subprocess.run([lonely / "poise", "team", "show"], env=env, capture_output=True, text=True, check=False)
        self.assertEqual((said.returncode, said.stderr), (1, "poise: poise-team is not installed: it is needed for everything about teams\n"))

    def test_poise_knows_the_words_of_its_team_program(self):
        def words(*command):
            said = subprocess.run(command, env=self.people[0].env, capture_output=True, text=True, check=True).stdout
            return said.partition("Subcommands:")[2]

        # `poise team --help` is poise-team's own; what completion offers is poise's.
        own = words(BINARIES / "poise-team", "--help")
        script = subprocess.run([BINARIES / "poise", "completion", "fish"], env=self.people[0].env, capture_output=True, text=True, check=True).stdout
        begin = r"complete -c poise -n '__poise_said '\''team'\''' -a '"
        offered = [line.removeprefix(begin).partition("'")[0] for line in script.splitlines() if line.startswith(begin)]
        self.assertEqual(sorted(offered), sorted(line.split()[0] for line in own.strip().splitlines() if line.strip()))


if __name__ == "__main__":
    if not shutil.which("faketime"):
        sys.exit("faketime is missing (Debian: faketime)")
    unittest.main()
