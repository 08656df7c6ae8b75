package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Name;

/** The reasons of a bureau for residuals in transport diesel of 长沙市, written line by line. */
final class Reasons {

    private static final Map<String, ResidualReason> LIST = new LinkedHashMap<>();

    static {
        list("rounding", "舍入", false);
        list("unexplained", "未解释", false);
        list("county-not-reported", "区县未报", true);
        list("aviation-and-rail", "空铁", true);
        list("statistical-difference", "统计差额", false);
    }

    private static void list(String code, String zh, boolean atCity) {
        LIST.put(code, new ResidualReason(code, new Name(zh, code), atCity));
    }

    private final List<ResidualAssignment> assignments = new ArrayList<>();
    private final List<KnownResiduals.Before> before = new ArrayList<>();
    private @Nullable BigDecimal tolerance;
    private @Nullable BigDecimal change;

    static Reasons of() {
        return new Reasons();
    }

    Reasons explain(String reason, @Nullable String amount) {
        return explain("diesel", reason, amount);
    }

    Reasons explain(String carrier, String reason, @Nullable String amount) {
        assignments.add(new ResidualAssignment(
                World.CHANGSHA,
                "transport",
                carrier,
                Flow.FINAL,
                2024,
                2024,
                reason,
                amount == null ? null : new BigDecimal(amount),
                tolerance,
                change,
                reason + "!"));
        return this;
    }

    Reasons tolerating(String share) {
        tolerance = new BigDecimal(share);
        return this;
    }

    Reasons allowingChange(String share) {
        change = new BigDecimal(share);
        return this;
    }

    /** The residual's share of the city's diesel in transport the year before. */
    Reasons before(String share) {
        before.add(new KnownResiduals.Before("transport", "diesel", Flow.FINAL, new BigDecimal(share)));
        return this;
    }

    KnownResiduals known() {
        return new KnownResiduals(LIST, assignments, before);
    }
}
