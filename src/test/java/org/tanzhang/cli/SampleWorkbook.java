package org.tanzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A workbook of the sample city with some of its cells changed. */
final class SampleWorkbook {

    /** Columns of a 205-1 card by the numbers that the form gives them. */
    private static final List<Integer> CARD_COLUMNS = List.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    private final Workbook workbook;

    private SampleWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    /** @param name file name without its ending, such as {@code 企业_430104_017_工程机械} */
    static SampleWorkbook of(int year, String name) throws IOException {
        Path folder = Bureau.SAMPLES.resolve("inbox/" + year);
        Path file = Files.exists(folder.resolve(name + ".xlsx"))
                ? folder.resolve(name + ".xlsx")
                : folder.resolve(name + ".xls");
        try (InputStream in = Files.newInputStream(file)) {
            return new SampleWorkbook(WorkbookFactory.create(in));
        }
    }

    /** Changes columns of a card's row; {@code row} is the row's number in the form, such as 21 for diesel. */
    SampleWorkbook card(String row, DoubleUnaryOperator change, int... columns) {
        Sheet sheet = workbook.getSheet("205-1");
        for (Row r : sheet) {
            if (r.getCell(2) != null
                    && r.getCell(2).getCellType() == CellType.STRING
                    && r.getCell(2).getStringCellValue().equals(row)) {
                for (int column : columns) {
                    change(r, CARD_COLUMNS.get(column - 1), change);
                }
            }
        }
        return this;
    }

    /** Changes cells of the row that begins with a caption. */
    SampleWorkbook row(String caption, DoubleUnaryOperator change, int... columns) {
        for (Row r : workbook.getSheetAt(0)) {
            Cell first = r.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().strip().endsWith(caption)) {
                Arrays.stream(columns).forEach(c -> change(r, c, change));
            }
        }
        return this;
    }

    private static void change(Row row, int column, DoubleUnaryOperator change) {
        Cell cell = row.getCell(column);
        if (cell == null) {
            return;
        }
        double before = cell.getNumericCellValue();
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        cell.setCellValue(change.applyAsDouble(before));
    }

    /** Writes other words for words, wherever they stand. */
    SampleWorkbook words(String from, String to) {
        for (Iterator<Sheet> sheets = workbook.sheetIterator(); sheets.hasNext(); ) {
            for (Row r : sheets.next()) {
                for (Cell c : r) {
                    if (c.getCellType() == CellType.STRING
                            && c.getStringCellValue().contains(from)) {
                        c.setCellValue(c.getStringCellValue().replace(from, to));
                    }
                }
            }
        }
        return this;
    }

    /** Writes other words for cells that hold just these words. */
    SampleWorkbook cells(String words, String other) {
        for (Row r : workbook.getSheetAt(0)) {
            for (Cell c : r) {
                if (c.getCellType() == CellType.STRING && c.getStringCellValue().equals(words)) {
                    c.setCellValue(other);
                }
            }
        }
        return this;
    }

    SampleWorkbook without(String sheet) {
        workbook.removeSheetAt(workbook.getSheetIndex(sheet));
        return this;
    }

    /** @param name the file's path without its ending */
    Path save(Path name) throws IOException {
        Path file = Path.of(name + (workbook instanceof HSSFWorkbook ? ".xls" : ".xlsx"));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }
}
