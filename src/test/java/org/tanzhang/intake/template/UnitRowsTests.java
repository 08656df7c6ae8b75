package org.tanzhang.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reference.Shipped;

@DisplayName("In the form of a region for 2024 stand")
class UnitRowsTests {

    private static final Set<String> NO_REGISTER_YET = Set.of();

    private static RegisteredUnit unit(String code, String county) {
        return unit(code, county, null);
    }

    private static RegisteredUnit unit(String code, String county, @Nullable String left) {
        return new RegisteredUnit(code, code + "厂", county, left == null ? null : YearMonth.parse(left));
    }

    private static UnitRows of(String region, boolean holdsUnplaced) {
        return new UnitRows(Shipped.codes().regions(), Shipped.region(region), 2024, holdsUnplaced);
    }

    private static List<String> codes(List<UnitRows.UnitRow> rows) {
        return rows.stream().map(UnitRows.UnitRow::creditCode).toList();
    }

    @Test
    @DisplayName("first those that reported a year before, then the others of the register, by county and code")
    void reportersFirst() {
        List<UnitRows.UnitRow> rows = of("430100", false)
                .of(
                        Map.of("D", "丁", "C", "丙"),
                        List.of(unit("A", "430112"), unit("B", "430102"), unit("C", "430112"), unit("D", "430111")),
                        List.of(),
                        NO_REGISTER_YET);
        assertThat(codes(rows)).containsExactly("D", "C", "B", "A");
        assertThat(rows.get(0).name()).isEqualTo("D厂");
    }

    @Test
    @DisplayName("a county's own units and no others, by the year's register where they moved")
    void ownUnits() {
        assertThat(codes(of("430112", false)
                        .of(
                                Map.of("A", "甲", "B", "乙"),
                                List.of(unit("A", "430112"), unit("B", "430112"), unit("C", "430121")),
                                List.of(unit("B", "430121"), unit("C", "430112")),
                                NO_REGISTER_YET)))
                .containsExactly("A", "C");
    }

    @Test
    @DisplayName("none that closed or left before the year, and those that do so within it")
    void open() {
        assertThat(codes(of("430100", false)
                        .of(
                                Map.of("A", "甲", "B", "乙"),
                                List.of(
                                        unit("A", "430112", "2023-12"),
                                        unit("B", "430112", "2024-01"),
                                        unit("C", "430112", "2023-05"),
                                        unit("D", "430112")),
                                List.of(),
                                NO_REGISTER_YET)))
                .containsExactly("B", "D");
    }

    @Test
    @DisplayName("none that the year's register no longer names, unless they reported the year before")
    void delisted() {
        List<RegisteredUnit> before = List.of(unit("A", "430112"), unit("B", "430112"), unit("C", "430121"));
        assertThat(codes(of("430100", false).of(Map.of("A", "甲"), before, List.of(), Set.of("430112"))))
                .containsExactly("A", "C");
        assertThat(codes(of("430100", false).of(Map.of("A", "甲"), before, List.of(), Set.of("430100"))))
                .containsExactly("A");
    }

    @Test
    @DisplayName("those that no register places in the bureau's territory alone, by the name that they gave")
    void unplaced() {
        List<UnitRows.UnitRow> whole = of("430100", true).of(Map.of("A", "甲"), List.of(), List.of(), NO_REGISTER_YET);
        assertThat(whole).containsExactly(new UnitRows.UnitRow("A", "甲"));
        assertThat(of("430112", false).of(Map.of("A", "甲"), List.of(), List.of(), NO_REGISTER_YET))
                .isEmpty();
    }

    @Test
    @DisplayName("units of a county whose code has changed since under the code of the year")
    void successor() {
        assertThat(codes(of("430112", false).of(Map.of(), List.of(unit("A", "430122")), List.of(), NO_REGISTER_YET)))
                .containsExactly("A");
    }
}
