package org.tanzhang.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tanzhang.intake.store.AcceptanceRepository;
import org.tanzhang.intake.store.AcceptanceRepository.Acceptance;
import org.tanzhang.intake.store.AcceptanceRepository.Named;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;

/**
 * Lets an officer accept a finding with a reason.
 *
 * <p>What can be accepted is a doubt about how figures relate: an enterprise may really have stood still. What cannot is
 * that a figure, its unit, its reporter or its period could not be read: there is nothing then to account.
 */
@Service
public class Acceptances {

    private final AcceptanceRepository acceptances;
    private final RuleBook rules;

    Acceptances(AcceptanceRepository acceptances, RuleBook rules) {
        this.acceptances = acceptances;
        this.rules = rules;
    }

    /** Why a finding cannot be accepted. */
    public enum Refusal {
        /** there is no such finding */
        UNKNOWN,
        /** it is accepted already; by whom and why */
        ACCEPTED,
        /** no statement with a reporter and a period bears it */
        NO_STATEMENT,
        /** its rule is about what could not be read, not about how figures relate */
        NOT_A_RELATION,
        /** another file brought a later version of the statement */
        SUPERSEDED
    }

    /** A finding that cannot be accepted. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;
        private final List<String> arguments;

        RefusedException(Refusal refusal, String... arguments) {
            super(refusal.name());
            this.refusal = refusal;
            this.arguments = List.of(arguments);
        }

        public Refusal refusal() {
            return refusal;
        }

        /** The finding's number first, then what the refusal is about. */
        public List<String> arguments() {
            return arguments;
        }
    }

    /**
     * Keeps an acceptance for ever. Call it under the lock.
     *
     * @return the finding; where it was an error its file is to be decided on again
     */
    public Named accept(long finding, String reason, String officer) throws RefusedException {
        String number = String.valueOf(finding);
        Named named = acceptances.find(finding).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN, number));
        Optional<Acceptance> before = acceptances.of(finding);
        if (before.isPresent()) {
            throw new RefusedException(
                    Refusal.ACCEPTED,
                    number,
                    before.get().officer(),
                    before.get().reason());
        }
        Long statement = named.statement();
        if (statement == null || named.reporter() == null || named.period() == null) {
            throw new RefusedException(Refusal.NO_STATEMENT, number, named.rule());
        }
        if (rules.find(named.rule()).filter(Rule::isRelation).isEmpty()) {
            throw new RefusedException(Refusal.NOT_A_RELATION, number, named.rule());
        }
        Optional<String> later = acceptances.laterVersion(statement);
        if (later.isPresent()) {
            throw new RefusedException(Refusal.SUPERSEDED, number, later.get());
        }
        acceptances.accept(finding, reason, officer);
        return named;
    }
}
