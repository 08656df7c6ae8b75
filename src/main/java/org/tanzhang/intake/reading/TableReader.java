package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Unread;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** Reads the body of a crosstab: every number cell becomes an observation, every fault a finding. */
final class TableReader {

    private final Table table;
    private final FormDefinition form;
    private final SheetCells sheet;
    private final Vocabulary vocabulary;
    private final CodeList<Carrier> carriers;
    private final Units units;
    private final Set<String> footers = new HashSet<>();
    private final Map<Integer, Optional<Unit>> columnUnits = new HashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final CellReader reader = new CellReader(observations, unread, findings);

    TableReader(Table table, Vocabulary vocabulary, CodeList<Carrier> carriers, Units units) {
        this.table = table;
        this.form = table.form();
        this.sheet = table.sheet();
        this.vocabulary = vocabulary;
        this.carriers = carriers;
        this.units = units;
        form.footers().forEach(f -> footers.add(Caption.compact(f)));
        findings.addAll(table.findings());
        read();
    }

    List<Observation> observations() {
        return observations;
    }

    /** The places whose cells could not be read. */
    List<Unread> unread() {
        return unread;
    }

    List<Finding> findings() {
        return findings;
    }

    private void read() {
        Map<String, CellAddress> seen = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        for (int row : table.body()) {
            String label =
                    sheet.cell(row, table.labelColumn()).map(SheetCell::text).orElse("");
            Optional<String> member = label.isEmpty() ? Optional.empty() : vocabulary.rowMember(form, label);
            if (member.isEmpty()) {
                unknownRow(row, label);
                others.add(row);
                continue;
            }
            CellAddress at = sheet.address(row, table.labelColumn());
            CellAddress first = seen.putIfAbsent(member.get(), at);
            if (first != null) {
                findings.add(Finding.at(at, "R-ROW-02", Severity.ERROR, label.strip(), label.strip(), first.a1()));
                continue;
            }
            row(row, member.get());
        }
        if (!form.supplements().isEmpty()) {
            new SupplementReader(form.supplements(), sheet, units).read(others, reader);
        }
        for (Item item : form.items()) {
            if (form.layout() == Layout.ITEMS_DOWN && item.required() && !seen.containsKey(item.code())) {
                findings.add(Finding.on(
                        sheet.name(), "R-FORM-02", Severity.ERROR, item.names().get(0), form.id()));
            }
        }
    }

    /** A row nobody knows is a fault only where it holds numbers; below the table stand remarks. */
    private void unknownRow(int row, String label) {
        String compact = Caption.compact(label);
        boolean footer = footers.stream().anyMatch(compact::startsWith);
        List<SheetCell> numbers = sheet.row(row).stream()
                .filter(c ->
                        c.kind() == SheetCell.Kind.NUMBER && table.columns().containsKey(c.column()))
                .toList();
        if (footer || numbers.isEmpty() || isColumnNumbers(row, label)) {
            return;
        }
        if (label.isEmpty() && numbers.stream().allMatch(TableReader::isZero)) {
            return;
        }
        CellAddress at = label.isEmpty() ? sheet.address(numbers.get(0)) : sheet.address(row, table.labelColumn());
        String rule = label.isEmpty() ? "R-ROW-03" : form.layout() == Layout.ITEMS_DOWN ? "R-ROW-01" : "R-CARRIER-01";
        findings.add(Finding.at(at, rule, Severity.ERROR, label.strip(), label.strip()));
    }

    private static boolean isZero(SheetCell cell) {
        return NumberText.stored(cell.text()).filter(v -> v.signum() == 0).isPresent();
    }

    private static boolean isColumnNumbers(int row, String label) {
        return row >= 0 && Set.of("甲", "乙", "丙").contains(Caption.compact(label));
    }

