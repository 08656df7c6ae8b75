package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Region;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** Compares what counts with what states the same beside it. Nothing of the account changes by it. */
final class BesideChecks {

    /** The sectors in whose rows the units of 205-5 and P109 lie: neither industry nor households. */
    private static final List<String> AROUND_UNITS =
            List.of("agriculture", "construction", "transport", "trade", "other");

    private final CodeList<Carrier> carriers;
    private final Units units;
    private final Tolerance tolerance;
    private final List<Finding> findings;

    BesideChecks(CodeList<Carrier> carriers, Units units, Tolerance tolerance, List<Finding> findings) {
        this.carriers = carriers;
        this.units = units;
        this.tolerance = tolerance;
        this.findings = findings;
    }

    /** A district workbook beside the county's balance: the balance stands (METHOD 2). */
    void district(Region county, Balance balance, Balance district, Enterprises enterprises) {
        Set<String> groups = new LinkedHashSet<>();
        district.carriers().forEach(c -> groups.add(c.carrierGroup()));
        for (String code : groups) {
            Carrier group = carriers.get(code);
            for (String sector : Balance.OTHER_SECTORS) {
                String row = "final." + sector;
                if (district.hasRow(row)) {
                    BigDecimal stated = district.ofGroup(row, group).value();
                    compare(
                            county,
                            sector,
                            group,
                            stated,
                            balance.ofGroup(row, group).value(),
                            balance);
                }
            }
            if (district.hasRow(DistrictAccount.SMALL_INDUSTRY)) {
                Enterprises.Sums own = enterprises.sums(code);
                BigDecimal rest = balance.ofGroup("final.industry", group)
                        .value()
                        .subtract(balance.ofGroup("final.non-energy", group).value())
                        .subtract(own.finalWithRaw().subtract(own.rawMaterial()));
                BigDecimal small =
                        district.ofGroup(DistrictAccount.SMALL_INDUSTRY, group).value();
                compare(county, "industry-rest", group, small, rest, balance);
            }
        }
    }

    private void compare(
            Region county, String sector, Carrier group, BigDecimal stated, BigDecimal counted, Balance balance) {
        BigDecimal allowed = tolerance.of(counted, balance.roundingOf(2, group));
        if (stated.subtract(counted).abs().compareTo(allowed) > 0) {
            findings.add(Finding.about(
                    county.code() + "/" + sector + "/" + group.code(),
                    "A-DISTRICT-02",
                    Severity.WARNING,
                    county.name().zh(),
                    sector,
                    group.name().zh(),
                    stated,
                    counted,
                    group.unit()));
        }
    }

    /** Units inside their district's rows (205-5, P109) must not use more than these rows state. */
    void within(Region county, Balance rows, List<PlacedCard> cards) {
        Map<String, BigDecimal> used = new TreeMap<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (PlacedCard placed : cards) {
            for (CardUse use : placed.part().uses(placed.card(), carriers, units, new ArrayList<>())) {
                Carrier group = carriers.get(use.carrier().carrierGroup());
                if (group.unit().equals(use.carrier().unit())) {
                    used.merge(group.code(), use.consumption(), BigDecimal::add);
                    names.computeIfAbsent(group.code(), g -> new ArrayList<>())
                            .add(placed.card().origin().file());
                }
            }
        }
        used.forEach((code, amount) -> {
            Carrier group = carriers.get(code);
            BigDecimal stated = AROUND_UNITS.stream()
                    .map(s -> rows.ofGroup("final." + s, group).value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal allowed = tolerance.of(stated, rows.roundingOf(AROUND_UNITS.size(), group));
            if (amount.subtract(stated).compareTo(allowed) > 0) {
                findings.add(Finding.about(
                        county.code() + "/" + code,
                        "A-WITHIN-01",
                        Severity.WARNING,
                        county.name().zh(),
                        group.name().zh(),
                        amount,
                        stated,
                        group.unit(),
                        String.join("；", names.getOrDefault(code, List.of()))));
            }
        });
    }

    /** A card beside the platform's export of the same unit: the card stands. */
    void export(Statement card, Statement export) {
        Statement.Cells cells = card.cells();
        for (Observation cell : export.cells().all()) {
            boolean counts = cell.item().equals("consumption")
                    || cell.item().equals("raw-material")
                    || CardUse.INPUTS.contains(cell.item());
            if (!counts || cell.value() == null || carriers.find(cell.carrier()).isEmpty()) {
                continue;
            }
            Carrier carrier = carriers.get(cell.carrier());
            BigDecimal exported = cell.quantity().in(units.get(carrier.unit())).value();
            BigDecimal stated = cells.nonZero(cell.item(), cell.carrier())
                    .map(o -> o.quantity().in(units.get(carrier.unit())).value())
                    .orElse(BigDecimal.ZERO);
            BigDecimal allowed = tolerance.of(stated, HALF_UNIT);
            if (exported.subtract(stated).abs().compareTo(allowed) > 0) {
                findings.add(Finding.about(
                        card.reporter().code() + "/" + cell.item() + "/" + carrier.code(),
                        "A-EXPORT-01",
                        Severity.WARNING,
                        card.reporter().name(),
                        carrier.name().zh(),
                        stated,
                        exported,
                        carrier.unit(),
                        card.origin().file(),
                        export.origin().file() + "!" + cell.cell()));
            }
        }
    }

    /** Exports print two decimals of the ledger unit. */
    private static final BigDecimal HALF_UNIT = new BigDecimal("0.005");
}
