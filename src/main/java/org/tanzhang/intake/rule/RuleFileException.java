package org.tanzhang.intake.rule;

import org.jspecify.annotations.Nullable;

/** A fault in the bureau's own rules file, with the rule and the remedy. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleFileException(String message) {
        this(message, null);
    }

    RuleFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
