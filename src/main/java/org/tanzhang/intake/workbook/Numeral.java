package org.tanzhang.intake.workbook;

/** Whether a text is a number as programs write it: digits, a point, an exponent. */
final class Numeral {

    /** Beyond them a spreadsheet rounds; a credit code of digits alone has eighteen. */
    private static final int DIGITS = 15;

    private Numeral() {}

    static boolean isNumber(String text) {
        int i = skipSign(text, 0);
        int start = i;
        i = skipDigits(text, i);
        int digits = i - start;
        if (i < text.length() && text.charAt(i) == '.') {
            int point = i + 1;
            i = skipDigits(text, point);
            digits += i - point;
        }
        if (digits == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int exponent = skipSign(text, i + 1);
            i = skipDigits(text, exponent);
            // an exponent of more digits is no number of any spreadsheet
            return i > exponent && i - exponent <= 3 && i == text.length();
        }
        return i == text.length();
    }

    /** Whether a spreadsheet that opens a text would show it unchanged as a number; 01 and long codes stay text. */
    static boolean isPlain(String text) {
        if (!isNumber(text) || text.startsWith("+") || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return false;
        }
        int start = text.startsWith("-") ? 1 : 0;
        boolean leadingZero = text.length() > start + 1 && text.charAt(start) == '0' && text.charAt(start + 1) != '.';
        long digits = text.chars().filter(Numeral::isDigit).count();
        return !leadingZero && digits <= DIGITS;
    }

    /** The cell of a text from a format that knows no kinds. */
    static SheetCell cell(int row, int column, String text) {
        String stripped = text.strip();
        return isPlain(stripped)
                ? new SheetCell(row, column, SheetCell.Kind.NUMBER, stripped)
                : new SheetCell(row, column, SheetCell.Kind.TEXT, text);
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
