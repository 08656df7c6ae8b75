package org.tanzhang.benchmark;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;

/**
 * The import of 2,000 cards and a wide export of 200,000 rows beside the least that it can cost, see {@link Floor}. Prints
 * both times and their ratio, and the median where it is run several times ({@code -Druns=}); it asserts nothing. The cells
 * are read before the import too: where that takes another time than after it, the machine's speed changed meanwhile.
 * {@code -Dcards=} and {@code -Drows=} make it smaller.
 */
class ImportBenchmark {

    @TempDir
    Path folder;

    @Test
    void importBesideItsFloor() throws Exception {
        int cards = Integer.getInteger("cards", 2_000);
        int rows = Integer.getInteger("rows", 200_000);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Inbox drawn = new Inbox(20241122);
        drawn.cards(inbox, Program.ROOT.resolve("samples/inbox/2024"), cards);
        drawn.export(inbox.resolve("分指标导出.xlsx"), rows);
        System.out.printf(
                "%d cards, one export of %d rows (%d MiB)%n",
                cards, rows, Files.size(inbox.resolve("分指标导出.xlsx")) >> 20);

        Ratios ratios = new Ratios();
        for (int run = 0; run < Ratios.RUNS; run++) {
            ratios.add(run(inbox, Files.createDirectories(folder.resolve("run-" + run))));
        }
        ratios.print();
    }

    /** One import and its floor in a database of their own; the ratio. */
    private static BigDecimal run(Path inbox, Path folder) throws Exception {
        Path home = folder.resolve("home");
        Program program = new Program(folder, home);
        EmbeddedServer server = EmbeddedServer.in(home.resolve("postgresql"));
        ServerAddress address = server.start();
        try {
            // the tables are made before the clock runs
            program.command("runs");
            BigDecimal twoThreads = Machine.twoThreads();
            String before = program.run(Floor.class.getName(), inbox.toString()).strip();
            long server0 = Program.processor(server.status().pid().getAsLong());
            long began = System.nanoTime();
            long own0 = Program.processor(ProcessHandle.current().pid());
            program.command("import", inbox.toString());
            long imported = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            long own1 = Program.processor(ProcessHandle.current().pid());
            long server1 = Program.processor(server.status().pid().getAsLong());
            Path copies = Files.createDirectories(folder.resolve("rows"));
            List<Long> floor = Arrays.stream(program.run(
                                    Floor.class.getName(),
                                    inbox.toString(),
                                    copies.toString(),
                                    address.url(),
                                    address.user(),
                                    address.password())
                            .strip()
                            .split(" ", -1))
                    .map(Long::valueOf)
                    .toList();
            long own2 = Program.processor(ProcessHandle.current().pid());
            long server2 = Program.processor(server.status().pid().getAsLong());
            long least = floor.get(2) + floor.get(3);
            System.out.printf(
                    "floor:  %d cells read in %d ms, %d rows copied in %d ms, together %d ms%n",
                    floor.get(0), floor.get(2), floor.get(1), floor.get(3), least);
            System.out.printf("import: %d ms, start of the program included%n", imported);
            System.out.printf(
                    "machine: the same cells were read in %s ms before the import; two threads do %s times the work of one%n",
                    before, twoThreads);
            System.out.printf(
                    "processor time, program + server: floor %d + %d ms, import %d + %d ms%n",
                    own2 - own1, server2 - server1, own1 - own0, server1 - server0);
            return Ratios.of(imported, least);
        } finally {
            server.stop();
        }
    }
}
