-- SPDX-License-Identifier: GPL-3.0-or-later
-- A schema and a database that are closed: what is created here later is closed too, until somebody opens it.
CREATE SCHEMA IF NOT EXISTS poise AUTHORIZATION poise_owner;
REVOKE ALL ON SCHEMA poise FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA poise TO poise_member, poise_reader, poise_freezer, poise_admin;

-- Not IN SCHEMA: what is granted to PUBLIC by default can only be taken away from all schemas at once.
ALTER DEFAULT PRIVILEGES FOR ROLE poise_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE poise_owner REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE poise_owner REVOKE ALL ON TYPES FROM PUBLIC;

-- Nobody makes temporary tables, which could stand in front of ours.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
    EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO poise_member, poise_reader, poise_freezer, poise_admin',
                              pg_catalog.current_database());
END
$$;
