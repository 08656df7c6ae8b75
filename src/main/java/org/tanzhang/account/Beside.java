package org.tanzhang.account;

import java.util.List;
import java.util.Map;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;

/**
 * What stands beside the cards and balances of an account.
 *
 * @param districts the annual district workbook by region code: it is the account of a county's other sectors where it has
 *     no balance, else a check
 * @param within statements of units that lie inside their district's rows (205-5, P109): checks, never added
 * @param exports what the platform exported of units that sent a card too, by credit code: checks
 * @param indicators what the parts' offices state of economy and people, by region code, where the method spreads residuals
 *     by it
 * @param remarks what was found when the statements were gathered
 */
public record Beside(
        Map<String, Statement> districts,
        List<PlacedCard> within,
        Map<String, Statement> exports,
        Map<String, Statement> indicators,
        List<Finding> remarks) {

    /** Nothing. */
    public static final Beside NOTHING = new Beside(Map.of(), List.of(), Map.of(), Map.of(), List.of());

    public Beside {
        districts = Map.copyOf(districts);
        within = List.copyOf(within);
        exports = Map.copyOf(exports);
        indicators = Map.copyOf(indicators);
        remarks = List.copyOf(remarks);
    }
}
