package org.tanzhang.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.quality.Severity;

/** The bureau's words for the ledger's codes; an unknown code stands for itself. */
final class Words {

    private static final Map<String, Name> REASONS = Map.of(
            "rounding", new Name("舍入", "rounding"),
            "county-not-reported", new Name("区县未报", "county not reported"),
            "unexplained", new Name("未解释", "unexplained"),
            "carbon-in-gas", new Name("碳随煤气扣除", "carbon taken by gas"));

    private static final Map<String, Name> QUANTITIES = Map.of(
            "ncv", new Name("低位发热量", "net calorific value"),
            "carbon-content", new Name("单位热值含碳量", "carbon content per heat"),
            "oxidation", new Name("碳氧化率", "oxidation rate"),
            "co2-direct", new Name("直接排放因子", "direct emission factor"),
            "coal-equivalent", new Name("折标准煤系数（当量）", "coal equivalent"));

    private static final Map<String, Name> VERIFICATIONS = Map.of(
            "read", new Name("已核原文", "read in the document"),
            "read-secondary", new Name("据转录", "read in a transcription"),
            "derived", new Name("推算", "derived"),
            "unverified", new Name("未核实", "unverified"));

    private static final Map<String, Name> SERIES = Map.of(
            "provincial-average", new Name("省级平均", "provincial average"),
            "regional-average", new Name("区域平均", "regional average"),
            "national-average", new Name("全国平均", "national average"));

    private static final Map<String, Name> WEIGHTS = Map.of(
            "variance", new Name("权重（方差）", "weight: variance"),
            "own-activity", new Name("权重（自身数量）", "weight: own activity"),
            "equal", new Name("权重（平均）", "weight: equal"),
            "population", new Name("权重（常住人口，人）", "weight: population, persons"),
            "gdp-current", new Name("权重（当年价地区生产总值，元）", "weight: GDP at current prices, CNY"));

    private static final Map<String, Name> CHECKS = Map.of(
            "coal-ncv.stated", new Name("煤炭热值：按企业填报系数", "Coal heat value: as enterprises state it"),
            "coal-ncv.set", new Name("煤炭热值：按因子集", "Coal heat value: by the factor set"),
            "by-product-gases.in-coke",
                    new Name("焦炭、喷吹煤和副产煤气：碳计入焦炭", "Coke, injected coal and by-product gas: carbon in coke"),
            "by-product-gases.in-gas",
                    new Name("焦炭、喷吹煤和副产煤气：碳计入煤气", "Coke, injected coal and by-product gas: carbon in gas"),
            "factor-effect",
                    new Name(
                            "因子效应：全市活动量按自身因子计算，减去清单数",
                            "Factor effect: city activity x own factors, less the inventory"));

    private static final Map<String, Name> BASES = Map.of(
            "bottom_up", new Name("自下而上", "bottom up"),
            "top_down", new Name("自上而下", "top down"),
            "residual", new Name("市级差额", "residual"));

    private Words() {}

    /** What the weights of a balanced account are; a run of before kept no code. */
    static Name weight(@Nullable String code) {
        return code == null ? new Name("权重", "weight") : WEIGHTS.getOrDefault(code, new Name("权重", code));
    }

    static Name reason(String code) {
        return REASONS.getOrDefault(code, new Name(code, ""));
    }

    static Name quantity(String code) {
        return QUANTITIES.getOrDefault(code, new Name(code, ""));
    }

    static Name verification(String code) {
        return VERIFICATIONS.getOrDefault(code, new Name(code, ""));
    }

    /** A series of electricity factors. */
    static Name series(String code) {
        return SERIES.getOrDefault(code, new Name(code, ""));
    }

    static Name check(String name) {
        return CHECKS.getOrDefault(name, new Name(name, ""));
    }

    static Name basis(String code) {
        return BASES.getOrDefault(code, new Name(code, ""));
    }

    static Name severity(Severity severity) {
        return switch (severity) {
            case ERROR -> new Name("错误", "error");
            case WARNING -> new Name("警告", "warning");
            case INFO -> new Name("提示", "info");
        };
    }

    /** What the marks in the tables mean. */
    static final String FOOTNOTE = "NE：未核算（不是零）。*：合计中有未核算项，不完整。空白：无此项。"
            + "  NE: not estimated, which is not zero. *: something in the sum is not estimated. Blank: nothing there.";
}
