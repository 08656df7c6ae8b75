package org.tanzhang.intake.returned;

import java.util.List;

/**
 * What a sender is told about a file.
 *
 * @param findings everything that was found in it
 * @param notes what changed against the sender's earlier version, a line a statement; empty for a first version
 */
public record Answer(List<ReturnedFinding> findings, List<String> notes) {

    public Answer {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }
}
