/**
 * What a call brought, laid beside what else is stated: the same reporter's earlier statements, its division, its
 * neighbours, the levels above and below. Brings figures together by sets; what they mean is judged in
 * {@code quality.comparison}.
 */
@NullMarked
package org.tanzhang.intake.comparison;

import org.jspecify.annotations.NullMarked;
