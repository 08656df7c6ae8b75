package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;

/** What one accounting gives: entries, what was found on the way, and the checks that are printed beside them. */
public record Account(List<LedgerEntry> entries, List<Finding> findings, List<Check> checks) {

    /**
     * A figure reported beside the account and never part of it.
     *
     * @param name {@code coal-ncv.stated}, {@code coal-ncv.set}, {@code factor-effect}, {@code composite.coal.co2} ...
     * @param source where a factor among them was taken from, null for what was worked out
     */
    public record Check(
            String name,
            String region,
            BigDecimal value,
            String unit,
            @Nullable Source source) {

        Check(String name, String region, BigDecimal value, String unit) {
            this(name, region, value, unit, null);
        }
    }

    /**
     * Where a check's factor stands, or its parameter set as a whole.
     *
     * @param id {@code SET/ID} of the factor, or the set's id
     * @param document its document, or the set's title
     * @param verification how far it was verified; empty for a set
     */
    public record Source(String id, String document, String verification) {}

    public Account {
        entries = List.copyOf(entries);
        findings = findings.stream().distinct().toList();
        checks = List.copyOf(checks);
    }

    /** The same account with more findings. */
    public Account with(List<Finding> more) {
        return new Account(
                entries, Stream.concat(findings.stream(), more.stream()).toList(), checks);
    }

    /** The same account with the findings that the rules in force leave. */
    public Account judged(RuleBook rules) {
        return new Account(entries, rules.judge(findings), checks);
    }
}
