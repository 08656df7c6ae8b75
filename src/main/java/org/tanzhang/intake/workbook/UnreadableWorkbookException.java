package org.tanzhang.intake.workbook;

import java.util.List;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** A file that cannot be read as a workbook; the rule says why. */
public final class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final List<Object> arguments;

    UnreadableWorkbookException(String rule, Object... arguments) {
        super(rule);
        this.rule = rule;
        this.arguments = List.of(arguments);
    }

    /** The finding that names the fault. */
    public Finding finding() {
        return Finding.file(rule, Severity.ERROR, arguments.toArray());
    }

    /** Whether the file is no workbook at all, as opposed to a workbook that is protected or damaged. */
    public boolean isNoWorkbook() {
        return rule.equals(WorkbookReader.NOT_A_WORKBOOK);
    }
}
