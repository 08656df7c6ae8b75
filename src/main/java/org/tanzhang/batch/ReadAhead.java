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
     * Bytes of small workbooks read before they are asked for: while a large one is written, what time is left is spent on
     * them. Each has {@link WorkbookReading#SMALL_CELLS} at most, 1 MB of rows, so all have 128 MB at most; hundreds of
     * cards have some 10 MB.
     */
    private static final int AHEAD = 128 * SMALL_BYTES;

    private final Supplier<List<Unread>> unread;
    private final WorkbookReading reading;
    private final AsyncTaskExecutor readers;
    private final @Nullable String measure;
    private final Deque<Unread> left = new ArrayDeque<>();
    private final Deque<Begun> begun = new ArrayDeque<>();

    /** The large ones of which none has begun to read. */
    private final Deque<Unread> large = new ArrayDeque<>();

    private boolean asked;
    private long bytesAhead;
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

    /** A reading that is under way, and the bytes of its file. */
    private record Begun(Future<Reading> reading, long bytes) {}

    @Override
    public @Nullable Reading read() throws InterruptedException {
        if (!asked) {
            asked = true;
            left.addAll(unread.get());
            left.stream().filter(ReadAhead::isLarge).forEach(large::add);
        }
        if (ahead == null && !large.isEmpty()) {
            Unread next = large.remove();
            ahead = reading.begin(next, hints(next));
        }
        while (bytesAhead < AHEAD && !left.isEmpty()) {
            Begun next = begin(left.remove());
            begun.add(next);
            bytesAhead += next.bytes();
        }
        @Nullable Begun first = begun.poll();
        if (first == null) {
            return null;
        }
        bytesAhead -= first.bytes();
        try {
            return first.reading().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a workbook could not be read", e.getCause());
        }
    }

    /** A large workbook is not held: nothing of it is read before its turn. */
    private Begun begin(Unread submission) {
        ReadingHints hints = hints(submission);
        Supplier<Streaming> streaming = () -> streaming(submission);
        return isLarge(submission)
                ? new Begun(CompletableFuture.completedFuture(new Reading(submission, Optional.empty(), streaming)), 0)
                : new Begun(
                        readers.submit(() -> new Reading(submission, reading.whole(submission, hints), streaming)),
                        submission.size());
    }

    /** What is reading a submission: begun before its turn, or now. */
    private Streaming streaming(Unread submission) {
        large.remove(submission);
        @Nullable Streaming begunBefore = ahead;
        if (begunBefore == null || !begunBefore.submission().equals(submission)) {
            return reading.begin(submission, hints(submission));
        }
        ahead = null;
        return begunBefore;
    }

    private ReadingHints hints(Unread submission) {
        return new ReadingHints(submission.file(), measure);
    }

    private static boolean isLarge(Unread submission) {
        return submission.size() > SMALL_BYTES;
    }

    @Override
    public void close() {
        begun.forEach(b -> b.reading().cancel(true));
        if (ahead != null) {
            ahead.giveUp();
        }
    }
}
