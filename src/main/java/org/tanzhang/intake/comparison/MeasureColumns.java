package org.tanzhang.intake.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures as columns of one table, and as bits of what came of a unit: the expressions in which SQL asks for them.
 *
 * @param measures in the order of their columns; names that the forms give, none from a workbook
 */
record MeasureColumns(List<String> measures) {

    static final MeasureColumns NONE = new MeasureColumns(List.of());

    MeasureColumns {
        measures = List.copyOf(measures);
        if (measures.size() > Integer.SIZE - 2) {
            throw new IllegalArgumentException(measures.size() + " measures are more than an integer has bits");
        }
    }

    boolean isEmpty() {
        return measures.isEmpty();
    }

    boolean haveAll(List<String> asked) {
        return measures.containsAll(asked);
    }

    boolean haveAny(List<String> asked) {
        return asked.stream().anyMatch(measures::contains);
    }

    String of(String measure) {
        return "m" + measures.indexOf(measure);
    }

    /** The bits of some measures, all of which are there. */
    int mask(List<String> asked) {
        return asked.stream().mapToInt(m -> 1 << measures.indexOf(m)).sum();
    }

    /** The bits of the measures that came, of several rows. */
    String bits() {
        return "bit_or(case measure "
                + each(measures, " ", m -> "when '%s' then %d".formatted(m, mask(List.of(m))))
                + " else 0 end)";
    }

    /** A column a measure, of the rows of it. */
    String figures(String value) {
        return each(measures, ", ", m -> "max(%s) filter (where m.measure = '%s') as %s".formatted(value, m, of(m)));
    }

    /** The sum of terms, {@code -measure} taken off; what did not come counts as none. */
    String sum(List<String> terms) {
        return "0"
                + terms.stream()
                        .filter(t -> measures.contains(measure(t)))
                        .map(t -> " %s coalesce(%s, 0)".formatted(t.startsWith("-") ? "-" : "+", of(measure(t))))
                        .collect(Collectors.joining());
    }

    /** How many of some measures are stated. */
    String count(List<String> asked) {
        return "num_nonnulls(null::numeric"
                + there(asked).map(m -> ", " + of(m)).collect(Collectors.joining()) + ")";
    }

    String anyNotZero(List<String> asked) {
        return "(false"
                + there(asked)
                        .map(m -> " or coalesce(%s, 0) <> 0".formatted(of(m)))
                        .collect(Collectors.joining()) + ")";
    }

    private Stream<String> there(List<String> asked) {
        return asked.stream().filter(measures::contains);
    }

    private static String each(List<String> measures, String between, Function<String, String> words) {
        return measures.stream().map(words).collect(Collectors.joining(between));
    }

    /** A term's measure. */
    static String measure(String term) {
        return term.startsWith("-") ? term.substring(1) : term;
    }
}
