#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""2,000 people who publish while the server is killed and comes back."""
import queue
import threading
import time

import board
from board import OPEN, record, text_of
from large_board import MEMBERS, LargeBoard
from private_postgres import LOST, patiently, psycopg2

PUBLISHERS, AT_ONCE, KILLS = 2000, 8, 3


class ACrash(LargeBoard):
    def test_loses_and_doubles_nothing_while_it_is_killed(self):
        self.add_teams(1, PUBLISHERS // MEMBERS)
        self.set_clock(OPEN)
        self.do("SELECT member_id FROM poise.login ORDER BY member_id LIMIT %(n)s", n=PUBLISHERS)
        people = queue.SimpleQueue()
        for number, (login,) in enumerate(self.cursor.fetchall()):
            self.do(f"CREATE ROLE {login} LOGIN CONNECTION LIMIT 2 PASSWORD '{board.VERIFIER}' IN ROLE poise_member")
            people.put((login, text_of(record(sitting_min=1200 + 5 * (number % 1000), revision=1 + number % 7))))
        self.progress = threading.Condition()
        total, self.again, self.accepted, self.failures = people.qsize(), 0, {}, []
        with self.pg.other_rules(lambda rules: rules.replace(" clientcert=verify-full", "")):
            threads = [threading.Thread(target=self.publish_all, args=(people,)) for _ in range(AT_ONCE)]
            began = time.monotonic()
            for each in threads:
                each.start()
            for kill in range(1, KILLS + 1):
                with self.progress:
                    self.progress.wait_for(lambda due=total * kill // (KILLS + 1): len(self.accepted) >= due or self.failures)
                self.pg.stop("immediate")
                self.pg.start()
            for each in threads:
                each.join()
        self.assertEqual(self.failures, [])
        print(f"{total} published in {time.monotonic() - began:.1f} s over {KILLS} deaths of the server, {self.again} times again", flush=True)
        self.assertEqual(len(self.accepted), PUBLISHERS)
        self.assertGreater(self.again, KILLS)  # it did hurt
        with self.pg.admin() as connection, connection.cursor() as cursor:
            cursor.execute("SELECT w.member_id, poise.record_of(w) FROM poise.member_week w")
            stored = cursor.fetchall()
        connection.close()
        self.assertEqual(len(stored), PUBLISHERS)
        for login, kept in stored:
            self.assertEqual(kept, board.json.loads(self.accepted[login]), login)

    def publish_all(self, people):
        while not self.failures:
            try:
                login, text = people.get_nowait()
            except queue.Empty:
                return
            try:
                answer = patiently(lambda: self.publish(login, text), LOST)
                if answer != "accepted":
                    raise AssertionError(f"{login}: {answer}")
                with self.progress:
                    self.accepted[login] = text
                    self.progress.notify()
            except Exception as failure:
                with self.progress:
                    self.failures.append(repr(failure))
                    self.progress.notify()

    def publish(self, login, text):
        """A connection for each, as the timer of each member makes one."""
        try:
            connection = psycopg2.connect(self.pg.conninfo(login, board.PASSWORD, sslcert="/none", sslkey="/none"))
            try:
                with connection, connection.cursor() as cursor:
                    cursor.execute("SELECT poise.publish_week(%s)", (text,))
                    return cursor.fetchone()[0]
            finally:
                connection.close()
        except LOST:
            self.again += 1
            raise


if __name__ == "__main__":
    board.main(durable=True)
