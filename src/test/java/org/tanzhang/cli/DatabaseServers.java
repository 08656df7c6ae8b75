package org.tanzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;

/** The PostgreSQL servers that tests run on: the program's own, and the system's where one is installed. */
enum DatabaseServers {
    EMBEDDED,
    SYSTEM;

    /** A database of its own on a server. */
    record Database(String url, String user, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<DatabaseServers, Path> HOMES = new EnumMap<>(DatabaseServers.class);

    /** The installed PostgreSQL, newest first. */
    private static Optional<Path> installation() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.filter(v -> Files.isExecutable(v.resolve("bin/initdb")))
                    .max(Comparator.comparing(v -> v.getFileName().toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isInstalled() {
        return this == EMBEDDED || installation().isPresent();
    }

    /** A fresh, empty database. */
    Database fresh() {
        try {
            EmbeddedServer server = server();
            ServerAddress address = server.start();
            String name = "test_" + NUMBER.incrementAndGet();
            String superuser =
                    Files.readString(home().resolve("secrets/superuser")).strip();
            try (Connection postgres = DriverManager.getConnection(address.url(), "postgres", superuser);
                    Statement statement = postgres.createStatement()) {
                statement.execute("create database " + name + " owner tanzhang");
            }
            String url = address.url().replaceFirst("/tanzhang$", "/" + name);
            return new Database(url, address.user(), address.password());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    private EmbeddedServer server() throws IOException {
        return this == EMBEDDED
                ? EmbeddedServer.in(home())
                : EmbeddedServer.in(home(), installation().orElseThrow());
    }

    private Path home() throws IOException {
        synchronized (HOMES) {
            Path home = HOMES.get(this);
            if (home == null) {
                home = Files.createTempDirectory("tanzhang-" + name().toLowerCase(java.util.Locale.ROOT));
                HOMES.put(this, home);
                Path folder = home;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            }
            return home;
        }
    }

    private void remove(Path folder) {
        try {
            server().stop();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
