-- SPDX-License-Identifier: GPL-3.0-or-later
-- What has had its time goes: records eight weeks after their week was frozen, frozen weeks after the team's retention,
-- invitations when they expire, the audit after two years. How many rows went.
CREATE OR REPLACE FUNCTION poise.retain() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    this_monday constant date := poise.monday_of(poise.today());
    eight_weeks_ago constant date := poise.last_closed() - 8 * 7;
    gone integer;
    dropped integer;
BEGIN
    DELETE FROM poise.member_week w USING poise.team_week f
    WHERE f.team_id = w.team_id AND f.monday = w.monday AND f.monday <= eight_weeks_ago;
    GET DIAGNOSTICS dropped = ROW_COUNT;
    gone := dropped;
    DELETE FROM poise.team_week f USING poise.team t WHERE t.team_id = f.team_id AND f.monday < this_monday - 7 * t.retention_weeks;
    GET DIAGNOSTICS dropped = ROW_COUNT;
    gone := gone + dropped;
    DELETE FROM poise.invitation i WHERE i.expires <= poise.clock();
    DELETE FROM poise.audit a WHERE a.day < poise.today() - 2 * 365;
    -- Who left is remembered only as long as one of their records could still be counted.
    DELETE FROM poise.member m WHERE m.left_from <= eight_weeks_ago;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION poise.retain() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.retain() TO poise_freezer;
