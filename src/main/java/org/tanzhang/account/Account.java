package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;

/** What one accounting gives: entries, what was found on the way, and the checks that are printed beside them. */
public record Account(List<LedgerEntry> entries, List<Finding> findings, List<Check> checks) {

    /**
     * A figure reported beside the account and never part of it.
     *
     * @param name {@code coal-ncv.stated}, {@code coal-ncv.set}, {@code factor-effect}
     */
    public record Check(String name, String region, BigDecimal value, String unit) {}

    public Account {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
        checks = List.copyOf(checks);
    }

    /** The same account with the findings that the rules in force leave. */
    public Account judged(RuleBook rules) {
        return new Account(entries, rules.judge(findings), checks);
    }
}
