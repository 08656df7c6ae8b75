package org.tanzhang.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.Naming.Named;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.intake.workbook.SheetHead;
import org.tanzhang.intake.workbook.SheetRows;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.Unread;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/** Reads a workbook into statements, naming every fault in one pass. Safe for use by several threads. */
public final class StatementReader {

    /** What a form says of itself that nobody has begun to fill in. */
    private static final Set<String> UNNAMED = Set.of("R-UNIT-CODE-01", "R-REGION-03", "R-PERIOD-01");

    private final WorkbookReader workbooks;
    private final Codes codes;
    private final Units units;
    private final FormLibrary forms;
    private final RuleBook rules;
    private final Vocabulary vocabulary;
    private final TableFinder finder;
    private final Naming naming;
    private final ReporterTableFinder reporterTables;
    /** By the id of the form definition that read a statement. */
    private final Map<String, List<RuledBy>> ruledBy = new HashMap<>();

    /**
     * A form whose rules a statement is checked by.
     *
     * @param items items of which it must state one: a companion's; empty where it is checked in any case
     */
    private record RuledBy(String form, Set<String> items) {}

    public StatementReader(Codes codes, Units units, FormLibrary forms, RuleBook rules) {
        this(codes, units, forms, rules, new WorkbookReader(ReadingBudget.DEFAULT));
    }

    public StatementReader(Codes codes, Units units, FormLibrary forms, RuleBook rules, WorkbookReader workbooks) {
        this.workbooks = workbooks;
        this.codes = codes;
        this.units = units;
        this.forms = forms;
        this.rules = rules;
        this.vocabulary = new Vocabulary(codes, forms.definitions());
        this.finder = new TableFinder(forms.ofOneReporter(), vocabulary, units);
        this.naming = new Naming(codes.regions(), vocabulary);
        this.reporterTables = new ReporterTableFinder(forms.definitions(), vocabulary, codes.carriers(), units);
        for (FormDefinition read : forms.definitions()) {
            ruledBy.put(
                    read.id(),
                    forms.definitions().stream()
                            .filter(f -> f.id().equals(read.id())
                                    || f.companion() && f.statement().equals(read.statement()))
                            .map(f -> new RuledBy(f.rulesOf(), f.id().equals(read.id()) ? Set.of() : items(f)))
                            .toList());
        }
    }

