-- SPDX-License-Identifier: GPL-3.0-or-later
-- The weekly record (schema 1) in and out, as strict as team/record. json and not jsonb: jsonb would forget a key that
-- stands there twice, and how a number was written.

CREATE OR REPLACE FUNCTION poise.has_keys(part json, keys text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE WHEN pg_catalog.json_typeof(part) = 'object'
        THEN coalesce((SELECT pg_catalog.array_agg(key ORDER BY key COLLATE "C") FROM pg_catalog.json_object_keys(part) key) = keys, false)
        ELSE false END
$$;

-- An integer from 0 up to most, else null.
CREATE OR REPLACE FUNCTION poise.count_in(part json, key text, most integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$
    SELECT n FROM (SELECT CASE WHEN pg_catalog.json_typeof(part -> key) = 'number' AND part ->> key ~ '^(0|[1-9][0-9]{0,4})$'
                               THEN (part ->> key)::integer END AS n) read
    WHERE n <= most
$$;

-- due, taken, partial, natural, skipped, missed, else null.
CREATE OR REPLACE FUNCTION poise.outcomes_in(part json) RETURNS smallint[] LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    counts integer[];
BEGIN
    IF part IS NULL OR NOT poise.has_keys(part, ARRAY['due', 'missed', 'natural', 'partial', 'skipped', 'taken']) THEN RETURN NULL; END IF;
    counts := ARRAY[poise.count_in(part, 'due', 2000), poise.count_in(part, 'taken', 2000), poise.count_in(part, 'partial', 2000),
                    poise.count_in(part, 'natural', 2000), poise.count_in(part, 'skipped', 2000), poise.count_in(part, 'missed', 2000)];
    IF pg_catalog.array_position(counts, NULL) IS NOT NULL THEN RETURN NULL; END IF;
    IF counts[1] <> counts[2] + counts[3] + counts[4] + counts[5] + counts[6] THEN RETURN NULL; END IF;
    RETURN counts::smallint[];
END
$$;

CREATE OR REPLACE FUNCTION poise.monday_in(text_of_day text) RETURNS date LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    day date;
BEGIN
    IF text_of_day IS NULL OR text_of_day !~ '^20[2-9][0-9]-[0-9]{2}-[0-9]{2}$' THEN RETURN NULL; END IF;
    day := pg_catalog.make_date(pg_catalog.left(text_of_day, 4)::integer, pg_catalog.substr(text_of_day, 6, 2)::integer,
                                pg_catalog.right(text_of_day, 2)::integer);
    RETURN CASE WHEN extract(isodow FROM day) = 1 THEN day END;
EXCEPTION WHEN datetime_field_overflow THEN
    RETURN NULL;
END
$$;

-- The row of a record, still without team and member; null where anything about it is wrong.
CREATE OR REPLACE FUNCTION poise.row_of(record json) RETURNS poise.member_week LANGUAGE plpgsql STABLE
AS $$
DECLARE
    week poise.member_week;
    wrong constant poise.member_week := NULL;
BEGIN
    IF record IS NULL OR NOT poise.has_keys(record, ARRAY['days_active', 'long_sits', 'microbreak', 'monday', 'movement', 'posture_change',
            'revision', 'schema', 'sitting_min', 'standing_min', 'working_min']) THEN
        RETURN wrong;
    END IF;
    IF poise.count_in(record, 'schema', 1) IS DISTINCT FROM 1 OR pg_catalog.json_typeof(record -> 'monday') <> 'string'
            OR pg_catalog.json_typeof(record -> 'long_sits') <> 'string' THEN
        RETURN wrong;
    END IF;
    week.monday := poise.monday_in(record ->> 'monday');
    week.revision := poise.count_in(record, 'revision', 9999);
    week.days_active := poise.count_in(record, 'days_active', 7);
    week.microbreak := poise.outcomes_in(record -> 'microbreak');
    week.posture_change := poise.outcomes_in(record -> 'posture_change');
    week.movement := poise.count_in(record, 'movement', 500);
    week.sitting_min := poise.count_in(record, 'sitting_min', 169 * 60);
    week.standing_min := poise.count_in(record, 'standing_min', 169 * 60);
    week.working_min := poise.count_in(record, 'working_min', 169 * 60 + 5);
    week.long_sits := record ->> 'long_sits';
    IF week.monday IS NULL OR week.revision IS NULL OR week.revision < 1 OR week.days_active IS NULL OR week.days_active < 2
            OR week.microbreak IS NULL OR week.posture_change IS NULL
            OR (pg_catalog.json_typeof(record -> 'movement') <> 'null' AND coalesce(week.movement, 0) < 1)
            OR week.sitting_min IS NULL OR week.standing_min IS NULL OR week.working_min IS NULL
            OR week.sitting_min % 5 <> 0 OR week.standing_min % 5 <> 0 OR week.working_min % 5 <> 0
            OR week.sitting_min + week.standing_min > 169 * 60 OR week.working_min > week.sitting_min + week.standing_min + 5
            OR week.long_sits NOT IN ('0', '1-4', '5-9', '10+') THEN
        RETURN wrong;
    END IF;
    RETURN week;
END
$$;

CREATE OR REPLACE FUNCTION poise.record_of(week poise.member_week) RETURNS jsonb LANGUAGE sql STABLE
AS $$
    SELECT pg_catalog.jsonb_build_object(
        'schema', 1, 'monday', pg_catalog.to_char(week.monday, 'YYYY-MM-DD'), 'revision', week.revision, 'days_active', week.days_active,
        'microbreak', pg_catalog.jsonb_build_object('due', week.microbreak[1], 'taken', week.microbreak[2], 'partial', week.microbreak[3],
            'natural', week.microbreak[4], 'skipped', week.microbreak[5], 'missed', week.microbreak[6]),
        'posture_change', pg_catalog.jsonb_build_object('due', week.posture_change[1], 'taken', week.posture_change[2],
            'partial', week.posture_change[3], 'natural', week.posture_change[4], 'skipped', week.posture_change[5],
            'missed', week.posture_change[6]),
        'movement', week.movement, 'sitting_min', week.sitting_min, 'standing_min', week.standing_min,
        'working_min', week.working_min, 'long_sits', week.long_sits)
$$;
