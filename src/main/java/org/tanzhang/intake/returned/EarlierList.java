package org.tanzhang.intake.returned;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** The lists of an earlier return in an {@code .xls}, and the cells they name: those were coloured then. */
final class EarlierList {

    private static final Pattern RANGE = Pattern.compile("[A-Z]{1,2}[0-9]{1,5}(?::[A-Z]{1,2}[0-9]{1,5})?");

    /** More than a sheet of an {@code .xls} was ever marked in; a list may have been written by anybody. */
    private static final int LIMIT = 1 << 18;

    private final Map<String, Set<CellAddress>> places = new HashMap<>();
    private int count;

    private EarlierList() {}

    /** Takes the lists out of a workbook. */
    static EarlierList takenFrom(HSSFWorkbook book) {
        EarlierList named = new EarlierList();
        for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
            if (book.getNumberOfSheets() > 1
                    && book.getSheetName(i).startsWith(FindingTable.SHEET)
                    && text(book.getSheetAt(i).getRow(0), 0).equals(FindingTable.TITLE)) {
                named.read(book.getSheetAt(i));
                book.removeSheetAt(i);
            }
        }
        return named;
    }

    private void read(HSSFSheet list) {
        for (int r = list.getFirstRowNum(); r <= list.getLastRowNum(); r++) {
            HSSFRow row = list.getRow(r);
            String sheet = text(row, FindingTable.PLACE - 1);
            add(sheet, text(row, FindingTable.PLACE));
            for (String range : text(row, FindingTable.RELATED).split("、")) {
                int end = range.lastIndexOf('!');
                add(end < 0 ? sheet : range.substring(0, end), range.substring(end + 1));
            }
        }
    }

    private void add(String sheet, String range) {
        if (RANGE.matcher(range).matches()) {
            for (CellAddress cell : CellRangeAddress.valueOf(range)) {
                if (count++ >= LIMIT) {
                    return;
                }
                places.computeIfAbsent(sheet, s -> new HashSet<>()).add(cell);
            }
        }
    }

    private static String text(HSSFRow row, int column) {
        Cell cell = row == null ? null : row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    /** The cells it names on a sheet. */
    List<CellAddress> on(String sheet) {
        return List.copyOf(places.getOrDefault(sheet, Set.of()));
    }
}
