package org.tanzhang.intake.returned;

import java.util.List;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;

/**
 * What a sender is told about a file.
 *
 * @param findings everything that was found in it
 * @param notes what changed against the sender's earlier version, a line a statement; empty for a first version
 */
public record Answer(Findings findings, List<String> notes) {

    public Answer {
        notes = List.copyOf(notes);
    }

    /** Of findings that are held. */
    public Answer(List<ReturnedFinding> findings, List<String> notes) {
        this(Findings.of(findings), notes);
    }

    /** Whether the file was refused when it was read: nothing of it is opened again. */
    public boolean isOfRefusedFile() {
        return findings.stream()
                .anyMatch(f -> UnreadableWorkbookException.refuses(f.finding().rule()));
    }
}
