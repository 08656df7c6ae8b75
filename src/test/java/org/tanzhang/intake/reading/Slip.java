package org.tanzhang.intake.reading;

import java.util.List;

/** The slips that senders make in a table. */
enum Slip {
    /** words where a number belongs */
    WORDS,
    /** an error value such as #DIV/0! */
    ERROR_VALUE,
    /** the sign turned */
    SIGN,
    /** a figure left out */
    LEFT_OUT,
    /** a digit too many at the front */
    DIGITS,
    /** ten thousand times too large: 吨 typed where 万吨 is meant */
    TEN_THOUSAND,
    /** the caption of a row that no list knows */
    UNKNOWN_CAPTION,
    /** the number of a row that belongs to none */
    WRONG_NUMBER,
    /** a unit of another dimension */
    WRONG_UNIT,
    /** a character of the reporter's code mistyped */
    REPORTER_CODE,
    /** words where the row's year belongs */
    YEAR_IN_WORDS;

    /** The slips in a figure itself. */
    static final List<Slip> OF_FIGURES = List.of(WORDS, ERROR_VALUE, SIGN, LEFT_OUT, DIGITS, TEN_THOUSAND);

    /** The slips in a row of a table whose rows are carriers: caption, unit and number stand left of the figures. */
    static final List<Slip> OF_CARRIER_ROWS = List.of(
            WORDS, ERROR_VALUE, SIGN, LEFT_OUT, DIGITS, TEN_THOUSAND, UNKNOWN_CAPTION, WRONG_NUMBER, WRONG_UNIT);

    /** The slips in a row of a table whose rows are reporters. */
    static final List<Slip> OF_REPORTER_ROWS =
            List.of(WORDS, ERROR_VALUE, SIGN, LEFT_OUT, DIGITS, TEN_THOUSAND, REPORTER_CODE, YEAR_IN_WORDS);
}
