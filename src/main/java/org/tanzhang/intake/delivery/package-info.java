/**
 * Who has to report for a year, who did, and what share of last year's CO2 is still missing. Reads what intake decided and
 * what the ledger holds; decides and writes nothing.
 */
@NullMarked
package org.tanzhang.intake.delivery;

import org.jspecify.annotations.NullMarked;
