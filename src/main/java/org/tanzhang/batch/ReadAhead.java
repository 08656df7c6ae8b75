package org.tanzhang.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.core.task.AsyncTaskExecutor;
import org.tanzhang.intake.reading.ReadingHints;
import org.tanzhang.intake.store.CallRepository.Unread;
import org.tanzhang.intake.store.StagedRows;

/**
 * Reads workbooks on other threads while earlier ones are written, and gives them in their order.
 *
 * <p>Only small ones are held whole. A large one is given unread; whoever writes it reads it as he writes.
 */
final class ReadAhead implements ItemReader<ReadAhead.Reading> {

    /** Larger files are not read ahead. A card has some 20 kB. */
    private static final int SMALL_BYTES = 128 << 10;

    /** Workbooks read before they are asked for. */
    private static final int AHEAD = 16;

    private final Supplier<List<Unread>> unread;
    private final WorkbookReading reading;
    private final AsyncTaskExecutor readers;
    private final @Nullable String measure;
    private final Deque<Unread> left = new ArrayDeque<>();
    private final Deque<Future<Reading>> begun = new ArrayDeque<>();
    private boolean asked;

    /**
     * @param unread asks what is to be read, once
     * @param measure what exports measure that do not say so; null where nobody said
     */
    ReadAhead(
            Supplier<List<Unread>> unread,
            WorkbookReading reading,
            AsyncTaskExecutor readers,
            @Nullable String measure) {
        this.measure = measure;
        this.unread = unread;
        this.reading = reading;
        this.readers = readers;
    }

    /** What was read of a submission; empty where it is to be read as it is written. */
    record Reading(Unread submission, ReadingHints hints, Optional<StagedRows> rows) {}

    @Override
    public @Nullable Reading read() throws InterruptedException {
        if (!asked) {
            left.addAll(unread.get());
            asked = true;
        }
        while (begun.size() < AHEAD && !left.isEmpty()) {
            Unread next = left.remove();
            begun.add(readers.submit(() -> begin(next)));
        }
        Future<Reading> first = begun.poll();
        try {
            return first == null ? null : first.get();
        } catch (ExecutionException e) {
            begun.forEach(f -> f.cancel(true));
            throw new IllegalStateException("a workbook could not be read", e.getCause());
        }
    }

    private Reading begin(Unread submission) {
        ReadingHints hints = new ReadingHints(submission.file(), measure);
        return new Reading(
                submission,
                hints,
                submission.size() > SMALL_BYTES ? Optional.empty() : reading.whole(submission, hints));
    }
}
