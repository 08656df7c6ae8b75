/**
 * The accounting equations: statements become activities, activities become ledger entries, city and counties close. Pure: no file, no database, no framework.
 */
@NullMarked
package org.tanzhang.account;

import org.jspecify.annotations.NullMarked;
