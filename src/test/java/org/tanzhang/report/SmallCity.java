package org.tanzhang.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Account;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Name;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.code.Sector;
import org.tanzhang.ledger.ClosingRepository.BalancedLine;
import org.tanzhang.ledger.ClosingRepository.EarlierCell;
import org.tanzhang.ledger.ClosingRepository.ReasonedResidual;
import org.tanzhang.ledger.LedgerRepository.Check;
import org.tanzhang.ledger.LedgerRepository.Totals;
import org.tanzhang.ledger.LedgerRepository.UsedFactor;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.TidyRow;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * A city of two counties: 100 t and 200.5 t of coal burnt, a residual of 10 t, and purchased electricity. In the second
 * variant the second county's transport is not estimated.
 */
final class SmallCity {

    static final String CITY = "430100";
    static final String FIRST = "430102";
    static final String SECOND = "430103";

    private SmallCity() {}

    static Inventory complete() {
        return inventory(List.of(), 0);
    }

    static Inventory withTransportMissing() {
        return inventory(
                List.of(row(SECOND, "transport", "energy-total", "final", "bottom_up", null, null, "吨标准煤")), 1);
    }

    /** By a method that leaves electricity and heat out. */
    static Inventory ofScope1() {
        Inventory i = complete();
        return new Inventory(
                i.run(),
                i.total(),
                i.counties(),
                i.account().stream().filter(r -> r.scope() == 1).toList(),
                i.ledger().stream().filter(r -> r.scope() == 1).toList(),
                i.closing(),
                i.factors(),
                i.checks(),
                i.findings(),
                i.codes(),
                i.factorSet(),
                i.method(),
                i.memo(),
                i.parks());
    }

    private static Inventory inventory(List<TidyRow> missing, int count) {
        List<TidyRow> account = new java.util.ArrayList<>(List.of(
                row(CITY, "industry", "raw-coal", "final", "residual", "5", "10", "吨"),
                row(FIRST, "industry", "raw-coal", "final", "bottom_up", "50", "100", "吨"),
                row(SECOND, "industry", "raw-coal", "final", "bottom_up", "100.25", "200.500000000001", "吨"),
                row(FIRST, "transport", "diesel", "final", "bottom_up", "10", "30.1", "吨"),
                row(FIRST, "industry", "electricity", "consumption", "bottom_up", "20", "99.52", "万千瓦时"),
                row(SECOND, "industry", "electricity", "consumption", "bottom_up", "30", "149.28", "万千瓦时"),
                row(CITY, "total", "electricity", "net-import", "top_down", "40", "199.04", "万千瓦时")));
        account.addAll(missing);
        List<TidyRow> ledger = new java.util.ArrayList<>(account);
        ledger.addAll(List.of(
                row(CITY, "industry", "raw-coal", "final", "top_down", "155.25", "310.500000000001", "吨"),
                row(CITY, "transport", "diesel", "final", "top_down", "10", "30.1", "吨"),
                row(CITY, "industry", "electricity", "consumption", "top_down", "50", "248.8", "万千瓦时"),
                row(FIRST, "total", "electricity", "net-import", "bottom_up", "20", "99.52", "万千瓦时"),
                row(SECOND, "total", "electricity", "net-import", "bottom_up", "30", "149.28", "万千瓦时")));
        return new Inventory(
                new Run(
                        7,
                        2024,
                        CITY,
                        "长沙市",
                        "set-1",
                        "00",
                        "method-1",
                        "0123456789abcdef".repeat(4),
                        "00",
                        true,
                        ledger.size(),
                        Instant.parse("2025-08-01T18:30:05Z")),
                totals(CITY, "长沙市", "340.600000000001", "248.8", "199.04", count),
                List.of(
                        totals(FIRST, "芙蓉区", "130.1", "99.52", "99.52", 0),
                        totals(SECOND, "天心区", "200.500000000001", "149.28", "149.28", count)),
                account,
                ledger,
                closing(),
                List.of(
                        factor("ncv-raw-coal", "ncv", "20908", "kJ/kg", "read-secondary"),
                        factor("of-raw-coal", "oxidation", "0.94", "1", "unverified"),
                        electricityOf2023()),
                List.of(
                        new Check("coal-ncv.set", CITY, new BigDecimal("300"), "tCO2", null),
                        new Check("coal-ncv.stated", CITY, new BigDecimal("310.5"), "tCO2", null),
                        composite("coal.with-feedstock", "1000.5", "tce", null),
                        composite("coal.factor", "2.66", "tCO2/tce", source("coal-total", "read-secondary")),
                        composite("coal.co2", "2661.33", "tCO2", null),
                        composite("gas.with-feedstock", "100", "tce", null),
                        composite("gas.factor", "1.56", "tCO2/tce", source("natural-gas", "unverified")),
                        composite("gas.co2", "156", "tCO2", null)),
                List.of(Finding.about(CITY + "/=1+1", "A-CITY-02", Severity.WARNING, "=HYPERLINK(\"x\")")),
                codes(),
                new Name("因子集一", "set one"),
                new Name("方法一", "method one"),
                List.of(),
                List.of());
    }

