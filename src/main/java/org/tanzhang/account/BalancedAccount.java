package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanzhang.account.Account.BalancedCell;
import org.tanzhang.account.balancing.Estimate;
import org.tanzhang.account.balancing.LeastSquares;
import org.tanzhang.account.balancing.Total;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Balancing.Source;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * A county account brought to the city's totals, beside the raw one: what of a residual belongs to counties is spread over
 * them, by an indicator or by least squares. In every cell {@code city = sum of balanced counties + what stays at the
 * city}, to the last digit, and no county falls below zero.
 */
final class BalancedAccount {

    /** Decimals of a ledger unit to which amounts are balanced, where the sources have no more: a gram of a tonne. */
    private static final int SCALE = 6;

    private static final String VARIANCE = "variance";

    private final Method method;
    private final Balancing balancing;
    private final KnownResiduals known;
    private final TreeSet<String> counties;
    private final List<Finding> findings;
    private final SpreadIndicator indicator;

    BalancedAccount(Method method, KnownResiduals known, AccountInput input, List<Finding> findings) {
        this.method = method;
        this.balancing = method.balancing();
        this.known = known;
        this.counties = input.children().stream().map(Region::code).collect(Collectors.toCollection(TreeSet::new));
        this.findings = findings;
        this.indicator = SpreadIndicator.of(balancing, input, findings);
    }

    /**
     * The balanced account; empty where the method asks for none.
     *
     * @param closed the cells that both levels state
     * @param below the entries of all counties; cells that the city leaves blank stay as they are
     */
    List<BalancedCell> of(List<Closure.ClosedCell> closed, List<LedgerEntry> below) {
        if (balancing.rule() == Balancing.Rule.NONE) {
            return List.of();
        }
        Map<Activity.CellKey, List<LedgerEntry>> blank = below.stream()
                .filter(e -> e.activity() != null && e.flow() != Flow.NET_IMPORT)
                .collect(Collectors.groupingBy(LedgerEntry::cell, TreeMap::new, Collectors.toList()));
        Map<String, List<BalancedColumn>> byCarrier = new TreeMap<>();
        for (Closure.ClosedCell cell : closed) {
            blank.remove(cell.city().cell());
            byCarrier
                    .computeIfAbsent(cell.city().carrier().carrierGroup(), c -> new ArrayList<>())
                    .add(column(cell));
        }
        List<BalancedCell> cells = new ArrayList<>();
        byCarrier.values().forEach(columns -> cells.addAll(table(columns)));
        blank.forEach((cell, stated) -> cells.addAll(blank(cell, stated).asStated()));
        return cells;
    }

