package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server of the program's own.
 *
 * <p>The server is a process of its own that outlives the command which started it, however that command ends; the next
 * one finds and uses it. It listens on 127.0.0.1 alone, every role has a generated password, and everything it owns lies
 * in one folder: {@code data} and {@code log} (of the user it runs as), {@code secrets}, {@code binaries}, {@code port},
 * {@code lock}. Back up {@code data} (server stopped) and {@code secrets} together.
 *
 * <p>Linux only. Instances hold no state: any number of them, in any number of processes, may stand for the same folder.
 */
public final class EmbeddedServer {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(5);
    private static final Duration NOTICE_INTERVAL = Duration.ofSeconds(10);
    private static final int PG_CTL_SECONDS = 60;

    private final Path folder;
    private final @Nullable Path installation;
    private final Predicate<RunAs> allowed;

    private EmbeddedServer(Path folder, @Nullable Path installation, Predicate<RunAs> allowed) {
        this.folder = folder.toAbsolutePath().normalize();
        this.installation = installation;
        this.allowed = allowed;
    }

    /** The server whose folder is {@code home}, run from the PostgreSQL binaries on the class path. */
    public static EmbeddedServer in(Path home) {
        return new EmbeddedServer(home, null, way -> true);
    }

    /**
     * The server whose folder is {@code home}, run from an installed PostgreSQL.
     *
     * @param installation folder that contains bin/initdb, such as /usr/lib/postgresql/17
     */
    public static EmbeddedServer in(Path home, Path installation) {
        return in(home, installation, way -> true);
    }

    static EmbeddedServer in(Path home, @Nullable Path installation, Predicate<RunAs> allowed) {
        return new EmbeddedServer(home, installation, allowed);
    }

