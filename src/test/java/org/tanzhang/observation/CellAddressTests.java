package org.tanzhang.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A cell address")
class CellAddressTests {

    @ParameterizedTest(name = "row {0}, column {1} is {2}")
    @CsvSource({
        "0, 0, A1",
        "16, 2, C17",
        "9, 25, Z10",
        "0, 26, AA1",
        "0, 51, AZ1",
        "0, 52, BA1",
        "0, 701, ZZ1",
        "0, 702, AAA1",
        "1048575, 16383, XFD1048576"
    })
    @DisplayName("is what the spreadsheet shows")
    void isWhatTheSpreadsheetShows(int row, int column, String a1) {
        CellAddress address = new CellAddress("205-1", row, column);
        assertThat(address.a1()).isEqualTo(a1);
        assertThat(address).hasToString("205-1!" + a1);
    }

    @Test
    @DisplayName("that was printed is read back, whatever the sheet is called")
    void whatIsPrintedIsReadBackWhateverTheSheetIsCalled() {
        for (CellAddress cell : java.util.List.of(
                new CellAddress("205-1", 16, 2),
                new CellAddress("一!二", 0, 25),
                new CellAddress("P303-1", 1_048_575, 16_383))) {
            assertThat(CellAddress.parse(cell.toString())).isEqualTo(cell);
        }
    }
}
