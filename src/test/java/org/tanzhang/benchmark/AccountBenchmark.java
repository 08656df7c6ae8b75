package org.tanzhang.benchmark;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;

/**
 * The account of one million observations of 100 counties and 10 years beside the same account in {@link PlainSql}. Prints both
 * times and their ratio, and no ratio where the sums differ; the median where it is run several times ({@code -Druns=}). {@code -Dcounties=}, {@code -Dyears=} and {@code -Dunits=} make it
 * smaller, {@code -Dthreads=} says how many partitions are accounted at once.
 */
class AccountBenchmark {

    @TempDir
    Path folder;

    @Test
    void accountBesidePlainSql() throws Exception {
        Ratios ratios = new Ratios();
        for (int run = 0; run < Ratios.RUNS; run++) {
            run(Files.createDirectories(folder.resolve("run-" + run))).ifPresent(ratios::add);
        }
        ratios.print();
    }

    /** One account and its plain SQL in a database of their own; the ratio, empty where the sums differ. */
    private static Optional<BigDecimal> run(Path folder) throws Exception {
        int years = Integer.getInteger("years", 10);
        Province province = new Province(
                Integer.getInteger("counties", 100), 2024 - years + 1, 2024, Integer.getInteger("units", 45));
        Path home = folder.resolve("home");
        Program program = new Program(folder, home);
        Path reference = province.reference(Files.createDirectories(folder.resolve("reference")));
        List<String> properties = List.of(
                "-Dtanzhang.emission-factors=" + reference,
                "-Dtanzhang.account-threads=" + Integer.getInteger("threads", 2));
        EmbeddedServer server = EmbeddedServer.in(home.resolve("postgresql"));
        ServerAddress address = server.start();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            // the tables are made before the clock runs
            program.command(properties, "runs");
            long observations = province.draw(connection);
            System.out.printf(
                    "%d observations of %d counties and %d years%n", observations, province.counties(), years);
            long pid = server.status().pid().getAsLong();
            long own0 = Program.processor(ProcessHandle.current().pid());
            long server0 = Program.processor(pid);
            long began = System.nanoTime();
            program.command(
                    properties,
                    "account",
                    "--year",
                    province.firstYear() + ".." + province.lastYear(),
                    "--region",
                    Province.CODE,
                    "--json");
            long accounted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            int heap = program.peakHeap();
            long own1 = Program.processor(ProcessHandle.current().pid());
            PlainSql.prepare(connection);
            long server1 = Program.processor(pid);
            connection.setAutoCommit(false);
            long plainBegan = System.nanoTime();
            PlainSql.account(connection);
            connection.commit();
            long plain = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - plainBegan);
            // a connection's server process counts when it has ended
            List<String> program1 = PlainSql.sums(connection, "ledger");
            List<String> plain1 = PlainSql.sums(connection, "plain");
            System.out.printf("plain SQL: %d ms%n", plain);
            System.out.printf(
                    "account:   %d ms, start of the program included; processor time %d ms, server %d ms; peak heap %d MiB%n",
                    accounted, own1 - own0, server1 - server0, heap);
            plain1.forEach(line -> System.out.println("  " + line));
            if (!program1.equals(plain1)) {
                System.out.println("no ratio: the sums differ. The program's:");
                program1.forEach(line -> System.out.println("  " + line));
                return Optional.empty();
            }
            return Optional.of(Ratios.of(accounted, plain));
        } finally {
            server.stop();
        }
    }
}
