package org.tanzhang.intake.workbook;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/** Rows that another JVM reads: its death by memory, time or crash is a refusal of the workbook. */
final class ApartRows implements SheetRows {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reading-watch");
        thread.setDaemon(true);
        return thread;
    });

    private static final long WATCH_MILLIS = 100;

    private final WorkbookKind kind;
    private final ReadingBudget budget;
    private final Clock clock;
    private final @Nullable Path copy;
    private final Process process;
    private final DataInputStream in;
    private final ScheduledFuture<?> watch;
    private final List<Finding> notes = new ArrayList<>();
    private @Nullable Frame pending;
    private boolean ended;

    private ApartRows(WorkbookKind kind, ReadingBudget budget, Clock clock, @Nullable Path copy, Process process) {
        this.kind = kind;
        this.budget = budget;
        this.clock = clock;
        this.copy = copy;
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        watch = WATCH.scheduleAtFixedRate(
                () -> {
                    if (clock.isOver()) {
                        process.destroyForcibly();
                    }
                },
                WATCH_MILLIS,
                WATCH_MILLIS,
                TimeUnit.MILLISECONDS);
        clock.stop();
    }

    /** @param clock running since the file was opened */
    static ApartRows start(Content content, WorkbookKind kind, ReadingBudget budget, Clock clock) throws IOException {
        @Nullable Path copy = null;
        try {
            Path file;
            if (content instanceof Content.OnDisk onDisk) {
                file = onDisk.file().toAbsolutePath();
            } else {
                copy = Files.createTempFile("tanzhang-", ".reading");
                Files.write(copy, ((Content.InMemory) content).bytes());
                file = copy;
            }
            Process process = ChildJvm.start(ReadApart.class, budget.heap(), true, ReadApart.arguments(file, budget));
            process.getOutputStream().close();
            return new ApartRows(kind, budget, clock, copy, process);
        } catch (IOException e) {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
            throw e;
        }
    }

    @Override
    public WorkbookKind kind() {
        return kind;
    }

    @Override
    public @Nullable SheetHead nextSheet() throws UnreadableWorkbookException {
        while (true) {
            Frame frame = frame();
            if (frame == null) {
                return null;
            }
            if (frame.type() == Frame.Type.SHEET) {
                return frame.sheet();
            }
            if (frame.type() == Frame.Type.NOTE) {
                notes.add(frame.note());
            }
        }
    }

    @Override
    public @Nullable SheetRow nextRow() throws UnreadableWorkbookException {
        Frame frame = frame();
        if (frame != null && frame.type() == Frame.Type.ROW) {
            return frame.row();
        }
        pending = frame;
        return null;
    }

    /** The next frame, null at the end. */
    private @Nullable Frame frame() throws UnreadableWorkbookException {
        @Nullable Frame next = pending;
        pending = null;
        if (next != null || ended) {
            return next;
        }
        clock.start();
        try {
            Frame frame = Frame.read(in);
            ended = frame.type() == Frame.Type.END || frame.type() == Frame.Type.REFUSAL;
            if (frame.type() == Frame.Type.REFUSAL) {
                throw refusal(frame.refusal());
            }
            return ended ? null : frame;
        } catch (EOFException e) {
            throw died();
        } catch (IOException e) {
            throw clock.isOver() ? clock.exceeded() : UnreadableWorkbookException.of(e);
        } finally {
            clock.stop();
        }
    }

    private UnreadableWorkbookException refusal(UnreadableWorkbookException said) {
        return said.rule().equals(UnreadableWorkbookException.OUT_OF_MEMORY) ? outOfMemory() : said;
    }

    private UnreadableWorkbookException outOfMemory() {
        return new UnreadableWorkbookException(UnreadableWorkbookException.OUT_OF_MEMORY, Sizes.of(budget.heap()));
    }

    private UnreadableWorkbookException died() {
        ended = true;
        try {
            if (clock.isOver()) {
                return clock.exceeded();
            }
            if (ChildJvm.diedOfMemory(process)) {
                return outOfMemory();
            }
            String end = process.isAlive() ? "?" : String.valueOf(process.exitValue());
            return new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, "JVM " + end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UnreadableWorkbookException.of(e);
        }
    }

    @Override
    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        process.destroyForcibly();
        in.close();
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
