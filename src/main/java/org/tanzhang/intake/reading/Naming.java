package org.tanzhang.intake.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Makes out from the heading of a table who reports in it. */
final class Naming {

    /** Eighteen characters by GB 32100, or the eight or nine of the older code of organisations, GB 11714. */
    private static final Pattern UNIT_CODE = Pattern.compile("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]?");

    /** What is printed where a name or a period is to be filled in. */
    private static final Pattern PRINTED = Pattern.compile("[\\s\\d\\p{Punct}\\p{IsPunctuation}□○～年月日季度至]*");

    private final Regions regions;
    private final Vocabulary vocabulary;

    Naming(Regions regions, Vocabulary vocabulary) {
        this.regions = regions;
        this.vocabulary = vocabulary;
    }

    /**
     * A reporter and where it names itself.
     *
     * @param cell null where only the sheet's name, or the rows of a list, say who it is
     */
    record Named(Reporter reporter, @Nullable CellAddress cell) {}

    /** Whether no field by which a reporter names itself is filled in; the period that stands beside it is no name. */
    boolean isUnnamed(Table table) {
        return Stream.of("credit-code", "unit-name", "office")
                .map(key -> fields(table, key))
                .map(labels -> table.heading().field(labels, vocabulary.fields()))
                .allMatch(field ->
                        field.isEmpty() || PRINTED.matcher(field.get().value()).matches());
    }

    /** The unit by its credit code; empty, with a finding, where there is none. */
    Optional<Named> unit(Table table, List<Finding> findings) {
        Heading heading = table.heading();
        List<String> labels = fields(table, "credit-code");
        Optional<Heading.Field> code = heading.field(labels, vocabulary.fields());
        if (code.isEmpty()) {
            findings.add(heading.at(heading.label(labels), "R-UNIT-CODE-01"));
            return Optional.empty();
        }
        CellAddress cell = code.get().cell();
        String value = code.get().value().toUpperCase(Locale.ROOT);
        if (!UNIT_CODE.matcher(value).matches()) {
            findings.add(Finding.at(cell, "R-UNIT-CODE-02", Severity.ERROR, value, value));
            return Optional.empty();
        }
        CodeDoubt.of(cell, value).ifPresent(findings::add);
        String name = heading.field(fields(table, "unit-name"), vocabulary.fields())
                .map(Heading.Field::value)
                .orElse("");
        return Optional.of(new Named(new Reporter(Reporter.Kind.UNIT, value, name), cell));
    }

    /**
     * The region by its office, else by what the heading mentions; empty, with a finding, where there is none.
     *
     * @param fallback the region that the rows of a list agree on
     */
    Optional<Named> region(Table table, Optional<Period> period, Optional<Region> fallback, List<Finding> findings) {
        Heading heading = table.heading();
        int year = period.map(Period::year).orElse(0);
        List<String> labels = fields(table, "office");
        Optional<Heading.Field> office = heading.field(labels, vocabulary.fields());
        Optional<Region> region = office.isPresent()
                ? regions.mentionedIn(office.get().value(), year)
                : mentioned(Optional.of(heading), year);
        if (region.isEmpty() && fallback.isPresent()) {
            region = fallback;
        }
        if (region.isEmpty()) {
            findings.add(
                    office.isPresent()
                            ? Finding.at(
                                    office.get().cell(),
                                    "R-REGION-01",
                                    Severity.ERROR,
                                    office.get().value(),
                                    office.get().value(),
                                    year)
                            : heading.at(heading.label(labels), "R-REGION-03"));
            return Optional.empty();
        }
        Region known = region.get();
        Optional<CellAddress> cell = office.map(Heading.Field::cell)
                .or(() -> heading.saying(t -> regions.mentionedIn(t, year).equals(Optional.of(known))));
        if (period.isPresent() && !known.validIn(year)) {
            String text = office.map(Heading.Field::value).orElse(known.name().zh());
            findings.add(
                    cell.isPresent()
                            ? Finding.at(cell.get(), "R-REGION-02", Severity.ERROR, text, known.code(), year)
                            : heading.at(cell, "R-REGION-02", known.code(), year));
        }
        Reporter reporter =
                new Reporter(Reporter.Kind.REGION, known.code(), known.name().zh());
        return Optional.of(new Named(reporter, cell.orElse(null)));
    }

    /** The region that the nearest heading names. */
    private Optional<Region> mentioned(Optional<Heading> heading, int year) {
        return heading.flatMap(h ->
                regions.mentionedIn(String.join("|", h.texts().toList()), year).or(() -> mentioned(h.above(), year)));
    }

    private static List<String> fields(Table table, String key) {
        return table.form().fields().getOrDefault(key, List.of());
    }
}
