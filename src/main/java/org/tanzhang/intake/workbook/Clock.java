package org.tanzhang.intake.workbook;

import java.time.Duration;

/** The time that reading one workbook has taken; it stands still between {@link #stop} and {@link #start}. */
final class Clock {

    private final Duration limit;
    private long spent;
    private long since;
    private boolean running;

    Clock(Duration limit) {
        this.limit = limit;
        start();
    }

    synchronized void start() {
        since = System.nanoTime();
        running = true;
    }

    synchronized void stop() {
        spent += System.nanoTime() - since;
        running = false;
    }

    synchronized boolean isOver() {
        return (running ? spent + System.nanoTime() - since : spent) > limit.toNanos();
    }

    UnreadableWorkbookException exceeded() {
        return new UnreadableWorkbookException(UnreadableWorkbookException.OUT_OF_TIME, limit.toSeconds());
    }

    void check() throws UnreadableWorkbookException {
        if (isOver()) {
            throw exceeded();
        }
    }
}
