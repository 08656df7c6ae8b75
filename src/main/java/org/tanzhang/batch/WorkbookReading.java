package org.tanzhang.batch;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.core.task.AsyncTaskExecutor;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.ReadingHints;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.intake.store.CallRepository.Unread;
import org.tanzhang.intake.store.StagedRows;
import org.tanzhang.intake.store.StagingRepository;

/**
 * Reads the bytes of a submission into rows of the tables that keep it, whole or as they come.
 *
 * @param large gives each large workbook a thread of its own, so that none waits for another
 */
record WorkbookReading(
        CallRepository calls, StatementReader reader, StagingRepository stagings, AsyncTaskExecutor large) {

    /** What has more cells is not held, whatever its size as a file. */
    static final int SMALL_CELLS = 10_000;

    /** Full trays that may wait for the writing thread. */
    private static final int TRAYS = 2;

    /** The rows of a small workbook; empty where it holds more than a file of its size should. */
    Optional<StagedRows> whole(Unread submission, ReadingHints hints) {
        ReadWorkbook workbook = reader.read(calls.content(submission.sha256()), hints);
        int cells =
                workbook.statements().stream().mapToInt(WorkbookReading::cells).sum();
        if (cells > SMALL_CELLS) {
            return Optional.empty();
        }
        StagedRows rows = stagings.rows();
        rows.end(submission.submission(), workbook);
        return Optional.of(rows);
    }

    private static int cells(ReadStatement statement) {
        return statement.observations().size() + statement.units().size();
    }

    /** Begins to read a large workbook on a thread of its own, which waits when some trays are full. */
    Streaming begin(Unread submission, ReadingHints hints) {
        BlockingQueue<Tray> trays = new ArrayBlockingQueue<>(TRAYS);
        return new Streaming(submission, trays, large.submit(() -> {
            Filling filling = new Filling(submission.submission(), stagings, trays);
            try {
                filling.end(reader.read(calls.content(submission.sha256()), hints, filling::add));
            } finally {
                trays.put(new Tray(stagings.rows(), true));
            }
            return null;
        }));
    }

    /** A large workbook that is being read. */
    record Streaming(Unread submission, BlockingQueue<Tray> trays, Future<?> reading) {

        /** Gives its rows in their order, on this thread. */
        void rows(Consumer<StagedRows> writer) throws InterruptedException {
            try {
                for (Tray tray = trays.take(); !tray.last(); tray = trays.take()) {
                    writer.accept(tray.rows());
                }
                reading.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(submission.file() + " could not be read", e.getCause());
            } finally {
                giveUp();
            }
        }

        void giveUp() {
            reading.cancel(true);
        }
    }

    /** Rows on their way; the last tray is empty. */
    record Tray(StagedRows rows, boolean last) {}

    /** Statements gathered into trays. */
    private static final class Filling {

        private final long submission;
        private final StagingRepository stagings;
        private final BlockingQueue<Tray> trays;
        private StagedRows rows;

        Filling(long submission, StagingRepository stagings, BlockingQueue<Tray> trays) {
            this.submission = submission;
            this.stagings = stagings;
            this.trays = trays;
            rows = stagings.rows();
        }

        void add(ReadStatement statement) {
            rows.add(submission, statement);
            if (rows.isFull()) {
                pass();
            }
        }

        void end(ReadWorkbook rest) {
            rows.end(submission, rest);
            pass();
        }

        private void pass() {
            try {
                trays.put(new Tray(rows, false));
                rows = stagings.rows();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading was given up", e);
            }
        }
    }
}
