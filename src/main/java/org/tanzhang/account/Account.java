package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Name;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;

/**
 * What one accounting gives: entries, what was found on the way, and the checks that are printed beside them.
 *
 * @param residuals what is printed beside the residual entries, one for each of them
 * @param balanced the balanced account beside the raw one, empty where the method asks for none
 * @param memo the memo tables, which no total holds
 */
public record Account(
        List<LedgerEntry> entries,
        List<Finding> findings,
        List<Check> checks,
        List<ResidualNote> residuals,
        List<BalancedCell> balanced,
        List<MemoLine> memo,
        Figures.Beside beside) {

    /** An account that closes nothing and has no memo tables. */
    public Account(List<LedgerEntry> entries, List<Finding> findings, List<Check> checks) {
        this(entries, findings, checks, List.of(), List.of(), List.of(), Figures.Beside.NOTHING);
    }

    /**
     * What the bureau says of a residual entry.
     *
     * @param name the reason's name on the day of the account
     * @param tolerance within which a residual of this cell is rounding, in the carrier's ledger unit
     * @param note the bureau's remark, empty when there is none
     */
    public record ResidualNote(
            String sectorGroup,
            String carrierGroup,
            Flow flow,
            String reason,
            Name name,
            BigDecimal tolerance,
            String note) {}

    /**
     * A cell of the balanced account: of a county, or of the city above it.
     *
     * @param unit symbol of the ledger unit
     * @param raw what the county's account says; of the city, what its counties should come to
     * @param weight by which the cell is adjusted: its variance in the square of the unit, or its indicator
     * @param weightOf what the weight is: {@code variance}, or the indicator's code
     * @param balanced the adjusted activity
     * @param atCity what of the residual belongs to no county; of the city only, 0 for a county
     * @param co2 CO2 of {@code raw} in t, null where it is not estimated
     * @param balancedCo2 CO2 of {@code balanced} in t, null likewise
     */
    public record BalancedCell(
            String region,
            String sectorGroup,
            String carrierGroup,
            Flow flow,
            String unit,
            BigDecimal raw,
            BigDecimal weight,
            String weightOf,
            BigDecimal balanced,
            BigDecimal atCity,
            @Nullable BigDecimal co2,
            @Nullable BigDecimal balancedCo2) {}

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
        residuals = List.copyOf(residuals);
        balanced = List.copyOf(balanced);
        memo = List.copyOf(memo);
    }

    /** The same account with the findings that the rules in force leave. */
    public Account judged(RuleBook rules) {
        return new Account(entries, rules.judge(findings), checks, residuals, balanced, memo, beside.judged(rules));
    }
}
