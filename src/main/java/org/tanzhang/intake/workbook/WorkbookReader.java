package org.tanzhang.intake.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.tanzhang.quality.Finding;

/**
 * Opens {@code .xlsx} by streaming and {@code .xls} by POI, judged by their bytes and never by their names. Formulas
 * give their cached values.
 */
public final class WorkbookReader {

    /** Not a workbook. */
    public static final String NOT_A_WORKBOOK = "R-FILE-01";

    private static final String EMPTY = "R-FILE-02";
    private static final String PROTECTED = "R-FILE-03";
    private static final String DAMAGED = "R-FILE-04";
    private static final String TOO_LARGE = "R-FILE-05";

    /** A million and a half cells unpack to less; a zip bomb, or one text as large as the heap, does not. */
    private static final long UNPACKED_LIMIT = 1024L << 20;

    private static final int CELL_LIMIT = 3_000_000;

    /** The largest file that is taken in, in bytes. */
    public static final long FILE_LIMIT = 100L << 20;

    private WorkbookReader() {}

    /** The sheets that hold anything. */
    public static List<SheetCells> read(byte[] bytes) throws UnreadableWorkbookException {
        if (bytes.length == 0) {
            throw new UnreadableWorkbookException(EMPTY);
        }
        List<SheetCells> sheets;
        if (ReadableWorkbook.isOOXMLZipHeader(head(bytes))) {
            checkPackage(bytes);
            sheets = readXlsx(bytes);
        } else if (ReadableWorkbook.isOLE2Header(head(bytes))) {
            sheets = readXls(bytes);
        } else {
            throw new UnreadableWorkbookException(NOT_A_WORKBOOK);
        }
        if (sheets.stream().allMatch(SheetCells::isEmpty)) {
            throw new UnreadableWorkbookException(EMPTY);
        }
        return sheets;
    }

    /** The workbook row by row; of an {@code .xls} all of it is in memory. */
    public static SheetRows rows(byte[] bytes) throws UnreadableWorkbookException {
        if (bytes.length > 0 && ReadableWorkbook.isOOXMLZipHeader(head(bytes))) {
            checkPackage(bytes);
            return new XlsxRows(bytes);
        }
        return new ReadRows(read(bytes));
    }

    /** What is to be said of a workbook whose sheets hold nothing. */
    public static Finding emptiness() {
        return new UnreadableWorkbookException(EMPTY).finding();
    }

    static UnreadableWorkbookException damaged(Exception e) {
        return new UnreadableWorkbookException(DAMAGED, reason(e));
    }

    private static byte[] head(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, 8);
    }

    /**
     * Unpacks once without keeping anything: is it a workbook, is it whole, is it of a sane size. Names are taken byte by
     * byte: some programs write them in GBK.
     */
    private static void checkPackage(byte[] bytes) throws UnreadableWorkbookException {
        boolean workbook = false;
        boolean directory = false;
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                directory |= entry.getName().equals("[Content_Types].xml");
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > UNPACKED_LIMIT) {
                        throw new UnreadableWorkbookException(TOO_LARGE, (UNPACKED_LIMIT >> 20) + " MiB");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableWorkbookException(DAMAGED, reason(e));
        }
        if (!workbook) {
            throw directory
                    ? new UnreadableWorkbookException(NOT_A_WORKBOOK)
                    : new UnreadableWorkbookException(DAMAGED, "xl/workbook.xml");
        }
    }

    private static List<SheetCells> readXlsx(byte[] bytes) throws UnreadableWorkbookException {
        List<SheetCells> sheets = new ArrayList<>();
        int count = 0;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                boolean hidden = sheet.getVisibility() != org.dhatim.fastexcel.reader.SheetVisibility.VISIBLE;
                SheetCells cells = new SheetCells(sheet.getName(), hidden);
                sheets.add(cells);
                if (hidden) {
                    continue;
                }
                try (Stream<Row> rows = sheet.openStream()) {
                    for (Row row : (Iterable<Row>) rows::iterator) {
                        for (org.dhatim.fastexcel.reader.Cell cell : row) {
                            if (cell != null) {
                                cells.add(xlsxCell(row.getRowNum() - 1, cell));
                                count++;
                            }
                        }
                        if (count > CELL_LIMIT) {
                            throw new UnreadableWorkbookException(TOO_LARGE, CELL_LIMIT + " cells");
                        }
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableWorkbookException(DAMAGED, reason(e));
        }
        return sheets;
    }

    static SheetCell xlsxCell(int row, org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        SheetCell.Kind kind = switch (cell.getType()) {
            case NUMBER -> SheetCell.Kind.NUMBER;
            case BOOLEAN -> SheetCell.Kind.BOOLEAN;
            case ERROR -> SheetCell.Kind.ERROR;
            case FORMULA -> cached(raw);
            case STRING, EMPTY -> SheetCell.Kind.TEXT;
        };
        if (kind == SheetCell.Kind.BOOLEAN) {
            return new SheetCell(row, cell.getColumnIndex(), kind, raw.equals("1") ? "TRUE" : "FALSE");
        }
        String text = kind == SheetCell.Kind.TEXT && cell.getType() != org.dhatim.fastexcel.reader.CellType.FORMULA
                ? cell.getText()
                : raw;
        return new SheetCell(row, cell.getColumnIndex(), kind, text == null ? "" : text);
    }

    private static SheetCell.Kind cached(String raw) {
        if (raw.startsWith("#")) {
            return SheetCell.Kind.ERROR;
        }
        return raw.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? SheetCell.Kind.NUMBER : SheetCell.Kind.TEXT;
    }

    private static List<SheetCells> readXls(byte[] bytes) throws UnreadableWorkbookException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableWorkbookException(PROTECTED);
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !container.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new UnreadableWorkbookException(NOT_A_WORKBOOK);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                return sheets(workbook);
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableWorkbookException(PROTECTED);
        } catch (OldExcelFormatException e) {
            throw new UnreadableWorkbookException(DAMAGED, "Excel 5.0/95");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableWorkbookException(DAMAGED, reason(e));
        }
    }

    private static List<SheetCells> sheets(HSSFWorkbook workbook) {
        List<SheetCells> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
            SheetCells cells = new SheetCells(workbook.getSheetName(i), hidden);
            sheets.add(cells);
            if (!hidden) {
                workbook.getSheetAt(i).forEach(row -> row.forEach(cell -> cells.add(xlsCell(cell))));
            }
        }
        return sheets;
    }

    private static SheetCell xlsCell(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                new SheetCell(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        SheetCell.Kind.NUMBER,
                        Double.toString(cell.getNumericCellValue()));
            case BOOLEAN ->
                new SheetCell(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        SheetCell.Kind.BOOLEAN,
                        cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                new SheetCell(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        SheetCell.Kind.ERROR,
                        FormulaError.forInt(cell.getErrorCellValue()).getString());
            default ->
                new SheetCell(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        SheetCell.Kind.TEXT,
                        cell.getRichStringCellValue().getString());
        };
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
