package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;

/**
 * The column 其他煤气 of a balance of 22 columns, which holds blast-furnace, converter and producer gas, read as three columns
 * by the shares that the method states (METHOD 2). Each part keeps the cell it is a share of.
 *
 * <p>Of what was recovered only the by-product gases share, for producer gas is made, not recovered.
 */
final class MixedGas {

    private static final String MIXED = "mixed-gas";

    /** Shares of a recovery are rounded to this many decimals of the printed unit; the last gas takes the rest. */
    private static final int SHARE_SCALE = 12;

    private final CodeList<Carrier> carriers;
    private final Map<String, BigDecimal> shares;

    MixedGas(CodeList<Carrier> carriers, Map<String, BigDecimal> shares) {
        this.carriers = carriers;
        this.shares = shares;
    }

    /** The statement with the column split; as it was where no shares are stated. */
    Statement split(Statement balance) {
        if (shares.isEmpty()) {
            return balance;
        }
        List<Observation> cells = new ArrayList<>();
        for (Observation cell : balance.observations()) {
            if (cell.carrier().equals(MIXED)) {
                cells.addAll(parts(cell));
            } else {
                cells.add(cell);
            }
        }
        return new Statement(
                balance.id(), balance.form(), balance.reporter(), balance.period(), balance.origin(), cells);
    }

    private List<Observation> parts(Observation cell) {
        List<Carrier> gases = carriers.get(MIXED).parts().stream()
                .map(carriers::get)
                .filter(g -> share(g).signum() > 0)
                .filter(g -> !cell.item().endsWith(".recovery") || g.kind() == Carrier.Kind.BY_PRODUCT_GAS)
                .toList();
        BigDecimal whole = gases.stream().map(this::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Observation> parts = new ArrayList<>();
        BigDecimal value = cell.value();
        BigDecimal left = value;
        for (int i = 0; i < gases.size(); i++) {
            BigDecimal part = null;
            if (value != null && left != null) {
                part = i == gases.size() - 1
                        ? left
                        : value.multiply(share(gases.get(i))).divide(whole, SHARE_SCALE, RoundingMode.HALF_EVEN);
                left = left.subtract(part);
            }
            parts.add(new Observation(
                    cell.id(),
                    cell.item(),
                    gases.get(i).code(),
                    cell.cell(),
                    cell.raw(),
                    part,
                    cell.notation(),
                    cell.unit()));
        }
        return parts;
    }

    private BigDecimal share(Carrier gas) {
        return shares.getOrDefault(gas.code(), BigDecimal.ZERO);
    }
}
