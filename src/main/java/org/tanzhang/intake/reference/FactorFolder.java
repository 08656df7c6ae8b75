package org.tanzhang.intake.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.quantity.Unit;

/**
 * The folder of factor sets: {@code SET/set.yml} and, unless the set only builds on others, {@code SET/factors.csv}.
 *
 * <p>A set that names {@code layers} is a stack. Its own values are the first layer, then come the layers named with their
 * own layers beneath each; a set met twice counts where it is met first. {@code series} in {@code set.yml} says of which
 * series its own electricity factors are.
 */
record FactorFolder(Path folder, Codes codes) {

    /** A set's own files: its head and its own values. */
    private record Own(Document head, byte[] table, List<Factor> factors) {}

    List<String> ids() {
        try (Stream<Path> sets = Files.list(folder)) {
            return sets.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ReferenceDataException(folder + " cannot be read", e);
        }
    }

    /** @throws ReferenceDataException when there is no such set, or with file and line when it is faulty */
    FactorSet read(String id) {
        if (!ids().contains(id)) {
            throw new ReferenceDataException(
                    "no factor set " + id + " in " + folder + "; there are " + String.join(", ", ids()));
        }
        Map<String, Own> sets = new LinkedHashMap<>();
        gather(id, new ArrayList<>(), sets);
        Own top = Objects.requireNonNull(sets.get(id));
        return new FactorSet(
                id,
                top.head().name("title"),
                digest(List.copyOf(sets.values())),
                List.copyOf(sets.keySet()),
                sets.values().stream()
                        .flatMap(s -> s.factors().stream())
                        .map(f -> f.layer().equals(id) ? f : f.asOfLayer())
                        .toList());
    }

    /** What a set of composite factors says of feedstock: included or deducted; empty where it says nothing. */
    String feedstock(String id) {
        return Document.read(folder.resolve(id).resolve("set.yml")).textOrEmpty("feedstock");
    }

    /** The ids of the layers of a set, itself first. */
    List<String> layers(String id) {
        Map<String, Own> sets = new LinkedHashMap<>();
        gather(id, new ArrayList<>(), sets);
        return List.copyOf(sets.keySet());
    }

    /** SHA-256 over the files of the set and then of each layer. */
    private static String digest(List<Own> sets) {
        List<byte[]> parts = new ArrayList<>();
        sets.forEach(s -> {
            parts.add(s.head().bytes());
            parts.add(s.table());
        });
        return Digest.sha256(parts.toArray(byte[][]::new));
    }

    private void gather(String id, List<String> way, Map<String, Own> found) {
        if (found.containsKey(id)) {
            return;
        }
        Own set = own(id);
        found.put(id, set);
        way.add(id);
        for (String layer : set.head().list("layers")) {
            if (way.contains(layer)) {
                throw new ReferenceDataException(
                        place(id) + ": layers go round in a circle: " + String.join(" > ", way) + " > " + layer);
            }
            if (!ids().contains(layer)) {
                throw new ReferenceDataException(place(id) + ": there is no factor set " + layer + " to build on");
            }
            gather(layer, way, found);
        }
        way.remove(id);
    }

    private static String place(String id) {
        return id + "/set.yml";
    }

    private Own own(String id) {
        Path set = folder.resolve(id);
        Document head = Document.read(set.resolve("set.yml"));
        Path csv = set.resolve("factors.csv");
        if (!Files.exists(csv) && !head.list("layers").isEmpty()) {
            return new Own(head, "".getBytes(StandardCharsets.UTF_8), List.of());
        }
        Table table = new Table(csv);
        @Nullable ElectricitySeries series = series(head);
        return new Own(head, table.bytes(), table.read(l -> {
            // a product's process factor stands where a carrier's would
            boolean product = codes.products().find(l.text("carrier")).isPresent();
            boolean ofSeries = !product
                    && codes.carriers().get(l.text("carrier")).kind() == Carrier.Kind.ELECTRICITY
                    && FactorQuantity.of(l.text("quantity")) == FactorQuantity.CO2_DIRECT;
            return factor(l, id, ofSeries ? series : null);
        }));
    }

    /** The series that a set's own electricity factors are of; null where it says nothing. */
    private static @Nullable ElectricitySeries series(Document head) {
        return head.has("series") ? head.choice(ElectricitySeries.class, "series") : null;
    }

    private static Factor factor(Table.Line l, String layer, @Nullable ElectricitySeries series) {
        return new Factor(
                l.text("id"),
                layer,
                l.text("carrier"),
                FactorQuantity.of(l.text("quantity")),
                new BigDecimal(l.text("value")),
                Unit.parse(l.text("unit")),
                l.textOrNull("sector"),
                l.textOrNull("region"),
                series,
                l.textOrNull("enterprise"),
                l.year("valid_from"),
                l.year("valid_to"),
                l.text("document"),
                l.textOrEmpty("table"),
                l.text("verification"),
                l.textOrEmpty("note"));
    }
}
