package org.tanzhang.batch;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.tanzhang.batch.ChangedReferenceException.Kind;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.ledger.RunRepository;
import org.tanzhang.method.Method;

/** Holds factor sets and methods to the files they had when a run first used them. */
@Component
public class Pinning {

    private final RunRepository runs;

    Pinning(RunRepository runs) {
        this.runs = runs;
    }

    /** @throws ChangedReferenceException when runs used one of them, and with other files */
    public void check(FactorSet factors, Method method) {
        check(Kind.FACTOR_SET, factors.id(), factors.digest(), runs.digestsOfFactorSet(factors.id()));
        check(Kind.METHOD, method.id(), method.digest(), runs.digestsOfMethod(method.id()));
    }

    private static void check(Kind kind, String id, String found, Set<String> used) {
        if (!used.isEmpty() && !used.contains(found)) {
            throw new ChangedReferenceException(kind, id, String.join(", ", used), found);
        }
    }
}
