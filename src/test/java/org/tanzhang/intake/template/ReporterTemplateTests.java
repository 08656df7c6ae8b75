package org.tanzhang.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.quantity.Unit;

@DisplayName("A template with a row a region")
class ReporterTemplateTests {

    private static final FormLibrary FORMS = FormLibrary.shipped();
    private static final String UNIT = "91430112MA4LXYAW1X";
    private static final StatementReader READER = new StatementReader(
            Shipped.codes(), Shipped.units(), FORMS, RuleLibrary.shipped().book());

    static Stream<Arguments> formsInBothFormats() {
        return FORMS.definitions().stream()
                .filter(f -> f.rows() != null)
                .flatMap(f -> Stream.of(Arguments.of(f.id(), false), Arguments.of(f.id(), true)));
    }

    private static byte[] written(String form, boolean binary) throws IOException {
        return written(form, binary, "");
    }

    /** @param unit name of the unit that it is made out for; empty for none */
    private static byte[] written(String form, boolean binary, String unit) throws IOException {
        FormDefinition definition = definition(form);
        Blanks blanks = new Blanks(FORMS, Shipped.codes().regions());
        Blanks.Filler filler = new Blanks.Filler(Shipped.region("430100"), unit.isEmpty() ? "" : UNIT, unit);
        return written(
                definition.rows().byMeasure()
                        ? blanks.of(definition, definition.items().get(0), 2024, filler)
                        : blanks.of(definition, 2024, filler, f -> null),
                binary);
    }

    private static FormDefinition definition(String form) {
        return FORMS.definitions().stream()
                .filter(f -> f.id().equals(form))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] written(List<Blank> blanks, boolean binary) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TemplateWorkbook(Shipped.data()).write(blanks, binary, out);
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName("comes back blank without a fault")
    void blank(String form, boolean binary) throws IOException {
        ReadWorkbook read = READER.read(written(form, binary));
        assertThat(read.recognised()).isTrue();
        assertThat(read.statements()).isEmpty();
        assertThat(read.findings()).extracting(f -> f.rule()).containsOnly("R-REPORTER-02");
    }

    @ParameterizedTest(name = "{0}, binary {1}: {2} figures a region")
    @CsvSource({
        "socio-economic, false, 5",
        "socio-economic, true, 5",
        "coal-survey, false, 14",
        "coal-survey, true, 14",
        "products-by-region, false, 4",
        "products-by-region, true, 4"
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

    @ParameterizedTest(name = "binary {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("or a row a unit names the one it is made out for, has rows for others, and reads all of them back")
    void units(boolean binary) throws IOException {
        byte[] bytes;
        try (Workbook book =
                        WorkbookFactory.create(new ByteArrayInputStream(written("products-by-unit", binary, "甲水泥厂")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            Row own = sheet.getRow(2);
            assertThat(List.of(0, 1, 2))
                    .extracting(c -> own.getCell(c).toString())
                    .containsExactly("甲水泥厂", UNIT, "2024");
            assertThat(own.getCell(1).getCellStyle().getLocked()).isTrue();
            own.getCell(3).setCellValue(1200.5);
            Row other = sheet.getRow(3);
            assertThat(other.getCell(1).getCellStyle().getLocked()).isFalse();
            other.getCell(0).setCellValue("乙石灰厂");
            other.getCell(1).setCellValue("91430102MAHC00017Y");
            other.getCell(4).setCellValue(30);
            book.write(out);
            bytes = out.toByteArray();
        }
        ReadWorkbook read = READER.read(bytes);
        assertThat(read.findings()).isEmpty();
        assertThat(read.statements())
                .extracting(s -> s.reporter() + " " + s.period() + " "
                        + s.observations().stream()
                                .map(o -> o.item() + " " + o.value().stripTrailingZeros() + " " + o.unit())
                                .toList()
                        + s.findings())
                .containsExactly(
                        "Reporter[kind=UNIT, code=" + UNIT + ", name=甲水泥厂] 2024 [product.cement-clinker 1200.5 t][]",
                        "Reporter[kind=UNIT, code=91430102MAHC00017Y, name=乙石灰厂] 2024 [product.lime 3E+1 t][]");
    }

    static Stream<Arguments> measures() {
        return definition("wide-export").items().stream().map(i -> Arguments.of(i.code(), i));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measures")
    @DisplayName("or a row a unit for one measure of every carrier names the measure, and reads back every figure")
    void measure(String code, FormDefinition.Item measure) throws IOException {
        FormDefinition form = definition("wide-export");
        byte[] blank = written(
                new Blanks(FORMS, Shipped.codes().regions())
                        .of(form, measure, 2024, new Blanks.Filler(Shipped.region("430100"), UNIT, "甲水泥厂")),
                false);
        byte[] bytes;
        int figures = form.print().columns().size();
        boolean money = "money".equals(measure.unit());
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(blank));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row own = book.getSheetAt(0).getRow(money ? 3 : 2);
            for (int c = 0; c < figures; c++) {
                own.getCell(3 + c).setCellValue(c + 1);
            }
            book.write(out);
            bytes = out.toByteArray();
        }
        ReadStatement read = READER.read(bytes).statements().get(0);
        assertThat(read.form()).isEqualTo("wide-export." + code);
        assertThat(read.reporter().code()).isEqualTo(UNIT);
        assertThat(read.observations())
                .allMatch(o -> o.item().equals(code))
                .extracting(o -> o.value().intValueExact())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, figures).boxed().toList());
        assertThat(read.observations().stream().map(o -> o.carrier()).distinct())
                .hasSize(figures);
        assertThat(read.observations().stream().anyMatch(o -> o.unit().equals(Unit.ONE)))
                .isEqualTo(money);
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
