-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is kept. The tables of a team begin their keys with team_id, so that they can be distributed by it; installation
-- and login are small and belong on every node. No triggers, no foreign keys, no sequences (docs/team.md, Citus).
CREATE TABLE IF NOT EXISTS poise.installation (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    version integer NOT NULL,
    freeze_day smallint NOT NULL DEFAULT 3 CHECK (freeze_day BETWEEN 2 AND 7) -- of the week after, at 12:00 UTC
);

CREATE TABLE IF NOT EXISTS poise.team (
    team_id integer PRIMARY KEY CHECK (team_id > 0),
    label text NOT NULL CONSTRAINT label_is_harmless CHECK (label ~ '^[[:alnum:]][[:alnum:] ._&()/-]{0,59}$'),
    minimum smallint NOT NULL DEFAULT 5 CONSTRAINT minimum_is_five CHECK (minimum BETWEEN 5 AND 1000),
    retention_weeks smallint NOT NULL DEFAULT 52 CHECK (retention_weeks BETWEEN 8 AND 104),
    since date NOT NULL CHECK (extract(isodow FROM since) = 1)
);

-- Which team a login belongs to, for a member is known by nothing but the login.
CREATE TABLE IF NOT EXISTS poise.login (
    member_id text PRIMARY KEY CHECK (member_id ~ '^m_[0-9a-f]{32}$'),
    team_id integer NOT NULL
);

-- effective_from is drawn by lot, so that nobody can tell a week's newcomers by comparing it with the week before.
CREATE TABLE IF NOT EXISTS poise.member (
    team_id integer NOT NULL,
    member_id text NOT NULL CHECK (member_id ~ '^m_[0-9a-f]{32}$'),
    reads boolean NOT NULL, -- a lead who is a member: counts in no figure
    serial text NOT NULL,   -- of the certificate, for its revocation
    enrolled date NOT NULL,
    effective_from date NOT NULL CHECK (extract(isodow FROM effective_from) = 1),
    left_from date CHECK (extract(isodow FROM left_from) = 1),
    PRIMARY KEY (team_id, member_id)
);

CREATE TABLE IF NOT EXISTS poise.team_reader (
    team_id integer NOT NULL,
    reader_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('lead', 'works_council', 'ergonomist')),
    PRIMARY KEY (team_id, reader_id)
);
CREATE INDEX IF NOT EXISTS team_reader_by_login ON poise.team_reader (reader_id);

-- Single use; what is kept is a hash of the code.
CREATE TABLE IF NOT EXISTS poise.invitation (
    team_id integer NOT NULL,
    code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    kind text NOT NULL CHECK (kind IN ('member', 'lead', 'works_council', 'ergonomist')), -- whom it is for
    expires timestamptz NOT NULL,
    PRIMARY KEY (team_id, code_hash)
);

-- The weekly record, as it is published and as team/record knows it.
CREATE TABLE IF NOT EXISTS poise.member_week (
    team_id integer NOT NULL,
    monday date NOT NULL CHECK (extract(isodow FROM monday) = 1),
    member_id text NOT NULL,
    received date NOT NULL, -- a day, no time of day
    revision smallint NOT NULL CHECK (revision BETWEEN 1 AND 9999),
    days_active smallint NOT NULL CHECK (days_active BETWEEN 2 AND 7),
    -- due, taken, partial, natural, skipped, missed
    microbreak smallint[] NOT NULL CHECK (array_length(microbreak, 1) = 6 AND 0 <= ALL (microbreak) AND 2000 >= ALL (microbreak)),
    posture_change smallint[] NOT NULL CHECK (array_length(posture_change, 1) = 6 AND 0 <= ALL (posture_change)
                                              AND 2000 >= ALL (posture_change)),
    movement smallint CHECK (movement BETWEEN 1 AND 500),
    sitting_min smallint NOT NULL CHECK (sitting_min >= 0 AND sitting_min % 5 = 0),
    standing_min smallint NOT NULL CHECK (standing_min >= 0 AND standing_min % 5 = 0),
    working_min smallint NOT NULL CHECK (working_min >= 0 AND working_min % 5 = 0),
    long_sits text NOT NULL CHECK (long_sits IN ('0', '1-4', '5-9', '10+')),
    CHECK (sitting_min + standing_min <= 169 * 60 AND working_min <= sitting_min + standing_min + 5),
    PRIMARY KEY (team_id, monday, member_id)
) PARTITION BY RANGE (monday);

-- Frozen: inserted once, never changed.
CREATE TABLE IF NOT EXISTS poise.team_week (
    team_id integer NOT NULL,
    monday date NOT NULL CHECK (extract(isodow FROM monday) = 1),
    status text NOT NULL CHECK (status IN ('released', 'suppressed')),
    members text CHECK (members IN ('5-9', '10-24', '25-99', '100+')),
    figures json, -- its keys in the order of team/figures
    CHECK ((status = 'released') = (members IS NOT NULL) AND (status = 'released') = (figures IS NOT NULL)),
    PRIMARY KEY (team_id, monday)
);

CREATE TABLE IF NOT EXISTS poise.audit (
    team_id integer NOT NULL,
    day date NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    object text NOT NULL DEFAULT '',
    times integer NOT NULL DEFAULT 1,
    PRIMARY KEY (team_id, day, actor, action, object)
);

-- A partition for each year, twenty years ahead, and again whenever this is run.
DO $$
DECLARE
    year integer;
BEGIN
    FOR year IN pg_catalog.date_part('year', pg_catalog.now())::integer - 2 .. pg_catalog.date_part('year', pg_catalog.now())::integer + 20 LOOP
        EXECUTE pg_catalog.format(
            'CREATE TABLE IF NOT EXISTS poise.%I PARTITION OF poise.member_week FOR VALUES FROM (%L) TO (%L)',
            'member_week_' || year, pg_catalog.make_date(year, 1, 1), pg_catalog.make_date(year + 1, 1, 1));
    END LOOP;
END
$$;

-- Row level security is the second wall: nobody has a right to a table, and if somebody is given one by mistake, they see
-- no row. One policy, for the owner, which the functions run as; without it FORCE would hide the rows from them too.
DO $$
DECLARE
    each pg_catalog.regclass;
BEGIN
    FOR each IN SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'poise'::pg_catalog.regnamespace AND relkind IN ('r', 'p') LOOP
        EXECUTE pg_catalog.format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', each);
        EXECUTE pg_catalog.format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', each);
        EXECUTE pg_catalog.format('DROP POLICY IF EXISTS owner_alone ON %s', each);
        EXECUTE pg_catalog.format('CREATE POLICY owner_alone ON %s TO poise_owner USING (true) WITH CHECK (true)', each);
        EXECUTE pg_catalog.format('REVOKE ALL ON %s FROM PUBLIC, poise_member, poise_reader, poise_freezer, poise_admin', each);
    END LOOP;
END
$$;
-- What is frozen cannot be changed even by our own functions.
REVOKE UPDATE, TRUNCATE ON poise.team_week FROM poise_owner;
