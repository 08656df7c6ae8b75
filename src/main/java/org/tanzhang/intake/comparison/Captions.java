package org.tanzhang.intake.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.code.Carrier;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.quality.comparison.CellPair;
import org.tanzhang.quantity.Unit;

/** What messages call carriers, items, units and periods: as the forms print them. */
@Component
class Captions {

    private static final String NOTHING = "—";

    private record Item(String form, String code) {}

    private final Map<Item, String> items = new HashMap<>();
    private final Map<String, Unit> indicators = new LinkedHashMap<>();
    private final ReferenceData reference;

    Captions(ReferenceData reference, FormLibrary forms) {
        this.reference = reference;
        for (FormDefinition form : forms.definitions()) {
            form.items()
                    .forEach(i -> items.putIfAbsent(
                            new Item(form.statement(), i.code()), i.names().get(0)));
            if (form.rows() != null) {
                form.rows().columns().stream()
                        .filter(c -> c.carrier().isEmpty() && c.unit() != null)
                        .forEach(c -> {
                            items.putIfAbsent(
                                    new Item(form.statement(), c.item()),
                                    c.names().get(0));
                            indicators.putIfAbsent(c.item(), reference.units().get(Objects.requireNonNull(c.unit())));
                        });
            }
        }
    }

    /** The units in which indicators are laid side by side: the forms' own, one a dimension. */
    List<Unit> indicatorUnits() {
        List<Unit> units = new ArrayList<>();
        indicators.values().stream()
                .filter(u -> units.stream().noneMatch(u::sameDimensionAs))
                .forEach(units::add);
        return units;
    }

    private String unit(String item, String carrier) {
        if (!carrier.isEmpty()) {
            return reference.codes().carriers().get(carrier).unit();
        }
        return indicatorUnits().stream()
                .filter(u -> u.sameDimensionAs(indicators.getOrDefault(indicator(item), Unit.ONE)))
                .findFirst()
                .map(reference.units()::nameOf)
                .orElse("");
    }

    private static String indicator(String item) {
        int at = item.indexOf(Observation.QUALIFIER);
        return at < 0 ? item : item.substring(0, at);
    }

    /** Carrier, item, later period and value, earlier period and value, unit. */
    List<Object> of(PeriodRepository.Cells cells) {
        CellPair pair = cells.pair();
        return List.of(
                carrier(pair.carrier()),
                item(cells.form(), cells.item()),
                period(cells.laterPeriod()),
                value(pair.later(), pair.now()),
                period(cells.earlierPeriod()),
                value(pair.earlier(), pair.before()),
                reference.units().nameOf(pair.unit()));
    }

    /** Region, carrier, item, period, its own value, the sum below, the carrier's unit, how many the sum is of. */
    List<Object> of(LevelRepository.Level level) {
        return List.of(
                region(level.region()),
                carrier(level.carrier()),
                item(level.form(), level.item()),
                period(level.period()),
                level.upper(),
                level.sum(),
                unit(level.item(), level.carrier()),
                level.members());
    }

    /** Carrier, year, both sides, their difference, the unit, and the other measures with where they came. */
    List<Object> of(MeasureRepository.Apart apart, MeasureRepository.Measure marked) {
        return List.of(
                carrier(apart.carrier()),
                apart.year(),
                apart.left(),
                apart.right(),
                apart.left().subtract(apart.right()),
                reference.units().nameOf(apart.unit()),
                apart.measures().stream()
                        .filter(m -> m != marked)
                        .map(this::stated)
                        .collect(Collectors.joining("、")));
    }

    /** A measure, its figure and its place: 工业生产消费 120（导出.xlsx，Sheet1!E5）. */
    private String stated(MeasureRepository.Measure m) {
        String lastYear = "last-year.";
        boolean before = m.measure().startsWith(lastYear);
        String item = before ? m.measure().substring(lastYear.length()) : m.measure();
        return (before ? "上年" : "") + item("wide-export", item) + " "
                + (m.isStated() ? m.subject().value() : NOTHING) + "（" + m.file()
                + (m.isStated() ? "，" + m.subject().cell() : "") + "）";
    }

    /** Region, carrier, items, period, the sum of them and its unit, ten thousand residents, the unit per resident. */
    List<Object> of(ResidentRepository.Use use) {
        return List.of(
                region(use.region()),
                carrier(use.usual().carrier()),
                use.usual().items().stream().map(i -> item(use.form(), i)).collect(Collectors.joining("、")),
                period(use.period()),
                use.stated().value(),
                reference.units().nameOf(use.stated().unit()),
                use.persons().movePointLeft(4).stripTrailingZeros().toPlainString(),
                reference.units().nameOf(use.usual().unit()));
    }

    String region(String code) {
        return reference.codes().regions().find(code).map(r -> r.name().zh()).orElse(code);
    }

    private static Object value(@Nullable Observation stated, BigDecimal value) {
        return stated == null || stated.value() == null ? NOTHING : value;
    }

    String carrier(String code) {
        return reference
                .codes()
                .carriers()
                .find(code)
                .map(Carrier::name)
                .map(n -> n.zh())
                .orElse(code);
    }

    String item(String form, String code) {
        // a form with a statement a measure keeps it as form.measure
        String family = form.replaceFirst("[.].*", "");
        return items.getOrDefault(new Item(form, code), items.getOrDefault(new Item(family, code), code));
    }

    /** The month as the register states it; a dash where it states none. */
    static String month(@Nullable String month) {
        return month == null ? NOTHING : month;
    }

    /** {@code 2024} for a year, {@code 2024/1-6} for its first six months. */
    static String period(String period) {
        Period p = Period.parse(period);
        return p.isFullYear() ? String.valueOf(p.year()) : p.year() + "/" + p.fromMonth() + "-" + p.toMonth();
    }
}
