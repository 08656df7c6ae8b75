package org.tanzhang.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;

/** A sound workbook in which one cell after the other is spoilt and mended again. */
final class MutatedWorkbook implements AutoCloseable {

    private static final Set<String> KINDS_OF_RAW_COAL =
            Set.of("raw-coal", "anthracite", "coking-coal", "bituminous-coal", "lignite");

    private static final List<String> WORDS = List.of("约三百吨", "见附表", "不详", "同上", "暂无数据", "1.2.3", "三百");

    private final Workbook workbook;
    private final Reading soundReading;
    private final Random random;
    private final List<Observation> figures = new ArrayList<>();
    private final Map<Observation, Place> places = new IdentityHashMap<>();

    /** The statement a figure stands in. */
    private record Place(ReadStatement statement, Layout layout, Statement.Cells cells) {}

    /** A workbook with slips and what the reader says of it. */
    record Round(List<Spoilt> slips, Reading reading) {}

    MutatedWorkbook(byte[] bytes, Random random) throws IOException {
        this.workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes));
        this.soundReading = Reading.of(bytes);
        this.random = random;
        for (ReadStatement statement : soundReading.workbook().statements()) {
            Place place = new Place(statement, layout(statement.definition()), cells(statement));
            for (Observation figure : statement.observations()) {
                if (isSpoilt(figure)) {
                    figures.add(figure);
                    places.put(figure, place);
                }
            }
        }
    }

    private static Layout layout(String definition) {
        return FormLibrary.shipped().definitions().stream()
                .filter(d -> d.id().equals(definition))
                .findFirst()
                .orElseThrow()
                .layout();
    }

    private static Statement.Cells cells(ReadStatement statement) {
        return new Statement(
                        0,
                        statement.form(),
                        new Reporter(Reporter.Kind.UNIT, "", ""),
                        Period.year(1),
                        new Statement.Origin("", ""),
                        statement.observations())
                .cells();
    }

    /** Reference coefficients are printed by the form; 能源合计 is the sum over all rows, other slips move it too. */
    private static boolean isSpoilt(Observation figure) {
        return figure.value() != null
                && figure.value().signum() != 0
                && !figure.item().equals("reference-coefficient")
                && !figure.carrier().equals("energy-total");
    }

    /**
     * Spoils cells that no relation ties together, reads the workbook, and mends it: one figure a row where rows are
     * carriers or reporters, one a column where rows are items. The caption of such a row touches all columns: it is
     * spoilt alone.
     */
    Round spoil(int most) {
        List<Spoilt> slips = new ArrayList<>();
        List<Runnable> mends = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean captionAlone = random.nextInt(4) == 0;
        Collections.shuffle(figures, random);
        for (Observation figure : figures) {
            Place place = Objects.requireNonNull(places.get(figure));
            boolean alone = captionAlone && place.layout() == Layout.ITEMS_DOWN;
            if (slips.size() >= (alone ? 1 : most)
                    || taken.contains(column(figure, place.layout()))
                    || !taken.add(group(figure, place.layout()))) {
                continue;
            }
            taken.add(column(figure, place.layout()));
            Slip slip = alone ? Slip.UNKNOWN_CAPTION : slip(place);
            CellAddress at = at(slip, figure.cell());
            Cell cell = workbook.getSheet(at.sheet())
                    .getRow(at.row())
                    .getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            mends.add(mend(cell));
            BigDecimal after = change(cell, slip, Objects.requireNonNull(figure.value()));
            slips.add(new Spoilt(slip, form(place.statement(), figure), figure, at, after, place.cells()));
        }
        byte[] bytes = bytes();
        mends.forEach(Runnable::run);
        return new Round(slips, Reading.of(bytes));
    }

    /** The card's companion is of its statement, but a form of its own. */
    private static String form(ReadStatement statement, Observation figure) {
        return figure.cell().sheet().equals("205-2") ? "205-2" : statement.definition();
    }

    private Slip slip(Place place) {
        List<Slip> possible = switch (place.layout()) {
            case CARRIERS_DOWN -> Slip.OF_CARRIER_ROWS;
            case REPORTERS_DOWN -> isOfRegion(place) ? Slip.OF_FIGURES : Slip.OF_REPORTER_ROWS;
            case ITEMS_DOWN, LIST -> Slip.OF_FIGURES;
        };
        return possible.get(random.nextInt(possible.size()));
    }

    /** Regions are named; only enterprises state a credit code. */
    private static boolean isOfRegion(Place place) {
        return Objects.requireNonNull(place.statement().reporter()).kind() == Reporter.Kind.REGION;
    }

    /** Figures of one group may stand in one relation. */
    private static String group(Observation figure, Layout layout) {
        return switch (layout) {
            case CARRIERS_DOWN -> KINDS_OF_RAW_COAL.contains(figure.carrier()) ? "raw-coal" : figure.carrier();
            case REPORTERS_DOWN -> "row " + figure.cell().row();
            case ITEMS_DOWN, LIST -> figure.carrier();
        };
    }

    /** A column that is stated nowhere counts as not sent: of those that rules ask for, one figure is spoilt at a time. */
    private static String column(Observation figure, Layout layout) {
        boolean askedFor = layout == Layout.CARRIERS_DOWN && figure.item().startsWith("purchase");
        return askedFor
                ? figure.cell().sheet() + " " + figure.item()
                : figure.cell().toString();
    }

    private static CellAddress at(Slip slip, CellAddress figure) {
        return switch (slip) {
            case UNKNOWN_CAPTION, REPORTER_CODE -> new CellAddress(figure.sheet(), figure.row(), 0);
            case WRONG_UNIT -> new CellAddress(figure.sheet(), figure.row(), 1);
            case WRONG_NUMBER, YEAR_IN_WORDS -> new CellAddress(figure.sheet(), figure.row(), 2);
            default -> figure;
        };
    }

    /** @return the number that stands in the cell then */
    private @Nullable BigDecimal change(Cell cell, Slip slip, BigDecimal stated) {
        BigDecimal value = printed(cell, stated);
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        switch (slip) {
            case WORDS -> cell.setCellValue(WORDS.get(random.nextInt(WORDS.size())));
            case ERROR_VALUE -> {
                cell.setBlank();
                cell.setCellErrorValue(FormulaError.DIV0.getCode());
            }
            case SIGN -> {
                return put(cell, value.negate());
            }
            case LEFT_OUT -> cell.setBlank();
            case DIGITS -> {
                return put(cell, digits(value));
            }
            case TEN_THOUSAND -> {
                return put(cell, value.movePointRight(4));
            }
            case UNKNOWN_CAPTION -> cell.setCellValue("可燃冰及其他");
            case WRONG_NUMBER -> cell.setCellValue("77");
            case WRONG_UNIT -> cell.setCellValue(cell.getStringCellValue().contains("米") ? "吨" : "万立方米");
            case REPORTER_CODE -> cell.setCellValue(mistyped(cell.getStringCellValue()));
            case YEAR_IN_WORDS -> {
                cell.setBlank();
                cell.setCellValue("去年");
            }
        }
        return null;
    }

    /** Inputs of an industry matrix are printed with the other sign than they are kept with. */
    private static BigDecimal printed(Cell cell, BigDecimal stated) {
        boolean number = cell.getCellType() == CellType.NUMERIC;
        return number && cell.getNumericCellValue() * stated.signum() < 0 ? stated.negate() : stated;
    }

    private static BigDecimal put(Cell cell, BigDecimal value) {
        cell.setCellValue(value.doubleValue());
        return value;
    }

    private String mistyped(String code) {
        int at = 8 + random.nextInt(8);
        char other = code.charAt(at) == '7' ? '4' : '7';
        return code.substring(0, at) + other + code.substring(at + 1);
    }

    /** A digit more at the front: 4711 becomes 24711 or so. */
    private BigDecimal digits(BigDecimal value) {
        BigDecimal added = BigDecimal.ONE
                .movePointRight(Math.max(1, value.precision() - value.scale()))
                .multiply(BigDecimal.valueOf(1L + random.nextInt(9)));
        return value.signum() < 0 ? value.subtract(added) : value.add(added);
    }

    private static Runnable mend(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> {
                double number = cell.getNumericCellValue();
                yield () -> {
                    cell.setBlank();
                    cell.setCellValue(number);
                };
            }
            case FORMULA -> {
                String formula = cell.getCellFormula();
                double number = cell.getNumericCellValue();
                yield () -> {
                    cell.setBlank();
                    cell.setCellFormula(formula);
                    cell.setCellValue(number);
                };
            }
            default -> {
                String text = cell.getStringCellValue();
                yield () -> {
                    cell.setBlank();
                    cell.setCellValue(text);
                };
            }
        };
    }

    private byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader says of the sound workbook. */
    Reading soundReading() {
        return soundReading;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
