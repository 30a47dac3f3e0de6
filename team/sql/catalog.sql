-- SPDX-License-Identifier: GPL-3.0-or-later
-- What PostgreSQL tells any login about the others: how many rows a table has and how often it was written, who is
-- connected, which roles there are. In a database with one team that is the exact number of its members, and who of them
-- published this week. So none of it is for PUBLIC here. (In other databases of the cluster it is: pg_hba.conf lets
-- these logins into this one alone.)
DO $$
DECLARE
    told record;
BEGIN
    FOR told IN
        SELECT p.oid::pg_catalog.regprocedure AS signature FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.prokind = 'f'
          AND (p.proname ~ '^pg_stat_' OR p.proname ~ '_size$' OR p.proname ~ '^pg_lock' OR p.proname ~ '^pg_blocking'
               OR p.proname IN ('pg_get_userbyid', 'pg_xact_commit_timestamp', 'pg_prepared_xact', 'pg_cursor',
                                'pg_identify_object', 'pg_describe_object', 'pg_get_multixact_members'))
    LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', told.signature);
    END LOOP;
END
$$;
REVOKE ALL ON pg_catalog.pg_roles, pg_catalog.pg_user, pg_catalog.pg_group, pg_catalog.pg_auth_members,
    pg_catalog.pg_db_role_setting, pg_catalog.pg_shdepend, pg_catalog.pg_stats, pg_catalog.pg_stats_ext,
    pg_catalog.pg_stat_activity FROM PUBLIC;

-- Of a table everything but how large it is.
DO $$
DECLARE
    columns text;
BEGIN
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(attname), ', ') INTO columns FROM pg_catalog.pg_attribute
    WHERE attrelid = 'pg_catalog.pg_class'::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped
      AND attname NOT IN ('reltuples', 'relpages', 'relallvisible');
    REVOKE ALL ON pg_catalog.pg_class FROM PUBLIC;
    EXECUTE pg_catalog.format('GRANT SELECT (%s) ON pg_catalog.pg_class TO PUBLIC', columns);
END
$$;
