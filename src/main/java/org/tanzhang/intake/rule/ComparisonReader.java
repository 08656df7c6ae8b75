package org.tanzhang.intake.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tanzhang.intake.reference.YamlNode;
import org.tanzhang.quality.comparison.ActiveUnit;
import org.tanzhang.quality.comparison.Band;
import org.tanzhang.quality.comparison.Beside;
import org.tanzhang.quality.comparison.CellChange;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quality.comparison.Comparison;
import org.tanzhang.quality.comparison.DivisionChange;
import org.tanzhang.quality.comparison.Earlier;
import org.tanzhang.quality.comparison.IndustryProcess;
import org.tanzhang.quality.comparison.ItemsGone;
import org.tanzhang.quality.comparison.MeasurePrice;
import org.tanzhang.quality.comparison.MeasureRelation;
import org.tanzhang.quality.comparison.NotDecreasing;
import org.tanzhang.quality.comparison.PerHead;
import org.tanzhang.quality.comparison.PowersOfTen;
import org.tanzhang.quality.comparison.SameFigures;
import org.tanzhang.quality.comparison.SameName;
import org.tanzhang.quality.comparison.SameStock;
import org.tanzhang.quality.comparison.StandardQuantity;
import org.tanzhang.quality.comparison.StatedGrowth;
import org.tanzhang.quality.comparison.TotalChange;
import org.tanzhang.quality.comparison.TwoPlaces;
import org.tanzhang.quality.comparison.UnitSlip;
import org.tanzhang.quality.comparison.UpperLevel;
import org.tanzhang.quantity.Unit;

/** Reads the member {@code compare} of a rule: the kind, and what the kind needs. */
final class ComparisonReader {

    private ComparisonReader() {}

    /** @throws IllegalArgumentException when the kind is unknown or lacks a parameter */
    static Comparison read(YamlNode node) {
        String kind = node.text("kind");
        return switch (kind) {
            case "same-stock" -> new SameStock(earlier(node), beside(node), number(node, "half-unit"));
            case "not-decreasing" -> new NotDecreasing(earlier(node), beside(node), number(node, "half-unit"));
            case "cell-change" -> new CellChange(earlier(node), beside(node), band(node), equivalents(node));
            case "unit-slip" -> new UnitSlip(earlier(node), beside(node), powers(node));
            case "per-head" -> new PerHead(usual(node), powers(node));
            case "total-change" -> new TotalChange(node.text("item"), band(node), equivalents(node));
            case "division-change" ->
                new DivisionChange(
                        node.text("item"), band(node), number(node, "minimum").intValueExact(), equivalents(node));
            case "upper-level" ->
                new UpperLevel(
                        node.texts("items"),
                        UpperLevel.Lower.valueOf(node.text("lower").toUpperCase(Locale.ROOT)),
                        number(node, "share"),
                        node.textOrNull("least") == null ? BigDecimal.ZERO : number(node, "least"),
                        number(node, "floor"),
                        equivalents(node));
            case "standard-quantity" ->
                new StandardQuantity(
                        node.text("physical"),
                        shares(node.node("shares")),
                        number(node, "half-unit"),
                        equivalents(node));
            case "growth" -> new StatedGrowth(node.text("growth"), node.text("of"), number(node, "points"));
            case "measure-relation" ->
                new MeasureRelation(
                        node.texts("left"),
                        MeasureRelation.Relation.valueOf(
                                node.text("relation").toUpperCase(Locale.ROOT).replace('-', '_')),
                        node.texts("right"),
                        node.texts("needs"),
                        node.texts("given"),
                        node.texts("unless"),
                        node.texts("left-out"),
                        number(node, "half-unit"));
            case "measure-price" ->
                new MeasurePrice(
                        node.text("value"), number(node, "yuan"), node.text("quantity"), CheckReader.limits(node));
            case "same-figures" ->
                new SameFigures(node.text("item"), number(node, "minimum").intValueExact(), node.flag("same-name"));
            case "same-name" -> new SameName();
            case "two-places" -> new TwoPlaces();
            case "active-unit" -> new ActiveUnit();
            case "industry-process" ->
                new IndustryProcess(
                        node.texts("industries"), node.texts("except"), node.texts("items"), node.flag("expected"));
            case "items-gone" -> new ItemsGone(node.texts("items"));
            default -> throw new IllegalArgumentException(node.source() + ": no kind of comparison is called " + kind);
        };
    }

    private static Earlier earlier(YamlNode node) {
        return Earlier.of(node.text("earlier"));
    }

    /** {@code items: [consumption, opening-stock=closing-stock]}, {@code carriers}, {@code blank-is-none} */
    private static Beside beside(YamlNode node) {
        List<Beside.Items> items =
                node.texts("items").stream().map(Beside.Items::of).toList();
        return new Beside(items, node.texts("carriers"), node.flag("blank-is-none"));
    }

    private static PowersOfTen powers(YamlNode node) {
        return new PowersOfTen(
                node.texts("powers").stream().map(BigDecimal::new).toList(),
                number(node, "spread"),
                number(node, "floor"),
                units(node.node("units")),
                equivalents(node));
    }

    /** {@code usual: [{items, carrier, amount, unit}]} */
    private static List<PerHead.Usual> usual(YamlNode node) {
        return node.nodes("usual").stream()
                .map(u -> new PerHead.Usual(
                        u.texts("items"), u.text("carrier"), number(u, "amount"), Unit.parse(u.text("unit"))))
                .toList();
    }

    private static Band band(YamlNode node) {
        return new Band(number(node, "factor"), number(node, "floor"));
    }

    /** {@code equivalents: {diesel: [tce, unit]}} */
    private static CoalEquivalents equivalents(YamlNode node) {
        YamlNode all = node.node("equivalents");
        Map<String, CoalEquivalents.Worth> tce = new HashMap<>();
        all.keys().forEach(carrier -> {
            List<String> row = all.texts(carrier);
            tce.put(carrier, new CoalEquivalents.Worth(new BigDecimal(row.get(0)), Unit.parse(row.get(1))));
        });
        return new CoalEquivalents(tce);
    }

    private static Map<String, BigDecimal> shares(YamlNode node) {
        Map<String, BigDecimal> shares = new HashMap<>();
        node.keys().forEach(carrier -> shares.put(carrier, new BigDecimal(node.text(carrier))));
        return shares;
    }

    private static Map<String, Unit> units(YamlNode node) {
        Map<String, Unit> units = new HashMap<>();
        node.keys().forEach(name -> units.put(name, Unit.parse(node.text(name))));
        return units;
    }

    private static BigDecimal number(YamlNode node, String key) {
        return new BigDecimal(node.text(key));
    }
}
