package org.tanzhang.intake.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The days by which the statements of a year are due, in the year after it.
 *
 * @param byForm month and day by the statement's form, such as {@code 205-1}; a form that is not named is due by no day
 */
public record DueDates(Map<String, MonthDay> byForm) {

    /** The bureau's clock. */
    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    public DueDates {
        byForm = Map.copyOf(byForm);
    }

    /**
     * The days as {@code jobs/import/job.yml} writes them, {@code MM-dd}.
     *
     * @throws IllegalArgumentException when one is no day of a year
     */
    public static DueDates of(Map<String, String> texts) {
        Map<String, MonthDay> days = new TreeMap<>();
        texts.forEach((form, text) -> {
            try {
                days.put(form, MonthDay.parse("--" + text));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("tanzhang.due." + form + ": no month and day: " + text, e);
            }
        });
        return new DueDates(days);
    }

    /** The last day for a form's statements of a year. */
    public Optional<LocalDate> lastDay(String form, int year) {
        return Optional.ofNullable(byForm.get(form)).map(day -> day.atYear(year + 1));
    }

    /** Whether what came then came after its day; empty where no day is set, for then nothing is late or in time. */
    public Optional<Boolean> isLate(String form, int year, Instant received) {
        return lastDay(form, year)
                .map(day ->
                        !received.isBefore(day.plusDays(1).atStartOfDay(BUREAU).toInstant()));
    }
}
