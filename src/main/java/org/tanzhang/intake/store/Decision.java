package org.tanzhang.intake.store;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tanzhang.intake.comparison.Comparisons;

/**
 * Decides on everything a call brought, at once, so that the order of files within it cannot matter (METHOD 1).
 *
 * <p>Supersession follows receipt, call by call. Two new versions of one statement in one call are both returned. Bytes
 * that are current are duplicates; bytes of an earlier version are accepted anew when they come alone, and are superseded
 * when a later version lies beside them. What may be accepted is compared with other statements first.
 */
@Service
public class Decision {

    private final CallRepository calls;
    private final DecisionRepository decisions;
    private final Comparisons comparisons;
    private final TransactionTemplate transaction;
    private final AsyncTaskExecutor giver = new SimpleAsyncTaskExecutor("verdicts-");

    Decision(
            CallRepository calls,
            DecisionRepository decisions,
            Comparisons comparisons,
            PlatformTransactionManager transactions) {
        this.calls = calls;
        this.decisions = decisions;
        this.comparisons = comparisons;
        transaction = new TransactionTemplate(transactions);
    }

    /** What is accepted of a workbook that holds sound statements beside faulty ones. */
    public enum Accept {
        /** the sound ones go in, the faulty ones are returned */
        STATEMENT,
        /** all are returned */
        WORKBOOK
    }

    /**
     * Gives every verdict of the call, in transactions of its own; a call is decided once.
     *
     * <p>What is found is kept first, the verdicts that rest on it follow at once. Both may be hundreds of thousands of rows
     * and are written at the same time, the verdicts committed last. Where that was cut off in between, the call is decided
     * on anew, and what is then found again is not kept twice.
     */
    public void decide(long call, Accept accept) {
        if (calls.isDecided(call)) {
            return;
        }
        CompletableFuture<Void> kept = new CompletableFuture<>();
        CompletableFuture<Void> given;
        try {
            given = Objects.requireNonNull(transaction.execute(status -> {
                if (decisions.hasFindings(call)) {
                    status.setRollbackOnly();
                }
                byte[] verdicts = verdicts(call, accept);
                CompletableFuture<Void> giving = CompletableFuture.runAsync(() -> give(verdicts, kept), giver);
                decisions.tellUnlisted();
                return giving;
            }));
            kept.complete(null);
        } catch (RuntimeException | Error e) {
            kept.completeExceptionally(e);
            throw e;
        }
        given.join();
    }

    private byte[] verdicts(long call, Accept accept) {
        decisions.gather(call);
        decisions.rank();
        decisions.tellRivals();
        comparisons.compare(call);
        decisions.heedComparisons(call);
        if (accept == Accept.WORKBOOK) {
            decisions.returnWholeWorkbooks();
        }
        decisions.gatherListed();
        return decisions.verdicts();
    }

    /** Writes verdicts, and commits them once what they rest on is kept; never where that fails. */
    private void give(byte[] verdicts, CompletableFuture<Void> kept) {
        transaction.executeWithoutResult(status -> {
            decisions.give(verdicts);
            kept.join();
        });
    }
}
