package org.tanzhang.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
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
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reading.ReadWorkbook;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Quantity;

@DisplayName("A template")
class TemplateTests {

    private static final String UNIT = "91430112MA4LXYAW1X";
    private static final FormLibrary FORMS = FormLibrary.shipped();
    private static final Blanks BLANKS = new Blanks(FORMS, Shipped.codes().regions());
    private static final StatementReader READER = new StatementReader(
            Shipped.codes(), Shipped.units(), FORMS, RuleLibrary.shipped().book());

    private static FormDefinition form(String id) {
        return FORMS.definitions().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> formsInBothFormats() {
        return FORMS.ofOneReporter().stream()
                .flatMap(f -> Stream.of(Arguments.of(f.id(), false), Arguments.of(f.id(), true)));
    }

    private static List<Blank> blanks(String form, String region, int year, Blanks.Filler filler) {
        return BLANKS.of(form(form), year, filler, f -> null);
    }

    private static List<Blank> blanks(String form) {
        return blanks(form, "430112", 2024, new Blanks.Filler(Shipped.region("430112"), UNIT, "甲水泥厂"));
    }

    private static byte[] written(List<Blank> blanks, boolean binary) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TemplateWorkbook(Shipped.data()).write(blanks, binary, out);
        return out.toByteArray();
    }

    /** The cells of a sheet that take figures, row by row. */
    private static List<Cell> figureCells(Sheet sheet) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                String format = cell.getCellStyle().getDataFormatString();
                if (!cell.getCellStyle().getLocked() && (format.equals("#,##0.00") || format.equals("0.0000"))) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static String key(String item, String carrier, Object unit, CellAddress cell) {
        return item + "/" + carrier + " in " + unit + " at " + cell;
    }

    /** Faults of layout: what a template must never cause, however it is filled in. */
    private static boolean isOfLayout(Finding f) {
        return f.rule().matches("R-(FILE|FORM|PERIOD|REGION|CARRIER|ROW|UNIT|UNIT-CODE|CELL|VERSION|REGISTER)-\\d+");
    }