    private BalancedColumn column(Closure.ClosedCell cell) {
        List<LedgerEntry> spread = cell.residuals().stream()
                .filter(e -> cell.whole() && !known.atCity(e.reason()))
                .toList();
        BigDecimal toMeet = Stream.concat(cell.counties().stream(), spread.stream())
                .flatMap(e -> Stream.ofNullable(e.activity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<LedgerEntry> parts = new ArrayList<>(cell.counties());
        parts.addAll(spread);
        BigDecimal deviation = balancing.deviation(Source.CITY_BALANCE);
        return new BalancedColumn(
                cell.city().cell(),
                cell.city().carrier().unit(),
                cell.city().region(),
                counties.stream().map(c -> county(c, cell.counties())).toList(),
                toMeet,
                cell.city().amount().subtract(toMeet),
                deviation == null ? BigDecimal.ZERO : toMeet.multiply(deviation).pow(2),
                Closure.sumOrNull(parts, LedgerEntry::co2T),
                weightOf(),
                method.entryScale());
    }

    private BalancedColumn blank(Activity.CellKey cell, List<LedgerEntry> stated) {
        return new BalancedColumn(
                cell,
                stated.get(0).unit(),
                null,
                counties.stream().map(c -> county(c, stated)).toList(),
                Closure.sum(stated, LedgerEntry::activity),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Closure.sumOrNull(stated, LedgerEntry::co2T),
                weightOf(),
                method.entryScale());
    }

    private BalancedColumn.County county(String code, List<LedgerEntry> cell) {
        List<LedgerEntry> own =
                cell.stream().filter(e -> e.region().equals(code)).toList();
        BigDecimal raw = Closure.sum(own, LedgerEntry::activity);
        BigDecimal weight = switch (balancing.rule()) {
            case NONE -> BigDecimal.ZERO;
            case INDICATOR -> indicator.of(code, raw);
            case LEAST_SQUARES -> own.stream().map(this::variance).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
        return new BalancedColumn.County(code, raw, weight, Closure.sumOrNull(own, LedgerEntry::co2T));
    }

    private String weightOf() {
        return balancing.rule() == Balancing.Rule.LEAST_SQUARES
                ? VARIANCE
                : indicator.kind().code();
    }

    /** (relative standard deviation x amount)^2, cards and the county's own balance apart. */
    private BigDecimal variance(LedgerEntry entry) {
        Source source = entry.reporter().isEmpty() ? Source.COUNTY_BALANCE : Source.CARD;
        BigDecimal deviation = balancing.deviation(source);
        return deviation == null || entry.activity() == null
                ? BigDecimal.ZERO
                : deviation.multiply(entry.activity()).pow(2);
    }

    /** The cells of one carrier group as a table: columns meet the city's, rows are the counties' totals of the carrier. */
    private List<BalancedCell> table(List<BalancedColumn> columns) {
        List<BalancedCell> cells = new ArrayList<>();
        columns.stream().filter(c -> !c.canBeMet()).forEach(c -> cells.addAll(notBalanced(c)));
        List<BalancedColumn> movable =
                columns.stream().filter(BalancedColumn::canBeMet).toList();
        List<Estimate> estimates = new ArrayList<>();
        List<Total> totals = new ArrayList<>();
        movable.forEach(c -> totals.add(c.total(estimates)));
        counties.forEach(c -> row(c, movable, estimates).ifPresent(totals::add));
        Optional<List<BigDecimal>> adjusted = LeastSquares.adjust(estimates, totals, scale(estimates, totals));
        if (adjusted.isEmpty()) {
            // one column that cannot be met shall not keep the others from it
            movable.forEach(c -> cells.addAll(movable.size() == 1 ? notBalanced(c) : table(List.of(c))));
            return cells;
        }
        int from = 0;
        for (BalancedColumn column : movable) {
            cells.addAll(column.adjusted(adjusted.get().subList(from, from + column.size())));
            from += column.size();
        }
        return cells;
    }

    private static int scale(List<Estimate> estimates, List<Total> totals) {
        return Stream.concat(
                        estimates.stream().map(Estimate::value), totals.stream().map(Total::value))
                .mapToInt(BigDecimal::scale)
                .reduce(SCALE, Math::max);
    }

    /** A county's total of the carrier over its sectors, an estimate of its own, where it has more than one of them. */
    private Optional<Total> row(String county, List<BalancedColumn> columns, List<Estimate> estimates) {
        Map<Integer, Integer> signs = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        int from = 0;
        for (BalancedColumn column : columns) {
            int place = column.placeOf(county);
            if (place >= 0) {
                signs.put(from + place, 1);
                sum = sum.add(column.counties().get(place).raw());
            }
            from += column.size();
        }
        BigDecimal deviation = balancing.deviation(Source.COUNTY_TOTAL);
        if (deviation == null || signs.size() < 2) {
            return Optional.empty();
        }
        signs.put(estimates.size(), -1);
        estimates.add(new Estimate(sum, sum.multiply(deviation).pow(2)));
        return Optional.of(new Total(signs, BigDecimal.ZERO));
    }

    private List<BalancedCell> notBalanced(BalancedColumn column) {
        if (column.gap().signum() != 0) {
            findings.add(Finding.about(
                    column.city() + "/" + column.cell(),
                    "A-BALANCE-01",
                    Severity.INFO,
                    column.cell().sectorGroup(),
                    column.cell().carrierGroup(),
                    column.gap(),
                    column.unit()));
        }
        return column.asStated();
    }
}
