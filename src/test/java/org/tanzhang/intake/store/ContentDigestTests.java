package org.tanzhang.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Unit;

/** The digests were made with sha256sum of the lines; a database holds such of years, so they must not change. */
@DisplayName("What a statement states has the digest")
class ContentDigestTests {

    private static final Unit TONNE = Unit.parse("t");

    private final ContentDigest digest = new ContentDigest();

    private static Observation cell(String item, String carrier, int row, String value) {
        return new Observation(
                0, item, carrier, new CellAddress("205-1", row, 3), value, new BigDecimal(value), null, TONNE);
    }

    private static Observation blank(String item, String carrier) {
        return new Observation(0, item, carrier, new CellAddress("205-1", 9, 4), "", null, NotationKey.BLANK, TONNE);
    }

    private static ReadStatement stating(List<Observation> observations, List<UnitEntry> units) {
        return new ReadStatement(
                "205-1", "205-1", List.of("205-1"), null, null, null, observations, List.of(), units, List.of());
    }

    @Test
    @DisplayName("of its sorted cells, wherever they stand and however the numbers are written")
    void cells() {
        String expected = "287aaa100432fd4775ec52b74ca07d73fb1c88afeb36c8c0034b2f98d2c3c49f";
        assertThat(digest.of(stating(
                        List.of(
                                cell("consumption", "raw-coal", 1, "12.5"),
                                cell("consumption", "coke", 2, "0"),
                                blank("purchase", "raw-coal"),
                                cell("consumption@2020", "raw-coal", 3, "1000")),
                        List.of())))
                .isEqualTo(expected);
        assertThat(digest.of(stating(
                        List.of(
                                cell("consumption@2020", "raw-coal", 8, "1E3"),
                                blank("purchase", "raw-coal"),
                                cell("consumption", "coke", 1, "0.00"),
                                cell("consumption", "raw-coal", 7, "12.500")),
                        List.of())))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("of two cells of one item and carrier by their values as texts")
    void twice() {
        List<Observation> cells = List.of(cell("consumption", "coke", 1, "9"), cell("consumption", "coke", 2, "10"));
        assertThat(digest.of(stating(cells, List.of())))
                .isEqualTo("3edea3eb11184a0efcf68a8dd2305a9e77ef77f21d9e05438415418c8787589f")
                .isEqualTo(digest.of(stating(List.of(cells.get(1), cells.get(0)), List.of())));
    }

    @Test
    @DisplayName("of no lines where it states nothing")
    void nothing() {
        assertThat(digest.of(stating(List.of(), List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    @DisplayName("of its units, a line each")
    void units() {
        UnitEntry mill = new UnitEntry(
                0, "91430100A", "钢厂", "3120", "430102", UnitEntry.Scope.SITE, null, new CellAddress("名录", 2, 0));
        UnitEntry works = new UnitEntry(
                0, "91430100B", "水厂", "4610", "430103", UnitEntry.Scope.CITY, "P1", new CellAddress("名录", 1, 0));
        assertThat(digest.of(stating(List.of(), List.of(works, mill))))
                .isEqualTo("a234d8b4521c11da4d8a39710560222feedc2620a1134ba767e154b3d3e49d5e");
    }
}