    private static List<Finding> findings(ReadWorkbook read) {
        List<Finding> all = new ArrayList<>(read.findings());
        read.statements().forEach(s -> all.addAll(s.findings()));
        return all;
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName("that is filled in reads back every figure at its cell")
    void readsBackEveryFigure(String id, boolean binary) throws IOException {
        List<Blank> blanks = blanks(id);
        Map<String, BigDecimal> filled = new TreeMap<>();
        byte[] bytes;
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(blanks, binary)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < blanks.size(); i++) {
                fill(blanks.get(i), book.getSheetAt(i), filled);
            }
            book.write(out);
            bytes = out.toByteArray();
        }
        ReadWorkbook read = READER.read(bytes);
        assertThat(findings(read).stream().filter(TemplateTests::isOfLayout)).isEmpty();
        assertThat(read.statements()).hasSize(1);
        ReadStatement statement = read.statements().get(0);
        assertThat(statement.period()).hasToString("2024");
        assertThat(blanks.stream().map(b -> b.form().id())).contains(statement.definition());
        Map<String, BigDecimal> stated = new TreeMap<>();
        for (Observation o : statement.observations()) {
            BigDecimal value = o.value() == null ? BigDecimal.ZERO : o.value();
            boolean turned =
                    form(statement.definition()).inputsPositive() && o.item().startsWith("transformation.");
            stated.put(key(o.item(), o.carrier(), o.unit(), o.cell()), turned ? value.negate() : value);
        }
        assertThat(stated).isEqualTo(filled);
        assertThat(form(id).layout() == Layout.LIST || filled.size() > 100).isTrue();
    }

    /** Puts a number of its own into every cell for figures, and three units into a register. */
    private static void fill(Blank blank, Sheet sheet, Map<String, BigDecimal> filled) {
        FormGrid forms = new FormGrid(blank.form(), Shipped.codes());
        Grid grid = forms.grid();
        var cells = figureCells(sheet).iterator();
        int n = 0;
        for (Grid.Line line : grid.lines()) {
            for (Grid.Column column : grid.columns()) {
                if (column.namesRows()) {
                    continue;
                }
                Grid.Figure figure = forms.figure(line, column);
                Cell cell = cells.next();
                BigDecimal value = new BigDecimal(++n).movePointLeft(2).stripTrailingZeros();
                value = value.scale() < 0 ? value.setScale(0) : value;
                cell.setCellValue(value.doubleValue());
                Object unit = figure.unit() == null ? "1" : Shipped.units().get(figure.unit());
                filled.put(
                        key(
                                figure.item(),
                                figure.carrier(),
                                unit,
                                new CellAddress(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex())),
                        value);
            }
        }
        assertThat(cells.hasNext()).as("cells beyond the form").isFalse();
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("formsInBothFormats")
    @DisplayName("that comes back blank is known for what it is")
    void comesBackBlank(String id, boolean binary) throws IOException {
        ReadWorkbook read = READER.read(written(blanks(id), binary));
        assertThat(read.recognised()).isTrue();
        assertThat(findings(read)).isEmpty();
        assertThat(read.statements()).singleElement().satisfies(s -> {
            assertThat(s.reporter()).isNotNull();
            assertThat(s.reporter().code()).isIn(UNIT, "430112");
            assertThat(s.period()).hasToString("2024");
            assertThat(s.observations()).allMatch(o -> o.value() == null);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "430000, 2024",
        "430100, 2024",
        "430112, 2012",
        "430122, 2010",
        "430122, 2011",
        "430121, 2024",
        "430182, 2020"
    })
    @DisplayName("names its office so that the region is read back")
    void namesItsOffice(String region, int year) throws IOException {
        List<Blank> blanks = blanks("P303-1", region, year, new Blanks.Filler(Shipped.region(region), "", ""));
        assertThat(READER.read(written(blanks, false)).statements())
                .singleElement()
                .satisfies(
                        s -> assertThat(s.reporter().code() + " " + s.period()).isEqualTo(region + " " + year));
    }

    @Test
    @DisplayName("without a unit's code is one that nobody has filled in, and no fault")
    void withoutACode() throws IOException {
        List<Blank> blanks = blanks("205-1", "430112", 2024, new Blanks.Filler(Shipped.region("430112"), "", ""));
        ReadWorkbook read = READER.read(written(blanks, false));
        assertThat(findings(read)).extracting(Finding::rule).containsOnly("R-FORM-09");
    }

    @Test
    @DisplayName("locks everything but the cells to be filled in, without a password")
    void locksCaptions() throws IOException {
        for (boolean binary : new boolean[] {false, true}) {
            try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(blanks("205-1"), binary)))) {
                Sheet sheet = book.getSheet("205-1");
                assertThat(sheet.getProtect()).isTrue();
                int written = 0;
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            boolean signature = cell.getStringCellValue().startsWith("单位负责人");
                            assertThat(cell.getCellStyle().getLocked())
                                    .as(cell.getStringCellValue())
                                    .isEqualTo(!signature);
                            written++;
                        }
                    }
                }
                assertThat(written).isGreaterThan(150);
                assertThat(figureCells(sheet)).hasSize(40 * 11);
            }
        }
    }

    static Stream<Arguments> allFormsInBothFormats() {
        return FORMS.definitions().stream()
                .flatMap(f -> Stream.of(Arguments.of(f.id(), false), Arguments.of(f.id(), true)));
    }

    @ParameterizedTest(name = "{0}, binary {1}")
    @MethodSource("allFormsInBothFormats")
    @DisplayName("of any form locks every caption, and holds every cell to be filled in to a rule of its own")
    void locksEveryForm(String id, boolean binary) throws IOException {
        FormDefinition form = form(id);
        Blanks.Filler filler = new Blanks.Filler(
                Shipped.region("430112"), form.rows() == null ? UNIT : "", form.rows() == null ? "甲水泥厂" : "");
        List<Blank> blanks = form.rows() == null
                ? BLANKS.of(form, 2024, filler, f -> null)
                : List.of(BLANKS.ofReporters(
                        form,
                        form.rows().byMeasure() ? form.items().get(0) : null,
                        2024,
                        filler,
                        List.of(new ReporterRow(UNIT, "甲水泥厂", Map.of()))));
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(blanks, binary)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(blanks.size());
            for (Sheet sheet : book) {
                assertThat(sheet.getProtect()).isTrue();
                int open = 0;
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        boolean locked = cell.getCellStyle().getLocked();
                        if (cell.getCellType() == CellType.STRING) {
                            assertThat(locked)
                                    .as(cell.getStringCellValue())
                                    .isEqualTo(!cell.getStringCellValue().startsWith("单位负责人"));
                        } else if (!locked) {
                            open += ruled(sheet, cell) ? 1 : 0;
                        }
                    }
                }
                assertThat(figureCells(sheet)).allMatch(cell -> ruled(sheet, cell));
                assertThat(open)
                        .isGreaterThanOrEqualTo(figureCells(sheet).size())
                        .isPositive();
            }
        }
    }

    private static boolean ruled(Sheet sheet, Cell cell) {
        return sheet.getDataValidations().stream()
                .anyMatch(v -> Stream.of(v.getRegions().getCellRangeAddresses()).anyMatch(r -> r.isInRange(cell)));
    }

    @Test
    @DisplayName("tells the spreadsheet where a negative figure is no answer")
    void validatesFigures() throws IOException {
        for (boolean binary : new boolean[] {false, true}) {
            try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(blanks("P303-1"), binary)))) {
                Sheet sheet = book.getSheetAt(0);
                for (Cell cell : figureCells(sheet)) {
                    String label = Caption.normal(cell.getRow().getCell(0).getStringCellValue());
                    List<? extends DataValidation> rules = sheet.getDataValidations().stream()
                            .filter(v -> Stream.of(v.getRegions().getCellRangeAddresses())
                                    .anyMatch(r -> r.isInRange(cell)))
                            .toList();
                    assertThat(rules).as(label).hasSize(1);
                    int operator = rules.get(0).getValidationConstraint().getOperator();
                    if (List.of("工业", "损失量", "城镇").contains(label)) {
                        assertThat(operator).as(label).isEqualTo(OperatorType.GREATER_OR_EQUAL);
                    } else if (List.of("火力发电", "平衡差额", "年末库存量").contains(label)) {
                        assertThat(operator).as(label).isEqualTo(OperatorType.BETWEEN);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("shows last year's figures in the form's units on a sheet that is never read")
    void showsLastYear() throws IOException {
        LastYear before = new LastYear(
                Map.of(
                        new LastYear.Key("final.industry", "raw-coal"), Quantity.of("123400", "t"),
                        new LastYear.Key("final.industry", "electricity"), Quantity.of("5.5", "10^8 kWh"),
                        new LastYear.Key("transformation.power", "raw-coal"), Quantity.of("-2.25", "10^4 t")),
                List.of());
        for (String id : List.of("P303-1", "industry-matrix")) {
            byte[] bytes = written(
                    BLANKS.of(form(id), 2024, new Blanks.Filler(Shipped.region("430112"), "", ""), f -> before), false);
            try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
                assertThat(book.getNumberOfSheets()).isEqualTo(2);
                Sheet grey = book.getSheetAt(1);
                assertThat(grey.getSheetName()).startsWith("上年数");
                assertThat(grey.getRow(1).getCell(0).getStringCellValue()).isEqualTo("2023年");
                List<Double> figures = new ArrayList<>();
                grey.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellStyle().getLocked()).isTrue();
                    if (cell.getCellType() == CellType.NUMERIC) {
                        figures.add(cell.getNumericCellValue());
                    }
                }));
                // inputs are printed positive in the matrix
                double input = id.equals("P303-1") ? -2.25 : 2.25;
                assertThat(figures)
                        .containsExactlyInAnyOrder(
                                id.equals("P303-1") ? new Double[] {input, 12.34, 5.5} : new Double[] {input});
            }
            ReadWorkbook read = READER.read(bytes);
            assertThat(findings(read)).isEmpty();
            assertThat(read.statements()).singleElement().satisfies(s -> {
                assertThat(s.period()).hasToString("2024");
                assertThat(s.observations()).allMatch(o -> o.value() == null);
            });
        }
    }

    @Test
    @DisplayName("keeps names that look like formulas as text")
    void keepsTextText() throws IOException {
        LastYear before = new LastYear(
                Map.of(),
                List.of(new UnitEntry(
                        1,
                        "12345678-9",
                        "=HYPERLINK(\"http://example.org\")",
                        "3011",
                        "430112",
                        UnitEntry.Scope.SITE,
                        "@SUM(A1)",
                        new CellAddress("单位名录", 4, 0))));
        for (boolean binary : new boolean[] {false, true}) {
            byte[] register = written(
                    BLANKS.of(
                            form("unit-register"),
                            2024,
                            new Blanks.Filler(Shipped.region("430112"), "", ""),
                            f -> before),
                    binary);
            byte[] card = written(
                    blanks(
                            "205-1",
                            "430112",
                            2024,
                            new Blanks.Filler(Shipped.region("430112"), UNIT, "+cmd|' /C calc'!A0")),
                    binary);
            int quoted = 0;
            for (byte[] bytes : List.of(register, card)) {
                try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
                    for (Sheet sheet : book) {
                        for (Row row : sheet) {
                            for (Cell cell : row) {
                                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                                if (cell.getCellType() == CellType.STRING
                                        && cell.getStringCellValue().matches("(?s)[=+@-].*")) {
                                    assertThat(cell.getCellStyle().getQuotePrefixed())
                                            .isTrue();
                                    quoted++;
                                }
                            }
                        }
                    }
                }
            }
            assertThat(quoted).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("of a register takes units that read back")
    void takesUnits() throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(written(blanks("unit-register"), false)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            int first = firstOpenRow(sheet);
            List<String> codes = List.of(UNIT, "91430121MAHC006904", "91430121MAHC0072XC");
            for (int i = 0; i < 3; i++) {
                String[] words = {codes.get(i), "厂" + i, "3011", "430112", "望城区", "430112103000", "本地", "望城经开区"};
                for (int c = 0; c < words.length; c++) {
                    sheet.getRow(first + i).getCell(c).setCellValue(words[c]);
                }
            }
            book.write(out);
            ReadWorkbook read = READER.read(out.toByteArray());
            assertThat(findings(read)).isEmpty();
            assertThat(read.statements().get(0).units())
                    .extracting(
                            u -> u.name() + " " + u.industry() + " " + u.region() + " " + u.scope() + " " + u.park())
                    .containsExactly(
                            "厂0 3011 430112 SITE 望城经开区", "厂1 3011 430112 SITE 望城经开区", "厂2 3011 430112 SITE 望城经开区");
        }
    }

    private static int firstOpenRow(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && !row.getCell(0).getCellStyle().getLocked()) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("nothing to fill in");
    }

    @Test
    @DisplayName("prints captions that mean what the definition says, and names only what there is")
    void printsCaptionsThatReadBack() {
        for (FormDefinition form : FORMS.definitions()) {
            Map<String, List<String>> names = new TreeMap<>();
            form.items().forEach(i -> names.put(i.code(), i.names()));
            form.print().captions().forEach((code, caption) -> {
                if (names.containsKey(code)) {
                    String printed = caption.contains("/")
                            ? caption.substring(0, caption.indexOf('/') + 1)
                                    + Caption.normal(caption.substring(caption.indexOf('/') + 1))
                            : Caption.normal(caption);
                    assertThat(names.get(code).stream().map(Caption::normal))
                            .as(form.id())
                            .contains(printed);
                } else {
                    assertThat(Shipped.codes().carriers().find(code))
                            .as(form.id() + " " + code)
                            .isPresent();
                }
            });
        }
    }
}
