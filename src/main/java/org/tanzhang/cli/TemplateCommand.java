package org.tanzhang.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.template.Blank;
import org.tanzhang.intake.template.Blanks;
import org.tanzhang.intake.template.KnownReporters;
import org.tanzhang.intake.template.LastYear;
import org.tanzhang.intake.template.LastYearRepository;
import org.tanzhang.intake.template.ReporterRow;
import org.tanzhang.intake.template.TemplateWorkbook;
import org.tanzhang.observation.Reporter;
import org.tanzhang.report.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code template --form F --year Y --out FILE [--region CODE] [--unit CODE] [--measure M] [--blank]
 * [--force]}. Needs the database for
 * last year's figures and for the register; with {@code --blank} and without {@code --unit} it reads files only.
 */
@Command(name = "template", resourceBundle = "messages.cli")
final class TemplateCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--form", required = true, paramLabel = "FORM", descriptionKey = "form")
    private String form = "";

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "template-region")
    private @Nullable String region;

    @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "unit")
    private @Nullable String unit;

    @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "template-measure")
    private @Nullable String measure;

    @Option(names = "--year", required = true, paramLabel = "Y", descriptionKey = "template-year")
    private String year = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "template-out")
    private Path out = Path.of("");

    @Option(names = "--blank", descriptionKey = "blank")
    private boolean blank;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    /** What was written, for the report. */
    private record Written(Blanks.Filler filler, List<Blank> blanks, boolean registered) {

        int lastYearFigures() {
            return blanks.stream().mapToInt(Blank::lastYearFigures).sum();
        }

        int reporters() {
            return blanks.stream().mapToInt(b -> b.rows().size()).sum();
        }
    }

    @Override
    public Integer call() throws Exception {
        ReferenceData reference = ReferenceData.in(Session.referenceFolder());
        FormLibrary library = FormLibrary.with(Session.formsFolder(), carriers(reference));
        TemplateOrder order = new TemplateOrder.Desk(library, reference, spec).take(form, year, region, unit, measure);
        boolean binary = isBinary();
        Path file = file();
        Blanks blanks = new Blanks(library, reference.codes().regions());
        Written written;
        if (blank && order.unit() == null) {
            Blanks.Filler filler = new Blanks.Filler(order.region(), "", "");
            written = new Written(filler, order.blanks(blanks, filler), false);
        } else {
            try (Session session = Session.open()) {
                written = known(order, blanks, session.get(LastYearRepository.class), reference);
            }
        }
        if (binary && written.reporters() > TemplateWorkbook.MOST_BINARY) {
            throw usage("usage.too-many-for-xls", written.reporters(), TemplateWorkbook.MOST_BINARY);
        }
        WholeFile.write(file, stream -> new TemplateWorkbook(reference).write(written.blanks(), binary, stream));
        Output.of(spec, common).write(text -> say(text, written, file, order), () -> json(written, file, order));
        return ExitCode.DONE;
    }

    /** With what the database knows of the reporter. */
    private Written known(TemplateOrder order, Blanks blanks, LastYearRepository repository, ReferenceData reference) {
        Regions regions = reference.codes().regions();
        String code = order.unit() == null ? "" : order.unit();
        Optional<LastYearRepository.KnownUnit> entry =
                code.isEmpty() ? Optional.empty() : repository.unit(code, order.year());
        if (region != null && entry.isPresent() && isOutside(entry.get().region(), order.region(), regions)) {
            throw usage(
                    "usage.unit-elsewhere",
                    code,
                    entry.get().name(),
                    entry.get().region(),
                    order.region().code());
        }
        Region home = entry.flatMap(e -> regions.find(e.region())).orElse(order.region());
        Blanks.Filler filler = new Blanks.Filler(
                home, code, entry.map(LastYearRepository.KnownUnit::name).orElse(""));
        List<Blank> made = blank
                ? order.blanks(blanks, filler)
                : order.isOfReporters()
                        ? List.of(blanks.ofReporters(
                                order.form(),
                                order.measure(),
                                order.year(),
                                filler,
                                reporters(order, new KnownReporters(repository, reference), reference)))
                        : blanks.of(order.form(), order.year(), filler, f -> before(f, order, repository));
        return new Written(filler, made, entry.isPresent());
    }

    /** Those who stand in a form of many. A unit in no register is one of the bureau's whole territory. */
    private List<ReporterRow> reporters(TemplateOrder order, KnownReporters known, ReferenceData reference) {
        if (order.unit() != null) {
            return known.unit(order.form(), order.measure(), order.year(), order.unit());
        }
        Region territory = new ReferenceChoice(reference, spec)
                .region(JobDefaults.in(Session.root()).territory());
        boolean whole =
                reference.codes().regions().withAncestors(territory.code()).contains(order.region());
        return known.of(order.form(), order.measure(), order.year(), order.region(), whole);
    }

    private static @Nullable LastYear before(FormDefinition form, TemplateOrder order, LastYearRepository repository) {
        int year = order.year() - 1;
        if (form.layout() == Layout.LIST) {
            return repository.register(order.region().code(), year);
        }
        if (form.reporter() == Reporter.Kind.REGION) {
            return repository.statement(form.statement(), order.region().code(), year);
        }
        if (order.unit() != null) {
            return repository.statement(form.statement(), order.unit(), year);
        }
        return null;
    }

    private static boolean isOutside(String county, Region where, Regions regions) {
        return regions.find(county).isPresent()
                && !regions.withAncestors(county).contains(where);
    }

    private static Set<String> carriers(ReferenceData reference) {
        return reference.codes().carriers().all().stream().map(Carrier::code).collect(Collectors.toSet());
    }

    private boolean isBinary() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".xls")) {
            throw usage("usage.no-workbook-name", out);
        }
        return name.endsWith(".xls");
    }

    private Path file() {
        Path file = out.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw usage("usage.no-folder", String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw usage("usage.is-folder", file);
        }
        if (Files.exists(file) && !force) {
            throw usage("usage.file-exists", file);
        }
        return file;
    }

    private ParameterException usage(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), Words.of(key, arguments));
    }

    private void say(PrintWriter text, Written written, Path file, TemplateOrder order) {
        text.println(Words.of(
                "template.written",
                written.blanks().stream().map(b -> b.form().id()).collect(Collectors.joining(Words.of("template.and"))),
                file));
        if (order.unit() != null && !written.registered()) {
            text.println(Words.of("template.not-registered", order.unit()));
        }
        if (order.isOfReporters() && written.reporters() > 0) {
            text.println(Words.of("template.reporters", String.valueOf(written.reporters())));
        }
        if (written.lastYearFigures() > 0) {
            text.println(Words.of("template.last-year", String.valueOf(written.lastYearFigures())));
        } else if (!blank) {
            text.println(Words.of("template.no-last-year"));
        }
    }

    private static ObjectNode json(Written written, Path file, TemplateOrder order) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("file", file.toString())
                .put("form", order.form().id())
                .put("region_code", written.filler().region().code())
                .put("unit", written.filler().creditCode())
                .put("unit_name", written.filler().name())
                .put("year", order.year())
                .put("reporters", written.reporters())
                .put("last_year_figures", written.lastYearFigures());
        ArrayNode forms = document.putArray("forms");
        written.blanks().forEach(b -> forms.add(b.form().id()));
        return document;
    }
}
