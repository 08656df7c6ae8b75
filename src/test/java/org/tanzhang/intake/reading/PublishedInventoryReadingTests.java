package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.reference.ReferenceMaterial;

/**
 * CEADs' energy inventories of Hunan as published (Shan et al. 2018, 2020; Guan et al. 2021). Worked out apart from the program: final
 * consumption is the sum of the sectors, transformation of its items, consumption of both, in all 180 columns to 1e-6.
 */
@DisplayName("A published energy inventory of Hunan")
class PublishedInventoryReadingTests {

    /** What else is to be said: results of subtraction that stand for zero, and a blank total. */
    private static final Map<Integer, List<String>> REMARKS = Map.of(
            2012, List.of("R-CELL-04 info", "R-CELL-04 info"), 2016, List.of("R-CELL-04 info", "R-MATRIX-05 info"));

    @ParameterizedTest
    @ValueSource(ints = {2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019})
    @DisplayName("is one statement without an error, and its sums hold")
    void holds(int year) {
        Reading reading = Reading.of(ReferenceMaterial.at("ceads-hunan/hunan-energy-" + year + ".xlsx"));
        assertThat(reading.statements()).containsExactly("industry-matrix 430000 " + year);
        assertThat(reading.all())
                .extracting(f -> f.rule() + " " + f.severity().code())
                .containsExactlyInAnyOrderElementsOf(REMARKS.getOrDefault(year, List.of()));
    }
}
