package org.tanzhang.intake.reading;

import java.math.BigDecimal;
import org.tanzhang.intake.workbook.SheetCell;

/** The text of a cell where a name, a code or a date is wanted. */
final class CellText {

    private CellText() {}

    /** The text as it is; of a number its plain decimal: a code of twelve digits is not 4.30181001E11. */
    static String of(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.NUMBER
                ? NumberText.stored(cell.text()).map(BigDecimal::toPlainString).orElse(cell.text())
                : cell.text();
    }
}
