package io.github.crmkit.jdbc.dialect;

import io.github.crmkit.jdbc.sql.SessionLock;
import java.util.List;

/** The lock that lasts as long as a session, on each database. Names are letters, digits, underscores and a dot. */
final class SessionLocks {

    private static final String H2_LIVE = "select 1 from information_schema.sessions s where s.session_id = holder"
            + " and s.session_start = holder_since";

    private SessionLocks() {}

    /**
     * H2 has nothing that outlives a commit, and each CREATE TABLE commits. So the holder's session is written into a row,
     * and whoever finds there a session that is gone takes its place. Only administrators see the sessions of others: all
     * others wait until the row is free.
     */
    static SessionLock h2(String table) {
        return new SessionLock(
                List.of(
                        "create table if not exists " + table + " (id integer not null primary key,"
                                + " holder integer, holder_since timestamp(9) with time zone)",
                        "insert into " + table + " (id) values (1)"),
                "update " + table + " set holder = session_id(), holder_since = (select session_start from"
                        + " information_schema.sessions where session_id = session_id())"
                        + " where id = 1 and (holder is null or (exists (select 1 from information_schema.users where"
                        + " user_name = current_user and is_admin) and not exists (" + H2_LIVE + ")))",
                "update " + table + " set holder = null, holder_since = null"
                        + " where id = 1 and holder = session_id()");
    }

    static SessionLock postgresql(String name) {
        String key = "('x' || substr(md5('" + name + "'), 1, 16))::bit(64)::bigint";
        return new SessionLock(
                List.of(),
                "select case when pg_try_advisory_lock(" + key + ") then 1 else 0 end",
                "select case when pg_advisory_unlock(" + key + ") then 1 else 0 end");
    }

    /** Such names are the whole server's and at most 64 characters long. */
    static SessionLock mariadb(String name) {
        // a qualified name means the same wherever the connection is
        String key = name.contains(".")
                ? "md5('" + name + "')"
                : "md5(concat(coalesce(database(), ''), '.', '" + name + "'))";
        return new SessionLock(List.of(), "select get_lock(" + key + ", 0)", "select release_lock(" + key + ")");
    }
}
