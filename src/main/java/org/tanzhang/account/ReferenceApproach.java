package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Balance.Amount;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The reference approach beside the sectoral one (METHOD 6), for one region with a supply block.
 *
 * <p>Of each fuel, {@code apparent = production + net inflow + stock change - non-energy}, x the set's general factors. With
 * the balance's own identity (difference = supply + transformation - losses - final use) its gap to what the account burns is
 *
 * <pre>
 * apparent - sectoral =   what other transformation than power and heat takes in less what it gives out
 *                       + losses + 平衡差额
 *                       + rows of the supply block less the block's printed total
 *                       + products whose carbon is stored beyond the row #用作原料、材料
 *                       + what the balance burns less what the account burns
 *                       + what the account burns x (general factor - the factors used)
 * </pre>
 *
 * Each part but the last is amount x general factor, rounded as an entry is; the last is what is left, so that the parts sum
 * to the gap exactly.
 */
final class ReferenceApproach {

    static final String TABLE = "reference";
    private static final List<String> FAMILIES = List.of("coal", "oil", "gas");

    /** The lines, in the order of the sum; those from TRANSFORMATION on are parts of the gap. */
    enum Line {
        PRODUCTION("production", "一次能源生产"),
        NET_INFLOW("net-inflow", "净调入和净进口"),
        STOCK_CHANGE("stock-change", "库存变化"),
        NON_ENERGY("non-energy", "用作原料、材料"),
        APPARENT("apparent", "表观消费"),
        SECTORAL("sectoral", "分部门核算"),
        GAP("gap", "差距"),
        TRANSFORMATION("gap.transformation", "加工转换净投入"),
        LOSSES("gap.losses", "损失"),
        DIFFERENCE("gap.difference", "平衡差额"),
        SUPPLY_ROWS("gap.supply-rows", "供应各项与其合计之差"),
        PRODUCTS("gap.products", "产品固碳"),
        ACTIVITY("gap.activity", "燃烧量之差"),
        FACTOR("gap.factor", "因子之差");

        private final String item;
        private final String name;

        Line(String item, String name) {
            this.item = item;
            this.name = name;
        }

        String item() {
            return item;
        }

        boolean isPartOfGap() {
            return compareTo(GAP) > 0;
        }
    }

    private final Region region;
    private final Balance balance;
    private final Supply supply;
    /** The account's entries of each carrier group. */
    private final Map<String, List<LedgerEntry>> burnt;

    private final Method method;
    private final Combustion combustion;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final List<Finding> findings;
    private final List<Figure> figures = new ArrayList<>();

    /** @param account the entries of scope 1 that make up the region's own account, each thing once */
    ReferenceApproach(
            Region region,
            Balance balance,
            List<LedgerEntry> account,
            Method method,
            Pricing pricing,
            CodeList<Carrier> carriers,
            List<Finding> findings) {
        this.region = region;
        this.balance = balance;
        this.supply = new Supply(balance);
        this.burnt = account.stream()
                .collect(Collectors.groupingBy(LedgerEntry::carrierGroup, LinkedHashMap::new, Collectors.toList()));
        this.method = method;
        this.combustion = new Combustion(method);
        this.pricing = pricing;
        this.carriers = carriers;
        this.findings = findings;
    }

    /** The figures; none, and a finding, where the supply block is blank: that is no check, not a supply of zero. */
    List<Figure> figures() {
        Sum total = new Sum();
        List<String> blank = new ArrayList<>();
        List<Carrier> all = fuels();
        for (String family : FAMILIES) {
            List<Carrier> fuels =
                    all.stream().filter(c -> c.family().equals(family)).toList();
            if (fuels.stream().noneMatch(supply::states)) {
                if (fuels.stream().anyMatch(this::isUsed)) {
                    blank.add(family);
                }
                continue;
            }
            Sum sum = new Sum();
            fuels.forEach(fuel -> fuel(fuel, sum));
            sum.publish(family);
            total.add(sum);
        }
        if (total.isEmpty()) {
            say("A-REFERENCE-01", Severity.INFO);
            return List.of();
        }
        blank.forEach(family -> total.lacking.add(nameOf(family)));
        total.publish(Figure.TOTAL);
        if (!total.lacking.isEmpty()) {
            say("A-REFERENCE-03", Severity.INFO, String.join("、", total.lacking));
        }
        return figures;
    }

