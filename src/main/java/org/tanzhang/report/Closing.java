package org.tanzhang.report;

import java.util.List;
import org.tanzhang.ledger.ClosingRepository;
import org.tanzhang.ledger.ClosingRepository.BalancedLine;
import org.tanzhang.ledger.ClosingRepository.EarlierCell;
import org.tanzhang.ledger.ClosingRepository.ReasonedResidual;

/**
 * How the two levels of a run close.
 *
 * @param residuals the residuals, one a reason, largest first within a cell
 * @param earlier the cells of earlier years, newest year first
 * @param balanced the balanced account, the city's line after its counties'; empty where the method asks for none
 */
public record Closing(List<ReasonedResidual> residuals, List<EarlierCell> earlier, List<BalancedLine> balanced) {

    /** How many earlier years are printed. */
    private static final int YEARS = 4;

    public Closing {
        residuals = List.copyOf(residuals);
        earlier = List.copyOf(earlier);
        balanced = List.copyOf(balanced);
    }

    /** The closing of a run as the ledger holds it. */
    public static Closing of(long run, ClosingRepository ledger) {
        return new Closing(ledger.residuals(run), ledger.earlier(run, YEARS), ledger.balanced(run));
    }

    /** The earlier years that there is a run of, newest first. */
    List<Integer> earlierYears() {
        return earlier.stream().map(EarlierCell::year).distinct().toList();
    }
}
