package org.tanzhang.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that an import can cost: the bare reader over the same cells, then the same rows copied into tables with the
 * same columns, keys and indexes in the same server. Run in a JVM of its own with the options of the program.
 */
final class Floor {

    private static final List<String> TABLES =
            List.of("workbook", "submission", "reading", "statement", "observation", "finding", "verdict");

    private Floor() {}

    /**
     * Arguments: the inbox, a folder for the rows; the database's address, user and password. With the inbox alone it is read
     * and nothing else.
     */
    public static void main(String[] args) throws Exception {
        Path inbox = Path.of(args[0]);
        if (args.length == 1) {
            long began = System.nanoTime();
            read(inbox);
            System.out.println(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            return;
        }
        Path rows = Path.of(args[1]);
        try (Connection connection = DriverManager.getConnection(args[2], args[3], args[4])) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                try (var out = Files.newOutputStream(rows.resolve(table))) {
                    copies.copyOut("copy intake." + table + " to stdout (format binary)", out);
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists floor cascade");
                statement.execute("create schema floor");
                for (String table : TABLES) {
                    statement.execute("create table floor." + table + " (like intake." + table + " including all)");
                }
                statement.execute("checkpoint");
            } catch (SQLException notAllowed) {
                // a checkpoint is for superusers; the tables are there
            }
            long began = System.nanoTime();
            long cells = read(inbox);
            long read = System.nanoTime();
            connection.setAutoCommit(false);
            long copied = 0;
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(rows.resolve(table))) {
                    copied += copies.copyIn("copy floor." + table + " from stdin (format binary)", in, 1 << 16);
                }
            }
            connection.commit();
            long ended = System.nanoTime();
            System.out.println(cells + " " + copied + " " + TimeUnit.NANOSECONDS.toMillis(read - began) + " "
                    + TimeUnit.NANOSECONDS.toMillis(ended - read));
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema floor cascade");
                connection.commit();
            }
        }
    }

    private static long read(Path inbox) throws IOException {
        long cells = 0;
        long letters = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(inbox)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file);
                    ReadableWorkbook workbook = new ReadableWorkbook(in)) {
                for (Sheet sheet : workbook.getSheets().toList()) {
                    try (Stream<Row> rows = sheet.openStream()) {
                        for (Row row : (Iterable<Row>) rows::iterator) {
                            for (Cell cell : row) {
                                if (cell != null && cell.getRawValue() != null) {
                                    cells++;
                                    letters += cell.getRawValue().length();
                                }
                            }
                        }
                    }
                }
            }
        }
        if (letters == 0) {
            throw new IllegalStateException("nothing was read from " + inbox);
        }
        return cells;
    }
}
