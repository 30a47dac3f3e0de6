-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who did what on which day, counted. The actor is the login, whatever else is claimed.

CREATE OR REPLACE FUNCTION poise.note(team integer, done text, whom text) RETURNS void LANGUAGE sql VOLATILE
AS $$
    INSERT INTO poise.audit AS a (team_id, day, actor, action, object) VALUES (team, poise.today(), session_user, done, whom)
    ON CONFLICT (team_id, day, actor, action, object) DO UPDATE SET times = a.times + 1
$$;

-- One answer for whatever somebody may not do, so that a refusal tells nothing.
CREATE OR REPLACE FUNCTION poise.refuse() RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'poise: refused' USING ERRCODE = 'insufficient_privilege';
END
$$;
