/**
 * What goes out: the yearly inventory workbook and the exports. Rounding for print happens here and nowhere else; nothing
 * here computes a figure that the ledger does not hold, and nothing here knows SQL.
 */
@NullMarked
package org.tanzhang.report;

import org.jspecify.annotations.NullMarked;
