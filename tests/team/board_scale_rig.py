#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""10,000 members of 1,000 teams and a year of weeks; then ten times as many."""
import collections
import statistics

import board
from board import CLOSED, MONDAY, OPEN, record, text_of
from large_board import MEMBERS, LargeBoard

TEAMS, WEEKS, TIMES = 1000, 52, 10
FROZEN = 4  # weeks by the function; the others of the year are copies of them
REPORT_MS, FREEZE_S = 50, 10
# How much more ten times the members may cost: in pages, which are the same in every run, a level of an index; in time not twice,
# which even a machine that is busy with other things keeps.
PAGES, TIME = 1.25, 2

AS_FROZEN = "ORDER BY 2, 1"  # a week after the other, each of all teams

KIND = "ARRAY[20 + w %% 7, 12, 1, 4, 2 + w %% 7, 1]::smallint[]"
# The last week is still open.
RECORDS = f"""
INSERT INTO poise.member_week SELECT t, date '{MONDAY}' - 7 * w, 'm_' || lpad(to_hex(t * 100 + m), 32, '0'), '2026-11-23', 1, 4,
    {KIND}, {KIND}, 1 + m, 1200 + 5 * m, 300, 1000, '1-4'
    FROM generate_series(%(newest)s, %(oldest)s) w, generate_series(%(first)s, %(last)s) t, generate_series(1, {MEMBERS}) m
"""


class Stopwatch:
    """Of the server's process: how long it was on a processor, whatever else the machine does meanwhile. All is in memory."""

    def __init__(self, connection):
        self.path = f"/proc/{connection.info.backend_pid}/schedstat"

    def read(self):
        with open(self.path, encoding="ascii") as file:
            return int(file.read().split()[0]) / 1e9

    def __enter__(self):
        self.began = self.read()
        return self

    def __exit__(self, *_):
        self.seconds = self.read() - self.began


# ms; how often the yardstick's time, which the same busy machine needs in between, each by its quickest tenth; and how many of
# the board's pages one question looks at.
Cost = collections.namedtuple("Cost", "p95 median yardsticks pages")
YARDSTICK = "SELECT count(*) FROM generate_series(1, 10000)"


