@NullMarked
package org.tanzhang.intake;

import org.jspecify.annotations.NullMarked;