    /** The columns of the balance, and what the account burns that has no column. */
    private List<Carrier> fuels() {
        Set<Carrier> fuels = new LinkedHashSet<>(balance.carriers());
        burnt.keySet().forEach(group -> fuels.add(carriers.get(group)));
        return fuels.stream().filter(combustion::counts).toList();
    }

    private boolean isUsed(Carrier fuel) {
        return balance.consumption(fuel).value().signum() != 0 || burnt.containsKey(fuel.code());
    }

    private void fuel(Carrier fuel, Sum family) {
        List<LedgerEntry> burnt = this.burnt.getOrDefault(fuel.code(), List.of());
        Map<Line, Amount> amounts = amounts(fuel, burnt);
        if (burnt.isEmpty() && amounts.values().stream().allMatch(a -> a.value().signum() == 0 && !a.missing())) {
            return;
        }
        Map<Line, BigDecimal> co2 = co2(fuel, amounts, burnt);
        if (co2 == null) {
            family.lacking.add(fuel.name().zh());
            return;
        }
        Sum own = new Sum();
        own.lines.putAll(co2);
        own.publish(fuel.code());
        family.add(own);
    }

    /** Amounts in the fuel's ledger unit. */
    private Map<Line, Amount> amounts(Carrier fuel, List<LedgerEntry> burnt) {
        Amount nonEnergy = balance.amount("final.non-energy", fuel);
        Amount stock = supply.stockChange(fuel);
        Amount inflow = supply.netInflow(fuel);
        Amount rows = supply.production(fuel).plus(inflow).plus(stock).plus(supply.recovery(fuel));
        Amount stated = supply.total(fuel);
        Amount total = stated.stated() ? stated : rows;
        Amount losses = balance.amount("losses.total", fuel);
        Amount made = balance.transformed(fuel);
        Amount powerAndHeat = balance.input("power", fuel).plus(balance.input("heat", fuel));
        Amount industry = balance.amount("final.industry", fuel);
        Amount sectors = Balance.OTHER_SECTORS.stream()
                .map(s -> balance.amount("final." + s, fuel))
                .reduce(industry, Amount::plus);
        Amount forBurning = sectors.minus(nonEnergy);
        BigDecimal burntInFinalUse = combustion.burnt(fuel, Flow.FINAL, forBurning.value());

        Map<Line, Amount> amounts = new EnumMap<>(Line.class);
        amounts.put(Line.PRODUCTION, supply.production(fuel));
        amounts.put(Line.NET_INFLOW, inflow);
        amounts.put(Line.STOCK_CHANGE, stock);
        amounts.put(Line.NON_ENERGY, nonEnergy.negated());
        amounts.put(
                Line.TRANSFORMATION,
                made.plus(supply.recovery(fuel)).plus(powerAndHeat).negated());
        amounts.put(Line.LOSSES, losses);
        // 平衡差额: supply + transformation - losses - final use of the sectors
        amounts.put(Line.DIFFERENCE, total.plus(made).minus(losses).minus(sectors));
        amounts.put(Line.SUPPLY_ROWS, rows.minus(total));
        amounts.put(Line.PRODUCTS, with(forBurning, forBurning.value().subtract(burntInFinalUse)));
        amounts.put(
                Line.ACTIVITY,
                with(
                        forBurning.plus(powerAndHeat),
                        burntInFinalUse.add(powerAndHeat.value()).subtract(activity(burnt))));
        return amounts;
    }

    private static Amount with(Amount from, BigDecimal value) {
        return new Amount(value, from.stated(), from.missing(), from.sources());
    }

