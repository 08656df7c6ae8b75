package org.tanzhang.intake.store;

import java.util.Locale;

/** What became of a file or statement. */
public enum Verdict {
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    /** sound, but no register entry places it yet; looked at again at every account */
    WAITING,
    RETURNED,
    /** the same bytes are current already: nothing to do */
    DUPLICATE,
    /** an earlier version, while a later one is current */
    SUPERSEDED,
    UNRECOGNISED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verdict of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the accounts may use it. */
    public boolean accepts() {
        return this == ACCEPTED || this == ACCEPTED_WITH_WARNINGS || this == WAITING;
    }
}
