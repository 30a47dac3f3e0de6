-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a week has ended, when it closes. All in UTC; a member's own zone is known to nobody.

CREATE OR REPLACE FUNCTION poise.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
AS $$ SELECT pg_catalog.clock_timestamp() $$;

CREATE OR REPLACE FUNCTION poise.today() RETURNS date LANGUAGE sql VOLATILE
AS $$ SELECT (poise.clock() AT TIME ZONE 'UTC')::date $$;

CREATE OR REPLACE FUNCTION poise.monday_of(day date) RETURNS date LANGUAGE sql IMMUTABLE
AS $$ SELECT day - (extract(isodow FROM day)::integer - 1) $$;

-- It has ended somewhere on Earth when Sunday has at UTC+14.
CREATE OR REPLACE FUNCTION poise.ended(monday date) RETURNS boolean LANGUAGE sql VOLATILE
AS $$ SELECT (poise.clock() AT TIME ZONE 'UTC') >= monday + interval '6 days 10 hours' $$;

-- The newest Monday whose week is closed: its freeze day in the week after has come to 12:00.
CREATE OR REPLACE FUNCTION poise.last_closed() RETURNS date LANGUAGE sql VOLATILE
AS $$ SELECT poise.monday_of(((poise.clock() AT TIME ZONE 'UTC') - (freeze_day + 6) * interval '1 day' - interval '12 hours')::date)
      FROM poise.installation $$;

CREATE OR REPLACE FUNCTION poise.week_label(monday date) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT pg_catalog.to_char(monday, 'IYYY-"W"IW') $$;
