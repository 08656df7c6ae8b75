package org.tanzhang.intake.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.intake.reference.FactorFault.Kind;
import org.tanzhang.quantity.Unit;

/** Finds every fault in the files of factor sets in one pass, each with file and line. */
public final class FactorCheck {

    private static final Set<String> MARKS = Set.of("read", "read-secondary", "derived", "unverified");

    private final ReferenceData reference;
    private final List<String> sets;

    public FactorCheck(ReferenceData reference) {
        this.reference = reference;
        this.sets = reference.setIds();
    }

    /** A set with all that it builds on, itself first. A layer that does not exist is left out. */
    public Set<String> withLayers(String set) {
        Set<String> found = new LinkedHashSet<>();
        gather(set, found);
        return found;
    }

    private void gather(String set, Set<String> found) {
        if (sets.contains(set) && found.add(set)) {
            layersOf(set).forEach(layer -> gather(layer, found));
        }
    }

    private List<String> layersOf(String set) {
        try {
            return Document.read(folder(set).resolve("set.yml")).list("layers");
        } catch (ReferenceDataException unreadable) {
            return List.of();
        }
    }

    private Path folder(String set) {
        return reference.folder().resolve("sets").resolve(set);
    }

    /** The faults of the set's own files, in the order of their lines. */
    public List<FactorFault> of(String set) {
        List<FactorFault> faults = new ArrayList<>(new Head(set).faults());
        String file = "sets/" + set + "/factors.csv";
        boolean onlyLayers = !folder(set).resolve("factors.csv").toFile().exists()
                && !layersOf(set).isEmpty();
        if (!onlyLayers) {
            try {
                faults.addAll(new Lines(set, file).faults());
            } catch (IOException | CsvParseException e) {
                faults.add(FactorFault.of(set, file, 1, Kind.UNREADABLE, String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(faults);
    }

    /** The faults of {@code set.yml}. */
    private final class Head {

        private final String set;
        private final String file;
        private final List<FactorFault> faults = new ArrayList<>();
        private List<String> text = List.of();

        Head(String set) {
            this.set = set;
            this.file = "sets/" + set + "/set.yml";
        }

        List<FactorFault> faults() {
            Document head;
            try {
                head = Document.read(folder(set).resolve("set.yml"));
            } catch (ReferenceDataException e) {
                return List.of(FactorFault.of(set, file, 1, Kind.UNREADABLE, String.valueOf(e.getMessage())));
            }
            text = new String(head.bytes(), StandardCharsets.UTF_8).lines().toList();
            for (String key : List.of("id", "title.zh", "title.en", "document")) {
                if (head.textOrEmpty(key.split("\\.")).isBlank()) {
                    fault(key, Kind.MISSING, key);
                }
            }
            String id = head.textOrEmpty("id");
            if (!id.isBlank() && !id.equals(set)) {
                fault("id", Kind.HEAD_ID, id, set);
            }
            String series = head.textOrEmpty("series");
            List<String> known = Arrays.stream(ElectricitySeries.values())
                    .map(ElectricitySeries::code)
                    .toList();
            if (!series.isEmpty() && !known.contains(series)) {
                fault("series", Kind.SERIES, series, String.join(", ", known));
            }
            for (String layer : head.list("layers")) {
                if (!sets.contains(layer)) {
                    fault("layers", Kind.LAYER_UNKNOWN, layer);
                } else if (withLayers(layer).contains(set)) {
                    fault("layers", Kind.LAYER_CIRCLE, layer);
                }
            }
            return faults;
        }

        private void fault(String key, Kind kind, Object... arguments) {
            String start = key.replaceAll("\\..*", "") + ":";
            int line = 1;
            for (int i = 0; i < text.size(); i++) {
                if (text.get(i).startsWith(start)) {
                    line = i + 1;
                    break;
                }
            }
            faults.add(FactorFault.of(set, file, line, kind, arguments));
        }
    }

    /** The faults of {@code factors.csv}. */
    private final class Lines {

        private final String set;
        private final String file;
        private final List<FactorFault> faults = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();

        Lines(String set, String file) {
            this.set = set;
            this.file = file;
        }

        List<FactorFault> faults() throws IOException {
            List<FactorRow> rows = new ArrayList<>();
            Path path = folder(set).resolve("factors.csv");
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(path, StandardCharsets.UTF_8)) {
                List<String> header = List.of();
                for (CsvRecord record : csv) {
                    if (header.isEmpty()) {
                        header = record.getFields().stream()
                                .map(f -> f.replace("\uFEFF", "").strip())
                                .toList();
                    } else {
                        rows.add(row(record, header));
                    }
                }
            }
            faults.addAll(new FactorAgreement(set, file, rows).faults());
            faults.sort(Comparator.comparingInt(FactorFault::line));
            return faults;
        }

        private FactorRow row(CsvRecord record, List<String> header) {
            int line = Math.toIntExact(record.getStartingLineNumber());
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
                fields.put(header.get(i), record.getField(i).strip());
            }
            if (record.getFieldCount() != header.size()) {
                fault(line, Kind.FIELDS, record.getFieldCount(), header.size());
            }
            for (String column : List.of("id", "carrier", "quantity", "value", "unit", "document", "verification")) {
                if (fields.getOrDefault(column, "").isEmpty()) {
                    fault(line, Kind.MISSING, column);
                }
            }
            FactorRow row = new FactorRow(
                    line,
                    fields,
                    quantity(line, fields),
                    number(line, fields, "value"),
                    unit(line, fields),
                    year(line, fields, "valid_from"),
                    year(line, fields, "valid_to"));
            codes(row);
            amounts(row, number(line, fields, "lower"), number(line, fields, "upper"));
            return row;
        }

        private void codes(FactorRow row) {
            String id = row.text("id");
            Integer before = id.isEmpty() ? null : ids.putIfAbsent(id, row.line());
            if (before != null) {
                fault(row.line(), Kind.DUPLICATE, id, before);
            }
            unknown(
                    row,
                    Kind.CARRIER,
                    "carrier",
                    reference.codes().carriers().find(row.text("carrier")).isPresent()
                            || reference
                                    .codes()
                                    .products()
                                    .find(row.text("carrier"))
                                    .isPresent());
            unknown(
                    row,
                    Kind.SECTOR,
                    "sector",
                    reference.codes().sectors().find(row.text("sector")).isPresent());
            unknown(
                    row,
                    Kind.REGION,
                    "region",
                    reference.codes().regions().find(row.text("region")).isPresent());
            unknown(row, Kind.ENTERPRISE, "enterprise", row.text("enterprise").matches("[0-9A-Z]{8,9}|[0-9A-Z]{18}"));
            unknown(row, Kind.MARK, "verification", MARKS.contains(row.text("verification")));
        }

        private void unknown(FactorRow row, Kind kind, String column, boolean known) {
            if (!known && !row.text(column).isEmpty()) {
                fault(row.line(), kind, row.text(column));
            }
        }

        private void amounts(FactorRow row, @Nullable BigDecimal lower, @Nullable BigDecimal upper) {
            BigDecimal value = row.value();
            FactorQuantity quantity = row.quantity();
            Unit unit = row.unit();
            if (quantity != null && unit != null && !quantity.accepts(unit)) {
                fault(row.line(), Kind.DIMENSION, unit, quantity.code());
            }
            if (row.from() != null && row.to() != null && row.from() > row.to()) {
                fault(row.line(), Kind.YEARS, String.valueOf(row.from()), String.valueOf(row.to()));
            }
            if (value == null) {
                return;
            }
            if (value.signum() < 0) {
                fault(row.line(), Kind.NEGATIVE, value.toPlainString());
            }
            if (lower != null && lower.compareTo(value) > 0) {
                fault(row.line(), Kind.LOWER, lower.toPlainString(), value.toPlainString());
            }
            if (upper != null && value.compareTo(upper) > 0) {
                fault(row.line(), Kind.UPPER, value.toPlainString(), upper.toPlainString());
            }
        }

        private @Nullable FactorQuantity quantity(int line, Map<String, String> fields) {
            String text = fields.getOrDefault("quantity", "");
            try {
                return text.isEmpty() ? null : FactorQuantity.of(text);
            } catch (IllegalArgumentException unknown) {
                fault(line, Kind.QUANTITY, text, String.join(", ", quantities()));
                return null;
            }
        }

        private @Nullable Unit unit(int line, Map<String, String> fields) {
            String text = fields.getOrDefault("unit", "");
            try {
                return text.isEmpty() ? null : Unit.parse(text);
            } catch (IllegalArgumentException unknown) {
                fault(line, Kind.UNIT, text);
                return null;
            }
        }

        private @Nullable BigDecimal number(int line, Map<String, String> fields, String column) {
            String text = fields.getOrDefault(column, "");
            try {
                return text.isEmpty() ? null : new BigDecimal(text);
            } catch (NumberFormatException none) {
                fault(line, Kind.NO_NUMBER, column, text);
                return null;
            }
        }

        private @Nullable Integer year(int line, Map<String, String> fields, String column) {
            String text = fields.getOrDefault(column, "");
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("\\d{4}(-\\d{2}-\\d{2})?")) {
                fault(line, Kind.YEAR, column, text);
                return null;
            }
            return Integer.valueOf(text.substring(0, 4));
        }

        private void fault(int line, Kind kind, Object... arguments) {
            faults.add(FactorFault.of(set, file, line, kind, arguments));
        }
    }

    private static Set<String> quantities() {
        Set<String> codes = new TreeSet<>();
        for (FactorQuantity quantity : FactorQuantity.values()) {
            codes.add(quantity.code());
        }
        return codes;
    }
}
