package org.tanzhang.samples;

import java.util.Map;

/**
 * Changsha's nine counties and districts (GB/T 2260) with the weights by which the drawn city is spread over them.
 *
 * <p>The weights are invented; they only keep core districts urban and the outer counties industrial.
 */
enum County {
    FURONG("430102", "芙蓉区", "芙蓉", 1.0, 0.0, 0.2, 0.0),
    TIANXIN("430103", "天心区", "天心", 1.0, 0.3, 0.5, 0.0),
    YUELU("430104", "岳麓区", "岳麓", 1.7, 0.5, 0.9, 0.3),
    KAIFU("430105", "开福区", "开福", 1.0, 0.2, 0.6, 0.1),
    YUHUA("430111", "雨花区", "雨花", 1.5, 0.3, 1.0, 0.1),
    WANGCHENG("430112", "望城区", "望城", 1.1, 1.0, 1.4, 1.5),
    CHANGSHA_COUNTY("430121", "长沙县", "星沙", 1.6, 1.4, 2.0, 1.0),
    LIUYANG("430181", "浏阳市", "浏阳", 1.4, 2.2, 2.0, 3.0),
    NINGXIANG("430182", "宁乡市", "宁乡", 1.3, 2.1, 2.0, 3.0);

    static final String CITY_CODE = "430100";
    static final String CITY_NAME = "长沙市";

    final String code;
    final String fullName;
    final String shortName;
    private final Map<Spread, Double> weights;

    County(String code, String fullName, String shortName, double urban, double rural, double industry, double coal) {
        this.code = code;
        this.fullName = fullName;
        this.shortName = shortName;
        this.weights = Map.of(Spread.URBAN, urban, Spread.RURAL, rural, Spread.INDUSTRY, industry, Spread.COAL, coal);
    }

    /** This county's share of what is spread, 0 to 1. */
    double share(Spread spread) {
        double sum = 0;
        for (County county : values()) {
            sum += county.weights.getOrDefault(spread, 0.0);
        }
        return weights.getOrDefault(spread, 0.0) / sum;
    }

    /** Whether the county fills the yearbook layout (rows 一. 1. ..., English captions) instead of P303-1. */
    boolean usesYearbookLayout(int year) {
        return this == KAIFU || this == LIUYANG || this == CHANGSHA_COUNTY && year == 2024;
    }

    /** Whether the county still saves its balance as .xls. */
    boolean savesBinary() {
        return this == KAIFU || this == TIANXIN;
    }

    /** By what a quantity is spread over the counties. */
    enum Spread {
        URBAN,
        RURAL,
        INDUSTRY,
        COAL
    }
}
