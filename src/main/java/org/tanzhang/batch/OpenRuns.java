package org.tanzhang.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.core.task.AsyncTaskExecutor;
import org.tanzhang.account.CountyPart;

/** The planned runs that are not closed yet, in the order of their years. The parts of the next are read while one is closed. */
final class OpenRuns implements ItemReader<OpenRuns.OpenRun> {

    private final Supplier<List<AccountPlan>> open;
    private final CountyAccounts counties;
    private final AsyncTaskExecutor readers;
    private final Deque<OpenRun> left = new ArrayDeque<>();
    private @Nullable Deque<AccountPlan> unread;

    /** @param open asks what is open, once */
    OpenRuns(Supplier<List<AccountPlan>> open, CountyAccounts counties, AsyncTaskExecutor readers) {
        this.open = open;
        this.counties = counties;
        this.readers = readers;
    }

    /** A run to be closed, with the parts of its counties. */
    record OpenRun(AccountPlan plan, Future<List<CountyPart>> reading) {

        /** Waits for the parts. */
        List<CountyPart> parts() throws InterruptedException {
            try {
                return reading.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "the parts of run " + plan.plan().run() + " could not be read", e);
            }
        }
    }

    @Override
    public synchronized @Nullable OpenRun read() {
        if (unread == null) {
            unread = new ArrayDeque<>(open.get());
        }
        while (left.size() < 2 && !unread.isEmpty()) {
            AccountPlan next = unread.remove();
            left.add(new OpenRun(next, readers.submit(() -> counties.parts(next))));
        }
        return left.poll();
    }
}
