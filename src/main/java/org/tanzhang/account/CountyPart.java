package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanzhang.quality.Finding;

/**
 * One county's part of an account. It rests on the county's own statements alone, so counties can be accounted apart, in
 * any order and on any machine, and closed together.
 *
 * @param region code of the county
 * @param entries in the order of their numbers
 * @param parks which of the entries lie in which parks
 * @param findings what was found on the way
 * @param sums what goes up to the closing and is no entry
 * @param figures what stands beside its account
 */
public record CountyPart(
        String region,
        List<LedgerEntry> entries,
        List<Parks.Part> parks,
        List<Finding> findings,
        Sums sums,
        Figures.OfCounty figures) {

    public CountyPart {
        entries = List.copyOf(entries);
        parks = List.copyOf(parks);
        findings = List.copyOf(findings);
    }

    /**
     * What a county's part holds besides its entries.
     *
     * @param rawMaterial what the county lists as raw material by carrier group, in the group's ledger unit
     * @param coalHeat CO2 of the coal whose heat value its cards state
     * @param gas what it recovered of by-product gases
     */
    public record Sums(
            Map<String, BigDecimal> rawMaterial,
            CoalHeat coalHeat,
            RecoveredGas.Sum gas,
            List<Account.Check> checks,
            Memo.Part memo) {

        public Sums {
            rawMaterial = Collections.unmodifiableMap(new TreeMap<>(rawMaterial));
            checks = List.copyOf(checks);
        }
    }

    /** Scope 1 in t CO2 by the cards' stated heat values and by the set's, side by side (METHOD 3). */
    public record CoalHeat(BigDecimal stated, BigDecimal bySet) {

        static final CoalHeat NONE = new CoalHeat(BigDecimal.ZERO, BigDecimal.ZERO);

        CoalHeat plus(CoalHeat o) {
            return new CoalHeat(stated.add(o.stated), bySet.add(o.bySet));
        }
    }

    /** The same part with entries that were kept elsewhere meanwhile. */
    public CountyPart with(List<LedgerEntry> kept) {
        return new CountyPart(region, kept, parks, findings, sums, figures);
    }
}
