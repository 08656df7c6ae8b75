package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** A table on a sheet; its cells are named by row and column, as people speak of them. */
class Table {

    private final Sample sample;
    private final Sheet sheet;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    Table(Sample sample, String sheet) {
        this.sample = sample;
        Sheet there = sample.workbook().getSheet(sheet);
        this.sheet = there == null ? sample.workbook().createSheet(sheet) : there;
    }

    Sample sample() {
        return sample;
    }

    Sheet sheet() {
        return sheet;
    }

    /** Names a row; zero-based. */
    void row(String name, int row) {
        rows.put(name.strip(), row);
    }

    /** Names a column; zero-based. */
    void column(String name, int column) {
        columns.put(name, column);
    }

    /** A place by its A1 address: titles, headings and what stands below a table. */
    Mark at(String a1) {
        return mark(new CellAddress(a1));
    }

    Mark at(String row, String column) {
        return mark(address(row, column));
    }

    /** The sheet as a whole. */
    Mark whole() {
        return new Mark(sample, sample.called(sheet.getSheetName()), "");
    }

    Mark put(String row, String column, Object value) {
        return put(address(row, column), value);
    }

    Mark put(String a1, Object value) {
        return put(new CellAddress(a1), value);
    }

    /** A figure changed by an amount. */
    Mark add(String row, String column, String amount) {
        return put(row, column, figure(row, column).add(new BigDecimal(amount)));
    }

    /** A figure multiplied, kept to two decimals. */
    Mark times(String row, String column, String factor) {
        return put(
                row,
                column,
                figure(row, column).multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP));
    }

    /** Nothing where something should stand. */
    Mark clear(String row, String column) {
        cell(address(row, column)).setBlank();
        return at(row, column);
    }

    Mark errorValue(String row, String column, FormulaError error) {
        Cell cell = cell(address(row, column));
        cell.setBlank();
        cell.setCellErrorValue(error.getCode());
        return at(row, column);
    }

    /** A formula whose result is an error value. */
    Mark faultyFormula(String row, String column, String formula, FormulaError error) {
        Cell cell = cell(address(row, column));
        cell.setCellFormula(formula);
        cell.setCellErrorValue(error.getCode());
        return at(row, column);
    }

    /** A formula with its result. */
    Mark formula(String row, String column, String formula, BigDecimal result) {
        Cell cell = cell(address(row, column));
        cell.setCellFormula(formula);
        cell.setCellValue(result.doubleValue());
        return at(row, column);
    }

    /** A formula that nobody has calculated. */
    Mark uncalculated(String row, String column, String formula) {
        Cell cell = cell(address(row, column));
        cell.setBlank();
        cell.setCellFormula(formula);
        return at(row, column);
    }

    Mark date(String a1, LocalDate day, String shownAs) {
        CellStyle style = sample.workbook().createCellStyle();
        style.setDataFormat(sample.workbook().createDataFormat().getFormat(shownAs));
        Cell cell = cell(new CellAddress(a1));
        cell.setCellValue(day);
        cell.setCellStyle(style);
        return at(a1);
    }

    /** The number of a cell; zero where it is blank. */
    BigDecimal figure(String row, String column) {
        Cell cell = cell(address(row, column));
        return new BigDecimal(String.valueOf(cell.getNumericCellValue()));
    }

    /** A line of cells from column A on; null leaves one out. Rows count from 1. */
    Table line(int number, Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                put(new CellAddress(number - 1, column), values[column]);
            }
        }
        return this;
    }

    Table merge(String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    Table hideRow(String row) {
        sheet.getRow(address(row, columns.keySet().iterator().next()).getRow()).setZeroHeight(true);
        return this;
    }

    private Mark put(CellAddress address, Object value) {
        Cell cell = cell(address);
        if (value instanceof Number number) {
            cell.setBlank();
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(String.valueOf(value));
        }
        return mark(address);
    }

    CellAddress address(String row, String column) {
        return new CellAddress(of(rows, row.strip()), of(columns, column));
    }

    private static int of(Map<String, Integer> names, String name) {
        Integer index = names.get(name);
        if (index == null) {
            throw new IllegalArgumentException(name + " is none of " + names.keySet());
        }
        return index;
    }

    private Mark mark(CellAddress address) {
        return new Mark(sample, sample.called(sheet.getSheetName()), address.formatAsString());
    }

    private Cell cell(CellAddress address) {
        Row row = sheet.getRow(address.getRow());
        Row there = row == null ? sheet.createRow(address.getRow()) : row;
        return there.getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
