/**
 * The rule catalogue: rules as data from YAML, with the severities that a bureau sets in their place. No rule is applied here.
 */
@NullMarked
package org.tanzhang.intake.rule;

import org.jspecify.annotations.NullMarked;
