package org.tanzhang.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;

/**
 * The import of 2,000 cards and a wide export of 200,000 rows beside the least that it can cost, see {@link Floor}. Prints
 * both times and their ratio; it asserts nothing. {@code -Dcards=} and {@code -Drows=} make it smaller.
 */
class ImportBenchmark {

    /** The program's own options, see {@code jobs/tanzhang}. */
    private static final List<String> OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void importBesideItsFloor() throws Exception {
        int cards = Integer.getInteger("cards", 2_000);
        int rows = Integer.getInteger("rows", 200_000);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Inbox drawn = new Inbox(20241122);
        drawn.cards(inbox, ROOT.resolve("samples/inbox/2024"), cards);
        drawn.export(inbox.resolve("分指标导出.xlsx"), rows);
        System.out.printf(
                "%d cards, one export of %d rows (%d MiB)%n",
                cards, rows, Files.size(inbox.resolve("分指标导出.xlsx")) >> 20);

        Path home = folder.resolve("home");
        EmbeddedServer server = EmbeddedServer.in(home.resolve("postgresql"));
        ServerAddress address = server.start();
        try {
            // the tables are made before the clock runs
            program(home, "runs");
            long server0 = processor(server.status().pid().getAsLong());
            long began = System.nanoTime();
            long own0 = processor(ProcessHandle.current().pid());
            program(home, "import", inbox.toString());
            long imported = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            long own1 = processor(ProcessHandle.current().pid());
            long server1 = processor(server.status().pid().getAsLong());
            Path copies = Files.createDirectories(folder.resolve("rows"));
            List<Long> floor = Arrays.stream(run(
                                    Floor.class.getName(),
                                    List.of(),
                                    inbox.toString(),
                                    copies.toString(),
                                    address.url(),
                                    address.user(),
                                    address.password())
                            .strip()
                            .split(" ", -1))
                    .map(Long::valueOf)
                    .toList();
            long own2 = processor(ProcessHandle.current().pid());
            long server2 = processor(server.status().pid().getAsLong());
            long least = floor.get(2) + floor.get(3);
            System.out.printf(
                    "floor:  %d cells read in %d ms, %d rows copied in %d ms, together %d ms%n",
                    floor.get(0), floor.get(2), floor.get(1), floor.get(3), least);
            System.out.printf("import: %d ms, start of the program included%n", imported);
            System.out.printf(
                    "processor time, program + server: floor %d + %d ms, import %d + %d ms%n",
                    own2 - own1, server2 - server1, own1 - own0, server1 - server0);
            System.out.printf(
                    "ratio:  %s%n",
                    BigDecimal.valueOf(imported).divide(BigDecimal.valueOf(least), 2, RoundingMode.HALF_EVEN));
        } finally {
            server.stop();
        }
    }

    /**
     * Processor time in ms of a process and of its children that ended: on a machine that does other work besides it says
     * more than the clock. 0 where there is no /proc.
     */
    private static long processor(long pid) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field : new int[] {11, 12, 13, 14}) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * 10;
    }

    private void program(Path home, String... args) throws IOException, InterruptedException {
        run("org.tanzhang.cli.Tanzhang", List.of("-Dtanzhang.root=" + ROOT, "-Dtanzhang.home=" + home), args);
    }

    private String run(String main, List<String> properties, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        String more = System.getProperty("java.options", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ", -1)));
        }
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("SPRING_DATASOURCE_URL");
        Process process = builder.redirectOutput(said.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("err"))
                    + Files.readString(said).lines().limit(20).toList());
        }
        return Files.readString(said);
    }
}
