package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The activities that a district workbook states for a county without a balance: small industry as {@code industry-rest},
 * and the sectors that are no industry.
 *
 * <p>Totals of rows (居民生活 over 城镇 and 乡村, 合计 over all) are checks where a part is stated, else they are the value:
 * of households in {@code urban}, of all in {@code other}, both said.
 */
final class DistrictAccount {

    /** The row of industry below the threshold of reporting. */
    static final String SMALL_INDUSTRY = "final.industry-small";

    private static final String HOUSEHOLDS = "final.households";
    private static final String ALL = "final.total";

    private final Region county;
    private final Balance rows;
    private final Combustion combustion;
    private final boolean purchased;
    private final List<Finding> findings;
    private final List<Activity> activities = new ArrayList<>();

    DistrictAccount(Region county, Balance rows, Method method, List<Finding> findings) {
        this.county = county;
        this.rows = rows;
        this.combustion = new Combustion(method);
        this.purchased = method.accountsPurchasedEnergy();
        this.findings = findings;
        for (Carrier carrier : rows.carriers()) {
            if (carrier.isPurchasedEnergy() ? purchased : combustion.counts(carrier)) {
                add(carrier, carrier.isPurchasedEnergy() ? Flow.CONSUMPTION : Flow.FINAL);
            }
        }
        findings.add(Finding.about(
                county.code(), "A-DISTRICT-01", Severity.INFO, county.name().zh()));
        List<String> missing = missingSectors();
        if (!missing.isEmpty()) {
            findings.add(Finding.about(
                    county.code(),
                    "A-DISTRICT-03",
                    Severity.WARNING,
                    county.name().zh(),
                    String.join(", ", missing)));
        }
    }

    List<Activity> activities() {
        return activities;
    }

    /** The sectors of which the workbook has no row: not estimated, never zero. */
    List<String> missingSectors() {
        boolean households = rows.hasRow(HOUSEHOLDS);
        return Balance.OTHER_SECTORS.stream()
                .filter(s -> !rows.hasRow("final." + s))
                .filter(s -> !(households && isHousehold(s)))
                .toList();
    }

    private static boolean isHousehold(String sector) {
        return sector.equals("urban") || sector.equals("rural");
    }

    private void add(Carrier carrier, Flow flow) {
        use(Sector.INDUSTRY_REST, Sector.INDUSTRY, carrier, flow, rows.amount(SMALL_INDUSTRY, carrier));
        for (String sector : Balance.OTHER_SECTORS) {
            use(sector, sector, carrier, flow, rows.amount("final." + sector, carrier));
        }
        List<String> households = List.of("final.urban", "final.rural");
        total(HOUSEHOLDS, households, "urban", carrier, flow);
        List<String> parts = Stream.concat(
                        Stream.of(SMALL_INDUSTRY, HOUSEHOLDS),
                        Balance.OTHER_SECTORS.stream().map(s -> "final." + s))
                .toList();
        total(ALL, parts, "other", carrier, flow);
    }

    /** A total of rows: the value where no part is stated, else a check. */
    private void total(String row, List<String> parts, String sector, Carrier carrier, Flow flow) {
        Balance.Amount total = rows.amount(row, carrier);
        if (total.value().signum() == 0) {
            return;
        }
        boolean noPart = parts.stream()
                .allMatch(p -> rows.amount(p, carrier).value().signum() == 0
                        && !rows.amount(p, carrier).missing());
        BigDecimal sum = sum(row, parts, carrier);
        BigDecimal rounding = rows.roundingOf(parts.size() + 1, carrier);
        if (noPart) {
            use(sector, sector, carrier, flow, total);
        } else if (total.value().subtract(sum).abs().compareTo(rounding) <= 0) {
            return;
        }
        findings.add(Finding.about(
                county.code() + "/" + row + "/" + carrier.code(),
                noPart ? "A-DISTRICT-04" : "A-DISTRICT-05",
                Severity.WARNING,
                county.name().zh(),
                carrier.name().zh(),
                total.value(),
                noPart ? sector : sum,
                carrier.unit()));
    }

    /** The parts of a total, households once: by their two rows where these are stated, else by their own total. */
    private BigDecimal sum(String row, List<String> parts, Carrier carrier) {
        BigDecimal sum = parts.stream()
                .filter(p -> !p.equals(HOUSEHOLDS))
                .map(p -> rows.amount(p, carrier).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean split = Stream.of("final.urban", "final.rural")
                .anyMatch(p -> rows.amount(p, carrier).value().signum() != 0);
        return row.equals(ALL) && !split
                ? sum.add(rows.amount(HOUSEHOLDS, carrier).value())
                : sum;
    }

    private void use(String sector, String group, Carrier carrier, Flow flow, Balance.Amount amount) {
        if (amount.missing()) {
            activities.add(
                    Activity.missing(county.code(), sector, group, carrier, flow, Basis.BOTTOM_UP, amount.sources()));
            return;
        }
        BigDecimal burnt = combustion.burnt(carrier, flow, amount.value());
        if (burnt.signum() != 0) {
            activities.add(Activity.ofBalance(
                    county.code(), sector, group, carrier, flow, Basis.BOTTOM_UP, burnt, "", amount.sources()));
        }
    }
}
