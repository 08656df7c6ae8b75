package org.tanzhang.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the command line, in the language of the call. */
final class Words {

    private Words() {}

    static String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("messages.cli").getString(key);
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
    }

    /** The words under a key that the bundles may not have. */
    static Optional<String> find(String key, Object... arguments) {
        return ResourceBundle.getBundle("messages.cli").containsKey(key)
                ? Optional.of(of(key, arguments))
                : Optional.empty();
    }

    /** zh or en. */
    static String language() {
        return Locale.getDefault().getLanguage();
    }
}
