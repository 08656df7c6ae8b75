package org.tanzhang.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.check.Check;
import org.tanzhang.quality.check.Violation;
import org.tanzhang.quality.comparison.Comparison;

/**
 * One rule of the catalogue.
 *
 * @param id stable number, such as {@code R-205-1-01}; its message has the same key in the resource bundles
 * @param severity how grave a violation is, unless the bureau says otherwise
 * @param title what holds, in a few words
 * @param reason why it should hold
 * @param basis the legal or technical basis; what is quoted from memory says so
 * @param since year or edition since when it applies
 * @param example figures that violate it
 * @param forms the form definitions it applies to; empty where it is not about one form
 * @param check the relation within one statement that it checks; null for other rules
 * @param comparison the relation with other statements that it checks; null for other rules. A rule without either is
 *     applied by the reader, the import or the account itself
 */
public record Rule(
        String id,
        Severity severity,
        Name title,
        Name reason,
        String basis,
        String since,
        Name example,
        List<String> forms,
        @Nullable Check check,
        @Nullable Comparison comparison) {

    public Rule {
        forms = List.copyOf(forms);
    }

    /** Whether it is about how figures relate, so that a violation may be true and an officer may accept it. */
    public boolean isRelation() {
        return check != null || comparison != null;
    }

    /** What the cells of a statement violate of it; nothing where the rule is applied elsewhere. */
    List<Finding> apply(Statement.Cells cells) {
        List<Violation> violations = check == null ? List.of() : check.violations(cells);
        return violations.isEmpty()
                ? List.of()
                : violations.stream()
                        .map(v -> Finding.at(
                                        v.at().cell(),
                                        id,
                                        severity,
                                        v.value().stripTrailingZeros().toPlainString(),
                                        v.arguments().toArray())
                                .besides(v.related().stream()
                                        .map(Observation::cell)
                                        .toList()))
                        .toList();
    }
}
