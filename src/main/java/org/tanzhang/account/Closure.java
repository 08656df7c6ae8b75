package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.LedgerEntry.FactorUse;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The identity of the two levels (METHOD 4): activity(city) = sum over counties + residual in every (sector group,
 * carrier group, flow), exactly; the city's CO2 is the counties' plus the residual's.
 */
final class Closure {

    static final String UNEXPLAINED = "unexplained";
    static final String NOT_REPORTED = "county-not-reported";

    private final ParentAccount parent;
    private final Balance balance;
    private final Pricing pricing;
    private final Method method;
    private final Set<String> unreported;
    private final List<Finding> findings;
    private final RecoveredGas gases;
    private final Region region;
    private final Map<Activity.CellKey, List<LedgerEntry>> carbonInGas = new TreeMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Set<Activity.CellKey> holdMissing = new TreeSet<>();
    private BigDecimal factorEffect = BigDecimal.ZERO;

    /**
     * @param unreported codes of the children without a balance, whose sectors other than industry are missing
     */
    Closure(
            ParentAccount parent,
            Balance balance,
            Pricing pricing,
            Method method,
            Set<String> unreported,
            Region region,
            RecoveredGas gases,
            List<Finding> findings) {
        this.region = region;
        this.gases = gases;
        this.parent = parent;
        this.balance = balance;
        this.pricing = pricing;
        this.method = method;
        this.unreported = unreported;
        this.findings = findings;
    }

    /** The residual and top-down entries that close the parent over its children. */
    List<LedgerEntry> close(List<LedgerEntry> children, int count) {
        Map<Activity.CellKey, List<LedgerEntry>> below = children.stream()
                .filter(e -> e.flow() != Flow.NET_IMPORT && e.activity() != null)
                .collect(Collectors.groupingBy(LedgerEntry::cell, TreeMap::new, Collectors.toList()));
        children.stream().filter(e -> e.activity() == null).forEach(e -> holdMissing.add(e.cell()));
        Map<Activity.CellKey, Activity> above = new TreeMap<>();
        parent.activities().forEach(a -> above.put(a.cell(), a));
        carbonInGas.putAll(gases.ofResiduals(region, balance, above, below));
        Set<Activity.CellKey> cells = new TreeSet<>(below.keySet());
        cells.addAll(above.keySet());
        for (Activity.CellKey cell : cells) {
            Activity city = above.get(cell);
            List<LedgerEntry> counties = below.getOrDefault(cell, List.of());
            if (city == null) {
                blank(cell, counties);
            } else if (cell.flow() == Flow.NET_IMPORT || city.missing()) {
                entries.add(pricing.entry(city));
            } else {
                closeCell(city, counties, count);
            }
        }
        return entries;
    }

    /** Sum over the cells of (city activity x the city's own factor) less the city's CO2: a check, never an entry. */
    BigDecimal factorEffect() {
        return factorEffect;
    }

    private void blank(Activity.CellKey cell, List<LedgerEntry> counties) {
        findings.add(Finding.about(
                balance.region() + "/" + cell,
                "A-CITY-01",
                Severity.WARNING,
                cell.sectorGroup(),
                cell.carrierGroup(),
                sum(counties, LedgerEntry::activity)));
    }

    private void closeCell(Activity city, List<LedgerEntry> counties, int count) {
        BigDecimal covered = sum(counties, LedgerEntry::activity);
        BigDecimal residual = city.amount().subtract(covered);
        if (residual.signum() == 0 && city.amount().signum() == 0) {
            return;
        }
        List<LedgerEntry> parts = new ArrayList<>(counties);
        if (residual.signum() != 0) {
            LedgerEntry entry = residual(city, counties, covered, residual, count);
            entries.add(entry);
            parts.add(entry);
        }
        List<LedgerEntry> taken = carbonInGas.getOrDefault(city.cell(), List.of());
        entries.addAll(taken);
        parts.addAll(taken);
        Pricing.Priced total = new Pricing.Priced(
                sumOrNull(parts, LedgerEntry::co2T),
                sumOrNull(parts, LedgerEntry::energyTj),
                sumOrNull(parts, LedgerEntry::coalEquivalentT),
                List.of());
        entries.add(Pricing.entry(city, total));
        Pricing.Priced own = pricing.price(city, Method.CoalNcv.SET);
        if (city.flow().scope() == 1 && own.co2() != null && total.co2() != null) {
            factorEffect = factorEffect.add(own.co2().subtract(total.co2()));
        }
    }

