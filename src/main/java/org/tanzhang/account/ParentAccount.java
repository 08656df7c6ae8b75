package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Sector;
import org.tanzhang.observation.Observation;

/**
 * The activities of a region from its own balance alone, industry undivided (METHOD 4): the city above its counties, or
 * a province that has no county statements.
 */
final class ParentAccount {

    private final Balance balance;
    private final Combustion combustion;
    private final List<Activity> activities = new ArrayList<>();

    ParentAccount(Balance balance, Combustion combustion, boolean purchased) {
        this.balance = balance;
        this.combustion = combustion;
        for (Carrier carrier : balance.carriers()) {
            if (carrier.isPurchasedEnergy() && !purchased) {
                continue;
            }
            if (carrier.isPurchasedEnergy()) {
                use(Sector.INDUSTRY, carrier, Flow.CONSUMPTION, balance.amount("final.industry", carrier));
                otherSectors(carrier, Flow.CONSUMPTION);
                use(Sector.LOSSES, carrier, Flow.CONSUMPTION, balance.amount("losses.total", carrier));
                PurchasedEnergy.netImport(balance.region(), balance, carrier, Basis.TOP_DOWN)
                        .ifPresent(activities::add);
            } else if (combustion.counts(carrier)) {
                Balance.Amount industry = balance.amount("final.industry", carrier);
                use(Sector.INDUSTRY, carrier, Flow.FINAL, industry.minus(balance.amount("final.non-energy", carrier)));
                use(Sector.POWER_AND_HEAT, carrier, Flow.POWER, balance.input("power", carrier));
                use(Sector.POWER_AND_HEAT, carrier, Flow.HEAT, balance.input("heat", carrier));
                otherSectors(carrier, Flow.FINAL);
            }
        }
        joinKinds();
    }

    /** A city that prints the kinds of a fuel beside or instead of it closes at the fuel all the same. */
    private void joinKinds() {
        Map<Activity.CellKey, Activity> joined = new LinkedHashMap<>();
        for (Activity activity : activities) {
            joined.merge(activity.cell(), ofGroup(activity, activity.amount(), activity.sources()), (one, other) -> {
                return ofGroup(
                        other.missing() ? other : one,
                        one.amount().add(other.amount()),
                        Activity.union(one.sources(), other.sources()));
            });
        }
        activities.clear();
        activities.addAll(joined.values());
    }

    private Activity ofGroup(Activity a, BigDecimal amount, List<Observation> sources) {
        Carrier carrier = balance.isKind(a.carrier()) ? balance.groupOf(a.carrier()) : a.carrier();
        return a.missing()
                ? Activity.missing(a.region(), a.sector(), a.sectorGroup(), carrier, a.flow(), Basis.TOP_DOWN, sources)
                : Activity.ofBalance(
                        a.region(),
                        a.sector(),
                        a.sectorGroup(),
                        carrier,
                        a.flow(),
                        Basis.TOP_DOWN,
                        amount,
                        "",
                        sources);
    }

    /** What the balance states, zero included where a zero is stated; a blank cell gives nothing. */
    List<Activity> activities() {
        return activities;
    }

    private void otherSectors(Carrier carrier, Flow flow) {
        for (String sector : Balance.OTHER_SECTORS) {
            use(sector, carrier, flow, balance.amount("final." + sector, carrier));
        }
    }

    private void use(String sector, Carrier carrier, Flow flow, Balance.Amount amount) {
        if (amount.missing()) {
            activities.add(Activity.missing(
                    balance.region(), sector, sector, carrier, flow, Basis.TOP_DOWN, amount.sources()));
        } else if (amount.stated()) {
            BigDecimal burnt = combustion.burnt(carrier, flow, amount.value());
            activities.add(Activity.ofBalance(
                    balance.region(), sector, sector, carrier, flow, Basis.TOP_DOWN, burnt, "", amount.sources()));
        }
    }
}
