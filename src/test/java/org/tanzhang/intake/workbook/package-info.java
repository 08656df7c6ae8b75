@NullMarked
package org.tanzhang.intake.workbook;

import org.jspecify.annotations.NullMarked;
