@NullMarked
package org.tanzhang.intake.store;

import org.jspecify.annotations.NullMarked;
