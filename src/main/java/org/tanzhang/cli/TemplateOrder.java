package org.tanzhang.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.template.Blank;
import org.tanzhang.intake.template.Blanks;
import org.tanzhang.observation.Reporter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What was asked for, once it is known to be sound. */
record TemplateOrder(
        FormDefinition form,
        int year,
        Region region,
        @Nullable String unit,
        @Nullable Item measure) {

    boolean isOfReporters() {
        return form.layout() == Layout.REPORTERS_DOWN;
    }

    /** What the reporter gets, nothing being known of the year before. */
    List<Blank> blanks(Blanks blanks, Blanks.Filler filler) {
        return isOfReporters()
                ? List.of(blanks.ofReporters(form, measure, year, filler, List.of()))
                : blanks.of(form, year, filler, f -> null);
    }

    /** Takes orders: what cannot be had is said with what can. */
    static final class Desk {

        private final FormLibrary library;
        private final ReferenceData reference;
        private final CommandSpec spec;

        Desk(FormLibrary library, ReferenceData reference, CommandSpec spec) {
            this.library = library;
            this.reference = reference;
            this.spec = spec;
        }

        /** @throws ParameterException where there is no such form, year, region, unit or measure, or they do not go together */
        TemplateOrder take(
                String form, String year, @Nullable String region, @Nullable String unit, @Nullable String measure) {
            int when = year(year);
            FormDefinition definition = definition(form, when);
            return new TemplateOrder(
                    definition, when, region(region, when), creditCode(unit, definition), measure(measure, definition));
        }

        private FormDefinition definition(String form, int when) {
            FormDefinition named = library.definitions().stream()
                    .filter(f -> f.id().equalsIgnoreCase(form))
                    .findFirst()
                    .orElseThrow(() -> usage("usage.no-form", form, listed(library.definitions())));
            if (!named.validIn(when)) {
                List<FormDefinition> others = library.definitions().stream()
                        .filter(f -> f.statement().equals(named.statement()) && f.validIn(when))
                        .toList();
                throw usage("usage.form-not-valid", named.id(), String.valueOf(when), listed(others));
            }
            return named;
        }

        private static String listed(List<FormDefinition> forms) {
            return forms.stream()
                    .map(f -> f.id() + " " + f.title().in(Words.language()))
                    .collect(Collectors.joining("\n  "));
        }

        private int year(String year) {
            if (!year.matches("(19|20)\\d{2}")) {
                throw usage("usage.no-single-year", year);
            }
            return Integer.parseInt(year);
        }

        private Region region(@Nullable String region, int when) {
            Region where = new ReferenceChoice(reference, spec)
                    .region(region == null ? JobDefaults.in(Session.root()).territory() : region);
            if (where.validIn(when)) {
                return where;
            }
            Regions regions = reference.codes().regions();
            String instead = regions.all().stream()
                    .filter(r -> r.validIn(when))
                    .filter(r ->
                            r.code().equals(where.successor()) || where.code().equals(r.successor()))
                    .map(r -> r.code() + " " + r.name().in(Words.language()))
                    .collect(Collectors.joining(Words.of("template.and")));
            throw instead.isEmpty()
                    ? usage(
                            "usage.region-not-valid",
                            where.code(),
                            where.name().in(Words.language()),
                            String.valueOf(when))
                    : usage(
                            "usage.region-instead",
                            where.code(),
                            where.name().in(Words.language()),
                            String.valueOf(when),
                            instead);
        }

        private @Nullable String creditCode(@Nullable String unit, FormDefinition definition) {
            if (unit == null) {
                return null;
            }
            if (definition.reporter() != Reporter.Kind.UNIT) {
                throw usage("usage.no-unit-form", definition.id());
            }
            String code = unit.strip().toUpperCase(Locale.ROOT);
            if (!code.matches("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]?")) {
                throw usage("usage.no-credit-code", unit);
            }
            return code;
        }

        /** What a form that has one measure a table asks of every carrier. */
        private @Nullable Item measure(@Nullable String measure, FormDefinition definition) {
            boolean asked = definition.rows() != null && definition.rows().byMeasure();
            if (!asked) {
                if (measure != null) {
                    throw usage("usage.no-measure-form", definition.id());
                }
                return null;
            }
            String wanted = measure == null ? "" : Caption.compact(measure);
            return definition.items().stream()
                    .filter(i -> i.code().equalsIgnoreCase(wanted)
                            || i.names().stream()
                                    .anyMatch(n -> Caption.compact(n).equals(wanted)))
                    .findFirst()
                    .orElseThrow(() -> usage(
                            "usage.no-measure",
                            definition.id(),
                            definition.items().stream()
                                    .map(i -> i.code() + " " + i.names().get(0))
                                    .collect(Collectors.joining("\n  "))));
        }

        private ParameterException usage(String key, Object... arguments) {
            return new ParameterException(spec.commandLine(), Words.of(key, arguments));
        }
    }
}
