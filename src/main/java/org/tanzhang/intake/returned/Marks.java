package org.tanzhang.intake.returned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** Colours and comments in the sender's own cells. */
final class Marks {

    private static final String AUTHOR = "碳账 Tanzhang";

    /** Stands between what the sender had written in a comment and what is added. */
    private static final String SEPARATOR = "\n—— " + AUTHOR + " ——\n";

    /** What a comment can show; the list in front has the whole text. */
    private static final int COMMENT_LIMIT = 8_000;

    private static final int COMMENT_COLUMNS = 4;

    private record Look(short style, Colour colour) {}

    private final Workbook book;
    private final FindingWords words;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<Short, CellStyle> unfilled = new HashMap<>();

    Marks(Workbook book, FindingWords words) {
        this.book = book;
        this.words = words;
    }

    void apply(List<Finding> findings) {
        Map<CellAddress, List<Finding>> byCell = new LinkedHashMap<>();
        for (Finding finding : findings) {
            CellAddress address = finding.cell();
            if (address != null) {
                byCell.computeIfAbsent(address, a -> new ArrayList<>()).add(finding);
            }
        }
        byCell.forEach(this::mark);
    }

    private void mark(CellAddress address, List<Finding> findings) {
        Sheet sheet = book.getSheet(address.sheet());
        SpreadsheetVersion version = book.getSpreadsheetVersion();
        if (sheet == null
                || address.row() > version.getLastRowIndex()
                || address.column() > version.getLastColumnIndex()) {
            return;
        }
        Cell cell = cell(sheet, address);
        Severity worst = findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        cell.setCellStyle(filled(cell.getCellStyle(), Colour.of(worst)));
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("[")
                    .append(FindingList.name(finding.severity()))
                    .append(' ')
                    .append(finding.rule())
                    .append("] ")
                    .append(words.of(finding));
        }
        comment(sheet, cell, text.length() <= COMMENT_LIMIT ? text.toString() : text.substring(0, COMMENT_LIMIT) + "…");
    }

    /** A faulty cell may be one that is missing: it takes the look of its row or column. */
    private Cell cell(Sheet sheet, CellAddress address) {
        Row row = sheet.getRow(address.row());
        if (row == null) {
            row = sheet.createRow(address.row());
        }
        Cell cell = row.getCell(address.column());
        if (cell == null) {
            cell = row.createCell(address.column());
            CellStyle style = row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(address.column());
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
        return cell;
    }

    private CellStyle filled(CellStyle style, Colour colour) {
        return styles.computeIfAbsent(new Look(style.getIndex(), colour), look -> {
            CellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(style);
            colour.fill(copy, book);
            return copy;
        });
    }

    private void comment(Sheet sheet, Cell cell, String text) {
        Comment comment = cell.getCellComment();
        if (comment == null) {
            Drawing<?> existing = sheet.getDrawingPatriarch();
            Drawing<?> drawing = existing == null ? sheet.createDrawingPatriarch() : existing;
            comment = drawing.createCellComment(anchor(cell, text));
            comment.setAuthor(AUTHOR);
            comment.setString(book.getCreationHelper().createRichTextString(text));
            cell.setCellComment(comment);
        } else {
            comment.setString(extended(comment.getString(), SEPARATOR + text));
        }
    }

    /** The sender's words keep their type. */
    private RichTextString extended(RichTextString text, String addition) {
        if (text instanceof XSSFRichTextString xlsx) {
            xlsx.append(addition);
            return xlsx;
        }
        HSSFRichTextString own = (HSSFRichTextString) text;
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

    private ClientAnchor anchor(Cell cell, String text) {
        SpreadsheetVersion version = book.getSpreadsheetVersion();
        int lines = 2
                + text.length() / 18
                + (int) text.chars().filter(c -> c == '\n').count();
        int height = Math.min(24, Math.max(4, lines));
        int row = Math.min(cell.getRowIndex(), version.getLastRowIndex() - height);
        int last = version.getLastColumnIndex() - COMMENT_COLUMNS;
        int column = Math.min(cell.getColumnIndex() + 1, last);
        // POI takes the anchor's corner for the comment's cell until it is set, and refuses one that has a comment
        while (column < last
                && cell.getSheet().getCellComment(new org.apache.poi.ss.util.CellAddress(row, column)) != null) {
            column++;
        }
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(column);
        anchor.setCol2(column + COMMENT_COLUMNS);
        anchor.setRow1(row);
        anchor.setRow2(row + height);
        return anchor;
    }

    /** A sender mends the copy that came back: what was marked in it is taken off before it is marked anew. */
    void removeEarlier() {
        for (Sheet sheet : book) {
            List<Comment> comments = new ArrayList<>(sheet.getCellComments().values());
            for (Comment comment : comments) {
                removeEarlier(sheet, comment);
            }
        }
    }

    private void removeEarlier(Sheet sheet, Comment comment) {
        Row row = sheet.getRow(comment.getRow());
        Cell cell = row == null ? null : row.getCell(comment.getColumn());
        String text = comment.getString() == null ? "" : comment.getString().getString();
        int added = text.indexOf(SEPARATOR.strip());
        if (cell == null || !(AUTHOR.equals(comment.getAuthor()) || added >= 0)) {
            return;
        }
        if (AUTHOR.equals(comment.getAuthor())) {
            cell.removeCellComment();
        } else {
            comment.setString(book.getCreationHelper()
                    .createRichTextString(text.substring(0, added).stripTrailing()));
        }
        for (Colour colour : Colour.values()) {
            if (colour.fills(cell.getCellStyle(), book)) {
                cell.setCellStyle(unfilled(cell.getCellStyle()));
            }
        }
    }

    private CellStyle unfilled(CellStyle style) {
        return unfilled.computeIfAbsent(style.getIndex(), index -> {
            CellStyle copy = book.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setFillPattern(FillPatternType.NO_FILL);
            return copy;
        });
    }
}
