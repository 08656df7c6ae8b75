package org.tanzhang.intake.form;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition.Column;
import org.tanzhang.intake.form.FormDefinition.FormCarrier;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.Layout;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.intake.form.FormDefinition.Supplement;
import org.tanzhang.intake.form.FormFault.Kind;
import org.tanzhang.intake.reference.YamlNode;
import org.tanzhang.observation.Reporter;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The YAML file of one form definition, and every fault in it. */
final class FormFile {

    private static final Set<String> KEYS = Set.of(
            "id",
            "statement",
            "companion",
            "title",
            "reporter",
            "layout",
            "valid",
            "rules-of",
            "titles",
            "rejects",
            "labels",
            "code-columns",
            "unit-columns",
            "ignored-columns",
            "passing-captions",
            "fields",
            "items",
            "items-of",
            "carriers",
            "carriers-of",
            "footers",
            "label-optional",
            "sector-rows",
            "quantity-unit",
            "inputs-positive",
            "keep-blanks",
            "print",
            "rows",
            "supplements");

    private static final Set<String> ITEM_KEYS = Set.of("item", "names", "negative", "required", "unit");
    private static final Set<String> CARRIER_KEYS = Set.of("carrier", "code", "names", "unless", "beside");

    private static final Set<String> SUPPLEMENT_KEYS = Set.of("item", "carrier", "names", "unit");

    private static final Set<String> ROWS_KEYS = Set.of("code", "names", "year", "whole", "columns");
    private static final Set<String> COLUMN_KEYS =
            Set.of("item", "carrier", "names", "qualifier", "unit", "unit-implied");

    private final String name;
    private final String text;
    private final Set<String> known;
    private final List<FormFault> faults = new ArrayList<>();
    private final @Nullable FormNode root;

    /**
     * @param name the file's name, for faults
     * @param known the codes of the carriers that the file may name, empty for any
     */
    FormFile(String name, String text, Set<String> known) {
        this.name = name;
        this.known = known;
        this.text = text;
        this.root = parsed();
    }

