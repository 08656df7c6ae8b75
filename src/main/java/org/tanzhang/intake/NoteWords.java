package org.tanzhang.intake;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.tanzhang.intake.comparison.Versions.Note;

/** What a new version changes, in words: {@code 12 cells changed, total +0.8 %, 3 faults cured, 0 new}. */
public final class NoteWords {

    private final ResourceBundle bundle;

    private NoteWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language zh or en */
    public static NoteWords in(String language) {
        return new NoteWords(ResourceBundle.getBundle(
                "messages.returned",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String of(Note note) {
        Optional<String> percent = note.percent().map(NoteWords::signed);
        String pattern = bundle.getString(percent.isPresent() ? "note" : "note.no-total");
        return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {
            String.valueOf(note.cells()), String.valueOf(note.cured()), String.valueOf(note.added()), percent.orElse("")
        });
    }

    private static String signed(BigDecimal percent) {
        return (percent.signum() < 0 ? "-" : "+") + percent.abs().toPlainString();
    }
}
