/**
 * Blank forms for those who report: a workbook made from a form definition, that imports back as that form. Last year's
 * figures stand on a sheet of their own, for the eye only. Nothing here reads a workbook.
 */
@NullMarked
package org.tanzhang.intake.template;

import org.jspecify.annotations.NullMarked;
