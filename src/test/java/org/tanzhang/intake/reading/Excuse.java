package org.tanzhang.intake.reading;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * A slip that nobody could see in the workbook alone.
 *
 * @param forms the forms it holds for
 * @param items the forms' rows or columns it holds for
 * @param when what must be so, before the slip and as it is read after, that nobody can see it; it is checked
 */
record Excuse(
        List<String> forms, List<String> items, List<Slip> slips, BiPredicate<Spoilt, Reading> when, String reason) {

    boolean covers(Spoilt spoilt, Reading after) {
        return forms.contains(spoilt.form())
                && items.contains(spoilt.item())
                && slips.contains(spoilt.slip())
                && when.test(spoilt, after);
    }
}
