package org.tanzhang.intake.reference;

import java.nio.file.Path;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** The reference data that ships with the program, read once for all tests. */
public final class Shipped {

    /** The folder, from the project's root. */
    public static final Path FOLDER = Path.of("emission-factors");

    private static final ReferenceData DATA = ReferenceData.in(FOLDER);
    private static final FactorSet FACTORS = DATA.factorSet("cn-hunan-2025");
    private static final Method METHOD = DATA.method("city-county-2025");

    private Shipped() {}

    public static ReferenceData data() {
        return DATA;
    }

    public static Codes codes() {
        return DATA.codes();
    }

    public static Units units() {
        return DATA.units();
    }

    public static FactorSet factors() {
        return FACTORS;
    }

    public static Method method() {
        return METHOD;
    }

    public static Region region(String code) {
        return codes().regions().get(code);
    }

    public static Carrier carrier(String code) {
        return codes().carriers().get(code);
    }

    /** The carrier's unit on 205-1 and in the ledger. */
    public static Unit ledgerUnit(String carrier) {
        return units().get(carrier(carrier).unit());
    }

    /** The carrier's unit in a balance: ten thousand of the ledger's (万吨 over 吨, 亿立方米 over 万立方米). */
    public static Unit balanceUnit(String carrier) {
        return units().get(
                        switch (carrier(carrier).unit()) {
                            case "吨" -> "万吨";
                            case "万立方米" -> "亿立方米";
                            case "百万千焦" -> "百亿千焦";
                            case "万千瓦时" -> "亿千瓦时";
                            case "吨标准煤" -> "万吨标准煤";
                            default -> throw new IllegalArgumentException(carrier);
                        });
    }
}
