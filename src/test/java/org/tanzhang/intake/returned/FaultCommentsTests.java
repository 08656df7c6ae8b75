package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

@DisplayName("What faulty cells say")
class FaultCommentsTests {

    private static final FindingWords WORDS = FindingWords.in("zh");

    private int passes;

    private Findings counted(int count, IntFunction<Finding> finding) {
        return new Findings() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Iterator<ReturnedFinding> iterator() {
                passes++;
                return IntStream.range(0, count)
                        .mapToObj(i -> new ReturnedFinding(1, finding.apply(i), ""))
                        .iterator();
            }
        };
    }

    private static Finding at(String sheet, int row, String value) {
        return Finding.at(new CellAddress(sheet, row, 0), "R-CELL-01", Severity.ERROR, value, value);
    }

    @Test
    @DisplayName("is gathered of all sheets at once, each comment at its cell")
    void sheetsTogether() {
        List<String> sheets = IntStream.range(0, 300).mapToObj(i -> "表" + i).toList();
        List<Finding> found = new ArrayList<>();
        for (int row = 4; row >= 0; row--) {
            for (String sheet : sheets) {
                found.add(at(sheet, row, sheet + "行" + row));
            }
        }
        Findings findings = counted(found.size(), found::get);
        FaultyCells cells = new FaultyCells(findings, sheets, SpreadsheetVersion.EXCEL2007);
        FaultComments comments = new FaultComments(findings, cells, WORDS);
        for (String sheet : sheets) {
            List<FaultComments.Comment> said = new ArrayList<>();
            FaultComments.OnSheet on = comments.on(sheet);
            on.forEach(said::add);
            assertThat(said)
                    .hasSize(5)
                    .allSatisfy(c -> assertThat(c.text())
                            .contains("“" + sheet + "行" + c.row() + "”")
                            .doesNotContain("\n"));
            assertThat(on.boxRows(4)).isPositive();
        }
        // once to find the cells, once for what they say
        assertThat(passes).isEqualTo(2);
    }

    @Test
    @DisplayName("is cut where a spreadsheet shows no more, one finding's words too")
    void cut() {
        Findings findings = counted(2, i -> at("表", 0, i == 0 ? "长".repeat(32_000) : "短"));
        FaultyCells cells = new FaultyCells(findings, List.of("表"), SpreadsheetVersion.EXCEL2007);
        assertThat(new FaultComments(findings, cells, WORDS).on("表"))
                .singleElement()
                .satisfies(c -> assertThat(c.text()).hasSize(8_001).endsWith("…"));
    }

    @Test
    @DisplayName("is gathered in smaller pieces where it is long, and nothing of it is lost")
    void longTexts() {
        // as many characters as half of the memory would hold
        int cells = (int) (Runtime.getRuntime().maxMemory() / 4 / 7_000);
        String much = "长".repeat(7_000);
        Findings findings = counted(cells, i -> at("表", i, i + much));
        FaultyCells faulty = new FaultyCells(findings, List.of("表"), SpreadsheetVersion.EXCEL2007);
        int[] row = {0};
        new FaultComments(findings, faulty, WORDS).on("表").forEach(c -> {
            assertThat(c.row()).isEqualTo(row[0]++);
            assertThat(c.text()).contains("“" + c.row() + "长").hasSizeGreaterThan(7_000);
        });
        assertThat(row[0]).isEqualTo(cells);
        assertThat(passes).isBetween(3, 12);
    }
}
