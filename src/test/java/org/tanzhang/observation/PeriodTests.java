package org.tanzhang.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A period")
class PeriodTests {

    @Test
    @DisplayName("of a year is told from January to December of it, though both cover the year")
    void annualIsNotCumulative() {
        assertThat(Period.year(2024)).hasToString("2024").isNotEqualTo(Period.toMonth(2024, 12));
        assertThat(Period.toMonth(2024, 12)).hasToString("2024-01..12");
        assertThat(Period.year(2024).isFullYear()).isTrue();
        assertThat(Period.toMonth(2024, 12).isFullYear()).isTrue();
        assertThat(Period.toMonth(2024, 9).isFullYear()).isFalse();
    }

    @Test
    @DisplayName("reads back what it writes")
    void readsBackWhatItWrites() {
        for (Period period : List.of(Period.year(2024), Period.toMonth(2024, 12), Period.toMonth(1999, 3))) {
            assertThat(Period.parse(period.toString())).isEqualTo(period);
        }
    }

    @Test
    @DisplayName("is written in the same digits on every machine, since it is a key of the store")
    void isWrittenAlikeEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Period.toMonth(2024, 12)).hasToString("2024-01..12");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13..12", "2024-00..12", "2024-05..03", "2024-1..12", "2024年"})
    @DisplayName("is refused where the months are none or run backwards")
    void refusesWhatIsNoPeriod(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }
}
