package org.tanzhang.intake.returned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/** Colours and comments in the sender's own cells of an {@code .xls}. */
final class XlsMarks {

    private static final String ADDED = "\n" + SheetComments.SEPARATOR + "\n";

    /** An {@code .xls} holds 4,000 styles; past this number faulty cells share one look. */
    private static final int STYLE_LIMIT = 3_900;

    private static final int COMMENT_COLUMNS = 4;

    private record Look(short style, Colour colour) {}

    private final HSSFWorkbook book;
    private final Map<Look, HSSFCellStyle> styles = new HashMap<>();
    private final Map<Short, HSSFCellStyle> unfilled = new HashMap<>();

    XlsMarks(HSSFWorkbook book) {
        this.book = book;
    }

    /** Marks the cells. */
    void apply(FaultyCells cells, FaultComments comments) {
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            HSSFSheet sheet = book.getSheetAt(i);
            String name = sheet.getSheetName();
            if (!cells.in(name).isEmpty()) {
                mark(sheet, cells.in(name), comments.on(name));
            }
        }
    }

    private void mark(HSSFSheet sheet, FaultySheet faults, FaultComments.OnSheet said) {
        for (FaultySheet.Walk walk = faults.walk(); !walk.isDone(); ) {
            HSSFCell cell = cell(sheet, walk.row(), walk.column());
            cell.setCellStyle(filled(cell.getCellStyle(), walk.pass()));
        }
        Map<CellAddress, HSSFComment> own = new HashMap<>(sheet.getCellComments());
        @Nullable HSSFPatriarch existing = sheet.getDrawingPatriarch();
        HSSFPatriarch drawing = existing == null ? sheet.createDrawingPatriarch() : existing;
        for (FaultComments.Comment comment : said) {
            comment(
                    drawing,
                    own.get(new CellAddress(comment.row(), comment.column())),
                    cell(sheet, comment.row(), comment.column()),
                    comment.text());
        }
    }

    /** A faulty cell may be one that is missing: it takes the look of its row or column. */
    private static HSSFCell cell(HSSFSheet sheet, int rowIndex, int column) {
        HSSFRow row = sheet.getRow(rowIndex);
        if (row == null) {
            row = sheet.createRow(rowIndex);
        }
        HSSFCell cell = row.getCell(column);
        if (cell == null) {
            cell = row.createCell(column);
            HSSFCellStyle style = row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(column);
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
        return cell;
    }

    private HSSFCellStyle filled(HSSFCellStyle style, Colour colour) {
        boolean room = book.getNumCellStyles() < STYLE_LIMIT;
        return styles.computeIfAbsent(new Look(room ? style.getIndex() : 0, colour), look -> {
            HSSFCellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(book.getCellStyleAt(look.style()));
            colour.fill(copy, book);
            return copy;
        });
    }

    private void comment(HSSFPatriarch drawing, @Nullable HSSFComment own, HSSFCell cell, String text) {
        if (own != null) {
            own.setString(extended(own.getString(), ADDED + text));
        } else {
            HSSFComment comment = drawing.createCellComment(anchor(cell, text));
            comment.setAuthor(SheetComments.AUTHOR);
            comment.setString(new HSSFRichTextString(text));
            cell.setCellComment(comment);
        }
    }

    /** The sender's words keep their type. */
    private static HSSFRichTextString extended(HSSFRichTextString own, String addition) {
        HSSFRichTextString longer = new HSSFRichTextString(own.getString() + addition);
        for (int i = 0; i < own.numFormattingRuns(); i++) {
            int from = own.getIndexOfFormattingRun(i);
            int to = i + 1 < own.numFormattingRuns() ? own.getIndexOfFormattingRun(i + 1) : own.length();
            if (from < to) {
                longer.applyFont(from, to, own.getFontOfFormattingRun(i));
            }
        }
        return longer;
    }

    private static HSSFClientAnchor anchor(HSSFCell cell, String text) {
        int height = CommentShapes.boxRows(text);
        int row = Math.min(cell.getRowIndex(), SpreadsheetVersion.EXCEL97.getLastRowIndex() - height);
        int column =
                Math.min(cell.getColumnIndex() + 1, SpreadsheetVersion.EXCEL97.getLastColumnIndex() - COMMENT_COLUMNS);
        return new HSSFClientAnchor(0, 0, 0, 0, (short) column, row, (short) (column + COMMENT_COLUMNS), row + height);
    }

    /** A sender mends the copy that came back: what was marked in it is taken off before it is marked anew. */
    void removeEarlier(EarlierList list) {
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            HSSFSheet sheet = book.getSheetAt(i);
            for (HSSFComment comment : new ArrayList<>(sheet.getCellComments().values())) {
                removeEarlier(sheet, comment);
            }
            for (CellAddress cell : list.on(book.getSheetName(i))) {
                unfill(sheet, cell.getRow(), cell.getColumn());
            }
        }
    }

    private void removeEarlier(HSSFSheet sheet, HSSFComment comment) {
        String text = comment.getString() == null ? "" : comment.getString().getString();
        int added = text.indexOf(SheetComments.SEPARATOR);
        if (added >= 0) {
            comment.setString(new HSSFRichTextString(text.substring(0, added).stripTrailing()));
        } else if (SheetComments.isOurs(comment.getAuthor(), text)) {
            sheet.getDrawingPatriarch().removeShape(comment);
        } else {
            return;
        }
        unfill(sheet, comment.getRow(), comment.getColumn());
    }

    private void unfill(HSSFSheet sheet, int rowIndex, int column) {
        HSSFRow row = sheet.getRow(rowIndex);
        HSSFCell cell = row == null ? null : row.getCell(column);
        for (Colour colour : Colour.values()) {
            if (cell != null && colour.fills(cell.getCellStyle(), book)) {
                cell.setCellStyle(unfilled(cell.getCellStyle()));
            }
        }
    }

    private HSSFCellStyle unfilled(HSSFCellStyle style) {
        return unfilled.computeIfAbsent(style.getIndex(), index -> {
            HSSFCellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(style);
            Colour.unfill(copy);
            return copy;
        });
    }
}
