package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data directory: made whole or not at all, and configured.
 *
 * @param data the directory
 */
record Cluster(Path data) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(10);
    private static final String UNFINISHED = "init-";
    private static final String SETTINGS = "tanzhang.conf";

    boolean exists() {
        return Files.isDirectory(data);
    }

    /** Major version that wrote the data; empty before they exist. */
    Optional<String> version() throws IOException {
        return Optional.ofNullable(Folder.firstLine(data.resolve("PG_VERSION")));
    }

    /**
     * Runs initdb beside the data directory and renames the result, so that a kill at any moment leaves nothing but a
     * folder which the next call removes.
     */
    void create(Installation installation, RunAs way, String superuserPassword) throws IOException {
        var home = Folder.parent(data);
        log.info("Creating the database in {}", data);
        var work = Files.createTempDirectory(home, UNFINISHED);
        try {
            Folder.give(work, way.uid(), way.gid());
            var passwordFile = work.resolve("password");
            Folder.write(passwordFile, superuserPassword + "\n", "rw-------");
            var fresh = work.resolve("data");
            // Locale C: bytewise and the same on every machine; Chinese order is asked for with an ICU collation.
            var initdb = Command.run(
                    way.wrap(List.of(
                            installation.program("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--data-checksums")),
                    home,
                    INITDB_PATIENCE);
            if (!initdb.succeeded()) {
                throw new DatabaseServerException("initdb-failed", data, initdb.exit(), initdb.output());
            }
            var configuration = fresh.resolve("postgresql.conf");
            var text = Files.readString(configuration) + "\n# Written at each start, as everything above is not:\n"
                    + "include '" + SETTINGS + "'\n";
            Folder.write(configuration, text, "rw-------", way.uid(), way.gid());
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
            Folder.sync(home);
        } finally {
            Folder.delete(work);
        }
    }

    /** Data of another major version would not be read, and must not be tried. */
    void refuseOtherVersion(Installation installation) throws IOException {
        var wrote = version().orElse("?");
        var brings = installation.majorVersion();
        if (!wrote.equals(brings)) {
            throw new DatabaseServerException("other-version", data, wrote, brings);
        }
    }

    /** Gives the data to the way's user if they belong to another, as after a change of ways. */
    void giveTo(RunAs way) throws IOException {
        if (Folder.uid(data) != way.uid()) {
            log.warn("The data in {} change their owner: from now on they are served by {}", data, way);
            Folder.giveAll(data, way.uid(), way.gid());
        }
    }

    /** Writes the settings of this program version, so that they reach databases made by older ones. */
    void configure(int port, RunAs way) throws IOException {
        var settings = """
                # Rewritten at each start; settings of your own go to the end of postgresql.conf.
                cluster_name = 'tanzhang'
                listen_addresses = '127.0.0.1'
                port = %s
                # A socket's path may have 107 bytes at most; TCP has no such limit.
                unix_socket_directories = ''
                max_connections = 40

                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # A night's rows with their indexes, and what sorting hundreds of thousands of statements takes.
                shared_buffers = 384MB
                work_mem = 32MB
                temp_buffers = 64MB
                max_wal_size = 2GB

                # Files below /dev/shm are removed when a user logs out (systemd's RemoveIPC), and containers have few.
                dynamic_shared_memory_type = mmap
                min_dynamic_shared_memory = 32MB

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'

                # One file for each day of the month; a month later it is overwritten.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%d.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(Integer.toString(port));
        Folder.write(data.resolve(SETTINGS), settings, "rw-------", way.uid(), way.gid());
    }

    /** Removes what a killed {@link #create} has left. */
    void removeUnfinished() throws IOException {
        try (var leftovers = Files.newDirectoryStream(Folder.parent(data), UNFINISHED + "*")) {
            for (var leftover : leftovers) {
                log.info("Removing {}, which an initialisation that was killed has left", leftover);
                // initdb may have outlived the program that called it.
                Postmaster.processesWith("--pgdata=" + leftover.resolve("data"))
                        .forEach(ProcessHandle::destroyForcibly);
                deleteUnderHands(leftover);
            }
        }
    }

    private static void deleteUnderHands(Path leftover) {
        for (int i = 0; i < 20; i++) {
            try {
                Folder.delete(leftover);
                return;
            } catch (IOException e) {
                log.debug("{} is still written to", leftover, e);
                Patience.pause(Duration.ofMillis(200));
            }
        }
        log.warn("{} could not be removed; it may be deleted by hand", leftover);
    }
}
