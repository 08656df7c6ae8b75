package org.tanzhang.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the machine's processors are worth together. The floors run on one of them most of the time, the program on all: where
 * two do little more than one, because they share a core or other machines take their time, a ratio is as much worse.
 */
final class Machine {

    private static final long STEPS = 500_000_000L;

    private Machine() {}

    /** How many times the work of one thread two threads do in the same time: 2 at best. */
    static BigDecimal twoThreads() throws InterruptedException {
        long one = Math.min(spin(1), spin(1));
        long two = Math.min(spin(2), spin(2));
        return BigDecimal.valueOf(2 * one).divide(BigDecimal.valueOf(two), 2, RoundingMode.HALF_UP);
    }

    private static long spin(int count) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        for (int n = 0; n < count; n++) {
            Thread thread = new Thread(Machine::work);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static void work() {
        long x = 1;
        for (long n = 0; n < STEPS; n++) {
            x = x * 6_364_136_223_846_793_005L + n;
        }
        if (x == 0) {
            throw new IllegalStateException("never: what is computed must be used");
        }
    }
}
