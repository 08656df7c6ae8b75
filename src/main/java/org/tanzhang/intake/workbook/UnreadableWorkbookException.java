package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** A file that cannot be read as a workbook; the rule says why. */
public final class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    static final String NOT_A_WORKBOOK = "R-FILE-01";
    static final String EMPTY = "R-FILE-02";
    static final String PROTECTED = "R-FILE-03";
    static final String DAMAGED = "R-FILE-04";
    static final String TOO_LARGE = "R-FILE-05";
    /** A format that is known and not read: OpenDocument, binary workbook, Excel 95, an archive. */
    static final String UNSUPPORTED = "R-FILE-06";

    static final String OUT_OF_TIME = "R-FILE-07";
    static final String OUT_OF_MEMORY = "R-FILE-08";
    /** What no spreadsheet writes: document types and entities, parts that point out of the package. */
    static final String HOSTILE = "R-FILE-09";

    private static final Set<String> REFUSALS =
            Set.of(NOT_A_WORKBOOK, PROTECTED, DAMAGED, TOO_LARGE, UNSUPPORTED, OUT_OF_TIME, OUT_OF_MEMORY, HOSTILE);

    private static final int REASON_LENGTH = 200;

    private final String rule;
    private final List<Object> arguments;

    UnreadableWorkbookException(String rule, Object... arguments) {
        super(rule);
        this.rule = rule;
        this.arguments = List.of(arguments);
    }

    /** Whatever a library makes of a broken file; a refusal that it carries inside comes out again. */
    static UnreadableWorkbookException of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableWorkbookException refusal) {
                return refusal;
            }
            if (cause instanceof OutOfMemoryError) {
                return new UnreadableWorkbookException(OUT_OF_MEMORY, "JVM");
            }
        }
        return new UnreadableWorkbookException(DAMAGED, reason(fault));
    }

    private static String reason(Throwable fault) {
        @Nullable String message = fault.getMessage();
        String said = message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
        String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= REASON_LENGTH ? line : line.substring(0, REASON_LENGTH);
    }

    /** The same, where only an {@link IOException} may be thrown. */
    IOException inside() {
        return new IOException(rule, this);
    }

    String rule() {
        return rule;
    }

    List<String> arguments() {
        return arguments.stream().map(String::valueOf).toList();
    }

    /** Whether a rule says that a file could not be read; an empty workbook could, to its end. */
    public static boolean refuses(String rule) {
        return REFUSALS.contains(rule);
    }

    /** The finding that names the fault. */
    public Finding finding() {
        return Finding.file(rule, Severity.ERROR, arguments.toArray());
    }

    /** Whether the file is no workbook at all, as opposed to a workbook that is protected or damaged. */
    public boolean isNoWorkbook() {
        return rule.equals(NOT_A_WORKBOOK);
    }
}
