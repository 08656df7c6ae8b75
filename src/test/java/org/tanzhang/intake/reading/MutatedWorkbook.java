package org.tanzhang.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;

/** A sound workbook in which one cell after the other is spoilt and mended again. */
final class MutatedWorkbook implements AutoCloseable {

    /** The slips that senders make. */
    enum Slip {
        /** words where a number belongs */
        WORDS,
        /** an error value such as #DIV/0! */
        ERROR_VALUE,
        /** the sign turned */
        SIGN,
        /** a figure left out */
        LEFT_OUT,
        /** a digit too many at the front */
        DIGITS,
        /** ten thousand times too large: 吨 typed where 万吨 is meant */
        TEN_THOUSAND,
        /** the caption of a row that no list knows */
        UNKNOWN_CAPTION,
        /** the number of a row that belongs to none */
        WRONG_NUMBER,
        /** a unit of another dimension */
        WRONG_UNIT;

        /** The slips in a figure itself. */
        static final List<Slip> OF_FIGURES = List.of(WORDS, ERROR_VALUE, SIGN, LEFT_OUT, DIGITS, TEN_THOUSAND);
    }

    private static final Set<String> KINDS_OF_RAW_COAL =
            Set.of("raw-coal", "anthracite", "coking-coal", "bituminous-coal", "lignite");

    private static final List<String> WORDS = List.of("约三百吨", "见附表", "不详", "同上", "暂无数据", "1.2.3", "三百");

    private final Workbook workbook;
    private final Reading soundReading;
    private final ReadWorkbook sound;
    private final Random random;

    MutatedWorkbook(Path file, Random random) throws IOException {
        this.workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)));
        this.soundReading = Reading.of(file);
        this.sound = soundReading.workbook();
        this.random = random;
    }

    /**
     * One slip.
     *
     * @param form the form definition it was made in
     * @param item the form's row or column of the figure that it spoils
     * @param cell where it was made
     * @param before what stood there
     */
    record Spoilt(Slip slip, String form, String item, CellAddress cell, String before) {}

    /** A workbook with slips and what the reader says of it. */
    record Round(List<Spoilt> slips, Reading reading) {}

    /**
     * Spoils cells that no relation ties together, reads the workbook, and mends it: in a card one figure a row, in a
     * balance one a column. The caption of a balance's row touches all its columns: it is spoilt alone.
     */
    Round spoil(int most) {
        List<Spoilt> slips = new ArrayList<>();
        List<Runnable> mends = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean captionAlone = random.nextInt(4) == 0;
        List<Observation> figures = new ArrayList<>();
        Map<Observation, ReadStatement> statementOf = new IdentityHashMap<>();
        for (ReadStatement statement : sound.statements()) {
            for (Observation figure : statement.observations()) {
                if (isSpoilt(figure)) {
                    figures.add(figure);
                    statementOf.put(figure, statement);
                }
            }
        }
        Collections.shuffle(figures, random);
        for (Observation figure : figures) {
            ReadStatement statement = Objects.requireNonNull(statementOf.get(figure));
            boolean card = statement.form().equals("205-1");
            Slip slip = slip(card, captionAlone);
            if (slips.size() >= (!card && captionAlone ? 1 : most) || !taken.add(group(figure, card))) {
                continue;
            }
            CellAddress at = at(slip, figure.cell());
            Cell cell = workbook.getSheet(at.sheet())
                    .getRow(at.row())
                    .getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            slips.add(new Spoilt(slip, statement.definition(), figure.item(), at, cell.toString()));
            mends.add(mend(cell));
            change(cell, slip, figure);
        }
        byte[] bytes = bytes();
        mends.forEach(Runnable::run);
        return new Round(slips, Reading.of(bytes));
    }

    /** Reference coefficients are printed by the form; 能源合计 is the sum over all rows, other slips move it too. */
    private static boolean isSpoilt(Observation figure) {
        return figure.value() != null
                && figure.value().signum() != 0
                && !figure.item().equals("reference-coefficient")
                && !figure.carrier().equals("energy-total");
    }

    private Slip slip(boolean card, boolean captionAlone) {
        if (!card && captionAlone) {
            return Slip.UNKNOWN_CAPTION;
        }
        List<Slip> possible = card ? List.of(Slip.values()) : Slip.OF_FIGURES;
        return possible.get(random.nextInt(possible.size()));
    }

    /** Figures of one group may stand in one relation. */
    private static String group(Observation figure, boolean card) {
        if (!card) {
            return figure.carrier();
        }
        return KINDS_OF_RAW_COAL.contains(figure.carrier()) ? "raw-coal" : figure.carrier();
    }

    private static CellAddress at(Slip slip, CellAddress figure) {
        return switch (slip) {
            case UNKNOWN_CAPTION -> new CellAddress(figure.sheet(), figure.row(), 0);
            case WRONG_UNIT -> new CellAddress(figure.sheet(), figure.row(), 1);
            case WRONG_NUMBER -> new CellAddress(figure.sheet(), figure.row(), 2);
            default -> figure;
        };
    }

    private void change(Cell cell, Slip slip, Observation figure) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        BigDecimal value = figure.value() == null ? BigDecimal.ZERO : figure.value();
        switch (slip) {
            case WORDS -> cell.setCellValue(WORDS.get(random.nextInt(WORDS.size())));
            case ERROR_VALUE -> {
                cell.setBlank();
                cell.setCellErrorValue(FormulaError.DIV0.getCode());
            }
            case SIGN -> cell.setCellValue(value.negate().doubleValue());
            case LEFT_OUT -> cell.setBlank();
            case DIGITS -> cell.setCellValue(digits(value).doubleValue());
            case TEN_THOUSAND -> cell.setCellValue(value.movePointRight(4).doubleValue());
            case UNKNOWN_CAPTION -> cell.setCellValue("可燃冰及其他");
            case WRONG_NUMBER -> cell.setCellValue("77");
            case WRONG_UNIT -> cell.setCellValue(cell.getStringCellValue().contains("米") ? "吨" : "万立方米");
        }
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
