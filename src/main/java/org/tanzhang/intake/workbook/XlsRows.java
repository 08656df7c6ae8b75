package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The rows of an {@code .xls} (BIFF8), record by record. Formulas give the values that were stored with them; macros,
 * drawings and links are passed over.
 */
final class XlsRows implements RowReader {

    private static final String MACROS = "R-FILE-10";
    private static final String LINKS = "R-FILE-13";

    private final POIFSFileSystem container;
    private final RecordFactoryInputStream records;
    private final NumberFormats formats = new NumberFormats();
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final Iterator<BoundSheetRecord> sheets;
    private @Nullable SSTRecord texts;
    private @Nullable SheetCell pending;
    private BitSet hiddenRows = new BitSet();
    /** Substreams that are open: 1 within the globals or a sheet, more within a chart on a sheet. */
    private int depth;

    XlsRows(Content content) throws IOException, UnreadableWorkbookException {
        container = OleContainer.open(content);
        try {
            String stream = OleContainer.workbook(container);
            DirectoryNode root = container.getRoot();
            records = new RecordFactoryInputStream(root.createDocumentInputStream(stream), false);
            readGlobals();
            if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                notes.add(Finding.file(MACROS, Severity.INFO));
            }
        } catch (IOException | UnreadableWorkbookException | RuntimeException e) {
            container.close();
            throw e;
        }
        List<BoundSheetRecord> ordered = List.of(BoundSheetRecord.orderByBofPosition(bound));
        sheets = ordered.iterator();
    }

    private void readGlobals() {
        boolean links = false;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord) {
                depth--;
                break;
            } else if (record instanceof BoundSheetRecord sheet) {
                bound.add(sheet);
            } else if (record instanceof SSTRecord sst) {
                texts = sst;
            } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
                formats.countFrom1904();
            } else if (record instanceof FormatRecord format) {
                formats.addFormat(format.getIndexCode(), format.getFormatString());
            } else if (record instanceof ExtendedFormatRecord style) {
                formats.addStyle(style.getFormatIndex());
            } else if (record instanceof SupBookRecord book) {
                links |= book.isExternalReferences();
            }
        }
        if (links) {
            notes.add(Finding.file(LINKS, Severity.INFO));
        }
    }

    /** Sheets follow the globals in the order of their positions, each from its BOF to its EOF. */
    @Override
    public @Nullable SheetHead nextSheet() throws UnreadableWorkbookException {
        while (depth > 0) {
            if (next() == null) {
                break;
            }
        }
        pending = null;
        hiddenRows = new BitSet();
        if (!sheets.hasNext()) {
            return null;
        }
        BoundSheetRecord sheet = sheets.next();
        boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
        Record first = next();
        if (!(first instanceof BOFRecord)) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, sheet.getSheetname());
        }
        if (hidden || ((BOFRecord) first).getType() != BOFRecord.TYPE_WORKSHEET) {
            return new SheetHead(sheet.getSheetname(), hidden);
        }
        BitSet hiddenColumns = new BitSet();
        while (depth > 0 && pending == null) {
            Record record = next();
            if (record == null) {
                break;
            }
            if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
                int to = Math.min(Bounds.COLUMNS, columns.getLastColumn() + 1);
                hiddenColumns.set(Math.min(columns.getFirstColumn(), to), to);
            }
            pending = cell(record);
        }
        return new SheetHead(sheet.getSheetname(), false, hiddenColumns);
    }

    @Override
    public @Nullable SheetRow nextRow() throws UnreadableWorkbookException {
        SheetCell first = pending;
        TreeMap<Integer, SheetCell> cells = new TreeMap<>();
        while (true) {
            if (first == null) {
                if (depth == 0) {
                    return null;
                }
                Record record = next();
                if (record == null) {
                    return null;
                }
                first = cell(record);
            } else {
                break;
            }
        }
        int row = first.row();
        put(cells, first);
        pending = null;
        while (depth > 0 && pending == null) {
            Record record = next();
            if (record == null) {
                break;
            }
            SheetCell cell = cell(record);
            if (cell != null && cell.row() != row) {
                pending = cell;
            } else if (cell != null) {
                put(cells, cell);
            }
        }
        return new SheetRow(row, hiddenRows.get(row), List.copyOf(cells.values()));
    }

    private static void put(TreeMap<Integer, SheetCell> cells, SheetCell cell) throws UnreadableWorkbookException {
        Bounds.checkText(cell.text().length(), cell.row(), cell.column());
        if (!cell.text().isBlank()) {
            cells.put(cell.column(), cell);
        }
    }

    private @Nullable Record next() {
        Record record = records.nextRecord();
        if (record instanceof BOFRecord) {
            depth++;
        } else if (record instanceof EOFRecord) {
            depth--;
        } else if (record == null) {
            depth = 0;
        }
        return record;
    }

    private @Nullable SheetCell cell(Record record) {
        if (depth != 1) {
            return null;
        }
        if (record instanceof RowRecord row) {
            if (row.getZeroHeight()) {
                hiddenRows.set(Math.max(0, row.getRowNumber()));
            }
            return null;
        }
        if (!(record instanceof CellValueRecordInterface at)) {
            return null;
        }
        int row = at.getRow();
        int column = at.getColumn();
        if (record instanceof NumberRecord number) {
            return formats.cell(row, column, number.getXFIndex(), Double.toString(number.getValue()));
        }
        if (record instanceof LabelSSTRecord label) {
            return text(
                    row,
                    column,
                    texts == null ? "" : texts.getString(label.getSSTIndex()).getString());
        }
        if (record instanceof LabelRecord label) {
            return text(row, column, label.getValue());
        }
        if (record instanceof BoolErrRecord value) {
            return value.isBoolean()
                    ? logical(row, column, value.getBooleanValue())
                    : error(row, column, value.getErrorValue());
        }
        return record instanceof FormulaRecord formula ? formula(formula) : null;
    }

    private @Nullable SheetCell formula(FormulaRecord formula) {
        int row = formula.getRow();
        int column = formula.getColumn();
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC ->
                Double.isFinite(formula.getValue())
                        ? formats.cell(row, column, formula.getXFIndex(), Double.toString(formula.getValue()))
                        : new SheetCell(row, column, SheetCell.Kind.UNCALCULATED, "=");
            case BOOLEAN -> logical(row, column, formula.getCachedBooleanValue());
            case ERROR -> error(row, column, formula.getCachedErrorValue());
            default -> formula.hasCachedResultString() ? text(row, column, result()) : null;
        };
    }

    /** The text that follows a formula; a record of the formula's own kind (shared, array, table) may stand between. */
    private String result() {
        for (int i = 0; i < 3; i++) {
            Record record = next();
            if (record instanceof StringRecord text) {
                return text.getString();
            }
            if (record == null || record instanceof CellRecord || depth != 1) {
                return "";
            }
        }
        return "";
    }

    private static SheetCell text(int row, int column, String text) {
        return new SheetCell(row, column, SheetCell.Kind.TEXT, text);
    }

    private static SheetCell logical(int row, int column, boolean value) {
        return new SheetCell(row, column, SheetCell.Kind.BOOLEAN, value ? "TRUE" : "FALSE");
    }

    private static SheetCell error(int row, int column, int code) {
        return new SheetCell(
                row,
                column,
                SheetCell.Kind.ERROR,
                FormulaError.forInt((byte) code).getString());
    }

    @Override
    public List<Finding> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
