package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Observation;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The activities of one county, bottom up: enterprises first, then what the county's own balance states beyond them
 * ({@code industry-rest}), then its other sectors (METHOD 2).
 */
final class CountyAccount {

    private final Region county;
    private final String region;
    private final @Nullable Balance balance;
    private final Enterprises enterprises;
    private final CodeList<Carrier> carriers;
    private final Combustion combustion;
    private final Feedstock feedstock;
    private final boolean purchased;
    private final Tolerance tolerance;
    private final List<Finding> findings;
    private final List<Activity> activities = new ArrayList<>();

    private CountyAccount(
            Region county,
            @Nullable Balance balance,
            Enterprises enterprises,
            Method method,
            CodeList<Carrier> carriers,
            Feedstock feedstock,
            List<Finding> findings) {
        this.county = county;
        this.region = county.code();
        this.balance = balance;
        this.enterprises = enterprises;
        this.carriers = carriers;
        this.combustion = new Combustion(method);
        this.feedstock = feedstock;
        this.purchased = method.accountsPurchasedEnergy();
        this.tolerance = new Tolerance(method.toleranceShare());
        this.findings = findings;
    }

    static List<Activity> activities(
            Region county,
            @Nullable Balance balance,
            Enterprises enterprises,
            Method method,
            CodeList<Carrier> carriers,
            Feedstock feedstock,
            List<Finding> findings) {
        CountyAccount account = new CountyAccount(county, balance, enterprises, method, carriers, feedstock, findings);
        account.activities.addAll(enterprises.activities());
        if (balance == null) {
            findings.add(Finding.about(
                    county.code(),
                    "A-COVERAGE-01",
                    Severity.WARNING,
                    county.name().zh()));
        } else {
            account.addBalance(balance);
        }
        return account.activities;
    }

    private void addBalance(Balance balance) {
        Set<Carrier> columns = new LinkedHashSet<>(balance.carriers());
        enterprises.groups().forEach(g -> columns.add(carriers.get(g)));
        balance.carriers().stream()
                .filter(balance::isKind)
                .map(balance::groupOf)
                .forEach(columns::add);
        for (Carrier carrier : columns) {
            if (carrier.isPurchasedEnergy() && !purchased) {
                continue;
            }
            if (carrier.isPurchasedEnergy()) {
                purchasedRest(balance, carrier);
                for (String sector : Balance.OTHER_SECTORS) {
                    use(sector, carrier, Flow.CONSUMPTION, balance.amount("final." + sector, carrier));
                }
                use(Sector.LOSSES, carrier, Flow.CONSUMPTION, balance.amount("losses.total", carrier));
                PurchasedEnergy.netImport(region, balance, carrier, Basis.BOTTOM_UP)
                        .ifPresent(activities::add);
            } else if (combustion.counts(carrier)) {
                if (!balance.isKind(carrier)) {
                    industryRest(balance, carrier);
                }
                for (String sector : Balance.OTHER_SECTORS) {
                    use(sector, carrier, Flow.FINAL, balance.amount("final." + sector, carrier));
                }
            }
        }
        carriers.find("kerosene")
                .map(kerosene -> balance.amount("final.transport", kerosene))
                .filter(k -> k.value().signum() != 0)
                .ifPresent(k -> findings.add(Finding.about(
                        region + "/transport/kerosene",
                        "A-COUNTY-01",
                        Severity.WARNING,
                        county.name().zh(),
                        k.value())));
    }

    private void use(String sector, Carrier carrier, Flow flow, Balance.Amount amount) {
        if (amount.missing()) {
            activities.add(Activity.missing(region, sector, sector, carrier, flow, Basis.BOTTOM_UP, amount.sources()));
            return;
        }
        BigDecimal burnt = combustion.burnt(carrier, flow, amount.value());
        if (burnt.signum() != 0) {
            activities.add(Activity.ofBalance(
                    region, sector, sector, carrier, flow, Basis.BOTTOM_UP, burnt, "", amount.sources()));
        }
    }

