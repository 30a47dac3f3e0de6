-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the admin does: teams, readers, members. Logins are made and closed beside it, by `poise team board approve`
-- and `revoke` on the server itself: a function that makes roles would be worth an attack. No function here reads a report.

CREATE OR REPLACE FUNCTION poise.open_team(label text, minimum integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    made integer;
BEGIN
    INSERT INTO poise.team (team_id, label, minimum, since)
    SELECT coalesce(pg_catalog.max(t.team_id), 0) + 1, open_team.label, open_team.minimum, poise.monday_of(poise.today()) FROM poise.team t
    RETURNING team_id INTO made;
    PERFORM poise.note(made, 'open', 'team');
    RETURN made;
END
$$;

CREATE OR REPLACE FUNCTION poise.teams() RETURNS TABLE (team_id integer, label text, minimum integer, retention_weeks integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$ SELECT t.team_id, t.label, t.minimum::integer, t.retention_weeks::integer FROM poise.team t ORDER BY t.team_id $$;

CREATE OR REPLACE FUNCTION poise.rename_team(team integer, new_label text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    UPDATE poise.team t SET label = new_label WHERE t.team_id = team;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    PERFORM poise.note(team, 'rename', 'team');
END
$$;

-- Up, never down: the weeks to come need more members, those before keep what they had.
CREATE OR REPLACE FUNCTION poise.raise_minimum(team integer, new_minimum integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    UPDATE poise.team t SET minimum = new_minimum WHERE t.team_id = team AND t.minimum < new_minimum;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    PERFORM poise.note(team, 'raise minimum', 'team');
END
$$;

CREATE OR REPLACE FUNCTION poise.keep_for(team integer, weeks integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    UPDATE poise.team t SET retention_weeks = weeks WHERE t.team_id = team;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    PERFORM poise.note(team, 'retention', 'team');
END
$$;

-- 2 is Tuesday, 7 Sunday: of the week after, at 12:00 UTC, for all teams.
CREATE OR REPLACE FUNCTION poise.freeze_on(day integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
    UPDATE poise.installation SET freeze_day = day;
    SELECT poise.note(t.team_id, 'freeze day', 'team') FROM poise.team t;
$$;

CREATE OR REPLACE FUNCTION poise.add_reader(team integer, reader text, of_kind text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM poise.team t WHERE t.team_id = team) THEN PERFORM poise.refuse(); END IF;
    INSERT INTO poise.team_reader (team_id, reader_id, kind) VALUES (team, reader, of_kind);
    PERFORM poise.note(team, 'add reader', reader);
END
$$;

CREATE OR REPLACE FUNCTION poise.remove_reader(team integer, reader text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    DELETE FROM poise.team_reader r WHERE r.team_id = team AND r.reader_id = reader;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    PERFORM poise.note(team, 'remove reader', reader);
END
$$;

-- For one person, for seven days.
CREATE OR REPLACE FUNCTION poise.invite(team integer, hash text, for_whom text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM poise.team t WHERE t.team_id = team) THEN PERFORM poise.refuse(); END IF;
    INSERT INTO poise.invitation (team_id, code_hash, kind, expires) VALUES (team, hash, for_whom, poise.clock() + interval '7 days');
    PERFORM poise.note(team, 'invite', for_whom);
END
$$;

-- A request proves that its sender knows the code of one of these; it names none.
CREATE OR REPLACE FUNCTION poise.open_invitations(team integer) RETURNS TABLE (code_hash text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$ SELECT i.code_hash, i.kind FROM poise.invitation i WHERE i.team_id = team AND i.expires > poise.clock() $$;

-- For whom it was. It is used up with this, so that nothing is left that says who was invited as whom.
CREATE OR REPLACE FUNCTION poise.use_invitation(team integer, hash text) RETURNS text LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    for_whom text;
BEGIN
    DELETE FROM poise.invitation i WHERE i.team_id = team AND i.code_hash = hash AND i.expires > poise.clock() RETURNING i.kind INTO for_whom;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    RETURN for_whom;
END
$$;

-- Byte 0 of such a uuid is chance of the kind that keys are made of.
CREATE OR REPLACE FUNCTION poise.enrol(team integer, invitation_hash text, member text, certificate text, is_reader boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    weeks constant integer := 1 + pg_catalog.get_byte(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 0) % 4;
BEGIN
    IF poise.use_invitation(team, invitation_hash) <> 'member' THEN PERFORM poise.refuse(); END IF;
    INSERT INTO poise.login (member_id, team_id) VALUES (member, team);
    INSERT INTO poise.member (team_id, member_id, reads, serial, enrolled, effective_from)
    VALUES (team, member, is_reader, certificate, poise.today(), poise.monday_of(poise.today()) + 7 * weeks);
    PERFORM poise.note(team, 'enrol', member);
END
$$;

CREATE OR REPLACE FUNCTION poise.enrol_reader(team integer, invitation_hash text, reader text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    PERFORM poise.add_reader(team, reader, poise.use_invitation(team, invitation_hash)); -- a member's is no kind of reader
END
$$;

CREATE OR REPLACE FUNCTION poise.renew(member text, certificate text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    team integer;
BEGIN
    SELECT l.team_id INTO team FROM poise.login l WHERE l.member_id = member;
    UPDATE poise.member m SET serial = certificate WHERE m.team_id = team AND m.member_id = member AND m.left_from IS NULL;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    PERFORM poise.note(team, 'renew', member);
END
$$;

-- A reader's certificate is kept nowhere; that there is a new one is.
CREATE OR REPLACE FUNCTION poise.renew_reader(reader text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    PERFORM poise.note(r.team_id, 'renew', reader) FROM poise.team_reader r WHERE r.reader_id = reader;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
END
$$;

-- From this week on they are gone. What they published of the weeks before counts, unless it is purged.
CREATE OR REPLACE FUNCTION poise.revoke(member text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    team integer;
BEGIN
    DELETE FROM poise.login l WHERE l.member_id = member RETURNING l.team_id INTO team;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    UPDATE poise.member m SET left_from = poise.monday_of(poise.today()) WHERE m.team_id = team AND m.member_id = member;
    PERFORM poise.note(team, 'revoke', member);
END
$$;

-- Every record of somebody who was revoked: published by a thief, or asked for by someone who has lost their key.
CREATE OR REPLACE FUNCTION poise.purge_member(team integer, member text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    purged integer;
BEGIN
    DELETE FROM poise.member_week w WHERE w.team_id = team AND w.member_id = member;
    GET DIAGNOSTICS purged = ROW_COUNT;
    PERFORM poise.note(team, 'purge', member);
    RETURN purged;
END
$$;

-- Everything of a team but the audit: what a works council may ask for.
CREATE OR REPLACE FUNCTION poise.purge_team(team integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
BEGIN
    DELETE FROM poise.team t WHERE t.team_id = team;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    DELETE FROM poise.login l WHERE l.team_id = team;
    DELETE FROM poise.member_week w WHERE w.team_id = team;
    DELETE FROM poise.member m WHERE m.team_id = team;
    DELETE FROM poise.team_week f WHERE f.team_id = team;
    DELETE FROM poise.team_reader r WHERE r.team_id = team;
    DELETE FROM poise.invitation i WHERE i.team_id = team;
    PERFORM poise.note(team, 'purge', 'team');
END
$$;

REVOKE ALL ON FUNCTION poise.open_team(text, integer), poise.teams(), poise.rename_team(integer, text),
    poise.raise_minimum(integer, integer), poise.keep_for(integer, integer), poise.freeze_on(integer), poise.add_reader(integer, text, text),
    poise.remove_reader(integer, text), poise.invite(integer, text, text), poise.open_invitations(integer),
    poise.enrol(integer, text, text, text, boolean), poise.enrol_reader(integer, text, text),
    poise.renew(text, text), poise.renew_reader(text), poise.revoke(text), poise.purge_member(integer, text), poise.purge_team(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.open_team(text, integer), poise.teams(), poise.rename_team(integer, text),
    poise.raise_minimum(integer, integer), poise.keep_for(integer, integer), poise.freeze_on(integer), poise.add_reader(integer, text, text),
    poise.remove_reader(integer, text), poise.invite(integer, text, text), poise.open_invitations(integer),
    poise.enrol(integer, text, text, text, boolean), poise.enrol_reader(integer, text, text),
    poise.renew(text, text), poise.renew_reader(text), poise.revoke(text), poise.purge_member(integer, text), poise.purge_team(integer) TO poise_admin;
