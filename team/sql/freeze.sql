-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each week of each team becomes figures once. Nothing that happens to records afterwards changes what was frozen, so
-- there never are two figures of one week to be compared; a suppressed week stays suppressed.

-- How many weeks were frozen. Several may run at once: the first one counts.
CREATE OR REPLACE FUNCTION poise.freeze_due() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    this_monday constant date := poise.monday_of(poise.today());
    last_closed constant date := poise.last_closed();
    frozen integer;
BEGIN
    INSERT INTO poise.team_week (team_id, monday, status, members, figures)
    WITH due AS MATERIALIZED (
        SELECT t.team_id, t.minimum::integer AS minimum, week::date AS monday
        FROM poise.team t CROSS JOIN LATERAL
            pg_catalog.generate_series(greatest(t.since, this_monday - 7 * t.retention_weeks)::timestamp,
                                       last_closed::timestamp, interval '7 days') week
        WHERE NOT EXISTS (SELECT FROM poise.team_week f WHERE f.team_id = t.team_id AND f.monday = week::date)
    ),
    -- Nobody who reads the report, nobody before their first week that counts, nobody after they were gone. OFFSET 0: each
    -- team's records are looked up by their key, where a plan for all at once would read those of every year.
    counted AS MATERIALIZED (
        SELECT w.*, d.minimum FROM due d
        CROSS JOIN LATERAL (SELECT * FROM poise.member_week r WHERE r.team_id = d.team_id AND r.monday = d.monday OFFSET 0) w
        JOIN poise.member m ON m.team_id = w.team_id AND m.member_id = w.member_id
        WHERE NOT m.reads AND m.effective_from <= w.monday AND (m.left_from IS NULL OR m.left_from > w.monday)
    ),
    enough AS (
        SELECT team_id, monday, minimum, pg_catalog.count(*) AS n, poise.percent_grain(pg_catalog.count(*)) AS grain,
               poise.quarter_grain(pg_catalog.count(*)) AS day_grain,
               pg_catalog.sum(poise.daily(movement, days_active, 100000)) AS movement, pg_catalog.count(movement) AS movers,
               pg_catalog.sum(poise.daily(sitting_min, days_active, 1440000)) AS sitting,
               pg_catalog.sum(poise.daily(standing_min, days_active, 1440000)) AS standing,
               pg_catalog.sum(poise.daily(working_min, days_active, 1440000)) AS working,
               pg_catalog.count(*) FILTER (WHERE long_sits <> '0') AS long_sitters
        FROM counted GROUP BY team_id, monday, minimum HAVING pg_catalog.count(*) >= minimum
    ),
    -- due, taken, partial, natural, skipped, missed of each member, by kind.
    kind_sums AS (
        SELECT c.team_id, c.monday, k.kind, pg_catalog.count(*) FILTER (WHERE o[1] > 0) AS asked,
               pg_catalog.count(*) FILTER (WHERE o[1] > o[4]) AS prompted,
               pg_catalog.sum(poise.share(2 * o[2] + 2 * o[4] + o[3], 2 * o[1])) AS coverage,
               pg_catalog.sum(poise.share(2 * o[2] + o[3], 2 * (o[1] - o[4]))) AS adherence,
               pg_catalog.sum(poise.share(o[2], o[1])) AS taken, pg_catalog.sum(poise.share(o[3], o[1])) AS partial,
               pg_catalog.sum(poise.share(o[4], o[1])) AS natural_rest, pg_catalog.sum(poise.share(o[5], o[1])) AS skipped,
               pg_catalog.sum(poise.share(o[6], o[1])) AS missed
        FROM counted c CROSS JOIN LATERAL (VALUES ('microbreak', c.microbreak), ('posture_change', c.posture_change)) k (kind, o)
        GROUP BY c.team_id, c.monday, k.kind
    ),
    kinds AS (
        SELECT e.team_id, e.monday, k.kind, pg_catalog.json_build_object(
                'coverage', poise.percent(k.coverage, k.asked, e.minimum, e.grain),
                'adherence', poise.percent(k.adherence, k.prompted, e.minimum, e.grain),
                'mix', CASE WHEN k.asked >= e.minimum THEN pg_catalog.json_build_object(
                    'taken', poise.percent(k.taken, k.asked, e.minimum, e.grain),
                    'partial', poise.percent(k.partial, k.asked, e.minimum, e.grain),
                    'natural', poise.percent(k.natural_rest, k.asked, e.minimum, e.grain),
                    'skipped', poise.percent(k.skipped, k.asked, e.minimum, e.grain),
                    'missed', poise.percent(k.missed, k.asked, e.minimum, e.grain)) END) AS figures
        FROM enough e JOIN kind_sums k ON k.team_id = e.team_id AND k.monday = e.monday
    )
    SELECT d.team_id, d.monday, CASE WHEN e.n IS NULL THEN 'suppressed' ELSE 'released' END, poise.band_of(e.n),
           CASE WHEN e.n IS NOT NULL THEN pg_catalog.json_build_object(
               'microbreak', microbreak.figures, 'posture_change', posture_change.figures,
               'movement', poise.quarters(e.movement, e.movers, e.minimum, e.day_grain, 250),
               'sitting_h', poise.quarters(e.sitting, e.n, e.minimum, e.day_grain, 15000),
               'standing_h', poise.quarters(e.standing, e.n, e.minimum, e.day_grain, 15000),
               'working_h', poise.quarters(e.working, e.n, e.minimum, e.day_grain, 15000),
               'long_sits', poise.share_band(e.long_sitters, e.n)) END
    FROM due d
    LEFT JOIN enough e ON e.team_id = d.team_id AND e.monday = d.monday
    LEFT JOIN kinds microbreak ON microbreak.team_id = d.team_id AND microbreak.monday = d.monday AND microbreak.kind = 'microbreak'
    LEFT JOIN kinds posture_change ON posture_change.team_id = d.team_id AND posture_change.monday = d.monday
        AND posture_change.kind = 'posture_change'
    ON CONFLICT (team_id, monday) DO NOTHING;
    GET DIAGNOSTICS frozen = ROW_COUNT;
    RETURN frozen;
END
$$;
REVOKE ALL ON FUNCTION poise.freeze_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.freeze_due() TO poise_freezer;
