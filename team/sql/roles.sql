-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL client_min_messages = warning; -- what is there already is no news

-- Who there is. The owner owns everything and cannot log in; the others are groups, and what a group may do is to call
-- functions. Nobody's team is a role: any login can list roles, so a team is a row.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['poise_owner', 'poise_member', 'poise_reader', 'poise_freezer', 'poise_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
        END IF;
        EXECUTE pg_catalog.format(
            'ALTER ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', name);
    END LOOP;
END
$$;
