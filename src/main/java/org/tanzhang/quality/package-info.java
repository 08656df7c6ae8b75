/**
 * Findings and what they weigh: severity, rule number, cell, arguments. Pure; the words for people live in resource bundles.
 */
@NullMarked
package org.tanzhang.quality;

import org.jspecify.annotations.NullMarked;
