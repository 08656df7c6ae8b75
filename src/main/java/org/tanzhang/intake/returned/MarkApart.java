package org.tanzhang.intake.returned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import org.tanzhang.intake.workbook.ChildJvm;
import org.tanzhang.intake.workbook.ReadApart;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.quality.FindingWords;

/** Marks a workbook, a large one in a JVM of its own, so that no file takes more than its share of the memory. */
public final class MarkApart {

    /** A mark in an {@code .xls} takes seven kilobytes of memory. */
    private static final int MANY = 10_000;

    private static final String ORIGINAL = "original";
    private static final String ANSWER = "answer";

    private MarkApart() {}

    /**
     * Writes the marked copy; where the memory does not suffice for the workbook itself, one of its text as read; where
     * that or the time does not suffice either, the list alone.
     *
     * @param language of the findings' words, zh or en
     * @return where the copy lies
     */
    public static Path write(byte[] original, Answer answer, String language, Path target, MarkingBudget budget)
            throws IOException, InterruptedException {
        boolean apart = isMany(answer.findings());
        try {
            apart |= new WorkbookReader(budget.sizes()).isReadApart(original);
        } catch (UnreadableWorkbookException e) {
            return list(answer, language, target);
        }
        if (!apart) {
            return MarkedCopy.write(original, answer, FindingWords.in(language), target, budget);
        }
        Path folder = Files.createTempDirectory("tanzhang-");
        try {
            Files.write(folder.resolve(ORIGINAL), original);
            AnswerFile.write(answer, folder.resolve(ANSWER));
            long end = System.nanoTime() + budget.time().toNanos();
            Optional<Path> copy = inChild(folder, language, target, budget, MarkedCopy.Way.AS_IT_CAME);
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (copy.isEmpty() && left.toMillis() > 0) {
                // the sender's own workbook is held in memory where it is an .xls, its text is not
                copy = inChild(
                        folder, language, target, new MarkingBudget(budget.sizes(), left), MarkedCopy.Way.AS_READ);
            }
            return copy.isPresent() ? copy.get() : list(AnswerFile.read(folder.resolve(ANSWER)), language, target);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean isMany(Findings findings) {
        if (findings.count() > MANY) {
            return true;
        }
        long cells = findings.stream()
                .mapToLong(f -> 1 + f.finding().related().size())
                .sum();
        return cells > MANY;
    }

    /** The copy as a JVM of its own writes it; empty where its memory or time did not suffice. */
    private static Optional<Path> inChild(
            Path folder, String language, Path target, MarkingBudget budget, MarkedCopy.Way way)
            throws IOException, InterruptedException {
        Process child = ChildJvm.start(
                MarkApart.class, budget.sizes().heap(), false, arguments(folder, language, target, budget, way));
        boolean ended = child.waitFor(budget.time().toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            child.destroyForcibly().waitFor();
        }
        if (ended && child.exitValue() == 0) {
            byte[] said = child.getInputStream().readAllBytes();
            return Optional.of(Path.of(new String(said, StandardCharsets.UTF_8).strip()));
        }
        Files.deleteIfExists(MarkedCopy.beside(target));
        return Optional.empty();
    }

    /** Writes the list of findings alone, without a look at the file. */
    public static Path list(Answer answer, String language, Path target) throws IOException {
        return MarkedCopy.listed(answer, FindingWords.in(language), target);
    }

    private static List<String> arguments(
            Path folder, String language, Path target, MarkingBudget budget, MarkedCopy.Way way) {
        List<String> arguments = new ArrayList<>(List.of(
                folder.toString(),
                way.name(),
                language,
                target.toString(),
                String.valueOf(budget.time().toMillis())));
        arguments.addAll(ReadApart.arguments(folder.resolve(ORIGINAL), budget.sizes()));
        return arguments;
    }

    /** The child's part; says where the copy lies. */
    public static void main(String[] args) throws IOException {
        // what is left there by a child that was ended goes with the folder
        System.setProperty("java.io.tmpdir", args[0]);
        ChildJvm.endWithParent();
        List<String> reading = List.of(args).subList(5, args.length);
        Path copy = MarkedCopy.write(
                Path.of(reading.get(0)),
                AnswerFile.read(Path.of(args[0]).resolve(ANSWER)),
                FindingWords.in(args[2]),
                Path.of(args[3]),
                MarkedCopy.Way.valueOf(args[1]),
                new MarkingBudget(ReadApart.budget(reading), Duration.ofMillis(Long.parseLong(args[4]))));
        System.out.write(copy.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
