package org.tanzhang.intake.reading;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a workbook beside its bytes.
 *
 * @param file the file's name, which may name the measure of an export
 * @param measure the measure that the caller names for exports which do not; null when he names none
 */
public record ReadingHints(String file, @Nullable String measure) {

    public static final ReadingHints NONE = new ReadingHints("", null);
}
