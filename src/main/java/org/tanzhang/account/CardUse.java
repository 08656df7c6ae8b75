package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * What one enterprise did with one carrier in a year, read off its 205-1 and 205-2.
 *
 * <p>All amounts are in the carrier's ledger unit. Consumption (205-1 column 4) includes the eight transformation inputs
 * of 205-2 and the raw material (column 6).
 *
 * @param cells the cells read, by item
 * @param missing whether the consumption exists but is not stated (NE, C)
 */
record CardUse(
        Carrier carrier,
        BigDecimal consumption,
        Map<String, BigDecimal> inputs,
        BigDecimal rawMaterial,
        @Nullable Observation coefficient,
        @Nullable Observation referenceCoefficient,
        Map<String, List<Observation>> cells,
        boolean missing) {

    /** The items of 205-2 that are transformation inputs. */
    static final List<String> INPUTS = List.of(
            "input.power",
            "input.heat",
            "input.washing",
            "input.coking",
            "input.refining",
            "input.gas-making",
            "input.liquefaction",
            "input.briquetting");

    /** Shares of an input stated on a total row are rounded to this many decimals; the last part takes the rest. */
    private static final int SHARE_SCALE = 6;

    /** Consumption less all inputs: final use, raw material included. */
    BigDecimal finalWithRawMaterial() {
        return inputs.values().stream().reduce(consumption, BigDecimal::subtract);
    }

    /** The cells that final use rests on: consumption, inputs and raw material. */
    List<Observation> sources() {
        return withCoefficient(
                cells.values().stream().flatMap(List::stream).distinct().toList());
    }

    /** The cells that one item rests on. */
    List<Observation> sources(String item) {
        return withCoefficient(cells.getOrDefault(item, List.of()));
    }

    private List<Observation> withCoefficient(List<Observation> sources) {
        return coefficient == null ? sources : Activity.union(sources, List.of(coefficient));
    }

    BigDecimal input(String name) {
        return inputs.getOrDefault("input." + name, BigDecimal.ZERO);
    }

    /** The same use with every amount changed. */
    CardUse each(UnaryOperator<BigDecimal> change) {
        Map<String, BigDecimal> changed = new LinkedHashMap<>();
        inputs.forEach((item, amount) -> changed.put(item, change.apply(amount)));
        return new CardUse(
                carrier,
                change.apply(consumption),
                changed,
                change.apply(rawMaterial),
                coefficient,
                referenceCoefficient,
                cells,
                missing);
    }

    /** What is used beyond an earlier statement of the same unit, with the cells of both. */
    CardUse less(CardUse earlier) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>(inputs);
        earlier.inputs.forEach((item, amount) -> amounts.merge(item, amount.negate(), BigDecimal::add));
        Map<String, List<Observation>> both = new LinkedHashMap<>(cells);
        earlier.cells.forEach((item, from) -> both.merge(item, from, Activity::union));
        return new CardUse(
                carrier,
                consumption.subtract(earlier.consumption),
                amounts,
                rawMaterial.subtract(earlier.rawMaterial),
                coefficient,
                referenceCoefficient,
                both,
                missing || earlier.missing);
    }

    /** Reads a card. Totals stand for their parts only where no part is stated; energy totals never do. */
    static List<CardUse> of(Statement card, CodeList<Carrier> carriers, Units units, List<Finding> findings) {
        return new Reading(card.cells(), carriers, units, findings).uses();
    }

    private record Reading(Statement.Cells cells, CodeList<Carrier> carriers, Units units, List<Finding> findings) {

        List<CardUse> uses() {
            List<CardUse> uses = new ArrayList<>();
            Set<String> stated = cells.all().stream().map(Observation::carrier).collect(Collectors.toSet());
            for (Carrier carrier : carriers.all()) {
                if (!stated.contains(carrier.code()) && carrier.parts().stream().noneMatch(stated::contains)) {
                    continue;
                }
                if (carrier.kind() == Carrier.Kind.TOTAL || isPartOfOther(carrier)) {
                    continue;
                }
                List<Carrier> parts = carrier.parts().stream()
                        .map(carriers::get)
                        .filter(p -> !consumed(p).isEmpty())
                        .toList();
                if (parts.isEmpty()) {
                    use(carrier, carrier, Map.of()).ifPresent(uses::add);
                } else {
                    parts.forEach(
                            p -> use(p, carrier, fromTotal(carrier, parts, p)).ifPresent(uses::add));
                }
            }
            return uses;
        }

        private boolean isPartOfOther(Carrier carrier) {
            return carriers.all().stream()
                    .anyMatch(c -> c.kind() != Carrier.Kind.TOTAL && c.parts().contains(carrier.code()));
        }

        private Optional<CardUse> use(Carrier carrier, Carrier total, Map<String, BigDecimal> fromTotal) {
            BigDecimal consumption = consumption(carrier);
            Map<String, BigDecimal> inputs = new LinkedHashMap<>();
            Map<String, List<Observation>> sources = new LinkedHashMap<>();
            List<Observation> consumed = consumed(carrier);
            if (!consumed.isEmpty()) {
                sources.put("consumption", consumed);
            }
            for (String item : allItems()) {
                List<Observation> from = new ArrayList<>();
                cells.nonZero(item, carrier.code()).ifPresent(from::add);
                if (fromTotal.containsKey(item)) {
                    cells.nonZero(item, total.code()).ifPresent(from::add);
                }
                sources.put(item, from);
            }
            for (String input : INPUTS) {
                BigDecimal all = amount(input, carrier).add(fromTotal.getOrDefault(input, BigDecimal.ZERO));
                if (all.signum() != 0) {
                    inputs.put(input, all);
                }
            }
            BigDecimal rawMaterial =
                    amount("raw-material", carrier).add(fromTotal.getOrDefault("raw-material", BigDecimal.ZERO));
            Optional<Observation> unstated =
                    cells.find("consumption", carrier.code()).filter(Observation::isMissing);
            unstated.ifPresent(o -> sources.put("consumption", List.of(o)));
            if (consumption.signum() == 0 && inputs.isEmpty() && rawMaterial.signum() == 0 && unstated.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new CardUse(
                    carrier,
                    consumption,
                    inputs,
                    rawMaterial,
                    cells.nonZero("coefficient", carrier.code()).orElse(null),
                    cells.nonZero("reference-coefficient", carrier.code()).orElse(null),
                    sources,
                    unstated.isPresent()));
        }

        /** What is stated on the total's row only, carried to a part: all of it to a single part, else pro rata. */
        private Map<String, BigDecimal> fromTotal(Carrier total, List<Carrier> parts, Carrier part) {
            Map<String, BigDecimal> shares = new LinkedHashMap<>();
            for (String item : allItems()) {
                Optional<Observation> onTotal = cells.nonZero(item, total.code());
                boolean onParts = total.parts().stream()
                        .anyMatch(p -> cells.nonZero(item, p).isPresent());
                if (onTotal.isPresent() && !onParts) {
                    BigDecimal amount = inLedgerUnit(onTotal.get(), total);
                    shares.put(item, share(amount, parts, part));
                    if (parts.size() > 1 && part.equals(parts.get(0))) {
                        findings.add(Finding.at(
                                onTotal.get().cell(),
                                "A-CARD-01",
                                Severity.WARNING,
                                amount.toPlainString(),
                                amount,
                                total.name().zh(),
                                parts.size()));
                    }
                }
            }
            return shares;
        }

        private static List<String> allItems() {
            List<String> items = new ArrayList<>(INPUTS);
            items.add("raw-material");
            return items;
        }

        private BigDecimal share(BigDecimal amount, List<Carrier> parts, Carrier part) {
            BigDecimal whole = BigDecimal.ZERO;
            for (Carrier p : parts) {
                whole = whole.add(consumption(p));
            }
            BigDecimal left = amount;
            for (Carrier p : parts) {
                BigDecimal share = p.equals(parts.get(parts.size() - 1))
                        ? left
                        : amount.multiply(consumption(p)).divide(whole, SHARE_SCALE, RoundingMode.HALF_EVEN);
                if (p.equals(part)) {
                    return share;
                }
                left = left.subtract(share);
            }
            throw new IllegalArgumentException(part.code() + " is no part");
        }

        /**
         * The cells that state the consumption: column 4, or on an edition that states no total, industrial and
         * non-industrial use (4 = 5 + 7).
         */
        private List<Observation> consumed(Carrier carrier) {
            boolean stated = cells.find("consumption", carrier.code())
                    .filter(o -> !o.isBlank())
                    .isPresent();
            return Stream.of("consumption", "industrial", "non-industrial")
                    .filter(item -> item.equals("consumption") == stated)
                    .flatMap(item -> cells.nonZero(item, carrier.code()).stream())
                    .toList();
        }

        private BigDecimal consumption(Carrier carrier) {
            return consumed(carrier).stream()
                    .map(o -> inLedgerUnit(o, carrier))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal amount(String item, Carrier carrier) {
            return cells.nonZero(item, carrier.code())
                    .map(o -> inLedgerUnit(o, carrier))
                    .orElse(BigDecimal.ZERO);
        }

        private BigDecimal inLedgerUnit(Observation cell, Carrier carrier) {
            Unit ledger = units.get(carrier.unit());
            return cell.quantity().in(ledger).value();
        }
    }
}
