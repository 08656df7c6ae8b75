/**
 * CO2 per GDP at constant prices and per head, and its rate of decline by the official formula (METHOD 6). Pure: emissions and
 * indicators come in, lines go out; nothing here reads a run or a statement's store.
 */
@NullMarked
package org.tanzhang.account.intensity;

import org.jspecify.annotations.NullMarked;
