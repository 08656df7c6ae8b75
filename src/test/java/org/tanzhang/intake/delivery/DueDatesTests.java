package org.tanzhang.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A due day")
class DueDatesTests {

    private static final DueDates DATES = DueDates.of(Map.of("205-1", "03-31"));

    @Test
    @DisplayName("lies in the year after the one reported on and ends at midnight in China")
    void endsAtMidnightInChina() {
        assertThat(DATES.lastDay("205-1", 2024)).contains(LocalDate.of(2025, 3, 31));
        assertThat(DATES.isLate("205-1", 2024, Instant.parse("2025-03-31T15:59:59Z")))
                .contains(false);
        assertThat(DATES.isLate("205-1", 2024, Instant.parse("2025-03-31T16:00:00Z")))
                .contains(true);
    }

    @Test
    @DisplayName("that is not set makes nothing late, and nothing in time")
    void noDayTellsNothing() {
        assertThat(DATES.isLate("energy-balance", 2024, Instant.parse("2030-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    @DisplayName("that is no day is refused, naming the setting")
    void noDay() {
        assertThatThrownBy(() -> DueDates.of(Map.of("205-1", "31.3.")))
                .hasMessage("tanzhang.due.205-1: no month and day: 31.3.");
    }

    @Test
    @DisplayName("of 29 February falls on the 28th where there is none")
    void leapDay() {
        assertThat(DueDates.of(Map.of("205-1", "02-29")).lastDay("205-1", 2024)).contains(LocalDate.of(2025, 2, 28));
    }
}
