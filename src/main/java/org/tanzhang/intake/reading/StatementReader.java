package org.tanzhang.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.intake.workbook.SheetHead;
import org.tanzhang.intake.workbook.SheetRow;
import org.tanzhang.intake.workbook.SheetRows;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Check;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** Reads a workbook into statements, naming every fault in one pass. Safe for use by several threads. */
public final class StatementReader {

    /** The sheet that a marked-up copy carries in front; it comes back with the mended workbook. */
    private static final String RESULT_SHEET = "审核结果";

    /** The rows by which a table of reporters is known; its header ends well above. */
    private static final int HEAD = 100;

    private final Codes codes;
    private final Units units;
    private final FormLibrary forms;
    private final RuleBook rules;
    private final Vocabulary vocabulary;
    private final TableFinder finder;
    private final ReporterTableFinder reporterTables;

    public StatementReader(Codes codes, Units units, FormLibrary forms, RuleBook rules) {
        this.codes = codes;
        this.units = units;
        this.forms = forms;
        this.rules = rules;
        this.vocabulary = new Vocabulary(codes, forms.definitions());
        this.finder = new TableFinder(
                forms.definitions().stream().filter(f -> f.rows() == null).toList(), vocabulary, units);
        this.reporterTables = new ReporterTableFinder(forms.definitions(), vocabulary, codes.carriers(), units);
    }

    /** What the hints alone say of a workbook; empty when nothing. Bytes with another answer are read anew. */
    public String hinted(ReadingHints hints) {
        return reporterTables.hinted(hints).orElse("");
    }

    /** Reads a workbook of which nothing but its bytes is known. */
    public ReadWorkbook read(byte[] bytes) {
        return read(bytes, ReadingHints.NONE);
    }

    /** Reads all of a workbook into memory. */
    public ReadWorkbook read(byte[] bytes, ReadingHints hints) {
        List<ReadStatement> rows = new ArrayList<>();
        ReadWorkbook rest = read(bytes, hints, rows::add);
        rows.addAll(rest.statements());
        return new ReadWorkbook(rows, rest.findings(), rest.recognised());
    }

