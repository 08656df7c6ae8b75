package org.tanzhang.batch;

import java.util.ArrayList;
import java.util.List;
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

/** Reads the bytes of a submission, whole or as they come. */
record WorkbookReading(CallRepository calls, StatementReader reader, AsyncTaskExecutor readers) {

    /** Statements that pass from the reading thread to the writing one at a time. */
    private static final int TRAY = 200;

    /** Trays that may wait for the writing thread. */
    private static final int TRAYS = 8;

    ReadWorkbook whole(Unread submission, ReadingHints hints) {
        return reader.read(calls.content(submission.sha256()), hints);
    }

    /**
     * Reads on another thread and gives the statements of long tables to {@code rows} on this one, in their order; holds
     * few of them at a time.
     *
     * @return the rest of the workbook
     */
    ReadWorkbook streaming(Unread submission, ReadingHints hints, Consumer<ReadStatement> rows)
            throws InterruptedException {
        BlockingQueue<Tray> trays = new ArrayBlockingQueue<>(TRAYS);
        Future<ReadWorkbook> rest = readers.submit(() -> {
            Filling filling = new Filling(trays);
            try {
                ReadWorkbook workbook = reader.read(calls.content(submission.sha256()), hints, filling::add);
                filling.pass();
                return workbook;
            } finally {
                trays.put(Tray.LAST);
            }
        });
        try {
            for (Tray tray = trays.take(); !tray.last(); tray = trays.take()) {
                tray.statements().forEach(rows);
            }
            return rest.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(submission.file() + " could not be read", e.getCause());
        } finally {
            rest.cancel(true);
        }
    }

    /** Statements on their way; the last tray is empty. */
    private record Tray(List<ReadStatement> statements, boolean last) {

        static final Tray LAST = new Tray(List.of(), true);
    }

    /** Statements gathered into trays. */
    private static final class Filling {

        private final BlockingQueue<Tray> trays;
        private List<ReadStatement> tray = new ArrayList<>(TRAY);

        Filling(BlockingQueue<Tray> trays) {
            this.trays = trays;
        }

        void add(ReadStatement statement) {
            tray.add(statement);
            if (tray.size() == TRAY) {
                pass();
            }
        }

        void pass() {
            try {
                trays.put(new Tray(tray, false));
                tray = new ArrayList<>(TRAY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading was given up", e);
            }
        }
    }
}
