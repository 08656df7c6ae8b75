package org.tanzhang.intake.workbook;

import java.util.List;

/**
 * The filled cells of one row, from left to right.
 *
 * @param number zero-based
 * @param hidden whether the row is hidden; it is read all the same
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {}