    private void industryRest(Balance balance, Carrier carrier) {
        Enterprises.Sums own = enterprises.sums(carrier.code());
        Balance.Amount industry = balance.ofGroup("final.industry", carrier);
        Balance.Amount nonEnergy = balance.ofGroup("final.non-energy", carrier);
        Balance.Amount power = balance.inputOfGroup("power", carrier);
        Balance.Amount heat = balance.inputOfGroup("heat", carrier);
        if (carrier.kind() == Carrier.Kind.MIXED && !industry.stated() && !power.stated() && !heat.stated()) {
            // a mixed column left blank says nothing of the memo carriers that enterprises report inside it
            return;
        }
        feedstock.ofCounty(county, carrier, nonEnergy, own.rawMaterial());
        if (industry.missing() || nonEnergy.missing() || power.missing() || heat.missing()) {
            missingRest(carrier, Flow.FINAL, Sector.INDUSTRY, industry.plus(nonEnergy));
            missingRest(carrier, Flow.POWER, Sector.POWER_AND_HEAT, power);
            missingRest(carrier, Flow.HEAT, Sector.POWER_AND_HEAT, heat);
            return;
        }
        Rests rests = new Rests(
                industry.value()
                        .subtract(own.finalWithRaw())
                        .subtract(nonEnergy.value().subtract(own.rawMaterial())),
                power.value().subtract(own.power()),
                heat.value().subtract(own.heat()));
        BigDecimal netted = rests.net();
        if (netted.signum() != 0) {
            findings.add(Finding.about(
                    region + "/" + Sector.INDUSTRY + "/" + carrier.code(),
                    "A-REST-01",
                    Severity.INFO,
                    county.name().zh(),
                    carrier.name().zh(),
                    netted,
                    carrier.unit()));
        }
        List<Observation> industryCells = industry.minus(nonEnergy).sources();
        keepRest(
                Flow.FINAL,
                Sector.INDUSTRY,
                carrier,
                rests.of(Flow.FINAL),
                industry.minus(nonEnergy).value(),
                industryCells,
                2);
        keepRest(Flow.POWER, Sector.POWER_AND_HEAT, carrier, rests.of(Flow.POWER), power.value(), power.sources(), 1);
        keepRest(Flow.HEAT, Sector.POWER_AND_HEAT, carrier, rests.of(Flow.HEAT), heat.value(), heat.sources(), 1);
    }

    /** A row that is not stated leaves a rest nobody knows. */
    private void missingRest(Carrier carrier, Flow flow, String sectorGroup, Balance.Amount row) {
        if (row.missing()) {
            activities.add(Activity.missing(
                    region, Sector.INDUSTRY_REST, sectorGroup, carrier, flow, Basis.BOTTOM_UP, row.sources()));
        }
    }

    private void purchasedRest(Balance balance, Carrier carrier) {
        Balance.Amount industry = balance.amount("final.industry", carrier);
        if (industry.missing()) {
            missingRest(carrier, Flow.CONSUMPTION, Sector.INDUSTRY, industry);
            return;
        }
        BigDecimal rest =
                industry.value().subtract(enterprises.sums(carrier.code()).finalWithRaw());
        keepRest(Flow.CONSUMPTION, Sector.INDUSTRY, carrier, rest, industry.value(), industry.sources(), 1);
    }

    private void keepRest(
            Flow flow,
            String sectorGroup,
            Carrier carrier,
            BigDecimal rest,
            BigDecimal row,
            List<Observation> sources,
            int cells) {
        if (rest.signum() == 0 || balance == null) {
            return;
        }
        BigDecimal allowed = tolerance.of(row, balance.roundingOf(cells, carrier));
        boolean within = rest.abs().compareTo(allowed) <= 0;
        if (rest.signum() < 0) {
            findings.add(Finding.about(
                    region + "/" + sectorGroup + "/" + carrier.code() + "/" + flow.code(),
                    within ? "A-REST-02" : "A-REST-03",
                    within ? Severity.WARNING : Severity.ERROR,
                    county.name().zh(),
                    carrier.name().zh(),
                    row,
                    row.subtract(rest),
                    carrier.unit()));
            return;
        }
        BigDecimal burnt = combustion.burnt(carrier, flow, rest);
        if (burnt.signum() != 0) {
            activities.add(Activity.ofBalance(
                    region,
                    Sector.INDUSTRY_REST,
                    sectorGroup,
                    carrier,
                    flow,
                    Basis.BOTTOM_UP,
                    burnt,
                    within ? ResidualReason.ROUNDING : "",
                    sources));
        }
    }
}
