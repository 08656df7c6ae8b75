package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** 国民经济主要指标 of some regions in a year. Sound as drawn: 全市 is the sum of the nine counties, listed or not. */
final class Indicators extends Table {

    static final String CITY = "全市";
    static final List<String> CITY_DISTRICTS = List.of("芙蓉区", "天心区", "岳麓区", "开福区", "雨花区");

    static final String CODE = "区划代码";
    static final String REGION = "地区";
    static final String CURRENT = "地区生产总值（亿元，当年价格）";
    static final String CONSTANT = "地区生产总值（亿元，2020年价格）";
    static final String GROWTH = "地区生产总值增长速度（%）";
    static final String INDEX = "地区生产总值指数（上年=100）";
    static final String POPULATION = "常住人口（万人）";
    static final String AREA = "行政区域面积（平方公里）";

    private static final List<String> CAPTIONS =
            List.of(CODE, REGION, CURRENT, CONSTANT, GROWTH, INDEX, POPULATION, AREA);
    private static final int BASE_YEAR = 2020;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** By county in the order of their codes, in 2020: 亿元, 万人, 平方公里. */
    private static final List<BigDecimal> GDP = numbers("1250 1180 1490 1110 2180 890 1808 1493 1106");

    private static final List<BigDecimal> PEOPLE = numbers("64.2 83.7 152.8 81.5 126.9 89.4 137.6 142.9 126.4");
    private static final List<BigDecimal> AREAS = numbers("43 141 552 188 292 951 1756 4997 2912");

    /** Yearly change in %, of prices and of the population the same in every county. */
    private static final BigDecimal PRICES = new BigDecimal("1.2");

    private static final BigDecimal BIRTHS = new BigDecimal("0.9");

    private record Figures(
            BigDecimal current, BigDecimal constant, BigDecimal before, BigDecimal population, BigDecimal area) {

        Figures plus(Figures other) {
            return new Figures(
                    current.add(other.current),
                    constant.add(other.constant),
                    before.add(other.before),
                    population.add(other.population),
                    area.add(other.area));
        }

        /** Last year = 100, to one decimal. */
        BigDecimal index() {
            return HUNDRED.multiply(constant).divide(before, 1, RoundingMode.HALF_UP);
        }
    }

    private final int year;

    private Indicators(Sample sample, String whose, int year, List<String> regions) {
        super(sample, "主要指标");
        this.year = year;
        line(1, whose + year + "年国民经济主要指标").merge("A1:H1");
        line(2, CAPTIONS.toArray());
        row("表头", 1);
        for (int i = 0; i < CAPTIONS.size(); i++) {
            column(CAPTIONS.get(i), i);
            sheet().setColumnWidth(i, (i < 2 ? 12 : 32) * 256);
        }
        int number = 2;
        for (String region : regions) {
            row(region, number++);
            region(number, region);
        }
        line(number + 2, "资料来源：国民经济核算、人口抽样调查（合成样例，数据均为虚构）");
    }

    /** The city's own table, of the city and all its counties; 宁乡 is a city since 2017. */
    static Indicators ofCity(Sample sample, int year) {
        return new Indicators(
                sample,
                "长沙市",
                year,
                Stream.concat(Stream.of(CITY), Places.counties().stream()).toList());
    }

    /** Of the districts within the city proper. */
    static Indicators ofDistricts(Sample sample, int year) {
        return new Indicators(sample, "长沙市城区", year, CITY_DISTRICTS);
    }

    /** A county's own table, of one row. */
    static Indicators of(Sample sample, String county, int year) {
        return new Indicators(sample, "长沙市" + county, year, List.of(county));
    }

    /** The columns that hold figures. */
    static List<String> figures() {
        return CAPTIONS.subList(2, CAPTIONS.size());
    }

    private void region(int number, String region) {
        boolean city = region.equals(CITY);
        Figures own = city
                ? Places.counties().stream()
                        .map(this::drawn)
                        .reduce(Figures::plus)
                        .orElseThrow()
                : drawn(region);
        line(
                number,
                city ? "430100" : Places.code(region),
                region,
                own.current,
                own.constant,
                own.index().subtract(HUNDRED),
                own.index(),
                own.population,
                own.area);
    }

    private Figures drawn(String county) {
        int i = Places.counties().indexOf(county);
        // 5.0 to 6.6 %
        BigDecimal growth = new BigDecimal("5.0").add(BigDecimal.valueOf(2L * i, 1));
        BigDecimal constant = rounded(GDP.get(i).multiply(since(growth, BASE_YEAR)));
        return new Figures(
                rounded(constant.multiply(since(PRICES, BASE_YEAR))),
                constant,
                rounded(GDP.get(i).multiply(since(growth, BASE_YEAR + 1))),
                rounded(PEOPLE.get(i).multiply(since(BIRTHS, BASE_YEAR))),
                AREAS.get(i));
    }

    /** (1 + r)^(year - from). */
    private BigDecimal since(BigDecimal percent, int from) {
        return BigDecimal.ONE.add(percent.movePointLeft(2)).pow(year - from, MathContext.DECIMAL64);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> numbers(String text) {
        return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
    }
}
