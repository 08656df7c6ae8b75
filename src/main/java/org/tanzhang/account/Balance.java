package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * A regional energy balance in ledger units: supply, transformation (input negative, output positive), losses, final use.
 *
 * <p>A total column (煤合计, 油品合计) never enters beside its parts; what it states above them is the carrier
 * 未分品种 of its family.
 */
final class Balance {

    /** The final-use rows other than industry, with the sector they are. */
    static final List<String> OTHER_SECTORS =
            List.of("agriculture", "construction", "transport", "trade", "other", "urban", "rural");

    /** The items of the transformation block that are not its total. */
    private static final List<String> TRANSFORMATION = List.of(
            "transformation.power",
            "transformation.heat",
            "transformation.washing",
            "transformation.coking",
            "transformation.refining",
            "transformation.refining-reinput",
            "transformation.gas-making",
            "transformation.coke-reinput",
            "transformation.liquefaction",
            "transformation.briquetting",
            "transformation.recovery");

    /** Balances are printed with two decimals of their unit (万吨, 亿立方米 ...). */
    private static final BigDecimal HALF_PRINTED_UNIT = new BigDecimal("0.005");

    /**
     * An amount with the cells it was read from.
     *
     * @param stated whether any of the cells states something, if only a zero or a dash
     * @param missing whether a cell says that something exists without stating it
     */
    record Amount(BigDecimal value, boolean stated, boolean missing, List<Observation> sources) {

        static final Amount NONE = new Amount(BigDecimal.ZERO, false, false, List.of());

        Amount minus(Amount other) {
            return new Amount(
                    value.subtract(other.value),
                    stated,
                    missing || other.missing,
                    Activity.union(sources, other.sources));
        }

        Amount plus(Amount other) {
            return new Amount(
                    value.add(other.value),
                    stated || other.stated,
                    missing || other.missing,
                    Activity.union(sources, other.sources));
        }

        Amount negated() {
            return new Amount(value.negate(), stated, missing, sources);
        }
    }

    private final Statement statement;
    private final Statement.Cells cells;
    private final Set<String> printed;
    private final CodeList<Carrier> carriers;
    private final Units units;
    private final List<Finding> findings;

    Balance(Statement statement, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
        this.statement = statement;
        this.cells = statement.cells();
        this.carriers = carriers;
        this.units = units;
        this.findings = findings;
        this.printed = cells.all().stream().map(Observation::carrier).collect(Collectors.toUnmodifiableSet());
    }

    String region() {
        return statement.reporter().code();
    }

    /** The carriers of its columns, totals left out, with 未分品种 where a total stands above its parts. */
    Set<Carrier> carriers() {
        Set<Carrier> columns = new LinkedHashSet<>();
        for (Carrier carrier : carriers.all()) {
            if (carrier.kind() == Carrier.Kind.UNSPECIFIED || (printed(carrier) && !isTotal(carrier))) {
                columns.add(carrier);
            }
        }
        return columns;
    }

    private static boolean isTotal(Carrier carrier) {
        return carrier.kind() == Carrier.Kind.TOTAL;
    }

    /** Whether the table prints the row. */
    boolean hasRow(String item) {
        return cells.all().stream().anyMatch(o -> o.item().equals(item));
    }

    /** What a row states for a carrier, in the carrier's ledger unit and with the sign as printed. */
    Amount amount(String item, Carrier carrier) {
        if (carrier.kind() == Carrier.Kind.UNSPECIFIED) {
            return aboveParts(item, carrier);
        }
        Amount column = column(item, carrier);
        return carrier.kind() == Carrier.Kind.TOTAL ? column : beyondKinds(item, carrier, column);
    }

    /** What a row states for a carrier group: its column and those of its kinds, each thing once. */
    Amount ofGroup(String item, Carrier group) {
        return kinds(group).map(kind -> amount(item, kind)).reduce(amount(item, group), Amount::plus);
    }

    /** The fuel of a carrier group that goes into a transformation. */
    Amount inputOfGroup(String process, Carrier group) {
        return kinds(group).map(kind -> input(process, kind)).reduce(input(process, group), Amount::plus);
    }

    /** Whether the carrier is a fuel inside a group that has a column of its own (褐煤 in 原煤). */
    boolean isKind(Carrier carrier) {
        return carrier.kind() == Carrier.Kind.FUEL
                && !carrier.carrierGroup().equals(carrier.code())
                && groupOf(carrier).unit().equals(carrier.unit());
    }

    Carrier groupOf(Carrier carrier) {
        return carriers.get(carrier.carrierGroup());
    }

    private Stream<Carrier> kinds(Carrier group) {
        return carriers.all().stream().filter(c -> c.carrierGroup().equals(group.code()) && isKind(c) && printed(c));
    }

    private boolean printed(Carrier carrier) {
        return printed.contains(carrier.code());
    }

