package org.tanzhang.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tanzhang.intake.ImportReport.FileResult;
import org.tanzhang.intake.NoteWords;
import org.tanzhang.intake.returned.Answer;
import org.tanzhang.intake.returned.MarkApart;
import org.tanzhang.intake.returned.MarkingBudget;
import org.tanzhang.intake.store.CallRepository;
import org.tanzhang.intake.store.Verdict;

/** The marked-up copies of one call in one folder. */
final class HandBack {

    /** Senders are told in Chinese. */
    private static final String LANGUAGE = "zh";

    private static final NoteWords NOTES = NoteWords.in(LANGUAGE);

    private final Path folder;
    private final MarkingBudget budget;
    private final CallRepository calls;
    private final Set<Path> written = new HashSet<>();

    HandBack(Path folder, MarkingBudget budget, CallRepository calls) {
        this.folder = folder;
        this.budget = budget;
        this.calls = calls;
    }

    /** Writes a copy of a file in which anything was found, unless the call brought nothing new with it. */
    void write(FileResult file) {
        if (isKnown(file) || file.findings().isEmpty() || file.sha256().isEmpty()) {
            return;
        }
        Path target = free(folder.resolve(file.file()).normalize());
        if (!target.startsWith(folder)) {
            return;
        }
        List<String> notes = file.note() == null ? List.of() : List.of("与上次报送相比：" + NOTES.of(file.note()));
        Answer answer = new Answer(file.findings(), notes);
        try {
            if (answer.isOfRefusedFile()) {
                MarkApart.list(answer, LANGUAGE, target);
            } else {
                MarkApart.write(calls.content(file.sha256()), answer, LANGUAGE, target, budget);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a workbook was marked", e);
        }
    }

    private static boolean isKnown(FileResult file) {
        return file.verdict() == Verdict.DUPLICATE || file.verdict() == Verdict.SUPERSEDED;
    }

    /** Files of one name from two folders of a call do not overwrite each other. */
    private Path free(Path target) {
        String name = target.getFileName().toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        Path free = target;
        for (int n = 2; !written.add(free); n++) {
            free = target.resolveSibling(name.substring(0, dot) + "(" + n + ")" + name.substring(dot));
        }
        return free;
    }
}
