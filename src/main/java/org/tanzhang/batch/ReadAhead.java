package org.tanzhang.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.core.task.AsyncTaskExecutor;
import org.tanzhang.batch.WorkbookReading.Streaming;
import org.tanzhang.intake.reading.ReadingHints;
import org.tanzhang.intake.store.CallRepository.Unread;
import org.tanzhang.intake.store.StagedRows;

/**
 * Reads workbooks on other threads while earlier ones are written, and gives them in their order.
 *
 * <p>Only small ones are held whole. A large one is read as it is written; one at a time is begun before its turn.
 */
final class ReadAhead implements ItemStreamReader<ReadAhead.Reading> {

    /** Larger files are not read ahead. A card has some 20 kB. */
    private static final int SMALL_BYTES = 128 << 10;

    /**
     * Bytes of the workbooks that are read before they are asked for. Their rows take ten times as much at most; while a
     * large one is written, what time is left is spent on them.
     */
    private static final long AHEAD_BYTES = 4 << 20;

    private final Supplier<List<Unread>> unread;
    private final WorkbookReading reading;
    private final AsyncTaskExecutor readers;
    private final @Nullable String measure;
    private final Deque<Unread> left = new ArrayDeque<>();
    private final Deque<Future<Reading>> begun = new ArrayDeque<>();
    private long begunBytes;
    private boolean asked;
    private @Nullable Streaming ahead;

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

    /** A submission with its rows, or with what is reading them. */
    record Reading(Unread submission, Optional<StagedRows> rows, Supplier<Streaming> streaming) {}

    @Override
    public @Nullable Reading read() throws InterruptedException {
        if (!asked) {
            asked = true;
            left.addAll(unread.get());
            left.stream().filter(ReadAhead::isLarge).findFirst().ifPresent(this::beginLarge);
        }
        while (begunBytes < AHEAD_BYTES && !left.isEmpty()) {
            Unread next = left.remove();
            begunBytes += held(next);
            begun.add(begin(next));
        }
        Future<Reading> first = begun.poll();
        if (first == null) {
            return null;
        }
        try {
            Reading read = first.get();
            begunBytes -= held(read.submission());
            return read;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a workbook could not be read", e.getCause());
        }
    }

    private Future<Reading> begin(Unread submission) {
        ReadingHints hints = hints(submission);
        Supplier<Streaming> later = () -> reading.begin(submission, hints);
        if (!isLarge(submission)) {
            return readers.submit(() -> new Reading(submission, reading.whole(submission, hints), later));
        }
        // one that was begun at once may be read to its end by now
        @Nullable Streaming before = ahead;
        if (before == null || before.isDone() && !before.submission().equals(submission)) {
            beginLarge(submission);
        }
        @Nullable Streaming now = ahead;
        return CompletableFuture.completedFuture(new Reading(
                submission, Optional.empty(), now != null && now.submission().equals(submission) ? () -> now : later));
    }

    private void beginLarge(Unread submission) {
        ahead = reading.begin(submission, hints(submission));
    }

    private ReadingHints hints(Unread submission) {
        return new ReadingHints(submission.file(), measure);
    }

    /** What it counts of the bytes that are read ahead; of a large one a few trays are held, whatever its size. */
    private static long held(Unread submission) {
        return Math.min(submission.size(), 2 * SMALL_BYTES);
    }

    private static boolean isLarge(Unread submission) {
        return submission.size() > SMALL_BYTES;
    }

    @Override
    public void close() {
        begun.forEach(f -> f.cancel(true));
        if (ahead != null) {
            ahead.giveUp();
        }
    }
}
