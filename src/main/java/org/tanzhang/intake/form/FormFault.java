package org.tanzhang.intake.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A fault in the YAML of a form definition. Its words stand in the bundle under {@code form.KIND}.
 *
 * @param file name of the file
 * @param line from 1
 * @param arguments what the words have places for
 */
public record FormFault(String file, int line, Kind kind, List<String> arguments) {

    /** What can be wrong. */
    public enum Kind {
        UNREADABLE,
        YAML,
        NO_MAPPING,
        UNKNOWN_KEY,
        KEY_TWICE,
        MISSING,
        NO_TEXT,
        NO_LIST,
        NO_FLAG,
        CHOICE,
        YEAR,
        YEARS,
        ITEM_TWICE,
        NAME_TWICE,
        CARRIER,
        FORM,
        FORM_TWICE;

        /** The kind as data name it: {@code unknown-key}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public FormFault {
        arguments = List.copyOf(arguments);
    }

    static FormFault of(String file, int line, Kind kind, Object... arguments) {
        return new FormFault(
                file, line, kind, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** {@code 205-1.yml:12}. */
    public String place() {
        return file + ":" + line;
    }
}
