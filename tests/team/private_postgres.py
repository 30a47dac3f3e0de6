# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL of one's own, as docs/team.md tells operators to set it up: TLS 1.3, client certificates of a CA that is made
here, scram-sha-256 with channel binding. On loopback, in a folder of its own, gone with the test. PostgreSQL refuses to run
as root: it then gets a user namespace of its own, so no system user is made.
"""
import contextlib
import glob
import os
import shutil
import socket
import subprocess
import tempfile
import time

try:
    import psycopg2
except ImportError:
    psycopg2 = None
LOST = (psycopg2.OperationalError, psycopg2.InterfaceError) if psycopg2 else ()  # the server is away, or died while it was asked

# Debian 12 has 15, Debian 13 has 17; the newest that is there.
BIN = max(glob.glob("/usr/lib/postgresql/[0-9][0-9]/bin"), default="/usr/lib/postgresql/15/bin")
DATABASE = "poise"
ADMIN = "admin"

CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
ssl = on
ssl_cert_file = '{folder}/server.crt'
ssl_key_file = '{folder}/server.key'
ssl_ca_file = '{folder}/ca.crt'
ssl_min_protocol_version = 'TLSv1.3'
password_encryption = 'scram-sha-256'
max_connections = 120
shared_buffers = 256MB
max_wal_size = 4GB
timezone = 'UTC'
lc_messages = 'C'
"""

# The local socket is in a folder that only this user can enter.
WHO_MAY_COME = """
local all {admin} trust
hostssl poise +poise_member 127.0.0.1/32 scram-sha-256 clientcert=verify-full
hostssl poise +poise_reader 127.0.0.1/32 scram-sha-256 clientcert=verify-full
hostssl poise +poise_freezer 127.0.0.1/32 scram-sha-256 clientcert=verify-full
host all all all reject
"""


def missing():
    """What of it is not installed."""
    wanted = {"postgresql": f"{BIN}/postgres", "postgresql-client": f"{BIN}/psql", "openssl": shutil.which("openssl") or "-"}
    return [package for package, path in wanted.items() if not os.path.exists(path)] + ([] if psycopg2 else ["python3-psycopg2"])


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout}")
    return done.stdout


def unprivileged():
    return ["unshare", "--user", "--map-user=1000"] if os.geteuid() == 0 else []


class PrivatePostgres:
    def __init__(self, *, durable=False):
        self.folder = tempfile.mkdtemp(prefix="poise-pg-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.authority()
        self.certificate("server", "localhost")
        run(*unprivileged(), f"{BIN}/initdb", "-D", self.data, "-U", ADMIN, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        self.write("data/postgresql.conf", CONFIGURATION.format(port=self.port, folder=self.folder)
                   + ("" if durable else "fsync = off\n"))
        self.write("data/pg_hba.conf", WHO_MAY_COME.format(admin=ADMIN))
        self.start()
        self.psql("postgres", f"CREATE DATABASE {DATABASE}")

    data = property(lambda self: f"{self.folder}/data")
    local = property(lambda self: f"host={self.folder} port={self.port} dbname={DATABASE} user={ADMIN}")

    def write(self, name, text):
        path = f"{self.folder}/{name}"
        with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def authority(self, name="ca"):
        self.key(name)
        run("openssl", "req", "-x509", "-new", "-key", f"{self.folder}/{name}.key", "-subj", f"/CN=Poise test {name}", "-days", "2",
            "-out", f"{self.folder}/{name}.crt")

    def key(self, name):
        run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{self.folder}/{name}.key")
        os.chmod(f"{self.folder}/{name}.key", 0o600)

    def certificate(self, name, subject=None, authority="ca", days="2"):
        """name.key and name.crt for that subject."""
        self.key(name)
        subject = subject or name
        path = f"{self.folder}/{name}"
        run("openssl", "req", "-new", "-key", f"{path}.key", "-subj", f"/CN={subject}", "-out", f"{path}.csr")
        extension = self.write(f"{name}.ext", f"subjectAltName=DNS:{subject}\n")
        run("openssl", "x509", "-req", "-in", f"{path}.csr", "-CA", f"{self.folder}/{authority}.crt", "-CAkey",
            f"{self.folder}/{authority}.key", "-CAcreateserial", "-days", days, "-out", f"{path}.crt", "-extfile", extension)

    def start(self):
        run(*unprivileged(), f"{BIN}/pg_ctl", "-D", self.data, "-l", f"{self.folder}/log", "-w", "-t", "60", "start")

    def stop(self, mode="fast"):
        run(*unprivileged(), f"{BIN}/pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    @contextlib.contextmanager
    def other_rules(self, change):
        """pg_hba.conf as an operator could have got it wrong."""
        rules = WHO_MAY_COME.format(admin=ADMIN)
        self.reload(change(rules))
        try:
            yield
        finally:
            self.reload(rules)

    def reload(self, rules):
        self.write("data/pg_hba.conf", rules)
        self.psql("postgres", "SELECT pg_reload_conf()")

    def log(self):
        """What the server has written for its operator."""
        with open(f"{self.folder}/log", encoding="utf-8") as file:
            return file.read()

    def end(self):
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self.folder)

    def psql(self, database, text):
        return run(f"{BIN}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port), "-U", ADMIN,
                   "-d", database, "-c", text)

    def install(self, text, database=DATABASE):
        """A script, all of it or nothing."""
        path = self.write("script.sql", text)
        run(f"{BIN}/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-1", "-h", self.folder, "-p", str(self.port), "-U", ADMIN, "-d", database,
            "-f", path)

    def admin(self):
        """A connection as who owns the server."""
        connection = psycopg2.connect(self.local)
        connection.autocommit = True
        return connection

    def conninfo(self, login, password, certificate=None, **changes):
        """As members and readers connect."""
        certificate = certificate or login
        values = {"host": "localhost", "hostaddr": "127.0.0.1", "port": self.port, "dbname": DATABASE, "user": login,
                  "password": password, "sslmode": "verify-full", "sslrootcert": f"{self.folder}/ca.crt",
                  "sslcert": f"{self.folder}/{certificate}.crt", "sslkey": f"{self.folder}/{certificate}.key",
                  "channel_binding": "require", "connect_timeout": 20, **changes}
        return " ".join(f"{key}='{value}'" for key, value in values.items() if value is not None)

    def connect(self, login, password, **changes):
        connection = psycopg2.connect(self.conninfo(login, password, **changes))
        connection.autocommit = True
        return connection


def patiently(attempt, errors, limit=60):
    """What a publisher does while the server is away; the wait grows to a second."""
    wait, until = 0.02, time.monotonic() + limit
    while True:
        try:
            return attempt()
        except errors:
            if time.monotonic() > until:
                raise
            time.sleep(wait)
            wait = min(1.0, wait * 2)
