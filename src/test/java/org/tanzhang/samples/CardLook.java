package org.tanzhang.samples;

/**
 * How an enterprise fills its card: harmless differences that a reader has to bear.
 *
 * @param binary .xls instead of .xlsx
 * @param banner a further title row above the form's own
 * @param fullWidth full-width digits in the period, half-width brackets in captions
 * @param hiddenSheet a hidden look-up sheet
 * @param formulas columns 4 and 9 as formulas with cached values
 * @param residue binary residue in columns 2 and 5
 * @param totals row 40 filled
 * @param ofWhich caption of column 6
 */
record CardLook(
        boolean binary,
        boolean banner,
        boolean fullWidth,
        boolean hiddenSheet,
        boolean formulas,
        boolean residue,
        boolean totals,
        String ofWhich) {

    static CardLook of(Enterprise enterprise) {
        int serial = enterprise.serial();
        // the producers of energy keep plain figures: their purchases do not explain their consumption
        boolean plain = enterprise.trade().transforms();
        return new CardLook(
                serial % 23 == 3,
                serial % 4 == 1,
                serial % 9 == 2,
                serial % 7 == 3,
                serial % 5 == 4 && !plain,
                serial % 11 == 6 && !plain,
                serial % 2 == 0,
                serial % 6 == 5 ? "其中：用于原材料" : "#用于原材料");
    }

    static CardLook plain() {
        return new CardLook(false, false, false, false, false, false, false, "#用于原材料");
    }

    String period(int year) {
        String period = year + "年1－12月";
        if (!fullWidth) {
            return period;
        }
        StringBuilder wide = new StringBuilder();
        for (char character : period.toCharArray()) {
            wide.append(character >= '0' && character <= '9' ? (char) (character - '0' + '０') : character);
        }
        return wide.toString();
    }

    String caption(Fuel fuel) {
        return fullWidth ? fuel.caption.replace('（', '(').replace('）', ')') : fuel.caption;
    }
}