    private static BigDecimal activity(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::activity)
                .map(a -> a == null ? BigDecimal.ZERO : a)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines in t CO2; null where a cell, a factor or an entry's CO2 is not there. */
    private @Nullable Map<Line, BigDecimal> co2(Carrier fuel, Map<Line, Amount> amounts, List<LedgerEntry> burnt) {
        Map<Line, BigDecimal> co2 = new EnumMap<>(Line.class);
        for (Map.Entry<Line, Amount> line : amounts.entrySet()) {
            BigDecimal priced = line.getValue().missing() ? null : price(fuel, line.getValue());
            if (priced == null) {
                return null;
            }
            co2.put(line.getKey(), priced);
        }
        BigDecimal sectoral = BigDecimal.ZERO;
        for (LedgerEntry entry : burnt) {
            if (entry.co2T() == null) {
                return null;
            }
            sectoral = sectoral.add(entry.co2T());
        }
        BigDecimal apparent = BigDecimal.ZERO;
        BigDecimal parts = BigDecimal.ZERO;
        for (Map.Entry<Line, BigDecimal> line : co2.entrySet()) {
            if (line.getKey().isPartOfGap()) {
                parts = parts.add(line.getValue());
            } else {
                apparent = apparent.add(line.getValue());
            }
        }
        co2.put(Line.APPARENT, apparent);
        co2.put(Line.SECTORAL, sectoral);
        co2.put(Line.GAP, apparent.subtract(sectoral));
        co2.put(Line.FACTOR, apparent.subtract(sectoral).subtract(parts));
        return co2;
    }

    private @Nullable BigDecimal price(Carrier fuel, Amount amount) {
        return pricing.price(
                        Activity.ofBalance(
                                region.code(),
                                Sector.TOTAL,
                                Sector.TOTAL,
                                fuel,
                                Flow.FINAL,
                                Basis.TOP_DOWN,
                                amount.value(),
                                "",
                                List.of()),
                        Method.CoalNcv.SET)
                .co2();
    }

    private void say(String rule, Severity severity, Object... details) {
        List<Object> arguments = new ArrayList<>(List.of(region.name().zh()));
        arguments.addAll(List.of(details));
        findings.add(Finding.about(region.code(), rule, severity, arguments.toArray()));
    }

    private String nameOf(String subject) {
        String total = Composite.FAMILIES.get(subject);
        return total == null ? "合计" : carriers.get(total).name().zh();
    }

    /** Lines summed over fuels, with the names of those that could not be. */
    private final class Sum {

        private final Map<Line, BigDecimal> lines = new EnumMap<>(Line.class);
        private final List<String> lacking = new ArrayList<>();

        boolean isEmpty() {
            return lines.isEmpty();
        }

        void add(Sum other) {
            other.lines.forEach((line, co2) -> lines.merge(line, co2, BigDecimal::add));
            lacking.addAll(other.lacking);
        }

        void publish(String subject) {
            lines.forEach((line, co2) -> figures.add(
                    new Figure(TABLE, region.code(), subject, line.item(), co2, "tCO2", lacking.isEmpty(), null)));
            if (FAMILIES.contains(subject) || subject.equals(Figure.TOTAL)) {
                judge(subject);
            }
        }

        private BigDecimal of(Line line) {
            return lines.getOrDefault(line, BigDecimal.ZERO);
        }

        private void judge(String subject) {
            BigDecimal apparent = of(Line.APPARENT);
            BigDecimal gap = of(Line.GAP);
            BigDecimal allowed = apparent.abs().multiply(method.beside().referenceGap());
            if (gap.abs().compareTo(allowed) <= 0) {
                return;
            }
            Line largest = lines.keySet().stream()
                    .filter(Line::isPartOfGap)
                    .max(Comparator.comparing(l -> of(l).abs()))
                    .orElseThrow();
            findings.add(Finding.about(
                    region.code() + "/" + subject,
                    "A-REFERENCE-02",
                    Severity.WARNING,
                    region.name().zh(),
                    nameOf(subject),
                    apparent.setScale(2, RoundingMode.HALF_EVEN),
                    of(Line.SECTORAL).setScale(2, RoundingMode.HALF_EVEN),
                    gap.setScale(2, RoundingMode.HALF_EVEN),
                    largest.name,
                    of(largest).setScale(2, RoundingMode.HALF_EVEN)));
        }
    }
}
