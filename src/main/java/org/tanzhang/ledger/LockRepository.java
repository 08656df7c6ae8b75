package org.tanzhang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;

/**
 * The one lock under which anything is written: an advisory lock of the database, held by a session. It goes with the
 * session, so a killed program leaves none behind.
 */
@Repository
public class LockRepository {

    /** "tanzhang" as a number; advisory locks are named by 64 bits. */
    private static final long NAME = 0x74616e7a68616e67L;

    /** A holder that was killed is noticed by the server within moments, on a busy machine within seconds. */
    private static final int PATIENCE_MILLIS = 20_000;

    /** A large commit of a killed holder takes the server a while. */
    private static final int UNFINISHED_PATIENCE_MILLIS = 60_000;

    private static final int PAUSE_MILLIS = 100;

    private static final Pattern PID = Pattern.compile("pid (\\d{1,9})");

    private final DataSource dataSource;

    public LockRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The lock is held by another process. */
    public static final class HeldException extends Exception {

        private static final long serialVersionUID = 1L;

        HeldException(String holder) {
            super(holder);
        }
    }

    /** The lock, held until it is closed. */
    public static final class Lock implements AutoCloseable {

        private final Connection session;

        private Lock(Connection session) {
            this.session = session;
        }

        @Override
        public void close() {
            try (session) {
                if (!session.isClosed()) {
                    execute(session, "select pg_advisory_unlock(" + NAME + ")");
                    execute(session, "reset application_name");
                }
            } catch (SQLException e) {
                // the server is gone, and the lock with it
            }
        }
    }

    /** What holds the lock now, with the time since when; empty when nothing does. */
    public Optional<String> heldBy() throws SQLException {
        try (Connection session = dataSource.getConnection()) {
            return holder(session);
        }
    }

    /**
     * Takes the lock.
     *
     * @param who what the holder is, for whoever finds it held: command and process id
     * @throws HeldException naming the holder, when another process has it
     */
    public Lock take(String who) throws HeldException, SQLException {
        Connection session = dataSource.getConnection();
        try {
            try (PreparedStatement name = session.prepareStatement("select set_config('application_name', ?, false)")) {
                name.setString(1, who);
                name.execute();
            }
            for (int waited = 0; ; waited += PAUSE_MILLIS) {
                if (tryLock(session)) {
                    awaitUnfinished(session);
                    return new Lock(session);
                }
                Optional<String> holder = holder(session);
                if (waited >= PATIENCE_MILLIS
                        || holder.filter(LockRepository::isAlive).isPresent()) {
                    throw new HeldException(holder.orElse("?"));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            session.close();
            throw new SQLException("interrupted while waiting for the lock", e);
        } catch (HeldException | SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Waits for what a killed holder left unfinished: its lock ends with its connection, but the server may still be
     * committing what it had sent over another one.
     */
    private static void awaitUnfinished(Connection session) throws SQLException, InterruptedException, HeldException {
        for (int waited = 0; ; waited += PAUSE_MILLIS) {
            Optional<String> writer = unfinished(session);
            if (writer.isEmpty()) {
                return;
            }
            if (waited >= UNFINISHED_PATIENCE_MILLIS) {
                throw new HeldException(writer.get());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Another connection of the same user that has a writing transaction open. */
    private static Optional<String> unfinished(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("""
                        select application_name || ', ' || pid from pg_stat_activity
                        where datname = current_database() and usename = current_user
                          and backend_xid is not null and pid <> pg_backend_pid()
                        limit 1
                        """);
                ResultSet rs = statement.executeQuery()) {
            return rs.next() ? Optional.of(rs.getString(1)) : Optional.empty();
        }
    }

    /** Whether the process that a holder names lives on this machine; of another machine's nobody can tell. */
    private static boolean isAlive(String holder) {
        Matcher pid = PID.matcher(holder);
        return pid.find() && ProcessHandle.of(Long.parseLong(pid.group(1))).isPresent();
    }

    private static boolean tryLock(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("select pg_try_advisory_lock(" + NAME + ")");
                ResultSet rs = statement.executeQuery()) {
            return rs.next() && rs.getBoolean(1);
        }
    }

    private static Optional<String> holder(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("""
                        select a.application_name || ', ' || to_char(a.backend_start at time zone 'UTC',
                               'YYYY-MM-DD HH24:MI:SS "UTC"')
                        from pg_locks l join pg_stat_activity a using (pid)
                        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                          and l.database = (select oid from pg_database where datname = current_database())
                          and (l.classid::bigint << 32) + l.objid::bigint = ?
                        """)) {
            statement.setLong(1, NAME);
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() ? Optional.of(rs.getString(1)) : Optional.empty();
            }
        }
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
