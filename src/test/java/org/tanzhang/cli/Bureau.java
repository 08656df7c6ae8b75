package org.tanzhang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bureau with an empty database and a folder of its own, giving commands as its people do. */
final class Bureau implements AutoCloseable {

    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path SAMPLES = ROOT.resolve("samples");

    private static final List<String> PROPERTIES = List.of(
            "tanzhang.root",
            "tanzhang.home",
            "tanzhang.emission-factors",
            "tanzhang.threads",
            "tanzhang.accept",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password");

    private final DatabaseServers.Database database;
    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();

    /** What a command said. */
    record Said(int exitCode, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private Bureau(DatabaseServers.Database database, Path home) {
        this.database = database;
        this.home = home;
    }

    static Bureau on(DatabaseServers server, Path home) {
        Assumptions.assumeTrue(server.isInstalled(), "no PostgreSQL is installed on this system: skipped");
        return new Bureau(server.fresh(), home);
    }

    /** One that has the sample city's register of 2024; its own folder is {@code home} in the one given. */
    static Bureau withRegister(Path folder) throws IOException {
        Bureau bureau = on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path register = SampleWorkbook.of(2024, "名录_430100").save(folder.resolve("名录"));
        Said said = bureau.run("import", register.toString());
        if (said.exitCode() != 0) {
            throw new IllegalStateException(said.err());
        }
        return bureau;
    }

    /** Another reference-data folder than the project's. */
    Bureau withReferenceData(Path folder) {
        settings.put("tanzhang.emission-factors", folder.toString());
        return this;
    }

    /** Accounts by another set and method by default. */
    Bureau accountingBy(String factors, String method) {
        settings.put("tanzhang.factors", factors);
        settings.put("tanzhang.method", method);
        return this;
    }

    /** Another folder than the project's that holds jobs/; the reference data stay. */
    Bureau withJobsIn(Path root) {
        settings.put("tanzhang.root", root.toString());
        return withReferenceData(ROOT.resolve("emission-factors"));
    }

    Bureau withThreads(int threads) {
        settings.put("tanzhang.threads", String.valueOf(threads));
        return this;
    }

    /** Workbooks are taken in whole or not at all. */
    Bureau takingWorkbooksWhole() {
        settings.put("tanzhang.accept", "workbook");
        return this;
    }

    /** A day, {@code MM-dd} of the following year, by which a form is due. */
    Bureau withDue(String form, String day) {
        settings.put("tanzhang.due." + form, day);
        return this;
    }

    /** What the marking of one workbook may take, as the job's file says it. */
    Bureau markingWithin(String time) {
        settings.put("tanzhang.marking-time", time);
        return this;
    }

    Path home() {
        return home;
    }

    Said run(String... args) {
        return within(() -> {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Tanzhang.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
            return new Said(code, out.toString(), err.toString());
        });
    }

    /** What a part of the application answers. */
    <P, T> T ask(Class<P> part, Function<P, T> question) {
        return within(() -> {
            try (Session session = Session.open()) {
                return question.apply(session.get(part));
            }
        });
    }

    private <T> T within(Supplier<T> work) {
        settings.putIfAbsent("tanzhang.root", ROOT.toString());
        settings.put("tanzhang.home", home.toString());
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.forEach(System::setProperty);
        try {
            return work.get();
        } finally {
            PROPERTIES.forEach(System::clearProperty);
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** The rows of a query, each as its values in order. */
    List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (rs.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= rs.getMetaData().getColumnCount(); c++) {
                    row.add(String.valueOf(rs.getString(c)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The ledger of a year, exported. */
    Ledger ledger(int year, String... more) throws IOException {
        Path file = home.resolve("ledger-" + year + "-" + System.nanoTime() + ".csv");
        List<String> args =
                new ArrayList<>(List.of("export", "--year", String.valueOf(year), "--out", file.toString()));
        args.addAll(List.of(more));
        Said said = run(args.toArray(String[]::new));
        if (said.exitCode() != 0) {
            throw new IllegalStateException(said.err());
        }
        return Ledger.read(Files.readString(file));
    }

    DatabaseServers.Database database() {
        return database;
    }

    @Override
    public void close() {
        PROPERTIES.forEach(System::clearProperty);
    }
}
