package org.tanzhang.intake.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Sector;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.FormCarrier;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.PrintedForm;
import org.tanzhang.intake.template.Grid.Column;
import org.tanzhang.intake.template.Grid.Kind;
import org.tanzhang.intake.template.Grid.Line;

/** Lays out the table of a form definition: which rows, which columns, what they are called. */
final class FormGrid {

    private static final List<String> WORD_LETTERS = List.of("甲", "乙", "丙", "丁");

    private final FormDefinition form;
    private final PrintedForm print;
    private final Codes codes;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, FormCarrier> carriers = new HashMap<>();

    FormGrid(FormDefinition form, Codes codes) {
        this.form = form;
        this.print = form.print();
        this.codes = codes;
        form.items().forEach(item -> items.put(item.code(), item));
        form.carriers().forEach(carrier -> carriers.put(carrier.code(), carrier));
    }

    Grid grid() {
        List<Column> columns = new ArrayList<>();
        if (form.layout() != Layout.LIST) {
            columns.add(naming(Kind.LABEL, form.labels()));
            if (!form.unitColumns().isEmpty()) {
                columns.add(naming(Kind.UNIT, form.unitColumns()));
            }
            if (!form.codeColumns().isEmpty()) {
                columns.add(naming(Kind.CODE, form.codeColumns()));
            }
        }
        columns.addAll(
                switch (form.layout()) {
                    case ITEMS_DOWN -> carrierColumns();
                    case CARRIERS_DOWN -> itemColumns();
                    case LIST -> wordColumns();
                    case REPORTERS_DOWN -> throw unprinted();
                });
        return new Grid(lettered(columns), lines(), form.layout() == Layout.ITEMS_DOWN, form.layout() != Layout.LIST);
    }

    /** What a cell states; empty where no figure belongs. */
    Grid.Figure figure(Line line, Column column) {
        boolean itemsDown = form.layout() == Layout.ITEMS_DOWN;
        String item = itemsDown ? line.member() : column.member();
        String carrier = itemsDown ? column.member() : line.member();
        Optional<Item> known = Optional.ofNullable(items.get(item));
        @Nullable String own = known.map(Item::unit).orElse(null);
        return new Grid.Figure(
                item,
                carrier,
                own == null ? printedUnit(carrier) : null,
                known.map(Item::mayBeNegative).orElse(false),
                "coefficient".equals(own));
    }

    private static Column naming(Kind kind, List<String> captions) {
        return new Column(kind, List.of(chinese(captions).orElse(captions.get(0))), "", "", "", List.of());
    }

    private List<Column> itemColumns() {
        return itemsAcross().stream()
                .map(item -> new Column(Kind.FIGURE, levels(caption(item)), item.code(), "", "", List.of()))
                .toList();
    }

    private List<Item> itemsAcross() {
        return print.columns().isEmpty()
                ? form.items()
                : print.columns().stream().map(this::item).toList();
    }

    private List<Column> wordColumns() {
        return itemsAcross().stream()
                .map(item -> new Column(
                        Kind.WORD,
                        List.of(caption(item)),
                        item.code(),
                        "",
                        "",
                        print.choices().getOrDefault(item.code(), List.of())))
                .toList();
    }

    private List<Column> carrierColumns() {
        List<String> printed = print.columns().isEmpty() ? balanceColumns() : print.columns();
        return printed.stream()
                .map(code -> new Column(Kind.FIGURE, List.of(caption(code)), code, printedUnit(code), "", List.of()))
                .toList();
    }

    /** The carriers at which balances close, in the order of the code list: no remainders, no mixture beside its parts. */
    private List<String> balanceColumns() {
        Set<String> ignored =
                form.ignoredColumns().stream().map(Caption::normal).collect(Collectors.toSet());
        Set<String> columns = codes.carriers().all().stream()
                .filter(c -> c.carrierGroup().equals(c.code()))
                .map(Carrier::code)
                .collect(Collectors.toSet());
        return codes.carriers().all().stream()
                .filter(c -> columns.contains(c.code()) && c.kind() != Carrier.Kind.UNSPECIFIED)
                .filter(c -> c.kind() != Carrier.Kind.MIXED || Collections.disjoint(columns, c.parts()))
                .filter(c -> !ignored.contains(Caption.normal(c.name().zh())))
                .map(Carrier::code)
                .toList();
    }