    /**
     * Reads a workbook. The statements of tables whose rows are reporters go to {@code rows} one by one, as they are
     * read; all others are in what it returns.
     */
    public ReadWorkbook read(byte[] bytes, ReadingHints hints, Consumer<ReadStatement> rows) {
        Sheets sheets = new Sheets(hints, rows);
        try (SheetRows in = WorkbookReader.rows(bytes)) {
            for (SheetHead sheet = in.nextSheet(); sheet != null; sheet = in.nextSheet()) {
                if (!sheet.hidden() && !sheet.name().startsWith(RESULT_SHEET)) {
                    sheets.read(sheet, in);
                }
            }
        } catch (UnreadableWorkbookException e) {
            return new ReadWorkbook(List.of(), rules.judge(List.of(e.finding())), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(sheets);
    }

    /** The sheets of one workbook: those with a row a reporter are read as they come, the others are kept whole. */
    private final class Sheets {

        private final ReadingHints hints;
        private final Consumer<ReadStatement> rows;
        private final List<SheetCells> whole = new ArrayList<>();
        private final List<ReadStatement> faulty = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private boolean reporters;

        Sheets(ReadingHints hints, Consumer<ReadStatement> rows) {
            this.hints = hints;
            this.rows = rows;
        }

        void read(SheetHead sheet, SheetRows in) throws UnreadableWorkbookException {
            SheetCells cells = new SheetCells(sheet.name(), false);
            List<SheetRow> first = new ArrayList<>();
            SheetRow row = in.nextRow();
            while (row != null && first.size() < HEAD) {
                cells.add(row);
                first.add(row);
                row = in.nextRow();
            }
            Optional<ReporterTable> table = first.isEmpty() ? Optional.empty() : reporterTables.find(cells, hints);
            if (table.isPresent()) {
                reporters = true;
                read(table.get(), first, row, in);
                return;
            }
            for (; row != null; row = in.nextRow()) {
                cells.add(row);
            }
            whole.add(cells);
        }

        private void read(ReporterTable table, List<SheetRow> first, @Nullable SheetRow next, SheetRows in)
                throws UnreadableWorkbookException {
            ReporterReader reader = new ReporterReader(table, codes.regions());
            // where the header is at fault no row can be kept, but the faults of all rows are said
            List<Finding> held = new ArrayList<>(table.findings());
            boolean[] any = {false};
            Consumer<ReadStatement> take = statement -> {
                any[0] = true;
                if (table.isFaulty()) {
                    held.addAll(statement.findings());
                } else {
                    rows.accept(checked(statement));
                }
            };
            first.forEach(r -> reader.read(r).ifPresent(take));
            for (SheetRow row = next; row != null; row = in.nextRow()) {
                reader.read(row).ifPresent(take);
            }
            if (table.isFaulty()) {
                faulty.add(new ReadStatement(
                        table.statement(),
                        table.form().id(),
                        List.of(table.sheet()),
                        null,
                        table.period().orElse(null),
                        List.of(),
                        List.of(),
                        held));
            } else {
                findings.addAll(table.findings());
                if (!any[0]) {
                    findings.add(Finding.on(table.sheet(), "R-REPORTER-02", Severity.WARNING));
                }
            }
        }
    }

    private ReadWorkbook read(Sheets sheets) {
        List<ReadStatement> parts = new ArrayList<>(sheets.faulty);
        List<Finding> findings = new ArrayList<>(sheets.findings);
        for (SheetCells sheet : sheets.whole) {
            if (sheet.isEmpty()) {
                continue;
            }
            Optional<Table> table = finder.find(sheet);
            if (table.isPresent()) {
                parts.add(read(table.get()));
            } else {
                findings.add(Finding.on(sheet.name(), "R-FORM-05", Severity.INFO, sheet.name()));
            }
        }
        if (parts.isEmpty() && !sheets.reporters) {
            boolean empty = sheets.whole.stream().allMatch(SheetCells::isEmpty);
            Finding why = empty
                    ? WorkbookReader.emptiness()
                    : Finding.file("R-FORM-01", Severity.ERROR, knownForms());
            return new ReadWorkbook(List.of(), List.of(why), false);
        }
        return new ReadWorkbook(checked(joined(parts)), rules.judge(findings), true);
    }

    private String knownForms() {
        return String.join(
                "、", forms.definitions().stream().map(FormDefinition::id).toList());
    }

    private ReadStatement read(Table table) {
        Heading heading = table.heading();
        Optional<Period> period = heading.period();
        List<Finding> findings = new ArrayList<>();
        if (period.isEmpty()) {
            findings.add(Finding.on(table.sheet().name(), "R-PERIOD-01", Severity.ERROR));
        }
        List<Observation> observations = List.of();
        List<UnitEntry> entries = List.of();
        @Nullable Reporter reporter;
        if (table.form().layout() == FormDefinition.Layout.LIST) {
            RegisterReader reader =
                    new RegisterReader(table, codes, period.map(Period::year).orElse(0));
            entries = reader.units();
            findings.addAll(reader.findings());
            reporter = region(table, heading, period, reader.commonRegion(), findings);
        } else {
            TableReader reader = new TableReader(table, vocabulary, codes.carriers(), units);
            observations = reader.observations();
            findings.addAll(reader.findings());
            reporter = table.form().reporter() == Reporter.Kind.UNIT
                    ? unit(table, heading, findings)
                    : region(table, heading, period, Optional.empty(), findings);
        }
        return new ReadStatement(
                table.form().statement(),
                table.form().id(),
                List.of(table.sheet().name()),
                reporter,
                period.orElse(null),
                observations,
                entries,
                findings);
    }

    private static @Nullable Reporter unit(Table table, Heading heading, List<Finding> findings) {
        Optional<Heading.Field> code = heading.field(fields(table, "credit-code"));
        String name = heading.field(fields(table, "unit-name"))
                .map(Heading.Field::value)
                .orElse("");
        if (code.isEmpty()) {
            findings.add(Finding.on(table.sheet().name(), "R-UNIT-CODE-01", Severity.ERROR));
            return null;
        }
        String value = code.get().value().toUpperCase(java.util.Locale.ROOT);
        if (!value.matches("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]?")) {
            findings.add(Finding.at(code.get().cell(), "R-UNIT-CODE-02", Severity.ERROR, value, value));
            return null;
        }
        return new Reporter(Reporter.Kind.UNIT, value, name);
    }

    private @Nullable Reporter region(
            Table table, Heading heading, Optional<Period> period, Optional<Region> fallback, List<Finding> findings) {
        int year = period.map(Period::year).orElse(0);
        Optional<Heading.Field> office = heading.field(fields(table, "office"));
        Optional<Region> region = office.isPresent()
                ? codes.regions().mentionedIn(office.get().value(), year)
                : codes.regions().mentionedIn(String.join("|", heading.texts().toList()), year);
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
                            : Finding.on(table.sheet().name(), "R-REGION-03", Severity.ERROR));
            return null;
        }
        Region known = region.get();
        if (period.isPresent() && !known.validIn(year)) {
            String text = office.map(Heading.Field::value).orElse(known.name().zh());
            findings.add(
                    office.isPresent()
                            ? Finding.at(office.get().cell(), "R-REGION-02", Severity.ERROR, text, known.code(), year)
                            : Finding.on(table.sheet().name(), "R-REGION-02", Severity.ERROR, known.code(), year));
        }
        return new Reporter(Reporter.Kind.REGION, known.code(), known.name().zh());
    }

