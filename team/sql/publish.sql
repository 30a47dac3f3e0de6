-- SPDX-License-Identifier: GPL-3.0-or-later
-- A member's week. Who publishes is the login; there is no argument to say otherwise.

CREATE OR REPLACE FUNCTION poise.my_membership() RETURNS poise.member LANGUAGE plpgsql STABLE
AS $$
DECLARE
    me poise.member;
    login constant text := session_user; -- a name has another collation, with which no key of ours can be searched
BEGIN
    SELECT m.* INTO me FROM poise.login l JOIN poise.member m ON m.team_id = l.team_id AND m.member_id = l.member_id
    WHERE l.member_id = login AND m.left_from IS NULL;
    IF NOT FOUND THEN PERFORM poise.refuse(); END IF;
    RETURN me;
END
$$;

-- accepted | invalid | early | waiting (does not count yet) | closed | outdated (there is a newer revision, or another text
-- of this one). The same record again has the same answer, also after the week has closed, until its row is dropped.
CREATE OR REPLACE FUNCTION poise.publish_week(record json) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    me constant poise.member := poise.my_membership();
    week constant poise.member_week := poise.row_of(record);
    kept poise.member_week;
BEGIN
    IF week.monday IS NULL THEN RETURN 'invalid'; END IF;
    SELECT * INTO kept FROM poise.member_week w
    WHERE w.team_id = me.team_id AND w.monday = week.monday AND w.member_id = me.member_id;
    IF poise.record_of(kept) = record::jsonb THEN RETURN 'accepted'; END IF;
    IF NOT poise.ended(week.monday) THEN RETURN 'early'; END IF;
    IF week.monday < me.effective_from THEN RETURN 'waiting'; END IF;
    IF week.monday <= poise.last_closed()
            OR EXISTS (SELECT FROM poise.team_week f WHERE f.team_id = me.team_id AND f.monday = week.monday) THEN
        RETURN 'closed';
    END IF;
    INSERT INTO poise.member_week AS w (team_id, monday, member_id, received, revision, days_active, microbreak, posture_change, movement,
                                        sitting_min, standing_min, working_min, long_sits)
    VALUES (me.team_id, week.monday, me.member_id, poise.today(), week.revision, week.days_active, week.microbreak, week.posture_change,
            week.movement, week.sitting_min, week.standing_min, week.working_min, week.long_sits)
    ON CONFLICT (team_id, monday, member_id) DO UPDATE
    SET received = excluded.received, revision = excluded.revision, days_active = excluded.days_active, microbreak = excluded.microbreak,
        posture_change = excluded.posture_change, movement = excluded.movement, sitting_min = excluded.sitting_min,
        standing_min = excluded.standing_min, working_min = excluded.working_min, long_sits = excluded.long_sits
    WHERE w.revision < excluded.revision;
    IF FOUND THEN RETURN 'accepted'; END IF;
    -- Somebody was faster: the same person from a second connection, perhaps with the very same record.
    SELECT * INTO kept FROM poise.member_week w
    WHERE w.team_id = me.team_id AND w.monday = week.monday AND w.member_id = me.member_id;
    RETURN CASE WHEN poise.record_of(kept) = record::jsonb THEN 'accepted' ELSE 'outdated' END;
END
$$;
REVOKE ALL ON FUNCTION poise.publish_week(json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.publish_week(json) TO poise_member;
