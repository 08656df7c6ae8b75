package org.tanzhang.samples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes the synthetic sample city: {@code inbox/} as it would arrive at the bureau, and {@code expected/}, the accounts
 * that must come out.
 *
 * <p>Arguments: the folder to write to; optionally the factor set's {@code factors.csv}.
 */
public final class SampleCity {
    static final int FIRST_YEAR = 2023;
    static final int LAST_YEAR = 2024;

    /** Spreads neighbouring serials and codes over the generator's states (2^64 divided by the golden ratio). */
    static final long SEED = 0x9E3779B97F4A7C15L;

    private static final Path FACTORS = Path.of("emission-factors", "sets", "cn-hunan-2025", "factors.csv");

    private final Path folder;
    private final FactorTable factors;
    private final List<Enterprise> roster = Enterprise.roster();

    private SampleCity(Path folder, FactorTable factors) {
        this.folder = folder;
        this.factors = factors;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("SampleCity FOLDER [FACTORS.csv]");
        }
        write(Path.of(arguments[0]), arguments.length == 2 ? Path.of(arguments[1]) : FACTORS);
    }

    static void write(Path folder, Path factors) throws IOException {
        new SampleCity(folder, FactorTable.read(factors)).write();
    }

    private void write() throws IOException {
        Map<Integer, Map<County, List<Card>>> cards = cards();
        List<String> totals = new ArrayList<>();
        totals.add("year,region_code,scope1_t,scope2_consumption_t,scope2_net_import_t");
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Map<County, List<Card>> ofYear = cards.getOrDefault(year, Map.of());
            BalanceDraw draw = new BalanceDraw(year, ofYear);
            Balance city = draw.city();
            inbox(year, ofYear, draw.counties(), city);
            Ledger ledger = new ExpectedAccount(year, ofYear, draw.counties(), city, factors).ledger();
            csv("ledger-" + year + ".csv", ledger.csv());
            totals(totals, year, ledger);
        }
        csv("totals.csv", totals);
    }

    private Map<Integer, Map<County, List<Card>>> cards() {
        Map<Integer, Map<County, List<Card>>> cards = new TreeMap<>();
        for (Enterprise enterprise : roster) {
            new CardDraw(enterprise)
                    .cards()
                    .forEach((year, card) -> cards.computeIfAbsent(year, key -> new EnumMap<>(County.class))
                            .computeIfAbsent(enterprise.county(), key -> new ArrayList<>())
                            .add(card));
        }
        return cards;
    }

    private void inbox(int year, Map<County, List<Card>> cards, Map<County, Balance> counties, Balance city)
            throws IOException {
        Path inbox = folder.resolve("inbox").resolve(Integer.toString(year));
        List<Enterprise> reporting =
                roster.stream().filter(enterprise -> enterprise.reportsIn(year)).toList();
        SampleFile.save(RegisterWorkbook.of(year, reporting), inbox.resolve("名录_" + County.CITY_CODE + ".xlsx"));
        List<Card> all = new ArrayList<>();
        for (County county : County.values()) {
            all.addAll(cards.getOrDefault(county, List.of()));
        }
        SampleFile.save(ProductWorkbook.of(year, all), inbox.resolve("产量_%s_主要产品.xlsx".formatted(County.CITY_CODE)));
        SampleFile.save(IndicatorWorkbook.of(year), inbox.resolve("指标_%s.xlsx".formatted(County.CITY_CODE)));
        if (year == LAST_YEAR) {
            SampleFile.save(CoalSurveyWorkbook.of(year), inbox.resolve("煤炭调查_%s.xlsx".formatted(County.CITY_CODE)));
        }
        boolean cityBinary = year == FIRST_YEAR;
        SampleFile.save(
                BalanceWorkbook.of(city, County.CITY_NAME, cityBinary, false),
                inbox.resolve("市_%s_%s%s".formatted(County.CITY_CODE, County.CITY_NAME, extension(cityBinary))));
        for (County county : County.values()) {
            Balance balance = Objects.requireNonNull(counties.get(county));
            boolean binary = county.savesBinary();
            SampleFile.save(
                    county.usesYearbookLayout(year)
                            ? YearbookWorkbook.of(balance, binary)
                            : BalanceWorkbook.of(balance, bureau(county), binary, county == County.YUHUA),
                    inbox.resolve("区县_%s_%s%s".formatted(county.code, county.fullName, extension(binary))));
            for (Card card : cards.getOrDefault(county, List.of())) {
                SampleFile.save(CardWorkbook.of(card), inbox.resolve(fileName(card)));
            }
        }
    }

    private static String fileName(Card card) {
        Enterprise enterprise = card.enterprise();
        return "企业_%s_%03d_%s%s"
                .formatted(
                        enterprise.county().code,
                        enterprise.serial(),
                        enterprise.trade().word,
                        extension(CardLook.of(enterprise).binary()));
    }

    /** 望城 writes its name with inner spaces, as bureaus like to justify a heading. */
    private static String bureau(County county) {
        return county == County.WANGCHENG ? "望 城 区" : county.fullName;
    }

    private static String extension(boolean binary) {
        return binary ? ".xls" : ".xlsx";
    }

    /** The city's scope 1 is its own account, counties plus residual; a county's is the sum of its entries. */
    private static void totals(List<String> totals, int year, Ledger ledger) {
        List<String> regions = new ArrayList<>(List.of(County.CITY_CODE));
        for (County county : County.values()) {
            regions.add(county.code);
        }
        for (String region : regions) {
            BigDecimal burnt = ledger.sum(key -> key.scope() == 1
                            && key.region().equals(region)
                            && !key.basis().equals("residual"))
                    .co2();
            BigDecimal consumed = ledger.sum(
                            key -> key.region().equals(region) && key.flow().equals("consumption"))
                    .co2();
            BigDecimal imported = ledger.sum(
                            key -> key.region().equals(region) && key.flow().equals("net-import"))
                    .co2();
            totals.add("%d,%s,%s,%s,%s"
                    .formatted(year, region, Ledger.tonnes(burnt), Ledger.tonnes(consumed), Ledger.tonnes(imported)));
        }
    }

    private void csv(String name, List<String> lines) throws IOException {
        Path expected = Files.createDirectories(folder.resolve("expected"));
        Files.writeString(expected.resolve(name), String.join("\n", lines) + "\n");
    }
}
