package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder that holds everything of one server, and the finding of the server that runs in it.
 *
 * @param folder real path, without links
 */
record Home(Path folder) {

    /** READY: takes connections. BUSY: starts, recovers or shuts down. ABSENT: no process serves the data. */
    enum State {
        READY,
        BUSY,
        ABSENT
    }

    /**
     * @param pid process id, 0 when absent
     * @param port port it listens on, 0 when absent
     * @param version full version, empty unless ready
     */
    record Found(State state, long pid, int port, String version) {}

    private static final Found NOTHING = new Found(State.ABSENT, 0, 0, "");
    private static final Duration HALF_WRITTEN = Duration.ofSeconds(5);

    Path data() {
        return folder.resolve("data");
    }

    Cluster cluster() {
        return new Cluster(data());
    }

    Binaries binaries() {
        return new Binaries(folder.resolve("binaries"));
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    Port port() {
        return new Port(folder.resolve("port"));
    }

    ServerLog log() {
        return new ServerLog(folder.resolve("log"));
    }

    /** The live process that serves the data. */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(data()).filter(Postmaster::alive);
    }

    /** Finds the server, by the process that postmaster.pid names and by talking to it as superuser. */
    Found find() throws IOException {
        var postmaster = postmaster();
        if (postmaster.isEmpty()) {
            return NOTHING;
        }
        long pid = postmaster.get().pid();
        int port = postmaster.get().port();
        var busy = new Found(State.BUSY, pid, port, "");
        if (port == 0) {
            return busy;
        }
        var password = superuserPassword();
        try (var connection = Roles.connect(port, "postgres", Roles.SUPERUSER, password);
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT current_setting('data_directory'), current_setting('server_version')")) {
            result.next();
            // "15.12 (Debian 15.12-0+deb12u2)"
            var version = result.getString(2).split(" ", 2)[0];
            return isData(Path.of(result.getString(1))) ? new Found(State.READY, pid, port, version) : NOTHING;
        } catch (SQLException e) {
            return switch (String.valueOf(e.getSQLState())) {
                // cannot connect now, shutdowns, refused, broken off
                case "57P03", "57P01", "57P02", "08001", "08006" -> busy;
                case "28P01", "28000" ->
                    throw new DatabaseServerException(
                            "secret-refused", e, port, secrets().file(Secrets.SUPERUSER));
                default -> throw new DatabaseServerException("server-refused", e, port, e.getMessage(), log().folder());
            };
        }
    }

    /** The application's address on a ready server, once its role, password and database are seen to work. */
    ServerAddress address(int port) throws IOException {
        var password = secrets().read(Roles.APPLICATION);
        if (password.isEmpty() || secrets().read(Roles.READER).isEmpty() || !admits(port, password.get())) {
            try (var connection = superuser(port)) {
                Roles.provide(connection, secrets(), password.isPresent());
            } catch (SQLException e) {
                throw new DatabaseServerException("server-refused", e, port, e.getMessage(), log().folder());
            }
            password = secrets().read(Roles.APPLICATION);
        }
        return new ServerAddress(Roles.url(port, Roles.DATABASE), Roles.APPLICATION, password.orElseThrow(), port);
    }

    private static boolean admits(int port, String password) {
        try (var connection = Roles.connect(port, Roles.DATABASE, Roles.APPLICATION, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            // Wrong password, no role, no database, no right to connect: all mended by providing them.
            return false;
        }
    }

    private Connection superuser(int port) throws SQLException, IOException {
        return Roles.connect(port, "postgres", Roles.SUPERUSER, superuserPassword());
    }

    /** The superuser's password of an existing database. */
    String superuserPassword() throws IOException {
        var file = secrets().file(Secrets.SUPERUSER);
        return secrets()
                .read(Secrets.SUPERUSER)
                .orElseThrow(() -> new DatabaseServerException("secret-missing", file, folder));
    }

    /** The superuser's password for a database about to be made: on disk before anything depends on it. */
    String newSuperuserPassword() throws IOException {
        var kept = secrets().read(Secrets.SUPERUSER);
        var password = kept.orElseGet(Secrets::generate);
        if (kept.isEmpty()) {
            secrets().write(Secrets.SUPERUSER, password);
        }
        return password;
    }

    /**
     * Removes a postmaster.pid that would keep PostgreSQL from starting for ever: one whose process id has passed on to
     * another program of the same user (or is that of a dead process nobody collected), and one cut short by a crash.
     *
     * <p>That is safe even if processes of the old server still live: PostgreSQL finds them by their shared memory.
     */
    void removeStalePidFile() throws IOException {
        var file = Postmaster.file(data());
        if (!Files.exists(file)) {
            return;
        }
        var named = Postmaster.of(data());
        var written = Files.getLastModifiedTime(file).toInstant();
        boolean stale = named.map(postmaster -> !postmaster.alive())
                .orElse(Instant.now().isAfter(written.plus(HALF_WRITTEN)));
        if (stale) {
            Files.deleteIfExists(file);
        }
    }

    private boolean isData(Path directory) throws IOException {
        return Files.exists(directory) && Files.isSameFile(directory, data());
    }
}
