package org.tanzhang.intake.workbook;

import java.util.List;
import org.tanzhang.quality.Finding;

/**
 * A workbook with its cells in memory.
 *
 * @param sheets all sheets, of the hidden ones no cells
 * @param notes what is to be said about the file as a whole, never graver than information
 */
public record OpenedWorkbook(WorkbookKind kind, List<SheetCells> sheets, List<Finding> notes) {}
