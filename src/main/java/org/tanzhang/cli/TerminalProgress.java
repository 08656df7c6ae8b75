package org.tanzhang.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Progress;

/** Bars on a terminal, a plain line a task otherwise; always on standard error. */
final class TerminalProgress implements Progress, AutoCloseable {

    private final boolean terminal = System.console() != null && System.getenv("TERM") != null;
    private @Nullable ProgressBar bar;

    @Override
    public synchronized void begin(String task, long total) {
        close();
        if (total == 0) {
            return;
        }
        String title = Words.of("progress." + task);
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        } else {
            System.err.println(title + " " + total);
        }
    }

    @Override
    public synchronized void step(String what) {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