    private LedgerEntry residual(
            Activity city, List<LedgerEntry> counties, BigDecimal covered, BigDecimal amount, int count) {
        BigDecimal allowed =
                new Tolerance(method.toleranceShare()).of(city.amount(), balance.roundingOf(count + 1, city.carrier()));
        boolean rounding = amount.abs().compareTo(allowed) <= 0;
        boolean industry =
                city.sectorGroup().equals("industry") || city.sectorGroup().equals("power-and-heat");
        String reason =
                rounding ? CountyAccount.ROUNDING : unreported.isEmpty() || industry ? UNEXPLAINED : NOT_REPORTED;
        Activity activity = Activity.ofBalance(
                city.region(),
                city.sector(),
                city.sectorGroup(),
                city.carrier(),
                city.flow(),
                Basis.RESIDUAL,
                amount,
                reason,
                city.sources());
        if (!rounding) {
            findings.add(Finding.about(
                    city.region() + "/" + city.cell(),
                    reason.equals(NOT_REPORTED) ? "A-RESIDUAL-02" : "A-RESIDUAL-01",
                    Severity.INFO,
                    city.carrier().name().zh(),
                    city.amount(),
                    covered,
                    amount,
                    city.carrier().unit()));
        }
        return Pricing.entry(activity, price(activity, city, counties, covered));
    }

    /** By the counties' mean where they cover enough of the cell and lie near the group's own factor, else by that. */
    private Pricing.Priced price(Activity residual, Activity city, List<LedgerEntry> counties, BigDecimal covered) {
        Pricing.Priced own = pricing.price(residual, Method.CoalNcv.SET);
        BigDecimal co2 = sumOrNull(counties, LedgerEntry::co2T);
        if (own.co2() == null
                || co2 == null
                || covered.signum() <= 0
                || co2.signum() <= 0
                || holdMissing.contains(city.cell())
                || bearsGas(city.cell(), counties)
                || own.co2().signum() == 0
                || covered.compareTo(city.amount().multiply(method.minimumCoverage())) < 0) {
            return own;
        }
        // |mean / own - 1| <= d  <=>  |co2 x residual - own x covered| <= d x |own x covered|, without a division
        BigDecimal byMean = co2.multiply(residual.amount());
        BigDecimal byOwn = own.co2().multiply(covered);
        if (byMean.subtract(byOwn).abs().compareTo(byOwn.abs().multiply(method.maximumDeviation())) > 0) {
            return own;
        }
        List<FactorUse> uses = List.of(new FactorUse(
                "county-mean",
                "",
                pricing.round(co2, covered),
                "tCO2/" + residual.carrier().unit()));
        return new Pricing.Priced(pricing.round(byMean, covered), own.energyTj(), own.coalEquivalent(), uses);
    }

    /** Whether carbon of by-product gas was taken off the cell: its mean is no factor of the fuel then. */
    private boolean bearsGas(Activity.CellKey cell, List<LedgerEntry> counties) {
        return carbonInGas.containsKey(cell)
                || counties.stream().anyMatch(e -> e.reason().equals(RecoveredGas.CARBON_IN_GAS));
    }

    private interface Column {
        @Nullable BigDecimal of(LedgerEntry entry);
    }

    private static BigDecimal sum(List<LedgerEntry> entries, Column column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            BigDecimal value = column.of(entry);
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    /** The sum, or null when any of the values is missing. */
    private static @Nullable BigDecimal sumOrNull(List<LedgerEntry> entries, Column column) {
        return entries.stream().anyMatch(e -> column.of(e) == null) ? null : sum(entries, column);
    }
}