    /**
     * Makes the server run and tells how to connect.
     *
     * <p>Creates the database on the first call; afterwards starts it if it does not run, waits where it recovers from a
     * crash, and does nothing where it runs. Safe to call from several threads and processes at once.
     *
     * @return address of database {@code tanzhang} for its owner, the role {@code tanzhang}
     * @throws DatabaseServerException when that is impossible; the message says what to do
     */
    public ServerAddress start() {
        try {
            var home = new Home(makeHome());
            RunAs.refuseForeign(home);
            try (var lock = HomeLock.take(home.folder())) {
                Folder.removeUnfinished(home.folder());
                var found = home.find();
                return home.address(
                        found.state() == Home.State.READY
                                ? found.port()
                                : launch(home).port());
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What is known of the server; starts, makes and changes nothing. */
    public Status status() {
        try {
            var home = new Home(Files.isDirectory(folder) ? folder.toRealPath() : folder);
            if (!home.cluster().exists()) {
                return new Status(false, OptionalLong.empty(), OptionalInt.empty(), Optional.empty(), home.data(), 0);
            }
            RunAs.refuseForeign(home);
            var found = home.find();
            boolean absent = found.state() == Home.State.ABSENT;
            return new Status(
                    found.state() == Home.State.READY,
                    absent ? OptionalLong.empty() : OptionalLong.of(found.pid()),
                    absent ? home.port().kept() : OptionalInt.of(found.port()),
                    found.version().isEmpty() ? home.cluster().version() : Optional.of(found.version()),
                    home.data(),
                    Folder.size(home.data()));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Stops the server and waits for it to end; open transactions are rolled back. Does nothing where it does not run.
     *
     * @throws DatabaseServerException when it does not stop
     */
    public void stop() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            var home = new Home(folder.toRealPath());
            RunAs.refuseForeign(home);
            try (var lock = HomeLock.take(home.folder())) {
                var postmaster = home.postmaster();
                if (postmaster.isPresent()) {
                    stop(home, postmaster.get().pid());
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Creates what is missing and starts the server; a READY one comes back. */
    private Home.Found launch(Home home) throws IOException {
        var programs = installation(home);
        var way = RunAs.choose(home, programs, allowed);
        var cluster = home.cluster();
        cluster.removeUnfinished();
        if (!cluster.exists()) {
            cluster.create(programs, way, home.newSuperuserPassword());
        }
        cluster.refuseOtherVersion(programs);
        cluster.giveTo(way);
        home.log().prepare(way);

        var deadline = Instant.now().plus(PATIENCE);
        @Nullable DatabaseServerException fault = null;
        while (true) {
            var found = awaitReady(home);
            if (found.state() == Home.State.READY) {
                if (installation == null) {
                    home.binaries().keepOnly(programs);
                }
                return found;
            }
            if (fault != null && Instant.now().isAfter(deadline)) {
                throw fault;
            }
            fault = attempt(home, programs, way);
        }
    }

    /**
     * Starts the server once.
     *
     * @return what to tell if it turns out not to run
     * @throws DatabaseServerException when it cannot start and another attempt would not help
     */
    private static DatabaseServerException attempt(Home home, Installation programs, RunAs way) throws IOException {
        home.removeStalePidFile();
        int port = home.port().free();
        home.cluster().configure(port, way);
        var mark = home.log().mark();
        log.info("Starting the database server on port {} ({})", port, way);
        var pgCtl =
                pgCtl(home, programs, way, "start", "-l", home.log().startup().toString());
        var said = home.log().since(mark);
        var fault = new DatabaseServerException(
                "start-failed",
                said.isBlank() ? pgCtl.output() : said,
                home.log().folder());
        if (!pgCtl.succeeded() && home.postmaster().isEmpty()) {
            // Backends of a killed server, or a server that was starting before its pid file was there.
            boolean oldProcesses = said.contains("is still in use") || said.contains("lock file");
            if (!oldProcesses && Port.isFree(port)) {
                throw fault;
            }
            log.info("A killed server's processes still run or the port was taken; trying again");
            log.debug("The database server said: {}", said);
            Patience.pause(Duration.ofMillis(500));
            return oldProcesses
                    ? new DatabaseServerException("old-processes", home.data(), Postmaster.processesIn(home.data()))
                    : fault;
        }
        return fault;
    }

    /** Waits while a server of this data directory starts, recovers or shuts down; READY or ABSENT comes back. */
    private static Home.Found awaitReady(Home home) throws IOException {
        var begin = Instant.now();
        var notice = begin.plus(NOTICE_INTERVAL);
        while (true) {
            var found = home.find();
            if (found.state() != Home.State.BUSY) {
                return found;
            }
            var now = Instant.now();
            if (now.isAfter(begin.plus(READY_PATIENCE))) {
                throw new DatabaseServerException(
                        "not-ready",
                        found.pid(),
                        READY_PATIENCE.toSeconds(),
                        home.log().folder());
            }
            if (now.isAfter(notice)) {
                log.info("The database server (process {}) is starting, recovering or ending; waiting", found.pid());
                notice = now.plus(NOTICE_INTERVAL);
            }
            Patience.pause(Duration.ofMillis(100));
        }
    }

    private void stop(Home home, long pid) throws IOException {
        var programs = installation(home);
        var way = RunAs.choose(home, programs, allowed);
        log.info("Stopping the database server (process {})", pid);
        var pgCtl = pgCtl(home, programs, way, "stop", "-m", "fast");
        if (home.postmaster().isPresent()) {
            throw new DatabaseServerException(
                    "stop-failed", pid, pgCtl.output(), home.log().folder());
        }
    }

    private Installation installation(Home home) {
        return installation == null ? home.binaries().installation() : new Installation(installation);
    }

    private static Command pgCtl(Home home, Installation programs, RunAs way, String action, String... arguments) {
        var command = new ArrayList<>(List.of(
                programs.program("pg_ctl").toString(),
                action,
                "-D",
                home.data().toString(),
                "-w",
                "-t",
                String.valueOf(PG_CTL_SECONDS)));
        command.addAll(List.of(arguments));
        return Command.run(way.wrap(command), home.folder(), Duration.ofSeconds(2 * PG_CTL_SECONDS));
    }

    private Path makeHome() throws IOException {
        if (folder.toString().matches("(?s).*[\"$`\\\\\n\r].*")) {
            throw new DatabaseServerException("odd-path", folder);
        }
        Folder.makeAll(folder, "rwxr-xr-x");
        return folder.toRealPath();
    }

    private DatabaseServerException unusable(IOException e) {
        // An IOException of the file system names the file; its class tells the reason (AccessDenied, NoSuchFile).
        return new DatabaseServerException(
                "folder-not-writable", e, folder, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
}