    /** 5 t of coal, 2 t of it explained; a year before the levels agreed. Balanced, the first county takes 2 t, the second 1 t. */
    private static Closing closing() {
        return new Closing(
                List.of(residual("3", "6", "rounding", "舍入", ""), residual("2", "4", "aviation-and-rail", "空铁", "机务段")),
                List.of(new EarlierCell(2023, "industry", "raw-coal", "final", BigDecimal.ZERO)),
                List.of(
                        balanced(FIRST, "50", "4", "52", "100", "104"),
                        balanced(SECOND, "100.25", "2", "101.25", "200.500000000001", "202.500000000001"),
                        balanced(CITY, "153.25", "0", "153.25", "306.500000000001", "306.500000000001")));
    }

    private static ReasonedResidual residual(String activity, String co2, String reason, String zh, String note) {
        return new ReasonedResidual(
                "industry",
                "raw-coal",
                "final",
                new BigDecimal(activity),
                "吨",
                new BigDecimal(co2),
                reason,
                zh,
                reason,
                new BigDecimal("3.105"),
                note);
    }

    private static BalancedLine balanced(
            String region, String raw, String weight, String balanced, String co2, String balancedCo2) {
        return new BalancedLine(
                region,
                region.equals(CITY),
                "industry",
                "raw-coal",
                "final",
                "吨",
                new BigDecimal(raw),
                new BigDecimal(weight),
                "variance",
                new BigDecimal(balanced),
                region.equals(CITY) ? new BigDecimal("2") : BigDecimal.ZERO,
                new BigDecimal(co2),
                new BigDecimal(balancedCo2));
    }

    private static Check composite(String name, String value, String unit, Account.@Nullable Source source) {
        return new Check("composite." + name, CITY, new BigDecimal(value), unit, source);
    }

    private static Account.Source source(String carrier, String verification) {
        return new Account.Source("composites/co2-" + carrier, "考核指南", verification);
    }

    private static Totals totals(
            String code, String name, String scope1, String consumption, String netImport, int missing) {
        return new Totals(
                code, name, new BigDecimal(scope1), new BigDecimal(consumption), new BigDecimal(netImport), missing);
    }

    private static UsedFactor factor(String id, String quantity, String value, String unit, String verification) {
        return new UsedFactor(
                id,
                "raw-coal",
                quantity,
                new BigDecimal(value),
                unit,
                "GB/T 2589-2008",
                "附录A",
                verification,
                "",
                null,
                null,
                null);
    }

    private static UsedFactor electricityOf2023() {
        return new UsedFactor(
                "co2-electricity-2023",
                "electricity",
                "co2-direct",
                new BigDecimal("0.4976"),
                "kgCO2/kWh",
                "公告2025年第47号",
                "",
                "read-secondary",
                "",
                "provincial-average",
                2023,
                2023);
    }

    private static TidyRow row(
            String region,
            String sector,
            String carrier,
            String flow,
            String basis,
            @Nullable String activity,
            @Nullable String co2,
            String unit) {
        Codes codes = codes();
        return new TidyRow(
                2024,
                region,
                codes.regions().get(region).name().zh(),
                sector,
                codes.sectors().get(sector).name().zh(),
                sector,
                carrier,
                codes.carriers().get(carrier).name().zh(),
                carrier,
                flow,
                Flow.of(flow).scope(),
                basis,
                decimal(activity),
                unit,
                null,
                decimal(activity),
                decimal(co2),
                co2 == null ? "NE" : "",
                "set-1",
                "method-1");
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Codes codes() {
        return new Codes(
                new Regions(List.of(
                        region(CITY, "长沙市", "Changsha", Region.Level.CITY, null),
                        region(FIRST, "芙蓉区", "Furong", Region.Level.COUNTY, CITY),
                        region(SECOND, "天心区", "Tianxin", Region.Level.COUNTY, CITY))),
                new CodeList<>(
                        "sectors",
                        List.of(sector("total", "合计"), sector("industry", "工业"), sector("transport", "交通运输业"))),
                new CodeList<>(
                        "carriers",
                        List.of(
                                carrier("raw-coal", "原煤", "吨", Carrier.Kind.FUEL, "coal"),
                                carrier("diesel", "柴油", "吨", Carrier.Kind.FUEL, "oil"),
                                carrier("electricity", "电力", "万千瓦时", Carrier.Kind.ELECTRICITY, "electricity"),
                                carrier("energy-total", "能源合计", "吨标准煤", Carrier.Kind.TOTAL, ""))),
                List.of(
                        new Codes.NamedFlow(Flow.FINAL, new Name("终端消费", "final")),
                        new Codes.NamedFlow(Flow.CONSUMPTION, new Name("消费", "consumption")),
                        new Codes.NamedFlow(Flow.NET_IMPORT, new Name("净调入", "net import"))),
                "00");
    }

    private static Region region(String code, String zh, String en, Region.Level level, @Nullable String parent) {
        return new Region(code, new Name(zh, en), level, parent, null, null, null, List.of());
    }

    private static Sector sector(String code, String zh) {
        return new Sector(code, new Name(zh, code), Sector.Kind.FINAL_USE, code, null, List.of());
    }

    private static Carrier carrier(String code, String zh, String unit, Carrier.Kind kind, String family) {
        return new Carrier(code, new Name(zh, code), unit, kind, family, code, List.of(), List.of());
    }
}
