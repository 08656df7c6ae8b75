package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Sector;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.FormCarrier;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.Layout;

/** What the captions of a form mean: its own words first, then the code list's. */
final class Vocabulary {

    private final CodeList<Carrier> carriers;
    private final CodeList<Sector> sectors;
    private final Map<String, Map<String, Item>> itemsByForm = new HashMap<>();
    private final Map<String, Map<String, List<FormCarrier>>> carriersByForm = new HashMap<>();
    private final Map<String, Set<String>> labelsByForm = new HashMap<>();
    private final Map<String, Set<String>> passingByForm = new HashMap<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final int longestLabel;

    Vocabulary(Codes codes, List<FormDefinition> forms) {
        this.carriers = codes.carriers();
        this.sectors = codes.sectors();
        for (FormDefinition form : forms) {
            Map<String, Item> items = new HashMap<>();
            form.items().forEach(item -> item.names().forEach(name -> items.put(Caption.normal(name), item)));
            itemsByForm.put(form.id(), items);
            Map<String, List<FormCarrier>> carriersOfForm = new HashMap<>();
            form.carriers()
                    .forEach(carrier -> carrier.names().stream()
                            .map(Caption::normal)
                            .distinct()
                            .forEach(name -> carriersOfForm
                                    .computeIfAbsent(name, n -> new ArrayList<>())
                                    .add(carrier)));
            carriersByForm.put(form.id(), carriersOfForm);
            Set<String> own = form.labels().stream().map(Caption::normal).collect(Collectors.toSet());
            passingByForm.put(
                    form.id(),
                    form.passingCaptions().stream().map(Caption::normal).collect(Collectors.toSet()));
            labelsByForm.put(form.id(), own);
            labels.addAll(own);
            form.fields().values().forEach(names -> names.forEach(n -> fields.add(Caption.compact(n))));
        }
        longestLabel = labels.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Whether a text is the caption of some form's label column; spaces and numbering may make it twice as long. */
    boolean isLabel(String text) {
        return text.length() <= 2 * longestLabel + 8 && labels.contains(Caption.normal(text));
    }

    /** Whether a text is the caption of that form's label column. */
    boolean isLabel(FormDefinition form, String text) {
        return labelsByForm.getOrDefault(form.id(), Set.of()).contains(Caption.normal(text));
    }

    /** Whether a text without spaces begins with the label of a field, such as 统一社会信用代码. */
    boolean isField(String compact) {
        return fields.stream().anyMatch(compact::startsWith);
    }

    /** The labels of all fields. */
    Set<String> fields() {
        return fields;
    }

    /** The member a row's label names: a carrier of a card, an item of a balance. */
    Optional<String> rowMember(FormDefinition form, String label) {
        if (form.layout() != Layout.ITEMS_DOWN) {
            return carrier(form, label, Set.of());
        }
        Optional<String> item = item(form, label).map(Item::code);
        return item.isPresent() || !form.sectorRows() ? item : sector(label);
    }

    /** A sector by its name, with or without its code before it: 25_石油、煤炭及其他燃料加工业. */
    private Optional<String> sector(String label) {
        List<Sector> named = sectors.named(label);
        if (named.isEmpty()) {
            named = sectors.named(label.strip().replaceFirst("^\\d{2}[_\\s.、]*", ""));
        }
        return named.size() == 1 ? Optional.of("sector." + named.get(0).code()) : Optional.empty();
    }

    private Optional<Item> item(FormDefinition form, String label) {
        return Optional.ofNullable(items(form).get(Caption.normal(label)));
    }

    private Map<String, Item> items(FormDefinition form) {
        return itemsByForm.getOrDefault(form.id(), Map.of());
    }

    /**
     * The carrier that a caption names.
     *
     * @param printed the normal spellings of all captions of the table
     */
    Optional<String> carrier(FormDefinition form, String caption, Set<String> printed) {
        Map<String, List<FormCarrier>> own = carriersByForm.getOrDefault(form.id(), Map.of());
        for (FormCarrier carrier : own.getOrDefault(Caption.normal(caption), List.of())) {
            if (!excluded(carrier.unless(), printed)
                    && (carrier.beside() == null || printed.contains(Caption.normal(carrier.beside())))) {
                return Optional.of(carrier.code());
            }
        }
        List<Carrier> named = carriers.named(caption);
        return named.size() == 1 ? Optional.of(named.get(0).code()) : Optional.empty();
    }

    private boolean excluded(@Nullable String unless, Set<String> printed) {
        return unless != null
                && carriers.find(unless)
                        .map(c -> printed.contains(Caption.normal(c.name().zh())))
                        .orElse(false);
    }

    /**
     * The item that a column's captions, from top to bottom, name: by the lowest, by the lowest under one above it, or by
     * all of them together, where a caption was split over several cells.
     */
    Optional<String> columnItem(FormDefinition form, List<String> captions) {
        Set<String> passing = passingByForm.getOrDefault(form.id(), Set.of());
        List<String> normal = captions.stream()
                .map(Caption::normal)
                .filter(c -> !passing.contains(c))
                .toList();
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        String leaf = normal.get(normal.size() - 1);
        return form.items().stream()
                .filter(item -> item.names().stream().anyMatch(name -> names(form, name, normal, leaf)))
                .findFirst()
                .or(() -> Optional.ofNullable(items(form).get(String.join("", normal))))
                .map(Item::code);
    }

    private static boolean names(FormDefinition form, String name, List<String> captions, String leaf) {
        int slash = form.layout() == Layout.LIST ? -1 : name.indexOf('/');
        return slash < 0
                ? Caption.normal(name).equals(leaf)
                : Caption.normal(name.substring(slash + 1)).equals(leaf)
                        && captions.contains(Caption.normal(name.substring(0, slash)));
    }

    /** The item of that code. */
    Optional<Item> itemOf(FormDefinition form, String code) {
        return form.items().stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** The number that the edition gives a carrier, null when it gives none. */
    @Nullable String formCode(FormDefinition form, String carrier) {
        return form.carriers().stream()
                .filter(c -> c.code().equals(carrier))
                .findFirst()
                .map(FormCarrier::formCode)
                .orElse(null);
    }
}
