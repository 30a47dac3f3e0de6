-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a member sees and takes back: everything of their own, and everything that others see of the team.

-- All that is kept about whoever asks (GDPR articles 15 and 20).
CREATE OR REPLACE FUNCTION poise.my_weeks() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
BEGIN
    RETURN pg_catalog.jsonb_build_object(
        'member', me.member_id, 'team', (SELECT label FROM poise.team t WHERE t.team_id = me.team_id), 'reads', me.reads,
        'enrolled', me.enrolled, 'counts_from', me.effective_from, 'certificate', me.serial,
        'weeks', coalesce((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('received', w.received, 'record', poise.record_of(w))
                                                       ORDER BY w.monday)
                           FROM poise.member_week w WHERE w.team_id = me.team_id AND w.member_id = me.member_id), '[]'::jsonb));
END
$$;

-- How many rows went. Null is no limit. What is frozen stays: made again without them, it would give them away.
CREATE OR REPLACE FUNCTION poise.erase_me(first_monday date, last_monday date) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
    erased integer;
BEGIN
    DELETE FROM poise.member_week w WHERE w.team_id = me.team_id AND w.member_id = me.member_id
        AND w.monday >= coalesce(first_monday, '-infinity') AND w.monday <= coalesce(last_monday, 'infinity');
    GET DIAGNOSTICS erased = ROW_COUNT;
    PERFORM poise.note(me.team_id, 'erase', me.member_id);
    RETURN erased;
END
$$;

-- Erases everything and ends the membership; the login itself is dropped by the admin, and can do nothing until then.
CREATE OR REPLACE FUNCTION poise.leave_team() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
    erased constant integer := poise.erase_me(NULL, NULL);
BEGIN
    DELETE FROM poise.login WHERE member_id = me.member_id;
    DELETE FROM poise.member m WHERE m.team_id = me.team_id AND m.member_id = me.member_id;
    PERFORM poise.note(me.team_id, 'leave', me.member_id);
    RETURN erased;
END
$$;

CREATE OR REPLACE FUNCTION poise.my_audit() RETURNS TABLE (day date, actor text, action text, object text, times integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
BEGIN
    RETURN QUERY SELECT a.day, a.actor, a.action, a.object, a.times FROM poise.audit a
        WHERE a.team_id = me.team_id AND (a.actor = me.member_id OR a.object IN (me.member_id, 'team'))
        ORDER BY a.day, a.actor, a.action;
END
$$;

-- The very thing that the leads see, who they are by kind, and how often it was read. Looking here counts as no reading.
CREATE OR REPLACE FUNCTION poise.team_facts() RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
BEGIN
    RETURN pg_catalog.json_build_object(
        'report', poise.report_of(me.team_id, '-infinity', 'infinity'),
        'readers', (SELECT coalesce(pg_catalog.json_object_agg(kind, n), '{}'::json) FROM
            (SELECT kind, pg_catalog.count(*) AS n FROM poise.team_reader r WHERE r.team_id = me.team_id GROUP BY kind) kinds),
        'retention_weeks', (SELECT retention_weeks FROM poise.team t WHERE t.team_id = me.team_id),
        'freeze_day', (SELECT freeze_day FROM poise.installation));
END
$$;
REVOKE ALL ON FUNCTION poise.my_weeks(), poise.erase_me(date, date), poise.leave_team(), poise.my_audit(), poise.team_facts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.my_weeks(), poise.erase_me(date, date), poise.leave_team(), poise.my_audit(), poise.team_facts()
    TO poise_member;
