package org.tanzhang.ledger.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server could not do what was asked; the message says what failed and what to do.
 *
 * <p>{@link #getMessage()} is English, for logs; {@link #message(Locale)} is for the person at the terminal. Neither
 * ever contains a password.
 */
public final class DatabaseServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String[] arguments;

    DatabaseServerException(String key, @Nullable Throwable cause, @Nullable Object... arguments) {
        super(Messages.text(Locale.ENGLISH, key, arguments), cause);
        this.key = key;
        this.arguments = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            this.arguments[i] = String.valueOf(arguments[i]);
        }
    }

    DatabaseServerException(String key, @Nullable Object... arguments) {
        this(key, null, arguments);
    }

    /** The fault's stable name, such as {@code data-belongs-to-other}. */
    public String key() {
        return key;
    }

    /** The message in Chinese for a Chinese locale, else in English. */
    public String message(Locale locale) {
        return Messages.text(locale, key, (Object[]) arguments);
    }

    @Override
    public String getLocalizedMessage() {
        return message(Locale.getDefault());
    }
}
