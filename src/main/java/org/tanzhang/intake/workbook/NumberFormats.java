package org.tanzhang.intake.workbook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a day or an hour. */
final class NumberFormats {

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, Boolean> dates = new HashMap<>();
    private boolean from1904;

    void addFormat(int id, String code) {
        codes.put(id, code);
    }

    /** The styles are numbered in the order in which they are added. */
    void addStyle(int format) {
        styles.add(format);
    }

    void countFrom1904() {
        from1904 = true;
    }

    private boolean isDate(int style) {
        if (style < 0 || style >= styles.size()) {
            return false;
        }
        return dates.computeIfAbsent(styles.get(style), this::isDateFormat);
    }

    private boolean isDateFormat(int id) {
        // 27 to 36 and 50 to 58 are days in the Chinese editions (ECMA-376-1, 18.8.30), with no code in the file
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return true;
        }
        @Nullable String code = codes.get(id);
        return DateUtil.isADateFormat(id, code == null ? BuiltinFormats.getBuiltinFormat(id) : code);
    }

    /** A number as its style means it. */
    SheetCell cell(int row, int column, int style, String number) {
        if (isDate(style)) {
            double serial = Double.parseDouble(number);
            if (DateUtil.isValidExcelDate(serial) && serial < 2_958_466) { // before the year 10000
                return new SheetCell(row, column, SheetCell.Kind.DATE, text(serial));
            }
        }
        return new SheetCell(row, column, SheetCell.Kind.NUMBER, number);
    }

    private String text(double serial) {
        LocalDateTime time = DateUtil.getLocalDateTime(serial, from1904, true);
        if (serial < 1) {
            return time.toLocalTime().toString();
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