    private Amount column(String item, Carrier carrier) {
        Optional<Observation> cell = cells.find(item, carrier.code());
        return cell.map(o -> new Amount(
                        o.quantity().in(units.get(carrier.unit())).value(), !o.isBlank(), o.isMissing(), List.of(o)))
                .orElse(Amount.NONE);
    }

    /** The fuel that goes into a transformation: the negative side of its row. */
    Amount input(String process, Carrier carrier) {
        Amount row = amount("transformation." + process, carrier).negated();
        return row.value().signum() > 0 ? row : new Amount(BigDecimal.ZERO, row.stated(), row.missing(), row.sources());
    }

    /** Gross output less inputs over the whole transformation block, with primary production and recovery. */
    Amount generation(Carrier carrier) {
        return transformed(carrier).plus(amount("supply.production", carrier)).plus(amount("supply.recovery", carrier));
    }

    /** A gas recovered from a process: 回收能, which stands in the transformation or in the supply block. */
    Amount recovered(Carrier gas) {
        Amount transformation = amount("transformation.recovery", gas);
        return transformation.stated() ? transformation : amount("supply.recovery", gas);
    }

    /** Output less inputs over the whole transformation block. */
    Amount transformed(Carrier carrier) {
        Amount items =
                TRANSFORMATION.stream().map(item -> amount(item, carrier)).reduce(Amount.NONE, Amount::plus);
        return items.stated() ? items : amount("transformation.total", carrier);
    }

    /** Final use of all sectors and losses. */
    Amount consumption(Carrier carrier) {
        return finalUse(carrier).plus(amount("losses.total", carrier));
    }

    /** Final use of all sectors, by the block's total where it is stated. */
    Amount finalUse(Carrier carrier) {
        Amount total = amount("final.total", carrier);
        Amount sectors = OTHER_SECTORS.stream()
                .map(s -> amount("final." + s, carrier))
                .reduce(amount("final.industry", carrier), Amount::plus);
        return total.stated() ? total : sectors;
    }

    /** n times half the last printed unit, in the carrier's ledger unit. */
    BigDecimal roundingOf(int n, Carrier carrier) {
        Unit printed = cells.all().stream()
                .filter(o -> o.carrier().equals(carrier.code()))
                .map(Observation::unit)
                .findFirst()
                .orElse(units.get(carrier.unit()));
        return new Quantity(HALF_PRINTED_UNIT.multiply(BigDecimal.valueOf(n)), printed)
                .in(units.get(carrier.unit()))
                .value();
    }

    /** What a column states above those of its kinds (原煤 above 无烟煤 ...), where a row states both: each tonne once. */
    private Amount beyondKinds(String item, Carrier carrier, Amount column) {
        List<Amount> kinds = carrier.parts().stream()
                .map(part -> column(item, carriers.get(part)))
                .filter(a -> a.value().signum() != 0)
                .toList();
        if (kinds.isEmpty()) {
            return column;
        }
        Amount parts = kinds.stream().reduce(Amount.NONE, Amount::plus);
        Amount nothing = new Amount(BigDecimal.ZERO, column.stated(), column.missing(), column.sources());
        BigDecimal above = column.value().subtract(parts.value());
        if (column.value().signum() == 0 || above.abs().compareTo(roundingOf(kinds.size() + 1, carrier)) <= 0) {
            return nothing;
        }
        remainder(item, column, parts.value(), above, carrier);
        boolean partsStand = above.signum() < 0 && !item.startsWith("transformation.");
        return partsStand ? nothing : column.minus(parts);
    }

    private Amount aboveParts(String item, Carrier unspecified) {
        Optional<Carrier> total = carriers.all().stream()
                .filter(c -> c.kind() == Carrier.Kind.TOTAL
                        && c.family().equals(unspecified.family())
                        && cells.find(item, c.code()).isPresent())
                .findFirst();
        if (total.isEmpty()) {
            return Amount.NONE;
        }
        Amount sum = amount(item, total.get());
        List<Observation> partCells = new ArrayList<>();
        BigDecimal parts = BigDecimal.ZERO;
        for (String part : total.get().parts()) {
            Amount amount = ofGroup(item, carriers.get(part));
            parts = parts.add(amount.value());
            partCells.addAll(amount.sources());
        }
        BigDecimal above = sum.value().subtract(parts);
        BigDecimal rounding = roundingOf(total.get().parts().size() + 1, total.get());
        if (above.abs().compareTo(rounding) <= 0) {
            return Amount.NONE;
        }
        remainder(item, sum, parts, above, total.get());
        if (above.signum() < 0 && !item.startsWith("transformation.")) {
            // the parts stand
            return Amount.NONE;
        }
        return new Amount(above, true, sum.missing(), Activity.union(sum.sources(), partCells));
    }

    private void remainder(String item, Amount sum, BigDecimal parts, BigDecimal above, Carrier total) {
        Finding finding = Finding.about(
                region() + "/" + item + "/" + total.code(),
                "A-REMAINDER-01",
                Severity.WARNING,
                statement.reporter().name(),
                total.name().zh(),
                sum.value(),
                parts,
                above,
                total.unit());
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
