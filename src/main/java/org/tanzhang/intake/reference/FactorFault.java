package org.tanzhang.intake.reference;

import java.util.Arrays;
import java.util.List;

/**
 * A fault in the files of a factor set. Its words stand in the bundle under {@code check.KIND}.
 *
 * @param file from the reference-data folder, such as {@code sets/cn-hunan-2025/factors.csv}
 * @param line from 1
 * @param arguments what the words have places for
 */
public record FactorFault(String set, String file, int line, Kind kind, List<String> arguments) {

    /** What can be wrong. */
    public enum Kind {
        UNREADABLE,
        MISSING,
        HEAD_ID,
        LAYER_UNKNOWN,
        LAYER_CIRCLE,
        SERIES,
        FIELDS,
        NO_NUMBER,
        NEGATIVE,
        YEAR,
        YEARS,
        QUANTITY,
        UNIT,
        DIMENSION,
        LOWER,
        UPPER,
        CARRIER,
        SECTOR,
        REGION,
        ENTERPRISE,
        MARK,
        DUPLICATE,
        OVERLAP,
        NCV_TCE,
        DIRECT;

        /** The kind as data name it: {@code ncv-tce}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public FactorFault {
        arguments = List.copyOf(arguments);
    }

    static FactorFault of(String set, String file, int line, Kind kind, Object... arguments) {
        return new FactorFault(
                set,
                file,
                line,
                kind,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** {@code sets/cn-hunan-2025/factors.csv:12}. */
    public String place() {
        return file + ":" + line;
    }
}
