package org.tanzhang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.account.balancing.Estimate;
import org.tanzhang.account.balancing.LeastSquares;
import org.tanzhang.account.balancing.Total;
import org.tanzhang.factor.Factor;
import org.tanzhang.intake.reference.Shipped;

/** Two chapters of {@code two-levels.md}: one fuel of one county from cell to residual, and a balanced table. */
@DisplayName("The document two-levels.md")
class TwoLevelsDocumentTests {

    private static final Path INBOX = Path.of("samples/inbox/2024");
    private static final Path LEDGER = Path.of("samples/expected/ledger-2024.csv");

    /** 10^4 m3 in m3 and 10^8 m3 in 10^4 m3; kJ in a TJ; kg in a t; CO2 by C; cells of the tolerance, half their last digit. */
    private static final List<String> CONSTANTS = List.of("10000", "1000000000", "1000", "44", "12", "10", "0.005");

    private static String chapter(String heading) {
        try {
            String document = Files.readString(Path.of("src/docs/two-levels.md"));
            String from = document.substring(document.indexOf("## " + heading) + 3);
            int next = from.indexOf("\n## ");
            return next < 0 ? from : from.substring(0, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables whose first caption is this, without captions and rule. */
    private static List<List<String>> rows(String chapter, String caption) {
        List<List<String>> rows = new ArrayList<>();
        boolean within = false;
        for (String line : chapter.lines().toList()) {
            List<String> cells = line.startsWith("|")
                    ? Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                            .map(String::strip)
                            .toList()
                    : List.of();
            boolean head = !cells.isEmpty() && cells.get(0).equals(caption);
            if (within && !cells.isEmpty() && !cells.get(0).startsWith("---")) {
                rows.add(cells);
            }
            within = head || (within && !cells.isEmpty());
        }
        return rows;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal cell(String file, String sheet, String at) throws IOException {
        try (InputStream in = Files.newInputStream(INBOX.resolve(file));
                Workbook book = WorkbookFactory.create(in)) {
            Sheet table = book.getSheet(sheet);
            CellReference place = new CellReference(at);
            Cell cell = table.getRow(place.getRow()).getCell(place.getCol());
            return BigDecimal.valueOf(cell.getNumericCellValue());
        }
    }

    private static List<NamedCsvRecord> ledger() throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(Files.readString(LEDGER)).stream()
                .toList();
    }

    @Test
    @DisplayName("states the cells of the sample workbooks")
    void statesCells() throws IOException {
        List<List<String>> cells = rows(chapter("走一遍"), "文件");
        assertThat(cells).hasSize(21);
        for (List<String> c : cells) {
            assertThat(cell(c.get(0), c.get(1), c.get(2))).as(c.toString()).isEqualByComparingTo(c.get(4));
        }
    }

    @Test
    @DisplayName("states every gas entry of the county, and those of the city's cell")
    void statesEntries() throws IOException {
        Map<String, List<String>> stated = new HashMap<>();
        rows(chapter("走一遍"), "台账").forEach(r -> stated.put(r.get(0) + " " + r.get(1), r));
        int compared = 0;
        for (NamedCsvRecord r : ledger()) {
            boolean county = r.getField("region_code").equals("430103");
            boolean city = r.getField("region_code").equals("430100")
                    && r.getField("sector_code").equals("industry");
            if (r.getField("carrier_code").equals("natural-gas") && (county || city)) {
                String key = String.join(
                        "/",
                        "2024",
                        r.getField("region_code"),
                        r.getField("sector_code"),
                        r.getField("carrier_code"),
                        r.getField("flow"));
                List<String> line = stated.get(key + " " + r.getField("basis"));
                assertThat(line).as(key).isNotNull();
                assertThat(number(line.get(2))).as(key).isEqualByComparingTo(r.getField("activity"));
                assertThat(number(line.get(3))).as(key).isEqualByComparingTo(r.getField("co2_t"));
                compared++;
            }
        }
        assertThat(stated).hasSize(compared);
    }

    @Test
    @DisplayName("states what each county has in the city's cell")
    void statesCounties() throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (NamedCsvRecord r : ledger()) {
            if (r.getField("basis").equals("bottom_up")
                    && r.getField("sector_group").equals("industry")
                    && r.getField("carrier_group").equals("natural-gas")
                    && r.getField("flow").equals("final")) {
                sums.merge(r.getField("region_code"), number(r.getField("activity")), BigDecimal::add);
            }
        }
        List<List<String>> stated = rows(chapter("走一遍"), "区县");
        assertThat(stated).hasSize(sums.size());
        stated.forEach(r -> assertThat(number(r.get(4))).as(r.toString()).isEqualByComparingTo(sums.get(r.get(0))));
    }

    @Test
    @DisplayName("works out every line rightly, from numbers that stand in its tables, factors and earlier lines")
    void worksOutEveryLine() {
        String chapter = chapter("走一遍");
        Set<BigDecimal> known =
                new TreeSet<>(CONSTANTS.stream().map(BigDecimal::new).toList());
        Shipped.factors().factors().stream()
                .filter(f -> f.carrier().equals("natural-gas"))
                .map(Factor::value)
                .forEach(known::add);
        known.add(Shipped.method().toleranceShare());
        for (String table : List.of("文件", "区县")) {
            rows(chapter, table).forEach(r -> known.add(number(r.get(4)).abs()));
        }
        List<String> lines = Stream.of(chapter.split("```text\n"))
                .skip(1)
                .flatMap(b -> b.substring(0, b.indexOf("```")).lines())
                .toList();
        assertThat(lines).hasSizeGreaterThan(30);
        for (String line : lines) {
            String[] sides = line.split(" = ");
            BigDecimal stated = number(sides[1]);
            assertThat(value(sides[0], known).setScale(stated.scale(), RoundingMode.HALF_EVEN))
                    .as(line)
                    .isEqualByComparingTo(stated);
            known.add(stated);
        }
    }

    /** The value of {@code a * b / c - d + e}; every number must be known. */
    private static BigDecimal value(String expression, Set<BigDecimal> known) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal product = BigDecimal.ONE;
        String operator = "*";
        boolean negative = false;
        for (String token : expression.split(" ")) {
            if ("+-*/".contains(token)) {
                if ("+-".contains(token)) {
                    sum = negative ? sum.subtract(product) : sum.add(product);
                    product = BigDecimal.ONE;
                }
                negative = token.equals("-") || (negative && "*/".contains(token));
                operator = token;
                continue;
            }
            BigDecimal number = number(token);
            assertThat(known).as(expression).contains(number);
            product = operator.equals("/") ? product.divide(number, MathContext.DECIMAL128) : product.multiply(number);
        }
        return negative ? sum.subtract(product) : sum.add(product);
    }

    @Test
    @DisplayName("balances three counties by three sectors as the program does")
    void balancesThreeByThree() {
        String chapter = chapter("平衡账：三乘三的例子");
        List<List<String>> raw = rows(chapter, "初值");
        List<List<String>> balanced = rows(chapter, "平衡后");
        List<Estimate> estimates = new ArrayList<>();
        List<Total> totals = new ArrayList<>();
        for (int r = 0; r < 3; r++) {
            int row = r;
            BigDecimal variance = number(raw.get(r).get(5));
            IntStream.rangeClosed(1, 3)
                    .forEach(c -> estimates.add(new Estimate(number(raw.get(row).get(c)), variance)));
            totals.add(Total.sum(
                    List.of(3 * r, 3 * r + 1, 3 * r + 2), number(raw.get(r).get(4))));
        }
        for (int c = 0; c < 3; c++) {
            totals.add(Total.sum(List.of(c, c + 3, c + 6), number(raw.get(3).get(c + 1))));
        }
        List<BigDecimal> byHand = new ArrayList<>();
        balanced.subList(0, 3).forEach(r -> r.subList(1, 4).forEach(t -> byHand.add(number(t))));
        assertThat(byHand).extracting(BigDecimal::intValueExact).containsExactly(34, 24, 11, 44, 34, 18, 54, 14, 35);
        assertThat(LeastSquares.adjust(estimates, totals, 6))
                .hasValueSatisfying(amounts -> assertThat(amounts)
                        .usingElementComparator(BigDecimal::compareTo)
                        .isEqualTo(byHand));
        for (int i = 0; i < 4; i++) {
            assertThat(balanced.get(i).get(4)).isEqualTo(raw.get(i).get(4));
            assertThat(balanced.get(3).get(i)).isIn(raw.get(3).get(i), "合计");
        }
    }
}
