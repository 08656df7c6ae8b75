package org.tanzhang.intake.reading;

import java.util.List;
import org.tanzhang.quality.Finding;

/**
 * What one file gave.
 *
 * @param statements its statements, in the order of its sheets
 * @param findings what is to be said of the file as a whole
 * @param recognised whether it is a workbook of a known form
 */
public record ReadWorkbook(List<ReadStatement> statements, List<Finding> findings, boolean recognised) {

    public ReadWorkbook {
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
    }
}
