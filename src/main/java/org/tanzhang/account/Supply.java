package org.tanzhang.account;

import java.util.List;
import java.util.stream.Stream;
import org.tanzhang.account.Balance.Amount;
import org.tanzhang.code.Carrier;

/**
 * The supply block of a balance (一、可供本地区消费的能源量) in one sign: what adds to the region's supply is positive.
 *
 * <p>The two dialects state stocks differently: the yearbook one row 库存增(-)、减(+)量, P303 年初库存量 and 年末库存量(-). Rows
 * whose caption carries (-) take away whether their numbers are printed with the sign or without.
 */
record Supply(Balance balance) {

    private static final List<String> INTO = List.of("supply.inflow", "supply.import", "supply.bunkers-abroad");
    private static final List<String> OUT_OF = List.of("supply.outflow", "supply.export", "supply.bunkers-here");
    private static final List<String> STOCKS =
            List.of("supply.opening-stock", "supply.stock-change", "supply.closing-stock");

    Amount production(Carrier carrier) {
        return balance.amount("supply.production", carrier);
    }

    /** Inflow and import less outflow and export, bunkering among them. */
    Amount netInflow(Carrier carrier) {
        Amount in = INTO.stream().map(i -> balance.amount(i, carrier)).reduce(Amount.NONE, Amount::plus);
        return OUT_OF.stream().map(i -> takenAway(balance.amount(i, carrier))).reduce(in, Amount::plus);
    }

    /** What stocks gave: opening less closing, or the row that states it. */
    Amount stockChange(Carrier carrier) {
        return balance.amount("supply.opening-stock", carrier)
                .plus(balance.amount("supply.stock-change", carrier))
                .plus(takenAway(balance.amount("supply.closing-stock", carrier)));
    }

    /** Energy recovered, where the dialect prints it among supply: made here of what is counted already. */
    Amount recovery(Carrier carrier) {
        return balance.amount("supply.recovery", carrier);
    }

    /** The block's own total, as printed. */
    Amount total(Carrier carrier) {
        return balance.amount("supply.total", carrier);
    }

    /** Whether the block states anything of a carrier, if only a zero. */
    boolean states(Carrier carrier) {
        return Stream.of(List.of("supply.total", "supply.production", "supply.recovery"), INTO, OUT_OF, STOCKS)
                .flatMap(List::stream)
                .anyMatch(item -> balance.amount(item, carrier).stated());
    }

    private static Amount takenAway(Amount printed) {
        return printed.value().signum() > 0 ? printed.negated() : printed;
    }
}