class ALargeBoard(LargeBoard):
    def freeze(self, moment, expected):
        self.set_clock(moment)
        with Stopwatch(self.connection) as watch:
            self.do("SELECT poise.freeze_due()")
        self.assertEqual(self.cursor.fetchone()[0], expected)
        return watch.seconds

    def pages_looked_at(self):
        """By this connection since the server last took stock, which it does between transactions only."""
        self.do("SELECT sum(pg_stat_get_xact_blocks_fetched(oid)) FROM pg_class WHERE relnamespace = 'poise'::regnamespace")
        return int(self.cursor.fetchone()[0])

    def asked(self, logins, group, question):
        """What each of them was answered, and what it cost."""
        answers, times, yardsticks, pages = [], [], [], 0
        for login in logins:
            self.do(f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{login}') THEN CREATE ROLE {login} IN ROLE {group};"
                    " END IF; END $$")
        for login in logins:
            self.do("BEGIN")
            before = self.pages_looked_at()
            self.do(f"SET SESSION AUTHORIZATION {login}")
            with Stopwatch(self.connection) as watch:
                self.do(f"SELECT {question}")
                answers.append(self.cursor.fetchone()[0])
            times.append(1000 * watch.seconds)
            self.do("RESET SESSION AUTHORIZATION")
            pages += self.pages_looked_at() - before
            self.do("COMMIT")
            with Stopwatch(self.connection) as watch:
                self.do(YARDSTICK)
            yardsticks.append(1000 * watch.seconds)
        relative = sorted(times)[len(times) // 10] / sorted(yardsticks)[len(times) // 10]
        return answers, Cost(statistics.quantiles(times, n=20)[-1], statistics.median(times), relative, pages / len(times))

    def report_times(self, teams, count=300):
        """Of a whole year each, by as many leads."""
        leads = [f"lead_{1 + i * 7919 % teams}" for i in range(count)]
        reports, times = self.asked(leads, "poise_reader", "poise.team_report(NULL, NULL)")
        for report in reports:
            self.assertEqual(len(report["weeks"]), WEEKS)
            self.assertEqual(report["weeks"][0]["status"], "released")
        return times

    def publish_times(self, last_team, revision=2, count=300):
        """Of the week that is open, by members of the newest teams: a search through all finds them last."""
        members = [board.member(team * 100 + 1) for team in range(last_team, last_team - count, -1)]
        answers, times = self.asked(members, "poise_member", f"poise.publish_week('{text_of(record(revision=revision))}')")
        self.assertEqual(set(answers), {"accepted"})
        return times

    def test_answers_ten_times_the_members_as_fast(self):
        with Stopwatch(self.connection) as load:
            self.add_teams(1, TEAMS)
            self.do(RECORDS, newest=0, oldest=WEEKS - 1, first=1, last=TEAMS)
        self.do("SELECT count(*) FROM poise.member_week")
        rows = self.cursor.fetchone()[0]
        self.assertEqual(rows, TEAMS * MEMBERS * WEEKS)
        self.do("ANALYZE")
        self.do(f"UPDATE poise.team SET since = date '{MONDAY}' - 7 * {FROZEN}")
        some_weeks = self.freeze("2026-11-18 12:00Z", TEAMS * FROZEN)
        self.do(f"INSERT INTO poise.team_week SELECT team_id, monday - 7 * {FROZEN} * k, status, members, figures FROM poise.team_week,"
                f" generate_series(1, {WEEKS // FROZEN}) k WHERE monday - 7 * {FROZEN} * k > date '{MONDAY}' - 7 * {WEEKS} {AS_FROZEN}")
        self.set_clock(OPEN)
        publish = self.publish_times(TEAMS)
        one_week = self.freeze(CLOSED, TEAMS)
        report = self.report_times(TEAMS)
        print(f"on the processor: {TEAMS * MEMBERS} members, {rows} records loaded in {load.seconds:.1f} s, {FROZEN} weeks frozen in {some_weeks:.1f} s, one in"
              f" {one_week:.2f} s; a lead's year: median {report.median:.2f} ms, p95 {report.p95:.2f} ms; a week published: median {publish.median:.2f} ms",
              flush=True)
        self.assertLess(report.p95, REPORT_MS)
        self.assertLess(one_week, FREEZE_S)

        # Ten times the members. Their records are of eight weeks: more are not kept (retain.sql).
        self.add_teams(TEAMS + 1, TIMES * TEAMS)
        self.do(RECORDS, newest=0, oldest=7, first=TEAMS + 1, last=TIMES * TEAMS)
        self.do(f"INSERT INTO poise.team_week SELECT team_id + {TEAMS} * k, monday, status, members, figures FROM poise.team_week,"
                f" generate_series(1, {TIMES - 1}) k WHERE monday < '{MONDAY}' {AS_FROZEN}")
        self.do("ANALYZE")
        self.set_clock(OPEN)
        large_publish = self.publish_times(TIMES * TEAMS)
        self.do("ALTER TABLE poise.login DROP CONSTRAINT login_pkey; ALTER TABLE poise.member DROP CONSTRAINT member_pkey")
        slow_publish = self.publish_times(TIMES * TEAMS, revision=3, count=10)
        large_week = self.freeze(CLOSED, (TIMES - 1) * TEAMS)
        large_report = self.report_times(TIMES * TEAMS)
        growths = [(large.yardsticks / small.yardsticks, large.pages / small.pages)
                   for large, small in ((large_report, report), (large_publish, publish))]
        print(f"{TIMES * TEAMS * MEMBERS} members: one week of {(TIMES - 1) * TEAMS} teams frozen in {large_week:.2f} s; a lead's year: median"
              f" {large_report.median:.2f} ms, p95 {large_report.p95:.2f} ms; against a tenth of the members, in time and in pages: a report"
              " {:.2f} and {:.2f}, a week published {:.2f} and {:.2f}".format(*growths[0], *growths[1]), flush=True)
        self.assertLess(large_report.p95, REPORT_MS)
        self.assertLess(large_week, FREEZE_S)
        for in_time, pages in growths:
            self.assertLess(in_time, TIME)
            self.assertLess(pages, PAGES)
        # Their proof: without the keys that they are found by, the same questions take far longer and look at far more.
        self.do("ALTER TABLE poise.team_week DROP CONSTRAINT team_week_pkey")
        slow_report = self.report_times(TIMES * TEAMS, count=4)
        for slow, quick in ((slow_publish, publish), (slow_report, report)):
            self.assertGreater(slow.yardsticks / quick.yardsticks, TIME)
            self.assertGreater(slow.pages / quick.pages, PAGES)


if __name__ == "__main__":
    board.main()
