package org.tanzhang.intake.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tanzhang.intake.reference.YamlNode;
import org.tanzhang.quality.check.AtMost;
import org.tanzhang.quality.check.CarrierAtMost;
import org.tanzhang.quality.check.CarrierSum;
import org.tanzhang.quality.check.Carriers;
import org.tanzhang.quality.check.Check;
import org.tanzhang.quality.check.CoefficientBand;
import org.tanzhang.quality.check.CoefficientGap;
import org.tanzhang.quality.check.EnergyTotal;
import org.tanzhang.quality.check.Equivalents;
import org.tanzhang.quality.check.Filled;
import org.tanzhang.quality.check.ItemSum;
import org.tanzhang.quality.check.Limits;
import org.tanzhang.quality.check.MadeFrom;
import org.tanzhang.quality.check.NetEnergy;
import org.tanzhang.quality.check.PartsWithoutTotal;
import org.tanzhang.quality.check.PriceBand;
import org.tanzhang.quality.check.Range;
import org.tanzhang.quality.check.RatioBand;
import org.tanzhang.quality.check.Requires;
import org.tanzhang.quality.check.StatedNetEnergy;
import org.tanzhang.quality.check.StatedWith;
import org.tanzhang.quality.check.TotalWithoutParts;
import org.tanzhang.quality.check.Yield;
import org.tanzhang.quantity.Unit;

/** Reads the member {@code check} of a rule: the kind, and what the kind needs. */
final class CheckReader {

    private CheckReader() {}

    /** @throws IllegalArgumentException when the kind is unknown or lacks a parameter */
    static Check read(YamlNode node) {
        String kind = node.text("kind");
        return switch (kind) {
            case "item-sum" ->
                new ItemSum(
                        node.text("total"),
                        node.texts("terms"),
                        number(node, "half-unit"),
                        node.flag("even-if-blank"),
                        carriers(node),
                        node.texts("unless"));
            case "at-most" ->
                new AtMost(
                        node.text("total"),
                        node.texts("terms"),
                        number(node, "half-unit"),
                        node.flag("even-if-blank"),
                        carriers(node),
                        node.texts("given"),
                        node.texts("only-with"));
            case "carrier-sum" ->
                new CarrierSum(
                        node.text("total"),
                        node.texts("terms"),
                        node.texts("items"),
                        number(node, "half-unit"),
                        node.flag("even-if-blank"));
            case "total-without-parts" ->
                new TotalWithoutParts(node.text("total"), node.texts("terms"), node.texts("items"));
            case "parts-without-total" ->
                new PartsWithoutTotal(node.text("total"), node.texts("terms"), node.texts("items"));
            case "stated-with" -> new StatedWith(node.text("item"), node.texts("given"), carriers(node));
            case "requires" -> new Requires(node.texts("items"), carriers(node), node.texts("needs"));
            case "made-from" -> new MadeFrom(node.text("output"), members(node.node("sources"), YamlNode::texts));
            case "range" -> new Range(node.texts("items"), limits(node));
            case "filled" -> new Filled(node.texts("items"));
            case "carrier-at-most" ->
                new CarrierAtMost(
                        node.text("total"), node.texts("terms"), node.texts("items"), number(node, "half-unit"));
            case "ratio-band" ->
                new RatioBand(
                        node.text("item"),
                        Unit.parse(node.text("of")),
                        node.text("by"),
                        Unit.parse(node.text("per")),
                        number(node, "low"),
                        number(node, "high"));
            case "coefficient-band" -> new CoefficientBand(node.text("item"), limits(node));
            case "coefficient-gap" ->
                new CoefficientGap(
                        node.text("item"),
                        node.text("reference"),
                        members(node.node("shares"), (n, k) -> new BigDecimal(n.text(k))));
            case "price-band" ->
                new PriceBand(
                        members(
                                node.node("values"),
                                (n, item) -> n.texts(item).stream()
                                        .map(BigDecimal::new)
                                        .toList()),
                        node.text("quantity"),
                        limits(node));
            case "yield" ->
                new Yield(
                        node.text("input"),
                        node.text("output"),
                        node.texts("carriers"),
                        number(node, "low"),
                        number(node, "high"),
                        equivalents(node));
            case "net-energy" -> new NetEnergy(node.texts("used"), node.texts("put-out"), equivalents(node));
            case "stated-net-energy" ->
                new StatedNetEnergy(
                        node.text("item"),
                        node.text("carrier"),
                        node.texts("used"),
                        node.texts("put-out"),
                        number(node, "share"),
                        equivalents(node));
            case "energy-total" ->
                new EnergyTotal(node.text("total"), node.texts("items"), number(node, "share"), equivalents(node));
            default -> throw new IllegalArgumentException(node.source() + ": no kind of check is called " + kind);
        };
    }

    private static BigDecimal number(YamlNode node, String key) {
        return new BigDecimal(node.text(key));
    }

    private static Carriers carriers(YamlNode node) {
        return new Carriers(node.texts("carriers"));
    }

    /** {@code limits: {diesel: [low, high, unit]}} */
    static Map<String, Limits> limits(YamlNode node) {
        return members(node.node("limits"), (n, carrier) -> {
            List<String> row = n.texts(carrier);
            return new Limits(new BigDecimal(row.get(0)), new BigDecimal(row.get(1)), Unit.parse(row.get(2)));
        });
    }

    /** {@code equivalents: {diesel: [value, unit]}}, {@code stated: [items]}, {@code parts: {total: [carriers]}} */
    private static Equivalents equivalents(YamlNode node) {
        return new Equivalents(
                members(node.node("equivalents"), (n, carrier) -> {
                    List<String> row = n.texts(carrier);
                    return new Equivalents.Worth(new BigDecimal(row.get(0)), Unit.parse(row.get(1)));
                }),
                node.texts("stated"),
                members(node.node("parts"), YamlNode::texts));
    }

    private static <T> Map<String, T> members(YamlNode node, BiFunction<YamlNode, String, T> member) {
        Map<String, T> all = new HashMap<>();
        node.keys().forEach(key -> all.put(key, member.apply(node, key)));
        return all;
    }
}
