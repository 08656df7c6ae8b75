package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;

/**
 * The activities of a region from an industry matrix: final consumption of every sector, less non-energy use taken pro rata
 * from the sectors that the method names, and the inputs to power and heat, which belong to division 44.
 */
final class MatrixAccount {

    /** Decimals of the ledger unit to which a reduced activity is rounded: a millionth of a millionth. */
    private static final int REDUCED_SCALE = 12;

    private final Region region;
    private final Balance matrix;
    private final Basis basis;
    private final Method method;
    private final Combustion combustion;
    private final Feedstock feedstock;
    private final List<Sector> sectors;
    private final List<Activity> activities = new ArrayList<>();

    private MatrixAccount(
            Region region, Balance matrix, Basis basis, Method method, CodeList<Sector> sectors, Feedstock feedstock) {
        this.region = region;
        this.matrix = matrix;
        this.basis = basis;
        this.method = method;
        this.combustion = new Combustion(method);
        this.feedstock = feedstock;
        this.sectors = sectors.all().stream().filter(s -> matrix.hasRow(row(s))).toList();
    }

    static List<Activity> activities(
            Region region, Balance matrix, Basis basis, Method method, CodeList<Sector> sectors, Feedstock feedstock) {
        MatrixAccount account = new MatrixAccount(region, matrix, basis, method, sectors, feedstock);
        for (Carrier carrier : matrix.carriers()) {
            if (carrier.isPurchasedEnergy()) {
                account.purchased(carrier);
            } else if (account.combustion.counts(carrier)) {
                account.burnt(carrier);
            }
        }
        return account.activities;
    }

    private static String row(Sector sector) {
        return "sector." + sector.code();
    }

    private void burnt(Carrier carrier) {
        Balance.Amount nonEnergy = matrix.amount("final.non-energy", carrier);
        Balance.Amount bearing = sectors.stream()
                .filter(this::givesUpNonEnergy)
                .map(s -> matrix.amount(row(s), carrier))
                .reduce(Balance.Amount.NONE, Balance.Amount::plus);
        for (Sector sector : sectors) {
            Balance.Amount amount = matrix.amount(row(sector), carrier);
            if (givesUpNonEnergy(sector)) {
                Balance.Amount left = reduced(amount, nonEnergy, bearing.value());
                feedstock.ofSector(
                        region, sector.code(), basis, carrier, amount.value().subtract(left.value()), left.sources());
                amount = left;
            }
            add(sector.code(), sector.sectorGroup(), carrier, Flow.FINAL, amount);
        }
        for (Flow flow : List.of(Flow.POWER, Flow.HEAT)) {
            if (method.combustingInputs().contains(flow.code())) {
                add(
                        Sector.POWER_AND_HEAT_DIVISION,
                        Sector.POWER_AND_HEAT,
                        carrier,
                        flow,
                        matrix.input(flow.code(), carrier));
            }
        }
    }

    private boolean givesUpNonEnergy(Sector sector) {
        return method.nonEnergy().sectors().contains(sector.code());
    }

    /** amount x (1 - min(cap, non-energy / what the sectors together consume)), divided once. */
    private Balance.Amount reduced(Balance.Amount amount, Balance.Amount nonEnergy, BigDecimal bearing) {
        if (bearing.signum() <= 0 || nonEnergy.value().signum() == 0) {
            return amount;
        }
        BigDecimal taken =
                nonEnergy.value().min(bearing.multiply(method.nonEnergy().cap()));
        BigDecimal left =
                amount.value().multiply(bearing.subtract(taken)).divide(bearing, REDUCED_SCALE, RoundingMode.HALF_EVEN);
        return new Balance.Amount(
                left, amount.stated(), amount.missing(), Activity.union(amount.sources(), nonEnergy.sources()));
    }

    private void purchased(Carrier carrier) {
        if (!method.accountsPurchasedEnergy()) {
            return;
        }
        for (Sector sector : sectors) {
            add(sector.code(), sector.sectorGroup(), carrier, Flow.CONSUMPTION, matrix.amount(row(sector), carrier));
        }
        add(Sector.LOSSES, Sector.LOSSES, carrier, Flow.CONSUMPTION, matrix.amount("losses.total", carrier));
        PurchasedEnergy.netImport(matrix.region(), matrix, carrier, basis).ifPresent(activities::add);
    }

    private void add(String sector, String group, Carrier carrier, Flow flow, Balance.Amount amount) {
        if (amount.missing()) {
            activities.add(Activity.missing(matrix.region(), sector, group, carrier, flow, basis, amount.sources()));
            return;
        }
        BigDecimal burnt = combustion.burnt(carrier, flow, amount.value());
        if (burnt.signum() != 0) {
            activities.add(Activity.ofBalance(
                    matrix.region(), sector, group, carrier, flow, basis, burnt, "", amount.sources()));
        }
    }
}
