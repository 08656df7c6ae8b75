package org.tanzhang.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * What the reporting platform exported of each unit, one measure a statement, joined to one statement a unit. A unit's own
 * card wins and the export checks it; the export alone counts where there is no card (METHOD 1).
 */
public final class PlatformExports {

    /** The statements of an export are named {@code wide-export.MEASURE}. */
    public static final String FORM = "wide-export.";

    private static final Set<String> CONSUMPTION = Set.of("consumption", "industrial", "non-industrial");

    /** The forms of which one is enough for a unit without a card to count. */
    public static final List<String> COUNTING_FORMS =
            CONSUMPTION.stream().sorted().map(FORM::concat).toList();

    private final List<Statement> alone = new ArrayList<>();
    private final Map<String, Statement> besideCards = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param measures full-year statements, one a unit and measure
     * @param carded credit codes of the units that sent a full-year card
     */
    public PlatformExports(List<Statement> measures, Set<String> carded) {
        Map<String, List<Statement>> byUnit = measures.stream()
                .sorted(Comparator.comparing(Statement::form))
                .collect(Collectors.groupingBy(s -> s.reporter().code(), TreeMap::new, Collectors.toList()));
        byUnit.forEach((unit, sent) -> {
            if (carded.contains(unit)) {
                besideCards.put(unit, joined(sent));
            } else {
                count(sent);
            }
        });
    }

    /** Statements of units without a card: they count. */
    public List<Statement> alone() {
        return alone;
    }

    /** Statements of units with a card, by credit code: they check. */
    public Map<String, Statement> besideCards() {
        return besideCards;
    }

    public List<Finding> findings() {
        return findings;
    }

    private void count(List<Statement> sent) {
        Statement first = sent.get(0);
        List<String> measures = sent.stream().map(PlatformExports::measure).toList();
        boolean consumption = measures.stream().anyMatch(CONSUMPTION::contains);
        boolean inputs = measures.stream().anyMatch(m -> m.startsWith("input."));
        if (consumption) {
            alone.add(joined(sent));
        }
        findings.add(Finding.about(
                first.reporter().code(),
                !consumption ? "A-EXPORT-03" : inputs ? "A-EXPORT-04" : "A-EXPORT-02",
                inputs && consumption ? Severity.INFO : Severity.WARNING,
                first.reporter().name(),
                first.origin().file(),
                String.join(", ", measures)));
    }

    private static String measure(Statement statement) {
        return statement.form().substring(FORM.length());
    }

    private static Statement joined(List<Statement> sent) {
        Statement first = sent.get(0);
        List<Observation> cells =
                sent.stream().flatMap(s -> s.observations().stream()).toList();
        return new Statement(first.id(), "wide-export", first.reporter(), first.period(), first.origin(), cells);
    }
}