    private static Set<String> items(FormDefinition form) {
        return form.items().stream().map(FormDefinition.Item::code).collect(Collectors.toSet());
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
        SheetSorting sorting =
                new SheetSorting(workbooks, reporterTables, codes.regions(), hints, s -> rows.accept(checked(s)));
        try (SheetRows in = workbooks.rows(bytes)) {
            for (SheetHead sheet = in.nextSheet(); sheet != null; sheet = in.nextSheet()) {
                if (!sheet.hidden()) {
                    sorting.read(sheet, in);
                }
            }
            return read(sorting, in.notes());
        } catch (UnreadableWorkbookException e) {
            return new ReadWorkbook(List.of(), rules.judge(List.of(e.finding())), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadWorkbook read(SheetSorting sorting, List<Finding> notes) throws UnreadableWorkbookException {
        List<ReadStatement> parts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(notes);
        findings.addAll(sorting.findings());
        List<ReadStatement> unfilled = new ArrayList<>();
        boolean others = false;
        for (SheetCells sheet : sorting.whole()) {
            if (sheet.isEmpty()) {
                continue;
            }
            TableFinder.Found found = finder.find(sheet);
            findings.addAll(found.findings());
            if (found.tables().isEmpty()) {
                others = true;
                findings.add(Finding.on(sheet.name(), "R-FORM-05", Severity.INFO, sheet.name()));
            }
            boolean unfilledAbove = false;
            for (Table table : found.tables()) {
                ReadStatement part = read(table);
                boolean further = table.heading().isContinuation();
                unfilledAbove = isUnfilled(table, part) && (!further || unfilledAbove);
                if (unfilledAbove) {
                    if (!further) {
                        unfilled.add(part);
                    }
                    continue;
                }
                boolean continues = table.heading().isContinuation() && !parts.isEmpty();
                if (continues && continues(parts.get(parts.size() - 1), part)) {
                    parts.set(parts.size() - 1, continued(parts.get(parts.size() - 1), part));
                } else {
                    parts.add(part);
                }
            }
        }
        parts.addAll(sorting.faulty());
        boolean nothing = parts.isEmpty() && !sorting.hasReporters();
        // beside a sheet of no known form it is hardly blank on purpose
        Severity severity = !nothing ? Severity.INFO : others ? Severity.ERROR : Severity.WARNING;
        for (ReadStatement form : unfilled) {
            findings.add(Finding.on(form.sheets().get(0), "R-FORM-09", severity, form.definition()));
        }
        if (nothing && unfilled.isEmpty()) {
            if (sorting.isEmpty()) {
                throw WorkbookReader.empty();
            }
            List<Finding> unknown = new ArrayList<>(notes);
            unknown.add(Finding.file("R-FORM-01", Severity.ERROR, knownForms()));
            return new ReadWorkbook(List.of(), unknown, false);
        }
        return new ReadWorkbook(checked(joined(parts)), rules.judge(findings), true);
    }

    /** Whether a form was sent as it was printed: it names no reporter and states nothing. */
    private boolean isUnfilled(Table table, ReadStatement part) {
        return table.form().layout() != FormDefinition.Layout.LIST
                && part.reporter() == null
                && naming.isUnnamed(table)
                && part.observations().stream().allMatch(Observation::isBlank)
                && part.unread().isEmpty()
                && part.findings().stream().allMatch(StatementReader::isOfPrint);
    }

    /** Whether a finding may be about what is printed; in a column that nobody knows there are figures (R-FORM-04). */
    private static boolean isOfPrint(Finding finding) {
        return UNNAMED.contains(finding.rule())
                || finding.severity() != Severity.ERROR && !finding.rule().equals("R-FORM-04");
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
            findings.add(heading.at(heading.blankPeriod(), "R-PERIOD-01"));
        }
        List<Observation> observations = List.of();
        List<Unread> unread = List.of();
        List<UnitEntry> entries = List.of();
        Optional<Named> named;
        if (table.form().layout() == FormDefinition.Layout.LIST) {
            RegisterReader reader =
                    new RegisterReader(table, codes, period.map(Period::year).orElse(0));
            entries = reader.units();
            findings.addAll(reader.findings());
            named = naming.region(table, period, reader.commonRegion(), findings);
        } else {
            TableReader reader = new TableReader(table, vocabulary, codes.carriers(), units);
            observations = reader.observations();
            unread = reader.unread();
            findings.addAll(reader.findings());
            named = table.form().reporter() == Reporter.Kind.UNIT
                    ? naming.unit(table, findings)
                    : naming.region(table, period, Optional.empty(), findings);
        }
        return new ReadStatement(
                table.form().statement(),
                table.form().id(),
                List.of(table.sheet().name()),
                named.map(Named::reporter).orElse(null),
                named.map(Named::cell).orElse(null),
                period.orElse(null),
                observations,
                unread,
                entries,
                findings);
    }

    /** A table goes on over a second header (续表) when form, reporter and period are the same. */
    private static boolean continues(ReadStatement above, ReadStatement below) {
        return above.definition().equals(below.definition())
                && Objects.equals(above.reporter(), below.reporter())
                && Objects.equals(above.period(), below.period());
    }

    private static ReadStatement continued(ReadStatement above, ReadStatement below) {
        List<Observation> observations = new ArrayList<>(above.observations());
        List<Unread> unread = new ArrayList<>(above.unread());
        List<UnitEntry> entries = new ArrayList<>(above.units());
        List<Finding> findings = new ArrayList<>(above.findings());
        Map<String, Observation> stated = new HashMap<>();
        above.observations().forEach(o -> stated.putIfAbsent(o.item() + "|" + o.carrier(), o));
        for (Observation o : below.observations()) {
            Observation first = stated.get(o.item() + "|" + o.carrier());
            if (first == null || first.isBlank() || o.isBlank()) {
                observations.add(o);
            } else {
                findings.add(Finding.at(
                        o.cell(),
                        "R-FORM-07",
                        Severity.ERROR,
                        o.raw(),
                        first.cell().a1()));
            }
        }
        unread.addAll(below.unread());
        entries.addAll(below.units());
        below.findings().stream().filter(f -> !findings.contains(f)).forEach(findings::add);
        return new ReadStatement(
                above.form(),
                above.definition(),
                above.sheets(),
                above.reporter(),
                above.named(),
                above.period(),
                observations,
                unread,
                entries,
                findings);
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
        List<Unread> unread = new ArrayList<>();
        List<UnitEntry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Set<Boolean> companions = new HashSet<>();
        for (ReadStatement part : parts) {
            if (!companions.add(definition(part).companion())) {
                findings.add(about(part, "R-VERSION-02", sheets.get(0)));
                continue;
            }
            part.sheets().stream().filter(s -> !sheets.contains(s)).forEach(sheets::add);
            observations.addAll(part.observations());
            unread.addAll(part.unread());
            entries.addAll(part.units());
            findings.addAll(part.findings());
        }
        ReadStatement main = parts.stream()
                .filter(p -> !definition(p).companion())
                .findFirst()
                .orElse(parts.get(0));
        boolean read = main.reporter() != null && main.period() != null;
        if (definition(main).companion() && (read || !mains.contains(main.form()))) {
            findings.add(about(main, "R-205-2-02"));
        }
        return new ReadStatement(
                main.form(),
                main.definition(),
                sheets,
                main.reporter(),
                main.named(),
                main.period(),
                observations,
                unread,
                entries,
                findings);
    }

    /** An error of a part as a whole: where its reporter names itself. */
    private static Finding about(ReadStatement part, String rule, Object... arguments) {
        return part.named() == null
                ? Finding.on(part.sheets().get(0), rule, Severity.ERROR, arguments)
                : Finding.at(part.named(), rule, Severity.ERROR, "", arguments);
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
                .cells(s.unread());
        List<Finding> findings = new ArrayList<>(s.findings());
        Set<String> checked = new HashSet<>();
        for (RuledBy by : ruledBy.getOrDefault(s.definition(), List.of())) {
            boolean applies = by.items().isEmpty() || by.items().stream().anyMatch(cells::has);
            if (applies && checked.add(by.form())) {
                findings.addAll(rules.check(by.form(), cells));
            }
        }
        return s.with(rules.judge(findings));
    }
}