    private @Nullable FormNode parsed() {
        LoaderOptions options = new LoaderOptions();
        // a key that stands twice is a fault of the form's own
        options.setWarnOnDuplicateKeys(false);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (!(node instanceof MappingNode)) {
                faults.add(FormFault.of(name, 1, Kind.NO_MAPPING));
                return null;
            }
            return new FormNode(name, node, KEYS, faults);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(FormFault.of(name, line, Kind.YAML, String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            faults.add(FormFault.of(name, 1, Kind.YAML, String.valueOf(e.getMessage())));
        }
        return null;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** The form's id, empty when the file states none. */
    String id() {
        String id = root == null ? null : root.textOrNull("id");
        return id == null ? "" : id;
    }

    /**
     * The definition; empty where the file has faults.
     *
     * @param file the file of another form by its id, for what this one takes from it
     * @param all takes the faults
     */
    Optional<FormDefinition> definition(Function<String, Optional<FormFile>> file, List<FormFault> all) {
        Optional<FormDefinition> definition = root == null ? Optional.empty() : Optional.of(definition(root, file));
        List<FormFault> distinct = faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(FormFault::line))
                .toList();
        all.addAll(distinct);
        return distinct.isEmpty() ? definition : Optional.empty();
    }

    private FormDefinition definition(FormNode form, Function<String, Optional<FormFile>> file) {
        Layout layout = form.choice("layout", Layout.class).orElse(Layout.LIST);
        Optional<FormNode> valid = form.node("valid", Set.of("from", "to"));
        @Nullable Integer from = valid.map(v -> v.year("from")).orElse(null);
        @Nullable Integer to = valid.map(v -> v.year("to")).orElse(null);
        if (from != null && to != null && from > to) {
            form.fault(form.line("valid"), Kind.YEARS, from, to);
        }
        String id = form.text("id");
        return new FormDefinition(
                id,
                form.text("statement"),
                form.flag("companion"),
                form.name("title"),
                form.choice("reporter", Reporter.Kind.class).orElse(Reporter.Kind.UNIT),
                layout,
                from,
                to,
                other(form, "rules-of", file).map(FormFile::id).orElse(id),
                form.texts("titles"),
                form.texts("rejects"),
                form.flag("label-optional") || layout == Layout.REPORTERS_DOWN
                        ? form.texts("labels")
                        : form.someTexts("labels"),
                form.texts("code-columns"),
                form.texts("unit-columns"),
                form.texts("ignored-columns"),
                form.texts("passing-captions"),
                items(form, layout, file),
                carriers(form, file),
                fields(form),
                form.texts("footers"),
                form.flag("label-optional"),
                form.flag("sector-rows"),
                form.textOrNull("quantity-unit"),
                form.flag("inputs-positive"),
                form.flag("keep-blanks"),
                PrintedForm.of(YamlNode.parse(name, text).node("print")),
                rows(form, layout),
                supplements(form));
    }

    private static @Nullable ReporterRows rows(FormNode form, Layout layout) {
        Optional<FormNode> node = form.node("rows", ROWS_KEYS);
        if (layout == Layout.REPORTERS_DOWN && node.isEmpty()) {
            form.fault(form.line("layout"), Kind.MISSING, "rows");
        }
        return node.map(rows -> new ReporterRows(
                        rows.texts("code"),
                        rows.nodes("names", Set.of("captions")).stream()
                                .map(n -> n.someTexts("captions"))
                                .toList(),
                        rows.texts("year"),
                        rows.texts("whole"),
                        rows.nodes("columns", COLUMN_KEYS).stream()
                                .map(FormFile::column)
                                .toList()))
                .orElse(null);
    }

    private static Column column(FormNode node) {
        @Nullable String carrier = node.textOrNull("carrier");
        return new Column(
                node.text("item"),
                carrier == null ? "" : carrier,
                node.someTexts("names"),
                node.pattern("qualifier"),
                node.textOrNull("unit"),
                node.flag("unit-implied"));
    }

    private static Optional<FormFile> other(FormNode form, String key, Function<String, Optional<FormFile>> file) {
        @Nullable String id = form.textOrNull(key);
        Optional<FormFile> other = id == null ? Optional.empty() : file.apply(id);
        if (id != null && other.isEmpty()) {
            form.fault(form.line(key), Kind.FORM, key, id);
        }
        return other;
    }

    /** The form's own items, after those of another form that it does not name itself. */
    private List<Item> items(FormNode form, Layout layout, Function<String, Optional<FormFile>> file) {
        List<Item> own = ownItems(form);
        Set<String> named = own.stream().map(Item::code).collect(Collectors.toSet());
        List<Item> all = Stream.concat(
                        other(form, "items-of", file).filter(f -> f != this).stream()
                                .flatMap(f -> f.root == null ? Stream.of() : ownItems(f.root).stream())
                                .filter(i -> !named.contains(i.code())),
                        own.stream())
                .toList();
        if (all.isEmpty() && layout != Layout.REPORTERS_DOWN) {
            form.fault(form.line("items"), Kind.MISSING, "items");
        }
        return all;
    }

    private static List<Item> ownItems(FormNode form) {
        List<FormNode> nodes = form.nodes("items", ITEM_KEYS);
        Set<String> codes = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (FormNode node : nodes) {
            Item item = new Item(
                    node.text("item"),
                    node.someTexts("names"),
                    node.flag("negative"),
                    node.flag("required"),
                    node.textOrNull("unit"));
            if (!codes.add(item.code())) {
                node.fault(node.line(), Kind.ITEM_TWICE, item.code());
            }
            for (String caption : item.names()) {
                String other = names.putIfAbsent(Caption.normal(caption), item.code());
                if (other != null && !other.equals(item.code())) {
                    node.fault(node.line(), Kind.NAME_TWICE, caption, other, item.code());
                }
            }
            items.add(item);
        }
        return items;
    }

    /** The form's own carriers, after those of another form that it does not name itself. */
    private List<FormCarrier> carriers(FormNode form, Function<String, Optional<FormFile>> file) {
        List<FormCarrier> own = ownCarriers();
        Set<String> named = own.stream().map(FormCarrier::code).collect(Collectors.toSet());
        Stream<FormCarrier> others = other(form, "carriers-of", file).filter(f -> f != this).stream()
                .flatMap(f -> f.ownCarriers().stream())
                .filter(c -> !named.contains(c.code()));
        return Stream.concat(others, own.stream()).toList();
    }

    private List<FormCarrier> ownCarriers() {
        List<FormCarrier> carriers = new ArrayList<>();
        for (FormNode node : root == null ? List.<FormNode>of() : root.nodes("carriers", CARRIER_KEYS)) {
            FormCarrier carrier = new FormCarrier(
                    node.text("carrier"),
                    node.textOrNull("code"),
                    node.texts("names"),
                    node.textOrNull("unless"),
                    node.textOrNull("beside"));
            if (!known.isEmpty() && !known.contains(carrier.code())) {
                node.fault(node.line(), Kind.CARRIER, carrier.code());
            }
            carriers.add(carrier);
        }
        return carriers;
    }

    private static List<Supplement> supplements(FormNode form) {
        return form.nodes("supplements", SUPPLEMENT_KEYS).stream()
                .map(n -> new Supplement(n.text("item"), n.text("carrier"), n.someTexts("names"), n.text("unit")))
                .toList();
    }

    private static Map<String, List<String>> fields(FormNode form) {
        Map<String, List<String>> fields = new HashMap<>();
        form.node("fields", Set.of()).ifPresent(f -> f.keys().forEach(key -> fields.put(key, f.texts(key))));
        return fields;
    }
}
