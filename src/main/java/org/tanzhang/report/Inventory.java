package org.tanzhang.report;

import java.util.ArrayList;
import java.util.List;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Name;
import org.tanzhang.ledger.LedgerRepository;
import org.tanzhang.ledger.MemoRepository;
import org.tanzhang.ledger.MemoRepository.MemoRow;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.TidyRow;
import org.tanzhang.quality.Finding;

/**
 * Everything the workbook of a year prints, taken from one run.
 *
 * @param total totals of the run's region
 * @param counties totals of its counties, by code; empty for a one-level account
 * @param account the rows of the region's own account, each thing once
 * @param ledger all tidy rows, every basis beside the others
 * @param closing residuals and what stands beside them
 * @param factorSet title of the factor set
 * @param method title of the method
 * @param memo rows of the memo tables, which no total holds
 * @param parks what lies in parks; empty where the register names none
 */
public record Inventory(
        Run run,
        LedgerRepository.Totals total,
        List<LedgerRepository.Totals> counties,
        List<TidyRow> account,
        List<TidyRow> ledger,
        Closing closing,
        List<LedgerRepository.UsedFactor> factors,
        List<LedgerRepository.Check> checks,
        List<Finding> findings,
        Codes codes,
        Name factorSet,
        Name method,
        List<MemoRow> memo,
        List<LedgerRepository.InPark> parks) {

    public Inventory {
        memo = List.copyOf(memo);
        parks = List.copyOf(parks);
        counties = List.copyOf(counties);
        account = List.copyOf(account);
        ledger = List.copyOf(ledger);
        factors = List.copyOf(factors);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** The inventory of a run as the ledger holds it. */
    public static Inventory of(
            Run run,
            LedgerRepository ledger,
            Closing closing,
            MemoRepository memos,
            Codes codes,
            Name factorSet,
            Name method) {
        List<TidyRow> rows = ledger.tidy(run.id());
        return new Inventory(
                run,
                ledger.total(run.id()),
                ledger.counties(run.id()),
                ledger.account(run.id()),
                rows,
                closing,
                ledger.factors(run.id()),
                ledger.checks(run.id()),
                ledger.findings(run.id()),
                codes,
                factorSet,
                method,
                memos.rows(run.id()),
                ledger.parks(run.id()));
    }

    /** Whether counties report below the region; without them its own balance is its account. */
    boolean isTwoLevel() {
        return !counties.isEmpty();
    }

    /** Whether purchased energy is accounted at all; a method may leave it out, and then there is no total, not a zero. */
    boolean accountsScope2() {
        return ledger.stream().anyMatch(row -> row.scope() == 2);
    }

    /** The region's name in both languages; the run's own wording where the code list has none. */
    Name region() {
        return codes.regions().find(run.regionCode()).map(r -> r.name()).orElse(new Name(run.region(), ""));
    }

    Name sectorName(String code) {
        return codes.sectors().find(code).map(s -> s.name()).orElse(new Name(code, ""));
    }

    Name carrierName(String code) {
        return codes.carriers().find(code).map(c -> c.name()).orElse(new Name(code, ""));
    }

    Name regionName(String code, String written) {
        return codes.regions().find(code).map(r -> r.name()).orElse(new Name(written, ""));
    }

    Name flowName(String code) {
        return codes.flows().stream()
                .filter(f -> f.flow().code().equals(code))
                .findFirst()
                .map(f -> f.name())
                .orElse(new Name(code, ""));
    }

    /** The sector groups that occur in some rows, in the order of the code list; unknown codes come last. */
    List<String> sectorGroups(List<TidyRow> rows) {
        return inListOrder(
                codes.sectors().all().stream().map(s -> s.code()).toList(),
                rows.stream().map(TidyRow::sectorGroup).toList());
    }

    /** The carrier groups that occur in some rows, in the order of the code list; unknown codes come last. */
    List<String> carrierGroups(List<TidyRow> rows) {
        return inListOrder(
                codes.carriers().all().stream().map(c -> c.code()).toList(),
                rows.stream().map(TidyRow::carrierGroup).toList());
    }

    private static List<String> inListOrder(List<String> list, List<String> present) {
        List<String> ordered = new ArrayList<>(list);
        present.stream().distinct().filter(c -> !list.contains(c)).sorted().forEach(ordered::add);
        ordered.retainAll(java.util.Set.copyOf(present));
        return ordered;
    }
}
