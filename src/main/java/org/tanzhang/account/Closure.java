package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The identity of the two levels (METHOD 4): activity(city) = sum over counties + residual in every (sector group,
 * carrier group, flow), exactly; the city's CO2 is the counties' plus the residual's.
 */
final class Closure {

    private final ParentAccount parent;
    private final Balance balance;
    private final Pricing pricing;
    private final Method method;
    private final KnownResiduals known;
    private final Set<String> unreported;
    private final List<Finding> findings;
    private final RecoveredGas gases;
    private final Region region;
    private final Map<Activity.CellKey, List<LedgerEntry>> carbonInGas = new TreeMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<ClosedCell> cells = new ArrayList<>();
    private final List<Account.ResidualNote> notes = new ArrayList<>();
    private final Set<Activity.CellKey> holdMissing = new TreeSet<>();
    private BigDecimal factorEffect = BigDecimal.ZERO;

    /**
     * A cell that both levels state.
     *
     * @param residuals the entries of its residual, one a reason; none where the levels agree
     * @param whole whether nothing of it is missing below
     */
    record ClosedCell(Activity city, List<LedgerEntry> counties, List<LedgerEntry> residuals, boolean whole) {}

    /**
     * @param known the reasons assigned to residuals, and the residuals of the year before
     * @param unreported codes of the children without a balance, whose sectors other than industry are missing
     */
    Closure(
            ParentAccount parent,
            Balance balance,
            Pricing pricing,
            Method method,
            KnownResiduals known,
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
        this.known = known;
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

    /** The cells that both levels state, after they were closed. */
    List<ClosedCell> cells() {
        return cells;
    }

    /** What is printed beside the residuals. */
    List<Account.ResidualNote> notes() {
        return notes;
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
        List<LedgerEntry> residuals =
                residual.signum() == 0 ? List.of() : residuals(city, counties, covered, residual, count);
        entries.addAll(residuals);
        cells.add(new ClosedCell(city, counties, residuals, isWhole(city)));
        List<LedgerEntry> parts = new ArrayList<>(counties);
        parts.addAll(residuals);
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

    private boolean isWhole(Activity city) {
        return !holdMissing.contains(city.cell()) && (unreported.isEmpty() || isIndustry(city));
    }

    /** Enterprises report wherever they lie; the other sectors are stated by the counties' balances alone. */
    private static boolean isIndustry(Activity city) {
        return city.sectorGroup().equals(Sector.INDUSTRY) || city.sectorGroup().equals(Sector.POWER_AND_HEAT);
    }

    private List<LedgerEntry> residuals(
            Activity city, List<LedgerEntry> counties, BigDecimal covered, BigDecimal amount, int count) {
        List<ResidualAssignment> assigned = known.of(city.cell());
        Explanation explanation = Explanation.of(
                amount,
                city.amount(),
                balance.roundingOf(count + 1, city.carrier()),
                method.toleranceShare(),
                assigned,
                unreported.isEmpty() || isIndustry(city) ? ResidualReason.UNEXPLAINED : ResidualReason.NOT_REPORTED);
        List<Activity> parts = new ArrayList<>();
        for (Explanation.Part part : explanation.parts()) {
            parts.add(part(city, part.amount(), part.reason()));
            notes.add(new Account.ResidualNote(
                    city.sectorGroup(),
                    city.carrier().carrierGroup(),
                    city.flow(),
                    part.reason(),
                    known.nameOf(part.reason()),
                    explanation.tolerance(),
                    part.note()));
            report(city, covered, part);
        }
        jump(city, amount, explanation, assigned);
        return new ResidualPrice(pricing, method)
                .entries(
                        part(city, amount, ""),
                        parts,
                        city.amount(),
                        counties,
                        covered,
                        holdMissing.contains(city.cell()) || bearsGas(city.cell(), counties));
    }

    private static Activity part(Activity city, BigDecimal amount, String reason) {
        return Activity.ofBalance(
                city.region(),
                city.sector(),
                city.sectorGroup(),
                city.carrier(),
                city.flow(),
                Basis.RESIDUAL,
                amount,
                reason,
                city.sources());
    }

    /** What nobody explained is said; what counties did not report too. */
    private void report(Activity city, BigDecimal covered, Explanation.Part part) {
        boolean assigned =
                known.of(city.cell()).stream().anyMatch(a -> a.reason().equals(part.reason()));
        if (assigned || part.reason().equals(ResidualReason.ROUNDING)) {
            return;
        }
        findings.add(Finding.about(
                city.region() + "/" + city.cell(),
                part.reason().equals(ResidualReason.NOT_REPORTED) ? "A-RESIDUAL-02" : "A-RESIDUAL-01",
                Severity.INFO,
                city.carrier().name().zh(),
                city.amount(),
                covered,
                part.amount(),
                city.carrier().unit()));
    }

    /** A residual whose share of the city's cell moved further since the year before than it may. */
    private void jump(Activity city, BigDecimal residual, Explanation explanation, List<ResidualAssignment> assigned) {
        BigDecimal before = known.shareBefore(city.cell());
        if (before == null || city.amount().signum() == 0 || residual.abs().compareTo(explanation.tolerance()) <= 0) {
            return;
        }
        BigDecimal share = residual.divide(city.amount(), MathContext.DECIMAL64);
        BigDecimal allowed = assigned.stream()
                .flatMap(a -> Optional.ofNullable(a.change()).stream())
                .findFirst()
                .orElse(method.residualChange());
        if (share.subtract(before).abs().compareTo(allowed) > 0) {
            findings.add(Finding.about(
                    city.region() + "/" + city.cell(),
                    "A-RESIDUAL-03",
                    Severity.WARNING,
                    city.carrier().name().zh(),
                    percent(before),
                    percent(share),
                    percent(share.subtract(before)),
                    percent(allowed)));
        }
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Whether carbon of by-product gas was taken off the cell: its mean is no factor of the fuel then. */
    private boolean bearsGas(Activity.CellKey cell, List<LedgerEntry> counties) {
        return carbonInGas.containsKey(cell)
                || counties.stream().anyMatch(e -> e.reason().equals(RecoveredGas.CARBON_IN_GAS));
    }

    interface Column {
        @Nullable BigDecimal of(LedgerEntry entry);
    }

    static BigDecimal sum(List<LedgerEntry> entries, Column column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            BigDecimal value = column.of(entry);
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    /** The sum, or null when any of the values is missing. */
    static @Nullable BigDecimal sumOrNull(List<LedgerEntry> entries, Column column) {
        return entries.stream().anyMatch(e -> column.of(e) == null) ? null : sum(entries, column);
    }
}
