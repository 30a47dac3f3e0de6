-- SPDX-License-Identifier: GPL-3.0-or-later
-- The figures of a team's week, by the disclosure rules, in whole numbers as team/figures has them: a member's share is
-- floor(1,000,000 x part / whole), a figure per active day floor(1,000 x figure / days_active), the mean of n of them is
-- rounded half up to a multiple of its grain. Each member counts as much as any other.

-- Null where nothing was due.
CREATE OR REPLACE FUNCTION poise.share(part bigint, whole bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN whole > 0 THEN 1000000 * part / whole END $$;

-- No more than a person can do in a day.
CREATE OR REPLACE FUNCTION poise.daily(figure bigint, days_active bigint, most bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN figure IS NOT NULL THEN least(1000 * figure / days_active, most) END $$;

-- A figure with fewer values behind it than the minimum is none.
CREATE OR REPLACE FUNCTION poise.rounded(total numeric, n bigint, minimum bigint, grain bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN n >= minimum THEN (2 * total::bigint + n * grain) / (2 * n * grain) * grain END $$;

CREATE OR REPLACE FUNCTION poise.percent(total numeric, n bigint, minimum bigint, grain bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT poise.rounded(total, n, minimum, grain * 10000) / 10000 $$;

-- In quarters, each of which is so many thousandths of what was added up.
CREATE OR REPLACE FUNCTION poise.quarters(total numeric, n bigint, minimum bigint, grain bigint, quarter bigint) RETURNS numeric
LANGUAGE sql IMMUTABLE
AS $$ SELECT pg_catalog.round(poise.rounded(total, n, minimum, grain * quarter) / quarter / 4.0, 2) $$;

CREATE OR REPLACE FUNCTION poise.band_of(members bigint) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 10 THEN '5-9' WHEN members < 25 THEN '10-24' WHEN members < 100 THEN '25-99'
                  WHEN members >= 100 THEN '100+' END $$;

CREATE OR REPLACE FUNCTION poise.percent_grain(members bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 10 THEN 10 WHEN members < 25 THEN 5 WHEN members < 100 THEN 2 ELSE 1 END::bigint $$;

CREATE OR REPLACE FUNCTION poise.quarter_grain(members bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 25 THEN 2 ELSE 1 END::bigint $$;

CREATE OR REPLACE FUNCTION poise.share_band(sitters bigint, members bigint) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN 5 * sitters < members THEN 'under 20' WHEN 5 * sitters > 4 * members THEN 'over 80' ELSE '20-80' END $$;
