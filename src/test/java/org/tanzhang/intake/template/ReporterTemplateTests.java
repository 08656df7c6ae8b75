package org.tanzhang.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.PrintedColumns;
import org.tanzhang.intake.reading.PrintedColumns.PrintedColumn;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.Reporter;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

@DisplayName("A template with a row a reporter")
class ReporterTemplateTests {

    private static final FormLibrary FORMS = FormLibrary.shipped();
    private static final Blanks BLANKS = new Blanks(FORMS, Shipped.codes().regions());
    private static final String UNIT = "91430112MA4LXYAW1X";
    private static final LastYear.Key LIME = new LastYear.Key("product.lime", "");
    private static final String OTHER = "91430102MAHC00017Y";
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
        Blanks.Filler filler = new Blanks.Filler(Shipped.region("430100"), unit.isEmpty() ? "" : UNIT, unit);
        return written(List.of(BLANKS.ofReporters(definition(form), measure(form), 2024, filler, List.of())), binary);
    }

    /** 期初库存量 of the export, nothing of other forms. */
    private static FormDefinition.@Nullable Item measure(String form) {
        FormDefinition definition = definition(form);
        return definition.rows().byMeasure() ? definition.items().get(0) : null;
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
            Row own = sheet.getRow(3);
            assertThat(List.of(0, 1, 2))
                    .extracting(c -> own.getCell(c).toString())
                    .containsExactly("甲水泥厂", UNIT, "2024");
            assertThat(own.getCell(1).getCellStyle().getLocked()).isTrue();
            own.getCell(3).setCellValue(1200.5);
            Row other = sheet.getRow(4);
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
                List.of(BLANKS.ofReporters(
                        form, measure, 2024, new Blanks.Filler(Shipped.region("430100"), UNIT, "甲水泥厂"), List.of())),
                false);
        byte[] bytes;
        int figures = form.print().columns().size();
        boolean money = "money".equals(measure.unit());
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(blank));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row own = book.getSheetAt(0).getRow(money ? 4 : 3);
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

    /** Two reporters, the first with a figure a column: 1, 2, 3 ... in the printed unit; the second with none. */
    private static Blank withLastYear(String form) {
        FormDefinition definition = definition(form);
        Map<LastYear.Key, Quantity> figures = new HashMap<>();
        for (Optional<PrintedColumn> column : columns(form)) {
            PrintedColumn known = column.orElseThrow();
            figures.put(
                    new LastYear.Key(known.item(), known.carrier()),
                    new Quantity(BigDecimal.valueOf(figures.size() + 1), known.unit()));
        }
        boolean units = definition.reporter() == Reporter.Kind.UNIT;
        return BLANKS.ofReporters(
                definition,
                measure(form),
                2024,
                new Blanks.Filler(Shipped.region("430100"), "", ""),
                List.of(
                        new ReporterRow(units ? UNIT : "430100", units ? "甲水泥厂" : "", figures),
                        new ReporterRow(units ? OTHER : "430102", units ? "=乙石灰厂" : "", Map.of())));
    }

    private static List<Optional<PrintedColumn>> columns(String form) {
        return PrintedColumns.of(definition(form), measure(form), Shipped.codes(), Shipped.units());
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName("shows last year's figures in grey below the same captions, and all of that sheet is locked")
    void lastYear(String form, boolean binary) throws IOException {
        try (Workbook book =
                WorkbookFactory.create(new ByteArrayInputStream(written(List.of(withLastYear(form)), binary)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            Sheet asked = book.getSheetAt(0);
            Sheet grey = book.getSheetAt(1);
            assertThat(grey.getSheetName()).startsWith("上年数（");
            assertThat(grey.getRow(0).getCell(0).getStringCellValue()).startsWith("长沙市2023年");
            assertThat(grey.getProtect()).isTrue();
            List<Double> shown = new ArrayList<>();
            grey.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellStyle().getLocked()).isTrue();
                if (cell.getCellType() == CellType.NUMERIC) {
                    assertThat(book.getFontAt(cell.getCellStyle().getFontIndex())
                                    .getColor())
                            .isEqualTo(IndexedColors.GREY_50_PERCENT.getIndex());
                    shown.add(cell.getNumericCellValue());
                }
            }));
            assertThat(shown)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, columns(form).size())
                                    .mapToObj(i -> (double) i)
                                    .toList());
            asked.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK)));
            int body = firstOpenFigure(asked).getRowIndex();
            int below = definition(form).reporter() == Reporter.Kind.UNIT ? 0 : 1;
            for (int c = 0; c < asked.getRow(body).getLastCellNum(); c++) {
                assertThat(text(grey, body - 1 + below, c)).isEqualTo(text(asked, body - 1, c));
            }
        }
    }

    private static String text(Sheet sheet, int row, int column) {
        Cell cell = sheet.getRow(row).getCell(column);
        return cell == null ? "" : cell.toString();
    }

    private static Cell firstOpenFigure(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (isOpenFigure(cell)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("nothing to fill in");
    }

    private static boolean isOpenFigure(Cell cell) {
        return !cell.getCellStyle().getLocked()
                && cell.getCellStyle().getDataFormatString().equals("#,##0.00");
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName(
            "with last year's figures comes back blank like one without: nobody stands in it for having been named")
    void blankWithLastYear(String form, boolean binary) throws IOException {
        ReadWorkbook read = READER.read(written(List.of(withLastYear(form)), binary));
        assertThat(read.recognised()).isTrue();
        assertThat(read.statements()).isEmpty();
        assertThat(read.findings()).extracting(f -> f.rule()).containsOnly("R-REPORTER-02");
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName(
            "with last year's figures reads back what is typed for one reporter, where its captions say, and no other")
    void filledBesideLastYear(String form, boolean binary) throws IOException {
        byte[] bytes;
        List<Double> typed = new ArrayList<>();
        try (Workbook book =
                        WorkbookFactory.create(new ByteArrayInputStream(written(List.of(withLastYear(form)), binary)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // the second row: the one of which nothing is known
            for (Cell cell : book.getSheetAt(0)
                    .getRow(firstOpenFigure(book.getSheetAt(0)).getRowIndex() + 1)) {
                if (isOpenFigure(cell)) {
                    typed.add(typed.size() + 0.25);
                    cell.setCellValue(typed.get(typed.size() - 1));
                }
            }
            book.write(out);
            bytes = out.toByteArray();
        }
        ReadWorkbook read = READER.read(bytes);
        boolean units = definition(form).reporter() == Reporter.Kind.UNIT;
        assertThat(read.findings()).isEmpty();
        ReadStatement statement = read.statements().get(0);
        assertThat(read.statements()).hasSize(1);
        assertThat(statement.reporter().code() + " " + statement.period())
                .isEqualTo((units ? OTHER : "430102") + " 2024");
        assertThat(statement.observations())
                .extracting(o -> o.value().doubleValue())
                .containsExactlyElementsOf(typed);
        assertThat(statement.observations())
                .extracting(o -> new PrintedColumn(o.item(), o.carrier(), o.unit()))
                .containsExactlyElementsOf(
                        columns(form).stream().map(Optional::orElseThrow).toList());
    }

    @ParameterizedTest(name = "binary {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("that names units locks names and codes, and has open rows for a tenth more")
    void roomForMore(boolean binary) throws IOException {
        List<ReporterRow> known = IntStream.range(0, 1000)
                .mapToObj(i -> new ReporterRow(
                        "9143010%011d".formatted(i),
                        "厂" + i,
                        i < 999 ? Map.of() : Map.of(LIME, Quantity.of("30", "t"))))
                .toList();
        Blank blank = BLANKS.ofReporters(
                definition("products-by-unit"), null, 2024, new Blanks.Filler(Shipped.region("430100"), "", ""), known);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(List.of(blank), binary)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("（整行没有填的单位不算报送，不读取）");
            assertThat(text(sheet, 1002, 0) + text(sheet, 1002, 1))
                    .isEqualTo("厂999" + known.get(999).code());
            assertThat(sheet.getRow(1002).getCell(1).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1003).getCell(1).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getRow(1102).getCell(3).getCellStyle().getLocked()).isFalse();
            assertThat(text(sheet, 1103, 0)).startsWith("说明");
            Sheet grey = book.getSheetAt(1);
            assertThat(text(grey, 1002, 1) + " " + text(grey, 1002, 4))
                    .isEqualTo(known.get(999).code() + " 30.0");
            assertThat(text(grey, 1003, 0)).startsWith("说明");
        }
    }

    @Test
    @DisplayName(
            "says that a unit left blank states nothing; in a table that does not, it had nothing of what is asked")
    void withoutTheLine() throws IOException {
        byte[] bytes;
        try (Workbook book = WorkbookFactory.create(
                        new ByteArrayInputStream(written(List.of(withLastYear("products-by-unit")), false)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheetAt(0).getRow(1).getCell(0).setBlank();
            book.write(out);
            bytes = out.toByteArray();
        }
        assertThat(READER.read(bytes).statements())
                .extracting(s -> s.reporter().code() + " " + s.observations())
                .containsExactly(UNIT + " []", OTHER + " []");
    }
}
