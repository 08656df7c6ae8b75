package org.tanzhang.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tanzhang.account.Accounting;
import org.tanzhang.batch.AccountInputs.Gathered;
import org.tanzhang.intake.reference.ReferenceData;

/**
 * What planned runs rest on: which statements count where, without their cells. The steps of a run ask for it many times
 * over, on several threads or machines; the last few are kept.
 */
@Component
class PlannedInputs {

    private static final int KEPT = 4;

    private final AccountInputs inputs;
    private final ReferenceData reference;

    private final Map<Long, Gathered> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Gathered> eldest) {
            return size() > KEPT;
        }
    };

    PlannedInputs(AccountInputs inputs, ReferenceData reference) {
        this.inputs = inputs;
        this.reference = reference;
    }

    Gathered gather(AccountOrder order) {
        return inputs.gather(order.region(), order.year(), order.asOf());
    }

    /** Equal for equal inputs, reference data included. */
    String digest(AccountOrder order, Gathered gathered) {
        return gathered.digest(
                order.region(),
                String.valueOf(order.year()),
                reference.factorSet(order.factors()).digest(),
                reference.method(order.method()).digest(),
                reference.codes().digest());
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
