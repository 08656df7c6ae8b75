package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.observation.Reporter;

/** Makes out the forms that one reporter gets: which belong together, and what stands above them. */
public final class Blanks {

    /** In print order; others follow. */
    private static final List<String> FIELDS = List.of("credit-code", "unit-name", "office");

    private final FormLibrary library;
    private final Regions regions;

    public Blanks(FormLibrary library, Regions regions) {
        this.library = library;
        this.regions = regions;
    }

    /**
     * Who is to fill the forms in.
     *
     * @param creditCode empty where the unit writes it itself
     * @param name name of the unit, empty where it writes it itself
     */
    public record Filler(Region region, String creditCode, String name) {}

    /** The form and those that are one statement with it: card and companion are sent in one workbook. */
    List<FormDefinition> together(FormDefinition form, int year) {
        List<FormDefinition> editions = library.definitions().stream()
                .filter(d -> d.statement().equals(form.statement()) && d.validIn(year))
                .toList();
        List<FormDefinition> all = new ArrayList<>();
        if (form.companion()) {
            editions.stream().filter(d -> !d.companion()).findFirst().ifPresent(all::add);
            all.add(form);
        } else {
            all.add(form);
            editions.stream().filter(FormDefinition::companion).findFirst().ifPresent(all::add);
        }
        return all;
    }

    /** @param before what the reporter stated on a form a year before, null when nothing is known or wanted */
    public List<Blank> of(
            FormDefinition form, int year, Filler filler, Function<FormDefinition, @Nullable LastYear> before) {
        return together(form, year).stream()
                .map(f -> new Blank(
                        f,
                        year,
                        fields(f, filler),
                        regionCodes(f, filler, year),
                        null,
                        List.of(),
                        lastYear(f, before.apply(f))))
                .toList();
    }

    /**
     * A form whose rows are reporters: of regions the filler's and those below it; of units the filler where it is one, else
     * those known.
     *
     * @param measure what is asked of every carrier, of a form that has one measure a table; null for others
     * @param known reporters with what they stated a year before
     */
    public Blank ofReporters(
            FormDefinition form,
            FormDefinition.@Nullable Item measure,
            int year,
            Filler filler,
            List<ReporterRow> known) {
        List<String> codes = regionCodes(form, filler, year);
        Map<String, ReporterRow> byCode = new HashMap<>();
        known.forEach(row -> byCode.put(row.code(), row));
        List<ReporterRow> rows = known;
        if (form.reporter() == Reporter.Kind.REGION) {
            rows = codes.stream()
                    .map(code -> row(code, regions.get(code).name().zh(), byCode))
                    .toList();
        } else if (!filler.creditCode().isEmpty()) {
            rows = List.of(row(filler.creditCode(), filler.name(), byCode));
        }
        return new Blank(form, year, fields(form, filler), codes, measure, rows, null);
    }

    private static ReporterRow row(String code, String name, Map<String, ReporterRow> known) {
        ReporterRow stated = known.get(code);
        return new ReporterRow(code, name, stated == null ? Map.of() : stated.lastYear());
    }

    private static @Nullable LastYear lastYear(FormDefinition form, @Nullable LastYear stated) {
        LastYear shown = stated == null ? null : stated.on(form);
        return shown == null || shown.isEmpty() ? null : shown;
    }

    private List<Blank.Field> fields(FormDefinition form, Filler filler) {
        Map<String, List<String>> fields = form.fields();
        List<String> order = new ArrayList<>(FIELDS);
        fields.keySet().stream().sorted().filter(k -> !FIELDS.contains(k)).forEach(order::add);
        return order.stream()
                .filter(fields::containsKey)
                .map(key ->
                        new Blank.Field(fields.getOrDefault(key, List.of(key)).get(0), value(key, form, filler)))
                .toList();
    }

    private String value(String field, FormDefinition form, Filler filler) {
        return switch (field) {
            case "credit-code" -> filler.creditCode();
            case "unit-name" -> filler.name();
            case "office" -> form.reporter() == Reporter.Kind.REGION ? office(filler.region()) : "";
            default -> "";
        };
    }

    /** 长沙市芙蓉区统计局: a county with its city, so that two counties of one name are told apart. */
    private String office(Region region) {
        StringBuilder name = new StringBuilder();
        List<Region> line = regions.withAncestors(region.code());
        for (int i = line.size() - 1; i >= 0; i--) {
            Region above = line.get(i);
            if (i == 0 || above.level() == Region.Level.CITY) {
                name.append(above.name().zh());
            }
        }
        return name.append("统计局").toString();
    }

    private List<String> regionCodes(FormDefinition form, Filler filler, int year) {
        if (form.layout() != Layout.LIST && form.layout() != Layout.REPORTERS_DOWN) {
            return List.of();
        }
        String own = filler.region().code();
        List<String> children =
                regions.children(own, year).stream().map(Region::code).toList();
        ReporterRows rows = form.rows();
        if (rows != null) {
            List<String> all = new ArrayList<>(List.of(own));
            // a column a level: every level below has its rows
            children.forEach(c -> all.addAll(rows.names().size() > 1 ? withDescendants(c, year) : List.of(c)));
            return all;
        }
        return children.isEmpty() ? List.of(own) : children;
    }

    private List<String> withDescendants(String code, int year) {
        List<String> all = new ArrayList<>(List.of(code));
        regions.children(code, year).forEach(child -> all.addAll(withDescendants(child.code(), year)));
        return all;
    }
}
