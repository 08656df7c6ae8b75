package org.tanzhang.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tanzhang.account.Accounting;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.batch.AccountInputs.Gathered;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.ledger.ClosingRepository;
import org.tanzhang.ledger.Plan;

/**
 * What planned runs rest on: which statements count where, without their cells. The steps of a run ask for it many times
 * over, on several threads or machines; the last few are kept.
 */
@Component
class PlannedInputs {

    private static final int KEPT = 12;

    private final AccountInputs inputs;
    private final ReferenceData reference;
    private final ClosingRepository closing;

    private final Map<Long, Gathered> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Gathered> eldest) {
            return size() > KEPT;
        }
    };

    PlannedInputs(AccountInputs inputs, ReferenceData reference, ClosingRepository closing) {
        this.inputs = inputs;
        this.reference = reference;
        this.closing = closing;
    }

    Gathered gather(AccountOrder order) {
        boolean indicators = reference.method(order.method()).balancing().asksForIndicators();
        return inputs.gather(order.region(), order.year(), order.partition(), order.asOf(), indicators);
    }

    /** What is known of the residuals of a year: what the bureau assigned, and the year before as it stands now. */
    KnownResiduals known(AccountOrder order) {
        return reference.residuals(
                order.region(),
                order.year(),
                closing.before(
                        order.region(),
                        order.year(),
                        reference.factorSet(order.factors()).id(),
                        reference.method(order.method()).id(),
                        order.partition()));
    }

    /** Equal for equal statements and reference data. */
    String digest(AccountOrder order, Gathered gathered) {
        return digest(order, gathered, List.of());
    }

    /** Equal for equal statements, reference data and what is known of the residuals. */
    String digest(AccountOrder order, Gathered gathered, KnownResiduals known) {
        return digest(order, gathered, known.lines());
    }

    private String digest(AccountOrder order, Gathered gathered, List<String> known) {
        return gathered.digest(
                order.region(),
                String.valueOf(order.year()),
                order.partition(),
                reference.factorSet(order.factors()).digest(),
                reference.method(order.method()).digest(),
                reference.codes().digest(),
                String.join("\n", known));
    }

    /** Keeps what a run was just planned on. */
    synchronized void keep(Plan plan, Gathered gathered) {
        kept.put(plan.run(), gathered);
    }

    /** @throws IllegalStateException when the run was planned on other inputs, by a program of another version say */
    synchronized Gathered of(AccountPlan plan) {
        return kept.computeIfAbsent(plan.plan().run(), run -> {
            Gathered gathered = gather(plan.order());
            if (!digest(plan.order(), gathered).equals(plan.plan().inputsDigest())) {
                throw new IllegalStateException("run " + run + " was planned on other inputs");
            }
            return gathered;
        });
    }

    Accounting accounting(AccountOrder order) {
        return new Accounting(
                reference.codes(),
                reference.units(),
                reference.factorSet(order.factors()),
                reference.method(order.method()));
    }
}
