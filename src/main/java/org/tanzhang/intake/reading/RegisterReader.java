package org.tanzhang.intake.reading;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.UnitChanges;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.UnitEntry.ParkShare;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Reads the unit register: a line for each place of an enterprise in the year. */
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
        RegisterLines lines = new RegisterLines(year);
        for (int row : table.body()) {
            String code = text(row, "credit-code");
            boolean footer = table.form().footers().stream().anyMatch(f -> code.startsWith(Caption.compact(f)));
            if (footer || sheet.row(row).size() < 2) {
                continue;
            }
            if (code.isEmpty()) {
                fault(row, "credit-code", "R-REGISTER-01", "");
            } else {
                if (code.matches("[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z]")) {
                    CodeDoubt.of(sheet.address(row, column("credit-code")), code)
                            .ifPresent(findings::add);
                }
                entry(row, code).ifPresent(lines::add);
            }
        }
        units.addAll(lines.units());
        findings.addAll(lines.findings());
        findings.sort(
                Comparator.comparingInt(f -> f.cell() == null ? -1 : f.cell().row()));
    }

    private Optional<UnitEntry> entry(int row, String code) {
        int before = errors();
        String name = sheet.cell(row, column("name")).map(c -> c.text().strip()).orElse("");
        if (name.isEmpty()) {
            findings.add(
                    Finding.at(sheet.address(row, column("name")), "R-REGISTER-15", Severity.WARNING, "", code, year));
        }
        String industry = text(row, "industry").replaceFirst("[_.].*$", "").replaceFirst("^[A-T](?=\\d)", "");
        if (!industry.matches("\\d{2,4}")
                || codes.sectors().find(industry.substring(0, 2)).isEmpty()) {
            fault(row, "industry", "R-REGISTER-03", industry);
        }
        String region = text(row, "region");
        // 12-digit codes name the town or street; the first six the county
        String county = region.length() == 12 ? region.substring(0, 6) : region;
        region(row, county, region);
        @Nullable String town = town(row, county, region);
        Optional<UnitEntry.Scope> scope = scope(text(row, "scope"));
        if (scope.isEmpty()) {
            fault(row, "scope", "R-REGISTER-04", text(row, "scope"));
        }
        List<ParkShare> parks = parks(row);
        UnitChanges changes = changes(row);
        Optional<int[]> months = months(row, changes);
        if (errors() > before || months.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UnitEntry(
                0,
                code,
                name,
                industry,
                county,
                town,
                scope.orElse(UnitEntry.Scope.SITE),
                parks,
                months.get()[0],
                months.get()[1],
                changes,
                sheet.address(row, column("credit-code"))));
    }

    private int errors() {
        return (int) findings.stream().filter(Finding::isError).count();
    }

    private void region(int row, String county, String printed) {
        Optional<Region> known = codes.regions().find(county);
        if (known.isEmpty()) {
            fault(row, "region", "R-REGION-01", printed);
            return;
        }
        if (!known.get().validIn(year)) {
            fault(row, "region", "R-REGION-02", printed);
        }
        String name = text(row, "region-name");
        List<Region> named = codes.regions().named(name);
        if (!named.isEmpty() && !named.contains(known.get())) {
            findings.add(Finding.at(
                    sheet.address(row, column("region-name")),
                    "R-REGISTER-13",
                    Severity.WARNING,
                    name,
                    name,
                    county,
                    known.get().name().zh()));
        }
    }

    private @Nullable String town(int row, String county, String region) {
        String town = text(row, "town");
        if (town.isEmpty()) {
            return region.length() == 12 ? region : null;
        }
        if (!town.matches("\\d{9}|\\d{12}") || !town.startsWith(county)) {
            fault(row, "town", "R-REGISTER-12", town);
        }
        return town.length() == 9 ? town + "000" : town;
    }

    private List<ParkShare> parks(int row) {
        Optional<List<ParkShare>> parks = ParkText.read(text(row, "park"), text(row, "park-share"));
        if (parks.isEmpty()) {
            fault(row, "park", "R-REGISTER-10", text(row, "park") + " " + text(row, "park-share"));
            return List.of();
        }
        boolean listed = codes.regions().all().stream().anyMatch(r -> r.level() == Region.Level.PARK);
        for (ParkShare park : parks.get()) {
            boolean known = codes.regions().named(park.park()).stream().anyMatch(r -> r.level() == Region.Level.PARK)
                    || codes.regions()
                            .find(park.park())
                            .filter(r -> r.level() == Region.Level.PARK)
                            .isPresent();
            if (listed && !known) {
                findings.add(Finding.at(
                        sheet.address(row, column("park")),
                        "R-REGISTER-09",
                        Severity.WARNING,
                        park.park(),
                        park.park()));
            }
        }
        return parks.get();
    }

    private UnitChanges changes(int row) {
        String former = text(row, "former-name");
        return new UnitChanges(
                former.isEmpty() ? null : former,
                month(row, "renamed"),
                month(row, "opened"),
                month(row, "closed"),
                month(row, "moved-in"),
                month(row, "moved-out"));
    }

    private @Nullable YearMonth month(int row, String item) {
        String text = text(row, item);
        if (text.isEmpty()) {
            return null;
        }
        Optional<YearMonth> month = MonthText.read(text, year);
        if (month.isEmpty()) {
            fault(row, item, "R-REGISTER-07", text);
        }
        return month.orElse(null);
    }

    /** The months of the year in which the line holds; empty when there is none. */
    private Optional<int[]> months(int row, UnitChanges changes) {
        YearMonth first = latest(changes.opened(), changes.movedIn(), YearMonth.of(year, 1));
        YearMonth last = earliest(changes.closed(), changes.movedOut(), YearMonth.of(year, 12));
        Optional<String> backwards = isBefore(changes.closed(), changes.opened())
                ? Optional.of("closed")
                : isBefore(changes.movedOut(), changes.movedIn()) ? Optional.of("moved-out") : Optional.empty();
        if (backwards.isPresent()) {
            fault(row, backwards.get(), "R-REGISTER-06", text(row, backwards.get()));
            return Optional.empty();
        }
        if (first.getYear() > year || last.getYear() < year || last.isBefore(first)) {
            findings.add(Finding.at(
                    sheet.address(row, column("credit-code")),
                    "R-REGISTER-08",
                    Severity.WARNING,
                    text(row, "credit-code"),
                    text(row, "credit-code"),
                    year));
            return Optional.empty();
        }
        int from = stated(row, "from-month", first.getMonthValue());
        int to = stated(row, "to-month", last.getMonthValue());
        if (from > to) {
            fault(row, "to-month", "R-REGISTER-06", text(row, "to-month"));
            return Optional.empty();
        }
        return Optional.of(new int[] {from, to});
    }

    private static boolean isBefore(@Nullable YearMonth a, @Nullable YearMonth b) {
        return a != null && b != null && a.isBefore(b);
    }

    private static YearMonth latest(@Nullable YearMonth a, @Nullable YearMonth b, YearMonth first) {
        YearMonth latest = a == null || a.isBefore(first) ? first : a;
        return b == null || b.isBefore(latest) ? latest : b;
    }

    private static YearMonth earliest(@Nullable YearMonth a, @Nullable YearMonth b, YearMonth last) {
        YearMonth earliest = a == null || a.isAfter(last) ? last : a;
        return b == null || b.isAfter(earliest) ? earliest : b;
    }

    /** A month of the year that the line states as such. */
    private int stated(int row, String item, int otherwise) {
        String text = text(row, item).replaceFirst("月份?$", "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("0?[1-9]|1[0-2]")) {
            fault(row, item, "R-REGISTER-07", text);
            return otherwise;
        }
        return Integer.parseInt(text);
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
                .map(CellText::of)
                .map(Caption::compact)
                .map(t -> t.replaceFirst("\\.0$", ""))
                .orElse("");
    }
}
