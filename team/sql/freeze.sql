-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each week of each team becomes figures once. Nothing that happens to records afterwards changes what was frozen, so
-- there never are two figures of one week to be compared; a suppressed week stays suppressed.

-- How many weeks were frozen. Several may run at once: the first one counts.
CREATE OR REPLACE FUNCTION poise.freeze_due() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, poise, pg_temp
AS $$
DECLARE
    frozen integer;
BEGIN
    INSERT INTO poise.team_week (team_id, monday, status, members, figures)
    WITH due AS MATERIALIZED (
        SELECT t.team_id, t.minimum::integer AS minimum, week::date AS monday
        FROM poise.team t CROSS JOIN LATERAL
            pg_catalog.generate_series(greatest(t.since, poise.oldest_kept(t.retention_weeks))::timestamp,
                                       poise.today()::timestamp, interval '7 days') week
        WHERE poise.closed(week::date)
          AND NOT EXISTS (SELECT FROM poise.team_week f WHERE f.team_id = t.team_id AND f.monday = week::date)
    ),
    -- Nobody who reads the report, nobody before their first week that counts, nobody after they were gone.
    counted AS MATERIALIZED (
        SELECT w.*, d.minimum FROM due d
        JOIN poise.member_week w ON w.team_id = d.team_id AND w.monday = d.monday
        JOIN poise.member m ON m.team_id = w.team_id AND m.member_id = w.member_id
        WHERE NOT m.reads AND m.effective_from <= w.monday AND (m.left_from IS NULL OR m.left_from > w.monday)
    ),
    enough AS (
        SELECT team_id, monday, minimum, pg_catalog.count(*) AS n, pg_catalog.avg(least(movement::numeric / days_active, 100)) AS movement,
               pg_catalog.count(movement) AS moved, pg_catalog.avg(least(sitting_min / 60.0 / days_active, 24)) AS sitting,
               pg_catalog.avg(least(standing_min / 60.0 / days_active, 24)) AS standing,
               pg_catalog.avg(least(working_min / 60.0 / days_active, 24)) AS working,
               pg_catalog.count(*) FILTER (WHERE long_sits <> '0') AS long_sitters
        FROM counted GROUP BY team_id, monday, minimum HAVING pg_catalog.count(*) >= minimum
    ),
    kind_means AS (
        SELECT c.team_id, c.monday, k.kind, pg_catalog.count(*) FILTER (WHERE due > 0) AS asked,
               pg_catalog.count(*) FILTER (WHERE due > natural_rest) AS prompted,
               pg_catalog.avg(poise.percent(taken + natural_rest + partial / 2.0, due)) AS coverage,
               pg_catalog.avg(poise.percent(taken + partial / 2.0, due - natural_rest)) AS adherence,
               pg_catalog.avg(poise.percent(taken, due)) AS taken, pg_catalog.avg(poise.percent(partial, due)) AS partial,
               pg_catalog.avg(poise.percent(natural_rest, due)) AS natural_rest, pg_catalog.avg(poise.percent(skipped, due)) AS skipped,
               pg_catalog.avg(poise.percent(missed, due)) AS missed
        FROM counted c CROSS JOIN LATERAL (VALUES ('microbreak', c.microbreak), ('posture_change', c.posture_change)) k (kind, counts)
        CROSS JOIN LATERAL (SELECT counts[1]::integer AS due, counts[2]::integer AS taken, counts[3]::integer AS partial,
                                   counts[4]::integer AS natural_rest, counts[5]::integer AS skipped, counts[6]::integer AS missed) count
        GROUP BY c.team_id, c.monday, k.kind
    ),
    kinds AS (
        SELECT e.team_id, e.monday, pg_catalog.jsonb_object_agg(k.kind, pg_catalog.jsonb_build_object(
                'coverage', poise.figure(k.coverage, k.asked, e.minimum, grain),
                'adherence', poise.figure(k.adherence, k.prompted, e.minimum, grain),
                'mix', CASE WHEN k.asked >= e.minimum THEN pg_catalog.jsonb_build_object(
                    'taken', poise.coarse(k.taken, grain), 'partial', poise.coarse(k.partial, grain),
                    'natural', poise.coarse(k.natural_rest, grain), 'skipped', poise.coarse(k.skipped, grain),
                    'missed', poise.coarse(k.missed, grain)) END)) AS figures
        FROM enough e JOIN kind_means k ON k.team_id = e.team_id AND k.monday = e.monday
        CROSS JOIN LATERAL (SELECT poise.percent_grain(e.n) AS grain) g
        GROUP BY e.team_id, e.monday
    )
    SELECT d.team_id, d.monday, CASE WHEN e.n IS NULL THEN 'suppressed' ELSE 'released' END, poise.band_of(e.n),
           k.figures || pg_catalog.jsonb_build_object(
               'movement', poise.figure(e.movement, e.moved, e.minimum, poise.half_grain(e.n)),
               'sitting_h', poise.coarse(e.sitting, poise.half_grain(e.n)), 'standing_h', poise.coarse(e.standing, poise.half_grain(e.n)),
               'working_h', poise.coarse(e.working, poise.half_grain(e.n)),
               'long_sits', CASE WHEN e.long_sitters * 5 < e.n THEN '0-20' WHEN e.long_sitters * 5 > e.n * 4 THEN '80-100' ELSE '20-80' END)
    FROM due d
    LEFT JOIN enough e ON e.team_id = d.team_id AND e.monday = d.monday
    LEFT JOIN kinds k ON k.team_id = d.team_id AND k.monday = d.monday
    ON CONFLICT (team_id, monday) DO NOTHING;
    GET DIAGNOSTICS frozen = ROW_COUNT;
    RETURN frozen;
END
$$;
REVOKE ALL ON FUNCTION poise.freeze_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poise.freeze_due() TO poise_freezer;
