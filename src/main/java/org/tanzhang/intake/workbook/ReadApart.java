package org.tanzhang.intake.workbook;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;
import org.tanzhang.quality.Finding;

/** The main class of the JVM that reads one workbook and writes its cells to standard output, frame by frame. */
public final class ReadApart {

    private ReadApart() {}

    /** The arguments that {@link #main} takes: a file, and the budget to read it within. */
    public static List<String> arguments(Path file, ReadingBudget budget) {
        ReadingBudget.Apart apart = budget.apart();
        return List.of(
                file.toString(),
                String.valueOf(budget.fileSize().toBytes()),
                String.valueOf(budget.inflatedSize().toBytes()),
                String.valueOf(budget.ratio()),
                String.valueOf(budget.time().toMillis()),
                String.valueOf(budget.heap().toBytes()),
                String.valueOf(apart.packageSize().toBytes()),
                String.valueOf(apart.inflatedSize().toBytes()),
                String.valueOf(apart.binarySize().toBytes()),
                String.valueOf(apart.textSize().toBytes()));
    }

    /** The budget among arguments. */
    public static ReadingBudget budget(List<String> arguments) {
        return new ReadingBudget(
                bytes(arguments.get(1)),
                bytes(arguments.get(2)),
                Integer.parseInt(arguments.get(3)),
                Duration.ofMillis(Long.parseLong(arguments.get(4))),
                bytes(arguments.get(5)),
                new ReadingBudget.Apart(
                        bytes(arguments.get(6)),
                        bytes(arguments.get(7)),
                        bytes(arguments.get(8)),
                        bytes(arguments.get(9))));
    }

    private static DataSize bytes(String argument) {
        return DataSize.ofBytes(Long.parseLong(argument));
    }

    public static void main(String[] args) throws IOException {
        ChildJvm.endWithParent();
        ReadingBudget budget = budget(List.of(args));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            try {
                write(Content.of(Path.of(args[0])), budget, out);
            } catch (UnreadableWorkbookException e) {
                refuse(e, out);
            }
        }
    }

    private static void write(Content content, ReadingBudget budget, DataOutputStream out)
            throws IOException, UnreadableWorkbookException {
        try (SheetRows rows =
                Opening.look(content, budget, new Clock(budget.time())).rows()) {
            for (SheetHead sheet = rows.nextSheet(); sheet != null; sheet = rows.nextSheet()) {
                Frame.sheet(sheet).write(out);
                for (SheetRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
                    Frame.row(row).write(out);
                }
            }
            for (Finding note : rows.notes()) {
                Frame.note(note).write(out);
            }
            Frame.of(Frame.Type.END).write(out);
        }
    }

    private static void refuse(UnreadableWorkbookException refusal, DataOutputStream out) throws IOException {
        try {
            Frame.refusal(refusal).write(out);
        } catch (UnreadableWorkbookException e) {
            throw new IOException(e);
        }
    }
}
