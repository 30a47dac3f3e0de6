-- SPDX-License-Identifier: GPL-3.0-or-later
-- The figures of a team's week from its members' records, by the disclosure rules; the same digits as team/figures.
-- Each member counts as much as any other: a figure is the mean of each one's own value.

-- Rounded half up to a multiple. A mean has sixteen and more digits; the last of them do not decide which half it is.
CREATE OR REPLACE FUNCTION poise.coarse(mean numeric, grain numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
AS $$ SELECT pg_catalog.floor(mean / grain + 0.5 + 1e-9) * grain $$;

CREATE OR REPLACE FUNCTION poise.band_of(members bigint) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 10 THEN '5-9' WHEN members < 25 THEN '10-24' WHEN members < 100 THEN '25-99' WHEN members >= 100 THEN '100+' END $$;

CREATE OR REPLACE FUNCTION poise.percent_grain(members bigint) RETURNS numeric LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 10 THEN 10.0 WHEN members < 25 THEN 5.0 WHEN members < 100 THEN 2.0 ELSE 1.0 END $$;

-- Of hours, and of movement a day.
CREATE OR REPLACE FUNCTION poise.half_grain(members bigint) RETURNS numeric LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN members < 25 THEN 0.5 ELSE 0.25 END $$;

-- A figure behind which there are fewer values than the minimum is none.
CREATE OR REPLACE FUNCTION poise.figure(mean numeric, count_of_values bigint, minimum integer, grain numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN count_of_values >= minimum THEN poise.coarse(mean, grain) END $$;

CREATE OR REPLACE FUNCTION poise.percent(part numeric, whole integer) RETURNS numeric LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN whole > 0 THEN 100.0 * part / whole END $$;
