package org.tanzhang.intake.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as people write them: 2024年5月, 2024-05, 2024.5, 202405, or any day in them. */
final class MonthText {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("((?:19|20)\\d{2})年(\\d{1,2})月(?:\\d{1,2}[日号])?"),
            Pattern.compile("((?:19|20)\\d{2})[-/.](\\d{1,2})(?:[-/.]\\d{1,2})?(?:T.*)?"),
            Pattern.compile("((?:19|20)\\d{2})(\\d{2})(?:\\d{2})?"));

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年?");

    private MonthText() {}

    /**
     * The month that a text without spaces names.
     *
     * @param year the year of the register: of an earlier year no month need be named
     */
    static Optional<YearMonth> read(String compact, int year) {
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(compact);
            if (m.matches()) {
                int month = Integer.parseInt(m.group(2));
                return month >= 1 && month <= 12
                        ? Optional.of(YearMonth.of(Integer.parseInt(m.group(1)), month))
                        : Optional.empty();
            }
        }
        Matcher m = YEAR.matcher(compact);
        return m.matches() && Integer.parseInt(m.group(1)) < year
                ? Optional.of(YearMonth.of(Integer.parseInt(m.group(1)), 1))
                : Optional.empty();
    }
}
