package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The year's indicators of the city and its counties, as the bureau's own table: all figures invented, the city their sum. */
final class IndicatorWorkbook {

    private static final int BASE_YEAR = 2020;
    private static final double GDP_OF_CITY = 13_800;
    private static final double POPULATION_OF_CITY = 1_046;

    /** km2, near what the counties are. */
    private static final Map<County, Integer> AREA = new EnumMap<>(Map.of(
            County.FURONG, 43,
            County.TIANXIN, 141,
            County.YUELU, 552,
            County.KAIFU, 188,
            County.YUHUA, 292,
            County.WANGCHENG, 951,
            County.CHANGSHA_COUNTY, 1756,
            County.LIUYANG, 4997,
            County.NINGXIANG, 2912));

    private static final List<String> CAPTIONS = List.of(
            "地区",
            "区划代码",
            "地区生产总值（亿元，当年价格）",
            "地区生产总值（亿元，%d年价格）".formatted(BASE_YEAR),
            "地区生产总值增长速度（%）",
            "常住人口（万人）",
            "行政区域面积（平方公里）");

    private IndicatorWorkbook() {}

    private record Indicators(
            BigDecimal current, BigDecimal constant, BigDecimal before, BigDecimal population, int area) {

        Indicators plus(Indicators other) {
            return new Indicators(
                    current.add(other.current),
                    constant.add(other.constant),
                    before.add(other.before),
                    population.add(other.population),
                    area + other.area);
        }

        /** In % at constant prices, one decimal. */
        BigDecimal growth() {
            return constant.divide(before, 6, RoundingMode.HALF_EVEN)
                    .subtract(BigDecimal.ONE)
                    .movePointRight(2)
                    .setScale(1, RoundingMode.HALF_EVEN);
        }
    }

    static Workbook of(int year) {
        Workbook workbook = new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "主要指标");
        sheet.widths(12, 16, CAPTIONS.size() - 1);
        sheet.title(0, CAPTIONS.size() - 1, "%s%d年分区县（市）国民经济主要指标（虚构数值）".formatted(County.CITY_NAME, year));
        sheet.headings(1, 0, CAPTIONS);
        Indicators city = new Indicators(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);
        int row = 3;
        for (County county : County.values()) {
            Indicators own = draw(county, year);
            city = city.plus(own);
            line(sheet, row++, county.fullName, county.code, own);
        }
        line(sheet, 2, "全市", County.CITY_CODE, city);
        return workbook;
    }

    private static void line(SheetWriter sheet, int row, String name, String code, Indicators own) {
        sheet.text(row, 0, name);
        sheet.text(row, 1, code);
        sheet.number(row, 2, own.current);
        sheet.number(row, 3, own.constant);
        sheet.number(row, 4, own.growth());
        sheet.number(row, 5, own.population);
        sheet.number(row, 6, BigDecimal.valueOf(own.area));
    }

    private static Indicators draw(County county, int year) {
        Random habits = new Random(Long.parseLong(county.code) * SampleCity.SEED + 1);
        double share = 0.6 * county.share(County.Spread.URBAN) + 0.4 * county.share(County.Spread.INDUSTRY);
        double population = POPULATION_OF_CITY
                * (0.8 * county.share(County.Spread.URBAN) + 0.2 * county.share(County.Spread.RURAL));
        double growth = 0.035 + 0.03 * habits.nextDouble();
        double prices = 0.006 + 0.006 * habits.nextDouble();
        int years = year - SampleCity.FIRST_YEAR;
        double before = GDP_OF_CITY * share * Math.pow(1 + growth, years - 1);
        double constant = before * (1 + growth);
        return new Indicators(
                rounded(constant * Math.pow(1 + prices, year - BASE_YEAR)),
                rounded(constant),
                rounded(before),
                rounded(population * Math.pow(1.006, years)),
                AREA.getOrDefault(county, 0));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
