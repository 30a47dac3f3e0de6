-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a reader gets: frozen weeks of the teams that this login is listed for, and that it was read is counted.

CREATE OR REPLACE FUNCTION poise.report_of(team integer, first_monday date, last_monday date) RETURNS json LANGUAGE sql STABLE
AS $$
    SELECT pg_catalog.json_build_object('team', t.label, 'minimum', t.minimum,
        'weeks', coalesce((SELECT pg_catalog.json_agg(
                CASE f.status WHEN 'released'
                    THEN pg_catalog.json_build_object('week', poise.week_label(f.monday), 'status', f.status, 'members', f.members,
                                                       'figures', f.figures)
                    ELSE pg_catalog.json_build_object('week', poise.week_label(f.monday), 'status', f.status) END ORDER BY f.monday)
            FROM poise.team_week f WHERE f.team_id = t.team_id AND f.monday BETWEEN first_monday AND last_monday), '[]'::json),
        'reads', (SELECT coalesce(pg_catalog.sum(times), 0) FROM poise.audit a WHERE a.team_id = t.team_id AND a.action = 'report'))
    FROM poise.team t WHERE t.team_id = team
$$;

CREATE OR REPLACE FUNCTION poise.team_report(first_monday date, last_monday date) RETURNS SETOF json
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    team integer;
    login constant text := session_user; -- as in my_membership
BEGIN
    FOR team IN SELECT r.team_id FROM poise.team_reader r WHERE r.reader_id = login ORDER BY r.team_id LOOP
        PERFORM poise.note(team, 'report', 'team');
        RETURN NEXT poise.report_of(team, coalesce(first_monday, '-infinity'), coalesce(last_monday, 'infinity'));
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION poise.team_report(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.team_report(date, date) TO poise_reader;
