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
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Reads the unit register: one enterprise a row. */
final class RegisterReader {

    private final Table table;
    private final SheetCells sheet;
    private final Codes codes;
    private final int year;
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final List<UnitEntry> units = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param year the year the register holds for; region codes must be in force then */
    RegisterReader(Table table, Codes codes, int year) {
        this.table = table;
        this.sheet = table.sheet();
        this.codes = codes;
        this.year = year;
        table.columns().forEach((column, item) -> columnOf.put(item, column));
        findings.addAll(table.findings());
        read();
    }

    List<UnitEntry> units() {
        return units;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The region whose office keeps the register: the nearest common one above all its units. */
    Optional<Region> commonRegion() {
        List<Region> common = null;
        for (UnitEntry unit : units) {
            List<Region> line = codes.regions().withAncestors(unit.region());
            common = common == null
                    ? new ArrayList<>(line)
                    : new ArrayList<>(common.stream().filter(line::contains).toList());
        }
        if (common == null || common.isEmpty()) {
            return Optional.empty();
        }
        Region nearest = common.get(0);
        return nearest.level() == Region.Level.COUNTY && common.size() > 1
                ? Optional.of(common.get(1))
                : Optional.of(nearest);
    }

    private void read() {
        Set<String> seen = new HashSet<>();
        for (int row : table.body()) {
            String code = text(row, "credit-code");
            boolean footer = table.form().footers().stream().anyMatch(f -> code.startsWith(Caption.compact(f)));
            if (footer || sheet.row(row).size() < 2) {
                continue;
            }
            if (code.isEmpty()) {
                fault(row, "credit-code", "R-REGISTER-01", "");
            } else if (!seen.add(code)) {
                fault(row, "credit-code", "R-REGISTER-02", code);
            } else {
                if (code.matches("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]")) {
                    CodeDoubt.of(sheet.address(row, column("credit-code")), code)
                            .ifPresent(findings::add);
                }
                entry(row, code).ifPresent(units::add);
            }
        }
    }

    private Optional<UnitEntry> entry(int row, String code) {
        String industry = text(row, "industry").replaceFirst("[_.].*$", "");
        String region = text(row, "region").replaceFirst("\\.0$", "");
        String name = sheet.cell(row, column("name")).map(c -> c.text().strip()).orElse("");
        boolean sound = true;
        if (!industry.matches("\\d{2,4}")
                || codes.sectors().find(industry.substring(0, 2)).isEmpty()) {
            fault(row, "industry", "R-REGISTER-03", industry);
            sound = false;
        }
        // 12-digit codes name the town or street; the first six the county
        String county = region.length() == 12 ? region.substring(0, 6) : region;
        Optional<Region> known = codes.regions().find(county);
        if (known.isEmpty()) {
            fault(row, "region", "R-REGION-01", region);
            sound = false;
        } else if (!known.get().validIn(year)) {
            fault(row, "region", "R-REGION-02", region);
            sound = false;
        }
        Optional<UnitEntry.Scope> scope = scope(text(row, "scope"));
        if (scope.isEmpty()) {
            fault(row, "scope", "R-REGISTER-04", text(row, "scope"));
            sound = false;
        }
        if (!sound) {
            return Optional.empty();
        }
        @Nullable String park = text(row, "park").isEmpty() ? null : text(row, "park");
        return Optional.of(new UnitEntry(
                0,
                code,
                name,
                industry,
                county,
                scope.orElse(UnitEntry.Scope.SITE),
                park,
                sheet.address(row, column("credit-code"))));
    }

    private static Optional<UnitEntry.Scope> scope(String text) {
        return switch (text) {
            case "", "本地", "厂区", "site" -> Optional.of(UnitEntry.Scope.SITE);
            case "区县", "本区县", "district" -> Optional.of(UnitEntry.Scope.DISTRICT);
            case "全市", "本市", "city" -> Optional.of(UnitEntry.Scope.CITY);
            case "市外", "全省", "全国", "wider" -> Optional.of(UnitEntry.Scope.WIDER);
            default -> Optional.empty();
        };
    }

    private void fault(int row, String item, String rule, String value) {
        CellAddress at = sheet.address(row, column(item));
        findings.add(Finding.at(at, rule, Severity.ERROR, value, value, year));
    }

    private int column(String item) {
        return columnOf.getOrDefault(item, table.labelColumn());
    }

    private String text(int row, String item) {
        if (!columnOf.containsKey(item)) {
            return "";
        }
        return sheet.cell(row, column(item))
                .map(SheetCell::text)
                .map(Caption::compact)
                .map(t -> t.replaceFirst("\\.0$", ""))
                .orElse("");
    }
}