    private void row(int row, String member) {
        @Nullable Unit rowUnit = form.layout() == Layout.CARRIERS_DOWN ? rowUnit(row, carriers.get(member)) : null;
        if (form.layout() == Layout.CARRIERS_DOWN) {
            checkCode(row, member);
        }
        for (Map.Entry<Integer, String> column : table.columns().entrySet()) {
            boolean itemsDown = form.layout() == Layout.ITEMS_DOWN;
            String item = itemsDown ? member : column.getValue();
            String carrier = itemsDown ? column.getValue() : member;
            Optional<SheetCell> cell = sheet.cell(row, column.getKey());
            if (cell.isEmpty() && !form.keepsBlanks()) {
                continue;
            }
            Optional<Unit> unit = unit(item, itemsDown ? columnUnit(column.getKey(), carrier) : rowUnit);
            if (unit.isPresent()) {
                observe(sheet.address(row, column.getKey()), cell, wanted(item, carrier, unit.get()));
            } else if (cell.isPresent()) {
                reader.withoutUnit(item, carrier);
            }
        }
    }

    private CellReader.Wanted wanted(String item, String carrier, Unit unit) {
        boolean negative =
                vocabulary.itemOf(form, item).map(Item::mayBeNegative).orElse(false);
        boolean turned = form.inputsPositive() && item.startsWith("transformation.");
        return new CellReader.Wanted(item, carrier, unit, negative, turned);
    }

    private void observe(CellAddress at, Optional<SheetCell> cell, CellReader.Wanted wanted) {
        if (cell.isPresent()) {
            reader.read(at, cell.get(), wanted);
        } else {
            reader.blank(at, wanted);
        }
    }

    private Optional<Unit> unit(String item, @Nullable Unit carrierUnit) {
        boolean own = vocabulary.itemOf(form, item).map(i -> i.unit() != null).orElse(false);
        return own ? Optional.of(Unit.ONE) : Optional.ofNullable(carrierUnit);
    }

    private @Nullable Unit rowUnit(int row, Carrier carrier) {
        Unit ledger = units.get(carrier.unit());
        if (table.unitColumn().isEmpty()) {
            return ledger;
        }
        int column = table.unitColumn().getAsInt();
        String text =
                sheet.cell(row, column).map(c -> Caption.compact(c.text())).orElse("");
        if (text.isEmpty()) {
            return ledger;
        }
        return fitting(text, carrier, ledger, sheet.address(row, column)).orElse(null);
    }

    private @Nullable Unit columnUnit(int column, String carrier) {
        return columnUnits
                .computeIfAbsent(column, c -> {
                    CellAddress at = sheet.address(table.headerRow(), c);
                    Carrier known = carriers.get(carrier);
                    String asked = unitOf(known);
                    @Nullable String printed = table.units().get(c);
                    if (printed == null && form.quantityUnit() != null) {
                        printed = table.heading().unit(units, units.get(asked)).orElse(null);
                    }
                    if (printed == null) {
                        findings.add(Finding.at(
                                at,
                                "R-UNIT-01",
                                Severity.ERROR,
                                "",
                                known.name().zh(),
                                asked));
                        return Optional.empty();
                    }
                    return fitting(printed, known, units.get(asked), at);
                })
                .orElse(null);
    }

    private Optional<Unit> fitting(String printed, Carrier carrier, Unit ledger, CellAddress at) {
        Optional<Unit> unit = units.find(printed).filter(u -> u.sameDimensionAs(ledger));
        if (unit.isEmpty()) {
            findings.add(Finding.at(
                    at,
                    "R-UNIT-02",
                    Severity.ERROR,
                    printed,
                    printed,
                    carrier.name().zh(),
                    unitOf(carrier)));
        }
        return unit;
    }

    private String unitOf(Carrier carrier) {
        return form.quantityUnit() == null ? carrier.unit() : form.quantityUnit();
    }

    private void checkCode(int row, String carrier) {
        @Nullable String expected = vocabulary.formCode(form, carrier);
        if (expected == null || table.codeColumn().isEmpty()) {
            return;
        }
        int column = table.codeColumn().getAsInt();
        sheet.cell(row, column).ifPresent(c -> {
            String printed = Caption.compact(c.text());
            printed = printed.endsWith(".0") ? printed.substring(0, printed.length() - 2) : printed;
            String padded = printed.length() == 1 ? "0" + printed : printed;
            if (!padded.equals(expected)) {
                findings.add(Finding.at(
                        sheet.address(c),
                        "R-CARRIER-02",
                        Severity.WARNING,
                        printed,
                        printed,
                        carriers.get(carrier).name().zh(),
                        expected));
            }
        });
    }
}
