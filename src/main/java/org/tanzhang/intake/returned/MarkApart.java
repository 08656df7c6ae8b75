package org.tanzhang.intake.returned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tanzhang.intake.workbook.ChildJvm;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.intake.workbook.WorkbookKind;
import org.tanzhang.quality.FindingWords;

/** Marks a workbook, a large one in a JVM of its own, so that no file takes more than its share of the memory. */
public final class MarkApart {

    /** A copy is read and written: it may take so many times the time that reading may. */
    private static final int TIMES = 5;

    /** A finding takes half a kilobyte in memory and one or two in the copy. */
    private static final int MANY = 20_000;

    private MarkApart() {}

    /**
     * Writes the marked copy; of a workbook that exceeds the budget the list alone.
     *
     * @param language of the findings' words, zh or en
     * @return where the copy lies
     */
    public static Path write(byte[] original, Answer answer, String language, Path target, ReadingBudget budget)
            throws IOException, InterruptedException {
        if (!isLarge(original, answer, budget)) {
            return MarkedCopy.write(original, answer, FindingWords.in(language), target);
        }
        Path bytes = Files.createTempFile("tanzhang-", ".original");
        Path findings = Files.createTempFile("tanzhang-", ".answer");
        try {
            Files.write(bytes, original);
            AnswerFile.write(answer, findings);
            Process child = ChildJvm.start(
                    MarkApart.class,
                    budget.heap(),
                    List.of(bytes.toString(), findings.toString(), language, target.toString()));
            boolean ended = child.waitFor(TIMES * budget.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                child.destroyForcibly().waitFor();
            }
            if (ended && child.exitValue() == 0) {
                byte[] said = child.getInputStream().readAllBytes();
                return Path.of(new String(said, StandardCharsets.UTF_8).strip());
            }
            Files.deleteIfExists(MarkedCopy.beside(target));
            return MarkedCopy.listed(answer, FindingWords.in(language), target);
        } finally {
            Files.deleteIfExists(bytes);
            Files.deleteIfExists(findings);
        }
    }

    private static boolean isLarge(byte[] original, Answer answer, ReadingBudget budget) {
        long limit = switch (WorkbookKind.of(original)) {
            case XLSX, XLSM -> budget.apart().packageSize().toBytes();
            case XLS -> budget.apart().binarySize().toBytes();
            default -> budget.apart().textSize().toBytes();
        };
        return original.length > limit || answer.findings().size() > MANY;
    }

    /** The child's part: file, answer, language, target; says where the copy lies. */
    public static void main(String[] args) throws IOException {
        ChildJvm.endWithParent();
        Path copy = MarkedCopy.write(
                Path.of(args[0]), AnswerFile.read(Path.of(args[1])), FindingWords.in(args[2]), Path.of(args[3]));
        System.out.write(copy.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
