package org.tanzhang.intake.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.comparison.Comparison;

/**
 * Applies the rules that compare statements with others to what a call brought.
 *
 * <p>A statement is compared with what comes before it in time. Where only the earlier one came now and the later is in
 * force already, the earlier bears the finding, and an error becomes a warning: which of the two is wrong is not known,
 * and the one in force stays.
 */
@Service
public class Comparisons {

    private final ComparedRepository compared;
    private final RuleBook rules;
    private final List<Family> families;

    Comparisons(ComparedRepository compared, RuleBook rules, List<Family> families) {
        this.compared = compared;
        this.rules = rules;
        this.families = families;
    }

    /** Keeps what is found about the statements of a call that may still be accepted. Call it within its transaction. */
    public void compare(long call) {
        List<Rule> applied = rules.comparisons();
        List<String> forms = Stream.concat(
                        applied.stream().flatMap(r -> r.forms().stream()), Stream.of("unit-register"))
                .distinct()
                .toList();
        if (applied.isEmpty() || !compared.gather()) {
            return;
        }
        compared.gatherOthers(forms);
        compared.gatherRegisters();
        compared.pair();
        Pass pass = new Pass(call, compared, rules);
        Set<String> present = compared.forms();
        applied.stream()
                .filter(r -> r.forms().stream().anyMatch(present::contains))
                .forEach(r -> apply(r, pass));
        pass.save();
    }

    private void apply(Rule rule, Pass pass) {
        Comparison comparison = Objects.requireNonNull(rule.comparison());
        if (families.stream().noneMatch(family -> family.apply(rule, comparison, pass))) {
            throw new IllegalStateException("nothing applies " + rule.id());
        }
    }
}
