package org.tanzhang.intake.returned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import org.tanzhang.intake.workbook.ChildJvm;
import org.tanzhang.intake.workbook.ReadApart;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.quality.FindingWords;

/** Marks a workbook, a large one in a JVM of its own, so that no file takes more than its share of the memory. */
public final class MarkApart {

    /** A finding takes half a kilobyte in memory and one or two in the copy. */
    private static final int MANY = 20_000;

    private MarkApart() {}

    /**
     * Writes the marked copy; of a workbook that exceeds the budget the list alone.
     *
     * @param language of the findings' words, zh or en
     * @return where the copy lies
     */
    public static Path write(byte[] original, Answer answer, String language, Path target, MarkingBudget budget)
            throws IOException, InterruptedException {
        boolean apart = answer.findings().count() > MANY;
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
            Path bytes = Files.write(folder.resolve("original"), original);
            Path findings = folder.resolve("answer");
            AnswerFile.write(answer, findings);
            Process child = ChildJvm.start(
                    MarkApart.class,
                    budget.sizes().heap(),
                    arguments(folder, bytes, findings, language, target, budget));
            boolean ended = child.waitFor(budget.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                child.destroyForcibly().waitFor();
            }
            if (ended && child.exitValue() == 0) {
                byte[] said = child.getInputStream().readAllBytes();
                return Path.of(new String(said, StandardCharsets.UTF_8).strip());
            }
            Files.deleteIfExists(MarkedCopy.beside(target));
            return list(AnswerFile.read(findings), language, target);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Writes the list of findings alone, without a look at the file. */
    public static Path list(Answer answer, String language, Path target) throws IOException {
        return MarkedCopy.listed(answer, FindingWords.in(language), target);
    }

    private static List<String> arguments(
            Path folder, Path bytes, Path findings, String language, Path target, MarkingBudget budget) {
        List<String> arguments = new ArrayList<>(List.of(
                folder.toString(),
                findings.toString(),
                language,
                target.toString(),
                String.valueOf(budget.time().toMillis())));
        arguments.addAll(ReadApart.arguments(bytes, budget.sizes()));
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
                AnswerFile.read(Path.of(args[1])),
                FindingWords.in(args[2]),
                Path.of(args[3]),
                new MarkingBudget(ReadApart.budget(reading), Duration.ofMillis(Long.parseLong(args[4]))));
        System.out.write(copy.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
