package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that is killed, program or database, at any moment, and started again, ends like an undisturbed one. */
class KilledNightTests {

    private static final int NIGHTS = 5;

    /** A night is killed, started again, killed again, and started once more: ten moments in all. */
    private static final int KILLS = 2;

    /** Every third kill strikes the database server instead of the program. */
    private static final int SERVER_EVERY = 3;

    /** Partitions done that begin with the first county: one that holds several counties begins with it too. */
    private static final String PARTITIONS_DONE = "select count(*) from batch.batch_step_execution"
            + " where status = 'COMPLETED' and step_name like 'account-partition:2024-'"
            + " || (select min(region_code) from ledger.part) || '%'";

    @TempDir
    static Path folder;

    private static Path inbox;
    private static Program program;
    private static Path ready;
    private static Path undisturbed;
    private static long whole;
    private static String digest;

    /** The night that nothing disturbs; its classes are archived, which shortens the starts of those that follow. */
    @BeforeAll
    static void anUndisturbedNight() throws Exception {
        inbox = aFewSenders();
        program = Program.packed(folder);
        // a server made ready once and copied, so that kills strike the night and not the making of a cluster
        ready = folder.resolve("ready");
        EmbeddedServer.in(ready.resolve("postgresql")).start();
        stop(ready);
        undisturbed = folder.resolve("undisturbed");
        copy(ready, undisturbed);
        long began = System.nanoTime();
        Process night = nightly(undisturbed, program.archiving());
        while (!Files.exists(undisturbed.resolve("out.json")) || Files.size(undisturbed.resolve("out.json")) == 0) {
            assertThat(night.waitFor(20, TimeUnit.MILLISECONDS) && night.exitValue() != 0)
                    .as(said(undisturbed))
                    .isFalse();
        }
        whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertThat(night.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(night.exitValue()).as(said(undisturbed)).isZero();
        digest = digests(undisturbed);
        stop(undisturbed);
    }

    @Test
    void endsLikeAnUndisturbedOne() throws Exception {
        Random random = new Random(20241122);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> nights = new ArrayList<>();
            for (int night = 0; night < NIGHTS; night++) {
                Path home = folder.resolve("night-" + night);
                List<Kill> kills = new ArrayList<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    long after = 200 + random.nextLong(Math.max(1, whole - 200));
                    kills.add(new Kill(after, (night * KILLS + kill) % SERVER_EVERY == 0));
                }
                nights.add(two.submit(() -> {
                    killAndRepeat(home, kills);
                    return null;
                }));
            }
            for (Future<?> night : nights) {
                night.get();
            }
        } finally {
            two.shutdownNow();
        }
    }

    /** @param after milliseconds that the program has run */
    private record Kill(long after, boolean strikesServer) {}

    @Test
    void anAccountKilledBetweenItsCountiesGoesOnAndNothingOfItIsSeenBefore() throws Exception {
        Path home = folder.resolve("counties");
        copy(undisturbed, home);
        String run = digest.strip().split(" ", -1)[1];
        ServerAddress address = EmbeddedServer.in(home.resolve("postgresql")).start();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            long counties = count(connection, "select count(*) from ledger.part");
            long done = count(connection, PARTITIONS_DONE);
            // a partition a county
            Process killed = command(home, program.archived("-Dtanzhang.account-cards=1"), "account", "--year", "2024");
            while (killed.isAlive() && count(connection, PARTITIONS_DONE) == done) {
                Thread.sleep(1);
            }
            killed.destroyForcibly().waitFor();
            assertThat(count(connection, "select count(*) from ledger.run")).isEqualTo(1);
            assertThat(count(connection, "select count(distinct run_id) from report.ledger"))
                    .isEqualTo(1);

            // it goes on even where the counties are divided otherwise, each by itself before, several together now
            Process again =
                    command(home, program.archived("-Dtanzhang.account-threads=1"), "account", "--year", "2024");
            assertThat(again.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(again.exitValue()).as(said(home)).isZero();
            assertThat(count(connection, "select count(*) from ledger.run where digest = '" + run + "'"))
                    .as("the night's run, the killed one finished, and a new one; %s", said(home))
                    .isEqualTo(3);
            assertThat(count(connection, "select count(*) from ledger.part")).isEqualTo(3 * counties);
        } finally {
            stop(home);
        }
    }

    /** The program in one archive: only then can its classes be archived as the JVM has them loaded. */
    private record Program(String classPath, Path classes) {

        static Program packed(Path folder) {
            List<String> entries =
                    List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator, -1));
            String own = Path.of(URI.create(Tanzhang.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString()))
                    .toString();
            Path jar = folder.resolve("program.jar");
            int packed = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", own, ".");
            assertThat(packed).isZero();
            String path = Stream.concat(
                            Stream.of(jar.toString()), entries.stream().filter(e -> e.endsWith(".jar")))
                    .collect(Collectors.joining(File.pathSeparator));
            return new Program(path, folder.resolve("classes.jsa"));
        }

        List<String> archiving() {
            return List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + classes, "-cp", classPath);
        }

        List<String> archived(String... properties) {
            List<String> options = new ArrayList<>(List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + classes));
            options.addAll(List.of(properties));
            options.addAll(List.of("-cp", classPath));
            return options;
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    private void killAndRepeat(Path home, List<Kill> kills) throws IOException, InterruptedException {
        copy(ready, home);
        EmbeddedServer server = EmbeddedServer.in(home.resolve("postgresql"));
        for (Kill kill : kills) {
            Process killed = nightly(home, program.archived());
            killed.waitFor(kill.after(), TimeUnit.MILLISECONDS);
            if (kill.strikesServer() && server.status().pid().isPresent()) {
                ProcessHandle.of(server.status().pid().getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
                killed.waitFor(60, TimeUnit.SECONDS);
            }
            killed.destroyForcibly().waitFor();
        }
        Process again = nightly(home, program.archived());
        assertThat(again.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).as("after %s: %s", kills, said(home)).isZero();
        assertThat(digests(home)).as("after %s", kills).isEqualTo(digest);
        stop(home);
    }

    private static Path aFewSenders() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        try (Stream<Path> files = Files.walk(Bureau.SAMPLES.resolve("inbox/2024"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                boolean card = name.startsWith("企业");
                if (!card || name.contains("430112") || name.contains("430182")) {
                    Files.copy(file, inbox.resolve(name));
                }
            }
        }
        return inbox;
    }

    private static Process nightly(Path home, List<String> options) throws IOException {
        return command(
                home,
                options,
                "nightly",
                "--inbox",
                inbox.toString(),
                "--outbox",
                home.resolve("outbox").toString());
    }

    private static Process command(Path home, List<String> options, String... args) throws IOException {
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // a server that was killed is not waited for long: three or four attempts in a row are made to note the
                // end
                "-Dspring.datasource.hikari.connection-timeout=2000",
                "-Dtanzhang.root=" + Bureau.ROOT,
                "-Dtanzhang.home=" + home));
        command.addAll(options);
        command.add("org.tanzhang.cli.Tanzhang");
        command.addAll(List.of(args));
        command.add("--json");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("SPRING_DATASOURCE_URL");
        return builder.redirectOutput(home.resolve("out.json").toFile())
                .redirectError(home.resolve("err.txt").toFile())
                .start();
    }

    private static String said(Path home) throws IOException {
        return Files.readString(home.resolve("err.txt"));
    }

    /** Year and digest of every current run; that nothing is lost or doubled shows in the digest. */
    private static String digests(Path home) throws IOException {
        StringBuilder digests = new StringBuilder();
        JsonNode current = JsonMapper.shared()
                .readTree(Files.readString(home.resolve("out.json")))
                .get("current");
        assertThat(current).isNotEmpty();
        current.forEach(run -> digests.append(run.get("year").asInt())
                .append(' ')
                .append(run.get("digest").asString())
                .append('\n'));
        return digests.toString();
    }

    private static void stop(Path home) {
        EmbeddedServer.in(home.resolve("postgresql")).stop();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                copyOne(dir);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copyOne(file);
                return FileVisitResult.CONTINUE;
            }

            private void copyOne(Path path) throws IOException {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        });
    }
}
