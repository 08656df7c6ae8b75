package org.tanzhang.intake.workbook;

import java.util.BitSet;

/**
 * A sheet before its rows are read.
 *
 * @param hidden whether the sheet is hidden; of such a sheet no rows are read
 * @param hiddenColumns the numbers of the hidden columns, zero-based
 */
public record SheetHead(String name, boolean hidden, BitSet hiddenColumns) {

    public SheetHead {
        hiddenColumns = (BitSet) hiddenColumns.clone();
    }

    SheetHead(String name, boolean hidden) {
        this(name, hidden, new BitSet());
    }

    @Override
    public BitSet hiddenColumns() {
        return (BitSet) hiddenColumns.clone();
    }
}
