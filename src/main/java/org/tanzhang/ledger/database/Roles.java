package org.tanzhang.ledger.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roles and the database that the application expects, and connections for them. */
final class Roles {

    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "tanzhang";
    static final String READER = "tanzhang_reader";
    static final String DATABASE = "tanzhang";

    private static final Logger log = LoggerFactory.getLogger(Roles.class);

    /** unique_violation, duplicate_database, duplicate_object. */
    private static final Set<String> MADE_BY_ANOTHER = Set.of("23505", "42P04", "42710");

    private Roles() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Connection connect(int port, String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "tanzhang server check");
        var connection = new Driver().connect(url(port, database), properties);
        if (connection == null) {
            throw new SQLException("the PostgreSQL driver does not know its own address");
        }
        return connection;
    }

    /**
     * Makes what is missing: both roles with their passwords, the database, its rights. Safe to repeat and to kill.
     *
     * @param connection the superuser's, to database postgres
     * @param renew whether to set the application's password again although the role has one
     */
    static void provide(Connection connection, Secrets secrets, boolean renew) throws SQLException, IOException {
        provideRole(connection, secrets, APPLICATION, renew);
        provideRole(connection, secrets, READER, renew);
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
            createOnce(connection, "CREATE DATABASE tanzhang OWNER tanzhang");
        }
        execute(connection, "REVOKE ALL ON DATABASE tanzhang FROM PUBLIC");
        execute(connection, "GRANT CONNECT ON DATABASE tanzhang TO tanzhang_reader");
        execute(connection, "ALTER ROLE tanzhang_reader SET default_transaction_read_only = on");
    }

    private static void provideRole(Connection connection, Secrets secrets, String role, boolean renew)
            throws SQLException, IOException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            createOnce(connection, "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        var kept = secrets.read(role);
        boolean hasPassword =
                exists(connection, "SELECT 1 FROM pg_authid WHERE rolname = ? AND rolpassword IS NOT NULL", role);
        if (renew || kept.isEmpty() || !hasPassword) {
            var password = kept.orElseGet(Secrets::generate);
            // The driver sends a SCRAM verifier: the password itself reaches neither the server nor its log.
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
            secrets.write(role, password);
            log.info("The password of database role {} was set; it is in {}", role, secrets.file(role));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** A program killed a moment ago may have a session that still makes the same thing: what it makes serves as well. */
    private static void createOnce(Connection connection, String sql) throws SQLException {
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            if (!MADE_BY_ANOTHER.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            log.info("Made by another session meanwhile: {}", sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