    private static List<String> fields(Table table, String key) {
        return table.form().fields().getOrDefault(key, List.of());
    }

    private record Identity(
            String form,
            @Nullable Reporter reporter,
            @Nullable Period period,
            int unread) {}

    /** Card and companion of one unit and period become one statement. */
    private List<ReadStatement> joined(List<ReadStatement> parts) {
        Map<Identity, List<ReadStatement>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            ReadStatement part = parts.get(i);
            boolean whole = part.reporter() != null && part.period() != null;
            Reporter who = part.reporter() == null
                    ? null
                    : new Reporter(part.reporter().kind(), part.reporter().code(), "");
            groups.computeIfAbsent(
                            new Identity(part.form(), who, part.period(), whole ? -1 : i), k -> new ArrayList<>())
                    .add(part);
        }
        Set<String> mains = parts.stream()
                .filter(p -> !definition(p).companion())
                .map(ReadStatement::form)
                .collect(Collectors.toSet());
        return groups.values().stream().map(group -> join(group, mains)).toList();
    }

    /** @param mains the statements whose own form, not only the companion, stands in the workbook */
    private ReadStatement join(List<ReadStatement> parts, Set<String> mains) {
        List<String> sheets = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        List<UnitEntry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (ReadStatement part : parts) {
            if (definitions.contains(part.definition())) {
                findings.add(Finding.on(part.sheets().get(0), "R-VERSION-02", Severity.ERROR, sheets.get(0)));
                continue;
            }
            definitions.add(part.definition());
            sheets.addAll(part.sheets());
            observations.addAll(part.observations());
            entries.addAll(part.units());
            findings.addAll(part.findings());
        }
        ReadStatement main = parts.stream()
                .filter(p -> !definition(p).companion())
                .findFirst()
                .orElse(parts.get(0));
        boolean read = main.reporter() != null && main.period() != null;
        if (definition(main).companion() && (read || !mains.contains(main.form()))) {
            findings.add(Finding.on(main.sheets().get(0), "R-205-2-02", Severity.ERROR));
        }
        return new ReadStatement(
                main.form(),
                main.definition(),
                sheets,
                main.reporter(),
                main.period(),
                observations,
                entries,
                findings);
    }

    private FormDefinition definition(ReadStatement statement) {
        return forms.definitions().stream()
                .filter(d -> d.id().equals(statement.definition()))
                .findFirst()
                .orElseThrow();
    }

    private List<ReadStatement> checked(List<ReadStatement> statements) {
        return statements.stream().map(this::checked).toList();
    }

    private ReadStatement checked(ReadStatement s) {
        Statement.Cells cells = new Statement(
                        0,
                        s.form(),
                        new Reporter(Reporter.Kind.UNIT, "", ""),
                        Period.year(1),
                        new Statement.Origin("", ""),
                        s.observations())
                .cells();
        List<Finding> findings = new ArrayList<>(s.findings());
        boolean companion = s.observations().stream().anyMatch(o -> o.item().startsWith("input."));
        for (FormDefinition form : forms.definitions()) {
            boolean applies = form.id().equals(s.definition())
                    || (companion && form.companion() && form.statement().equals(s.form()));
            if (applies) {
                for (Check check : rules.checks(form.id())) {
                    findings.addAll(check.apply(cells));
                }
            }
        }
        return new ReadStatement(
                s.form(),
                s.definition(),
                s.sheets(),
                s.reporter(),
                s.period(),
                s.observations(),
                s.units(),
                rules.judge(findings));
    }
}