    private List<Line> lines() {
        return switch (form.layout()) {
            case LIST -> List.of();
            case REPORTERS_DOWN -> throw unprinted();
            case CARRIERS_DOWN ->
                (form.carriers().isEmpty()
                                ? balanceColumns()
                                : form.carriers().stream()
                                        .map(FormCarrier::code)
                                        .toList())
                        .stream().map(this::carrierLine).toList();
            case ITEMS_DOWN -> itemLines();
        };
    }

    private IllegalArgumentException unprinted() {
        return new IllegalArgumentException(form.id() + " has no row a reporter could fill in here");
    }

    private Line carrierLine(String code) {
        FormCarrier carrier = carriers.get(code);
        String number = carrier == null || carrier.formCode() == null ? "" : carrier.formCode();
        return new Line(caption(code), number, printedUnit(code), code);
    }

    private List<Line> itemLines() {
        List<String> order = new ArrayList<>(print.rows());
        if (order.isEmpty()) {
            if (form.sectorRows()) {
                order.add(PrintedForm.SECTORS);
            }
            form.items().stream()
                    .map(Item::code)
                    .filter(code -> !form.sectorRows() || !code.startsWith("sector."))
                    .forEach(order::add);
        }
        List<Line> lines = new ArrayList<>();
        for (String code : order) {
            if (code.equals(PrintedForm.SECTORS)) {
                sectors()
                        .forEach(s -> lines.add(new Line(
                                print.captions().getOrDefault(s.code(), s.name().zh()),
                                s.kind() == Sector.Kind.DIVISION ? s.code() : "",
                                "",
                                "sector." + s.code())));
            } else {
                // 01, 02 ...: the balance numbers its rows
                String number = form.sectorRows() ? "" : String.format(Locale.ROOT, "%02d", lines.size() + 1);
                lines.add(new Line(caption(item(code)), number, "", code));
            }
        }
        return lines;
    }

    /** Final uses in the order of the list, the divisions of industry after agriculture as GB/T 4754 orders them. */
    private List<Sector> sectors() {
        List<Sector> uses = codes.sectors().all().stream()
                .filter(s -> s.kind() == Sector.Kind.FINAL_USE && !s.code().equals(Sector.LOSSES))
                .toList();
        List<Sector> divisions = codes.sectors().all().stream()
                .filter(s -> s.kind() == Sector.Kind.DIVISION
                        && s.sectorGroup().equals(Sector.INDUSTRY)
                        && s.code().matches("\\d{2}"))
                .toList();
        List<Sector> all = new ArrayList<>(uses);
        all.addAll(Math.min(1, all.size()), divisions);
        return all;
    }

    private Item item(String code) {
        Item item = items.get(code);
        if (item == null) {
            throw new IllegalArgumentException("form definition " + form.id() + ": print names no item of it: " + code);
        }
        return item;
    }

    private String caption(Item item) {
        return print.captions()
                .getOrDefault(
                        item.code(), chinese(item.names()).orElse(item.names().get(0)));
    }

    private String caption(String carrier) {
        @Nullable String printed = print.captions().get(carrier);
        if (printed != null) {
            return printed;
        }
        FormCarrier own = carriers.get(carrier);
        String listed = codes.carriers().get(carrier).name().zh();
        return own == null ? listed : chinese(own.names()).orElse(listed);
    }

    /** Forms are printed in Chinese, also where a definition reads English captions first. */
    private static Optional<String> chinese(List<String> names) {
        return names.stream()
                .filter(n -> n.codePoints().anyMatch(Character::isIdeographic))
                .findFirst();
    }

    /** {@code a/b}: b under a. */
    private static List<String> levels(String caption) {
        return List.of(caption.split("/", 2));
    }

    private String printedUnit(String carrier) {
        String ledger =
                form.quantityUnit() == null ? codes.carriers().get(carrier).unit() : form.quantityUnit();
        return print.units().getOrDefault(ledger, ledger);
    }

    private List<Column> lettered(List<Column> columns) {
        List<Column> lettered = new ArrayList<>();
        int words = 0;
        int figures = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            String usual = c.namesRows() ? WORD_LETTERS.get(words++) : String.valueOf(++figures);
            String letter = i < print.letters().size() ? print.letters().get(i) : usual;
            lettered.add(new Column(c.kind(), c.captions(), c.member(), c.unit(), letter, c.choices()));
        }
        return lettered;
    }
}
