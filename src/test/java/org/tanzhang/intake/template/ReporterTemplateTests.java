package org.tanzhang.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;

@DisplayName("A template with a row a region")
class ReporterTemplateTests {

    private static final FormLibrary FORMS = FormLibrary.shipped();
    private static final StatementReader READER = new StatementReader(
            Shipped.codes(), Shipped.units(), FORMS, RuleLibrary.shipped().book());

    private static byte[] written(String form, boolean binary) throws IOException {
        List<Blank> blanks = new Blanks(FORMS, Shipped.codes().regions())
                .of(
                        FORMS.printable().stream()
                                .filter(f -> f.id().equals(form))
                                .findFirst()
                                .orElseThrow(),
                        2024,
                        new Blanks.Filler(Shipped.region("430100"), "", ""),
                        f -> null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TemplateWorkbook(Shipped.data()).write(blanks, binary, out);
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @CsvSource({"socio-economic, false", "socio-economic, true", "coal-survey, false", "coal-survey, true"})
    @DisplayName("comes back blank without a fault")
    void blank(String form, boolean binary) throws IOException {
        ReadWorkbook read = READER.read(written(form, binary));
        assertThat(read.recognised()).isTrue();
        assertThat(read.statements()).isEmpty();
        assertThat(read.findings()).extracting(f -> f.rule()).containsOnly("R-REPORTER-02");
    }

    @ParameterizedTest(name = "{0}, binary {1}: {2} figures a region")
    @CsvSource({"socio-economic, false, 5", "socio-economic, true, 5", "coal-survey, false, 14", "coal-survey, true, 14"
    })
    @DisplayName("that is filled in reads back every figure for the city and each of its nine counties")
    void filled(String form, boolean binary, int figures) throws IOException {
        List<BigDecimal> filled = new ArrayList<>();
        byte[] bytes;
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(form, binary)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (!cell.getCellStyle().getLocked()) {
                        filled.add(BigDecimal.valueOf(filled.size() + 1L));
                        cell.setCellValue(filled.size());
                    }
                }
            }
            book.write(out);
            bytes = out.toByteArray();
        }
        ReadWorkbook read = READER.read(bytes);
        assertThat(filled).hasSize(10 * figures);
        assertThat(read.findings()).isEmpty();
        assertThat(read.statements())
                .extracting(s -> s.reporter().code() + " " + s.period())
                .startsWith("430100 2024", "430102 2024")
                .endsWith("430182 2024")
                .hasSize(10);
        assertThat(read.statements().stream()
                        .flatMap(s -> s.observations().stream())
                        .map(o -> o.value()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(filled);
        assertThat(read.statements().stream().map(ReadStatement::definition).distinct())
                .containsExactly(form);
    }

    @Test
    @DisplayName("locks captions and names, checks figures, and prints the survey's levels")
    void locked() throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written("coal-survey", false)))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getDataValidations()).hasSize(1);
            Row city = sheet.getRow(6);
            assertThat(List.of(0, 1, 2, 3))
                    .extracting(c -> city.getCell(c).toString())
                    .containsExactly("湖南省", "长沙市", "", "2024");
            assertThat(city.getCell(1).getCellStyle().getLocked()).isTrue();
            assertThat(city.getCell(4).getCellStyle().getLocked()).isFalse();
        }
    }
}
