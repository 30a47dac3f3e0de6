#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks on a team's privacy, with what an attacker would use: psql, a stolen certificate, another server. Each is stopped,
and each is seen to succeed once the guard that stops it is taken away: else the test would prove nothing.
"""
import board
from board import Board, member, record, text_of
from private_postgres import psycopg2

TABLES = ("installation", "team", "login", "member", "team_reader", "invitation", "member_week", "team_week", "audit")
PARTITION = "poise.member_week_2026"
OPEN_AGAIN = "2026-11-24 12:00Z"
RECORDS = "SELECT count(*) FROM poise.member_week"


class ALead(Board):
    """anna, who reads the report of Support, and would like to know more. Design has four members: suppressed."""

    def setUp(self):
        super().setUp()
        for number in (*range(1, 7), *range(11, 15)):
            self.assertEqual(self.publish(number), "accepted")

    def test_reads_no_table(self):
        for table in TABLES:
            self.assert_refused("anna", f"SELECT * FROM poise.{table}")
            self.assert_refused("anna", f"DELETE FROM poise.{table}")
        self.do("GRANT SELECT ON poise.member_week TO poise_reader")
        self.assert_answer("anna", RECORDS, "0")  # the second wall: row level security
        self.do("ALTER TABLE poise.member_week DISABLE ROW LEVEL SECURITY")
        self.assert_answer("anna", RECORDS, "10")

    def test_reads_no_partition(self):
        """The rules of a table are not asked where one of its partitions is read; so each has its own."""
        self.assert_refused("anna", f"SELECT * FROM {PARTITION}")
        self.do(f"GRANT SELECT ON {PARTITION} TO poise_reader")
        self.assert_answer("anna", f"SELECT count(*) FROM {PARTITION}", "0")
        self.do(f"ALTER TABLE {PARTITION} DISABLE ROW LEVEL SECURITY")
        self.assert_answer("anna", f"SELECT count(*) FROM {PARTITION}", "10")

    def test_reads_no_view(self):
        """There is none: a view that hides small teams shows them to whoever asks it cleverly."""
        self.assertEqual(self.do("SELECT count(*) FROM pg_views WHERE schemaname = 'poise'"), "0")
        self.do("CREATE VIEW poise.big_teams AS SELECT team_id, sitting_min FROM poise.member_week w"
                " WHERE (SELECT count(*) FROM poise.member_week o WHERE o.team_id = w.team_id) >= 5;"
                " GRANT SELECT ON poise.big_teams TO poise_reader")
        self.assert_answer("anna", "SELECT count(*) FROM poise.big_teams WHERE team_id = 2", "0")
        # An error of a row that is never shown: somebody of Design has sat for 1200 minutes.
        guess = "SELECT * FROM poise.big_teams WHERE team_id = 2 AND 1 / (sitting_min - {}) > 0"
        self.assert_answer("anna", guess.format(1205), "")
        self.assert_refused("anna", guess.format(1200), "division by zero")
        # And a plan that says how many were left out.
        plan, _ = self.psql("anna", "EXPLAIN (ANALYZE, COSTS OFF) SELECT * FROM poise.big_teams")
        self.assertIn("Rows Removed by Filter: 4", plan)

    def test_learns_nothing_from_a_plan(self):
        """A function is a closed box to EXPLAIN. (The view of the test before is an open one.)"""
        self.freeze()
        plan, complaint = self.psql("anna", "EXPLAIN (ANALYZE, VERBOSE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)"
                                            " SELECT * FROM poise.team_report(NULL, NULL)")
        self.assertEqual(complaint, "")
        for table in TABLES:
            self.assertNotIn(f"poise.{table} ", plan)
        self.assertNotIn("Rows Removed", plan)
        self.assertNotIn("Scan on", plan.replace("Function Scan on", ""))

    def test_learns_nothing_from_errors(self):
        """Nothing that is given to the function is calculated beside somebody's rows, and every refusal is the same."""
        self.freeze()
        _, complaint = self.psql("anna", "SELECT poise.team_report(NULL, NULL) WHERE 1 / 0 = 1")
        self.assertIn("division by zero", complaint)  # its own, before anything is read
        self.assertEqual(self.report("anna")["reads"], 1)
        refusals = set()
        for login in ("m_" + "e" * 32, member(3)):  # one that was never a member, one that was revoked
            self.do(f"DELETE FROM poise.login WHERE member_id = '{login}'")
            if login != member(3):
                self.do(f"DROP ROLE IF EXISTS {login}; CREATE ROLE {login} LOGIN IN ROLE poise_member")
                self.addCleanup(self.pg.psql, "postgres", f"DROP ROLE {login}")
            for call in ("publish_week('{}')", "my_weeks()", "erase_me(NULL, NULL)", "my_audit()", "team_facts()", "leave_team()"):
                with self.assertRaises(psycopg2.errors.InsufficientPrivilege) as caught:
                    self.as_login(login, f"SELECT poise.{call}")
                refusals.add(str(caught.exception).splitlines()[0])
        self.assertEqual(refusals, {"poise: refused"})

    def test_has_no_temporary_tables_to_stand_in_front_of_ours(self):
        hijack = "CREATE TEMP TABLE team_reader AS SELECT 2 AS team_id, 'anna'::text AS reader_id, 'lead'::text AS kind;"
        read = " SELECT team_report ->> 'team' FROM poise.team_report(NULL, NULL)"
        self.assert_refused("anna", hijack + read, "permission denied to create temporary tables")
        self.do("GRANT TEMPORARY ON DATABASE poise TO poise_reader")
        self.do("GRANT USAGE ON SCHEMA poise TO PUBLIC")
        self.assert_answer("anna", hijack + " GRANT ALL ON team_reader TO PUBLIC;" + read, "Support")  # names are whole
        self.rewrite("poise.team_report(date,date)", replace={"poise.team_reader": "team_reader"})
        self.assert_answer("anna", hijack + " GRANT ALL ON team_reader TO PUBLIC;" + read, "Support")  # pg_temp comes last
        self.rewrite("poise.team_report(date,date)", replace={"TO 'pg_catalog', 'poise', 'pg_temp'": "TO 'poise'"})
        self.assert_answer("anna", hijack + " GRANT ALL ON team_reader TO PUBLIC;" + read, "Design")

    def test_has_no_schema_to_put_another_equals_into(self):
        """An operator of her own, before PostgreSQL's, would make her everybody."""
        hijack = ("CREATE SCHEMA evil; CREATE FUNCTION evil.yes(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';"
                  " CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.yes); GRANT USAGE ON SCHEMA evil TO PUBLIC;"
                  " GRANT EXECUTE ON FUNCTION evil.yes TO PUBLIC; SET search_path = evil, pg_catalog;")
        read = " SELECT string_agg(team_report ->> 'team', ' ') FROM poise.team_report(NULL, NULL)"
        self.assert_refused("anna", hijack + read, "permission denied for database")
        self.do("GRANT CREATE ON DATABASE poise TO poise_reader")
        self.assert_answer("anna", hijack + read, "Support")
        self.do("DROP SCHEMA evil CASCADE; ALTER FUNCTION poise.team_report RESET search_path")
        self.assert_answer("anna", hijack + read, "Support Design")

    def test_calls_nothing_but_the_report(self):
        inner = "SELECT poise.report_of(2, '-infinity', 'infinity') ->> 'team'"
        self.assert_refused("anna", inner)
        for call in ("freeze_due()", "my_membership()", "enrol(1, '', '', '', false)", "publish_week('{}')", "raise_minimum(1, 6)",
                     "add_reader(2, 'anna', 'lead')", "retain()", "clock()", "refuse()"):
            self.assert_refused("anna", f"SELECT poise.{call}")
        self.do("GRANT EXECUTE ON FUNCTION poise.report_of, poise.week_label TO PUBLIC")
        self.assert_refused("anna", inner)  # it runs as whoever calls it
        self.do("ALTER FUNCTION poise.report_of SECURITY DEFINER")
        self.assert_answer("anna", inner, "Design")

    def test_is_no_other_lead(self):
        self.assert_answer("anna", "SELECT team_report ->> 'team' FROM poise.team_report(NULL, NULL)", "Support")
        self.assert_refused("anna", "SET SESSION AUTHORIZATION ben", "permission denied to set session authorization")
        self.assert_refused("anna", "SET ROLE poise_owner", "permission denied to set role")
        self.do("INSERT INTO poise.team_reader VALUES (2, 'anna', 'lead')")
        self.assert_answer("anna", "SELECT string_agg(team_report ->> 'team', ' ') FROM poise.team_report(NULL, NULL)", "Support Design")

    def test_counts_nobody_in_the_catalogue(self):
        """How many rows were written, how many logins there are, who is connected now."""
        asked = {
            "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'member_week_2026'": "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_catalog TO PUBLIC",
            "SELECT pg_relation_size('poise.member_week_2026')": "GRANT EXECUTE ON FUNCTION pg_relation_size(regclass) TO PUBLIC",
            "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'm\\_%'": "GRANT SELECT ON pg_roles TO PUBLIC",
            "SELECT count(*) FROM pg_auth_members": "GRANT SELECT ON pg_auth_members TO PUBLIC",
            "SELECT reltuples FROM pg_class WHERE relname = 'team'": "GRANT SELECT ON pg_class TO PUBLIC",
            "SELECT usename FROM pg_stat_activity WHERE usename = 'anna'": "GRANT SELECT ON pg_stat_activity TO PUBLIC",
            "SELECT pg_get_userbyid(10)": "GRANT EXECUTE ON FUNCTION pg_get_userbyid TO PUBLIC",
        }
        for question in asked:
            self.assert_refused("anna", question)
        for question, guard_away in asked.items():
            self.do(guard_away)
            printed, _ = self.psql("anna", question)
            if "pg_stat_user_tables" in question:
                self.assertEqual(printed, "10")  # six of Support and four of Design
            self.assertNotEqual(printed, "", question)

    def test_does_not_see_who_left_by_reading_again(self):
        self.freeze()
        before = self.week()
        self.assertEqual(before["status"], "released")
        self.assertEqual(self.as_login(member(1), "SELECT poise.leave_team()"), 1)
        self.freeze("2026-11-26 12:00Z")
        self.assertEqual(self.week(), before)
        # What is frozen cannot be changed, even by the functions' own role.
        with self.assertRaisesRegex(AssertionError, "permission denied for table team_week"):
            self.do("SET ROLE poise_owner; UPDATE poise.team_week SET status = status")
        # Were it made again, the week of a team of six would show what one of them did: five are left of a minimum of six.
        self.do("UPDATE poise.team SET minimum = 6 WHERE team_id = 1; DELETE FROM poise.team_week")
        self.freeze("2026-11-26 12:00Z")
        self.assertNotEqual(self.week(), before)

    def test_does_not_poll_a_week_that_is_open(self):
        self.freeze("2026-11-25 11:59:59Z")
        self.assertIsNone(self.week())
        self.pg.install("CREATE OR REPLACE FUNCTION poise.last_closed() RETURNS date LANGUAGE sql VOLATILE AS $$ SELECT date '2026-11-16' $$")
        self.freeze("2026-11-25 11:59:59Z")
        self.assertIsNotNone(self.week())

    def test_is_not_the_fifth_of_their_own_team(self):
        """Five with the lead among them are four whom she does not know."""
        self.do(f"DELETE FROM poise.member_week WHERE member_id = '{member(6)}'")
        self.do(f"UPDATE poise.member SET reads = true WHERE member_id = '{member(1)}'")
        self.freeze()
        self.assertEqual(self.week(), {"week": "2026-W47", "status": "suppressed"})
        self.do(f"UPDATE poise.member SET reads = false WHERE member_id = '{member(1)}'; DELETE FROM poise.team_week")
        self.freeze()
        self.assertEqual(self.week()["status"], "released")

    def test_does_not_shift_the_mean_by_her_own_record(self):
        """Not in the number of members, and not in the mean either."""
        self.publish(1, record(revision=2, sitting_min=9600))
        self.do(f"UPDATE poise.member SET reads = true WHERE member_id = '{member(1)}'")
        self.freeze()
        self.assertEqual(self.week()["figures"]["sitting_h"], 5.0)
        self.do(f"UPDATE poise.member SET reads = false WHERE member_id = '{member(1)}'; DELETE FROM poise.team_week")
        self.freeze()
        self.assertEqual(self.week()["figures"]["sitting_h"], 8.0)  # (24 + 5 x 5) / 6

    def test_sees_nothing_of_four(self):
        self.freeze()
        self.assertEqual(self.week("ben"), {"week": "2026-W47", "status": "suppressed"})
        with self.assertRaisesRegex(AssertionError, "minimum_is_five"):
            self.do("UPDATE poise.team SET minimum = 4 WHERE team_id = 2")
        with self.assertRaisesRegex(AssertionError, "refused"):
            self.do("SELECT poise.raise_minimum(2, 4)")
        self.do("ALTER TABLE poise.team DROP CONSTRAINT minimum_is_five; UPDATE poise.team SET minimum = 4 WHERE team_id = 2;"
                " DELETE FROM poise.team_week")
        self.freeze()
        self.assertEqual(self.week("ben")["status"], "released")

    def test_does_not_know_a_newcomer_by_their_first_week(self):
        """The first week that counts is drawn: from one to four weeks ahead."""
        drawn = set()
        with self.pg.admin() as connection, connection.cursor() as cursor:
            for number in range(100, 160):
                cursor.execute("INSERT INTO poise.invitation VALUES (1, %s, 'member', now() + interval '100 years')", (f"{number:064x}",))
                cursor.execute("SELECT poise.enrol(1, %s, %s, '0', false)", (f"{number:064x}", member(number)))
            cursor.execute("SELECT DISTINCT effective_from::text FROM poise.member WHERE effective_from > '2026-11-16'")
            drawn = {row[0] for row in cursor.fetchall()}
        connection.close()
        self.assertEqual(drawn, {"2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"})
        self.do(f"DELETE FROM poise.member_week; UPDATE poise.member SET effective_from = '2026-11-23' WHERE member_id = '{member(1)}'")
        self.assertEqual(self.publish(1), "waiting")
        self.rewrite("poise.publish_week(json)", replace={"week.monday < me.effective_from": "false"})
        self.assertEqual(self.publish(1), "accepted")
        for number in range(2, 6):
            self.publish(number)
        self.freeze()
        self.assertEqual(self.week()["status"], "suppressed")  # counted, they are still four
        self.do(f"UPDATE poise.member SET effective_from = '2026-11-16' WHERE member_id = '{member(1)}'; DELETE FROM poise.team_week")
        self.freeze()
        self.assertEqual(self.week()["status"], "released")

    def test_is_no_admin_and_the_admin_no_reader(self):
        self.do("DROP ROLE IF EXISTS adam; CREATE ROLE adam LOGIN IN ROLE poise_admin")
        self.addCleanup(self.pg.psql, "postgres", "DROP ROLE adam")
        self.assertEqual(self.as_login("adam", "SELECT poise.open_team('Sales', 5)"), 3)
        for call in ("team_report(NULL, NULL)", "report_of(1, '-infinity', 'infinity')", "my_weeks()"):
            with self.assertRaises(psycopg2.errors.InsufficientPrivilege):
                self.as_login("adam", f"SELECT poise.{call}")
        self.do("GRANT poise_reader TO adam; INSERT INTO poise.team_reader VALUES (1, 'adam', 'lead')")
        self.assertEqual(self.as_login("adam", "SELECT poise.team_report(NULL, NULL)")["team"], "Support")

    def test_writes_no_formula_and_no_script_into_a_label(self):
        for label in ("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "a\nb", 'a"b', "a,b;c", "", "x" * 61):
            with self.assertRaises(psycopg2.errors.CheckViolation):
                self.as_login(board.ADMIN, "SELECT poise.open_team(%s, 5)", label)
            with self.assertRaises(psycopg2.errors.CheckViolation):
                self.as_login(board.ADMIN, "SELECT poise.rename_team(1, %s)", label)
        self.assertEqual(self.as_login(board.ADMIN, "SELECT poise.open_team(%s, 5)", "F & E / Zürich (2)"), 3)
        self.do("ALTER TABLE poise.team DROP CONSTRAINT label_is_harmless")
        self.as_login(board.ADMIN, "SELECT poise.rename_team(1, %s)", "<script>alert(1)</script>")
        self.assertEqual(self.report()["team"], "<script>alert(1)</script>")


class AMember(Board):
    """Who would like to be somebody else, or to have lived another week."""

    def stored(self):
        return self.do("SELECT string_agg(member_id || ' ' || monday || ' ' || revision, ',' ORDER BY member_id, monday) FROM poise.member_week")

    def test_publishes_for_nobody_else(self):
        mine, other = member(1), member(2)
        self.assertEqual(self.ask(mine, "SELECT poise.publish_week(%s)", text_of({**record(), "member": other})), "invalid")
        self.assertEqual(self.ask(mine, "SELECT poise.publish_week(%s)", text_of({**record(), "member_id": other})), "invalid")
        self.assert_refused(mine, f"SET ROLE {other}", "permission denied to set role")
        self.assert_refused(mine, f"SET SESSION AUTHORIZATION {other}", "permission denied to set session authorization")
        # Even one who may act as the other is who they logged in as.
        self.do(f"GRANT {other} TO {mine}")
        self.addCleanup(self.pg.psql, "postgres", f"REVOKE {other} FROM {mine}")
        as_the_other = f"SET ROLE {other}; SELECT poise.publish_week('{text_of(record())}')"
        self.assert_answer(mine, as_the_other, "accepted")
        self.assertEqual(self.stored(), f"{mine} 2026-11-16 1")
        self.rewrite("poise.my_membership()", replace={"session_user": "current_setting('role')"})
        self.assert_answer(mine, as_the_other, "accepted")
        self.assertEqual(self.stored(), f"{mine} 2026-11-16 1,{other} 2026-11-16 1")

    def test_does_not_log_in_with_anothers_certificate(self):
        """Who knows the password of another still has only a certificate of their own."""
        call = "SELECT poise.my_weeks() ->> 'member'"
        self.assert_refused(member(2), call, "authentication failed", sslcert=f"{self.pg.folder}/{member(1)}.crt",
                            sslkey=f"{self.pg.folder}/{member(1)}.key")
        self.assertIn("CN mismatch", self.pg.log())
        self.assert_refused(member(2), call, "connection requires a valid client certificate", sslcert="/none", sslkey="/none")
        with self.pg.other_rules(lambda rules: rules.replace(" clientcert=verify-full", "")):
            self.assert_answer(member(2), call, member(2), sslcert="/none", sslkey="/none")

    def test_reads_no_report_and_no_row_of_another(self):
        for call in ("team_report(NULL, NULL)", "report_of(1, NULL, NULL)", "freeze_due()", "retain()", "purge_team(1)"):
            self.assert_refused(member(1), f"SELECT poise.{call}")
        for table in TABLES:
            self.assert_refused(member(1), f"SELECT * FROM poise.{table}")
        self.publish(2)
        self.assert_answer(member(1), "SELECT poise.my_weeks() -> 'weeks'", "[]")
        self.rewrite("poise.my_weeks()", replace={"AND w.member_id = me.member_id": ""})
        printed, _ = self.psql(member(1), "SELECT jsonb_array_length(poise.my_weeks() -> 'weeks')")
        self.assertEqual(printed, "1")

    def test_erases_nobody_else(self):
        self.publish(1)
        self.publish(2)
        self.assert_answer(member(1), "SELECT poise.erase_me(NULL, NULL)", "1")
        self.assertEqual(self.stored(), f"{member(2)} 2026-11-16 1")
        self.rewrite("poise.erase_me(date,date)", replace={"AND w.member_id = me.member_id": ""})
        self.assert_answer(member(1), "SELECT poise.erase_me(NULL, NULL)", "1")
        self.assertEqual(self.stored(), "")

    def test_replays_no_older_record(self):
        self.assertEqual(self.publish(1, revision=1), "accepted")
        self.assertEqual(self.publish(1, revision=3, movement=9), "accepted")
        self.assertEqual(self.publish(1, revision=1), "outdated")
        self.assertEqual(self.publish(1, revision=3, movement=10), "outdated")
        self.assertEqual(self.publish(1, revision=3, movement=9), "accepted")  # the same again has the same answer
        self.assertEqual(self.stored(), f"{member(1)} 2026-11-16 3")
        self.rewrite("poise.publish_week(json)", replace={"WHERE w.revision < excluded.revision": ""})
        self.assertEqual(self.publish(1, revision=1), "accepted")
        self.assertEqual(self.stored(), f"{member(1)} 2026-11-16 1")

    def test_publishes_no_future_week(self):
        self.set_clock("2026-11-22 09:59:59Z")  # Sunday has ended nowhere
        self.assertEqual(self.publish(1), "early")
        self.set_clock("2026-11-22 10:00Z")
        self.assertEqual(self.publish(1), "accepted")
        self.assertEqual(self.publish(1, monday="2026-11-23"), "early")
        self.assertEqual(self.publish(1, monday="2099-12-28"), "early")
        self.pg.install("CREATE OR REPLACE FUNCTION poise.ended(monday date) RETURNS boolean LANGUAGE sql VOLATILE AS 'SELECT true'")
        self.assertEqual(self.publish(1, monday="2026-11-23"), "accepted")

    def test_publishes_no_ancient_week(self):
        self.assertEqual(self.publish(1, monday="2026-11-09"), "closed")
        self.assertEqual(self.publish(1, monday="2026-10-05"), "waiting")
        self.pg.install("CREATE OR REPLACE FUNCTION poise.last_closed() RETURNS date LANGUAGE sql VOLATILE AS $$ SELECT date '2026-11-02' $$")
        self.assertEqual(self.publish(1, monday="2026-11-09"), "accepted")

    def test_changes_no_frozen_week(self):
        """Two guards: the hour, and the row that is frozen."""
        self.assertEqual(self.publish(1), "accepted")
        self.freeze()
        self.assertEqual(self.publish(2), "closed")
        self.assertEqual(self.publish(1, revision=2, movement=9), "closed")
        self.assertEqual(self.publish(1), "accepted")  # a lost answer is given again
        self.set_clock(OPEN_AGAIN)
        self.assertEqual(self.publish(2), "closed")
        self.do("DELETE FROM poise.team_week")
        self.assertEqual(self.publish(2), "accepted")

    def test_forges_at_most_one_week_in_bounds(self):
        kind = record()["microbreak"]
        wrong = [
            record(days_active=1), record(days_active=8), record(revision=0), record(revision=10000), record(monday="2026-11-17"),
            record(monday="2026-02-30"), record(monday=20261116), record(schema=2), record(schema="1"), record(movement=0), record(movement=501),
            record(sitting_min=1201), record(sitting_min=10145, standing_min=0), record(sitting_min=10000, standing_min=145), record(working_min=1510),
            record(long_sits="11"), record(long_sits=None), record(microbreak={**kind, "due": 21}), record(microbreak={**kind, "taken": -1, "due": 7}),
            record(microbreak={**kind, "taken": 12.0}), record(microbreak={**kind, "taken": "12"}), record(microbreak={**kind, "missed": 2001, "due": 2020}),
            record(microbreak=[20, 12, 1, 4, 2, 1]), record(microbreak={**kind, "withdrawn": 1}), record(posture_change=None), record(pain=7),
            {key: value for key, value in record().items() if key != "movement"}, [record()], "a", 1, None, True,
        ]
        for each in wrong:
            self.assertEqual(self.publish_text(1, text_of(each)), "invalid", each)
        doubled = text_of(record()).replace('"movement":7', '"movement":7,"movement":8')
        self.assertEqual(self.publish_text(1, doubled), "invalid")
        self.assertEqual(self.publish_text(1, text_of(record()).replace('"sitting_min":1200', '"sitting_min":1.2e3')), "invalid")
        self.assertEqual(self.publish(1, record(movement=None)), "accepted")
        self.assertEqual(self.publish(1, record(revision=2, working_min=1505)), "accepted")
        # What is read loosely is still stopped by the table.
        self.rewrite("poise.row_of(json)", replace={"OR week.sitting_min % 5 <> 0": ""})
        with self.assertRaises(psycopg2.errors.CheckViolation):
            self.publish(1, record(revision=3, sitting_min=1201))
        self.do("DO $$ DECLARE c text; BEGIN FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'poise.member_week'::regclass"
                " AND pg_get_constraintdef(oid) LIKE '%sitting_min%5%' LOOP EXECUTE format('ALTER TABLE poise.member_week DROP CONSTRAINT %I', c);"
                " END LOOP; END $$")
        self.assertEqual(self.publish(1, record(revision=3, sitting_min=1201)), "accepted")


class AThief(Board):
    """With everything from a member's laptop: password, key, certificate."""

    def test_is_out_once_the_member_is_revoked(self):
        stolen, call = member(2), f"SELECT poise.publish_week('{text_of(record())}')"
        self.assert_answer(stolen, call, "accepted")
        self.do(f"SELECT poise.revoke('{stolen}'); ALTER ROLE {stolen} NOLOGIN")
        self.addCleanup(self.pg.psql, "postgres", f"ALTER ROLE {stolen} LOGIN")
        self.assert_refused(stolen, call, "is not permitted to log in")
        self.do(f"ALTER ROLE {stolen} LOGIN")
        self.assert_refused(stolen, call, "poise: refused")
        self.do(f"INSERT INTO poise.login VALUES ('{stolen}', 1); UPDATE poise.member SET left_from = NULL WHERE member_id = '{stolen}'")
        self.assert_answer(stolen, call, "accepted")

    def test_leaves_nothing_in_the_figures_where_it_is_purged(self):
        for number in range(1, 6):
            self.publish(number)
        self.do(f"SELECT poise.revoke('{member(2)}')")
        self.assertEqual(self.do(f"SELECT poise.purge_member(1, '{member(2)}')"), "1")
        self.freeze()
        self.assertEqual(self.week()["status"], "suppressed")

    def test_opens_three_connections_too_many(self):
        """A login has a handful of connections: nobody keeps all the others out."""
        limit = int(self.do(f"SELECT rolconnlimit FROM pg_roles WHERE rolname = '{member(1)}'"))
        for _ in range(limit):
            self.connect(member(1))
        self.assert_refused(member(1), "SELECT 1", "too many connections")
        self.do(f"ALTER ROLE {member(1)} CONNECTION LIMIT -1")
        self.addCleanup(self.pg.psql, "postgres", f"ALTER ROLE {member(1)} CONNECTION LIMIT {limit}")
        self.assert_answer(member(1), "SELECT 1", "1")


class SomebodyInBetween(Board):
    """A server that says that it is the board."""

    CALL = "SELECT 1"

    def test_has_another_name(self):
        self.assert_answer(member(1), self.CALL, "1")
        self.assert_refused(member(1), self.CALL, 'does not match host name "board.example"', host="board.example")
        self.assert_answer(member(1), self.CALL, "1", host="board.example", sslmode="verify-ca")

    def test_has_a_certificate_of_its_own_making(self):
        self.pg.authority("other")
        self.assert_refused(member(1), self.CALL, "certificate verify failed", sslrootcert=f"{self.pg.folder}/other.crt")
        self.assert_answer(member(1), self.CALL, "1", sslrootcert=None, sslmode="require")

    def test_speaks_without_tls(self):
        self.assert_refused(member(1), self.CALL, "rejects connection", sslmode="disable", channel_binding="prefer")
        with self.pg.other_rules(lambda rules: rules.replace("hostssl", "host").replace("clientcert=verify-full", "")):
            self.assert_answer(member(1), self.CALL, "1", sslmode="disable", channel_binding="prefer")

    def test_asks_for_the_password_itself(self):
        with self.pg.other_rules(lambda rules: rules.replace("scram-sha-256", "password")):
            self.assert_refused(member(1), self.CALL, "channel binding required")
            self.assert_answer(member(1), self.CALL, "1", channel_binding="prefer")


if __name__ == "__main__":
    board.main()
