package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** 205-1 and 205-2 of one enterprise and year; lines in the form's order, kinds of coal without their total. */
record Card(Enterprise enterprise, int year, List<CardLine> lines) {

    boolean transforms() {
        return lines.stream().anyMatch(CardLine::isTransformed);
    }

    Optional<CardLine> line(Fuel fuel) {
        return lines.stream().filter(line -> line.fuel() == fuel).findFirst();
    }

    /** Row 01 where the card names kinds of coal: their sum, with the mean coefficient where all state one. */
    Optional<CardLine> rawCoalTotal() {
        List<CardLine> kinds = lines.stream()
                .filter(line -> Fuel.KINDS_OF_RAW_COAL.contains(line.fuel()))
                .toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        boolean allState = kinds.stream().noneMatch(line -> line.coefficient() == null);
        BigDecimal tce = sum(kinds, line -> line.total().multiply(line.coefficientOrReference()));
        BigDecimal total = sum(kinds, CardLine::total);
        BigDecimal mean = kinds.size() == 1 ? kinds.get(0).coefficient() : tce.divide(total, 4, RoundingMode.HALF_UP);
        return Optional.of(new CardLine(
                Fuel.RAW_COAL,
                sum(kinds, CardLine::opening),
                sum(kinds, CardLine::purchase),
                sum(kinds, CardLine::amount),
                sum(kinds, CardLine::industrial),
                sum(kinds, CardLine::raw),
                sum(kinds, CardLine::nonIndustrial),
                sum(kinds, CardLine::vehicles),
                sum(kinds, CardLine::closing),
                allState ? mean : null,
                sum(kinds, CardLine::power),
                sum(kinds, CardLine::heat),
                sum(kinds, CardLine::output),
                sum(kinds, CardLine::recovery)));
    }

    /** Row 40, tce: every line at its coefficient, 当量. */
    BigDecimal coalEquivalent() {
        return sum(lines, line -> line.total().multiply(line.coefficientOrReference()))
                .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal amount() {
        return sum(lines, CardLine::amount);
    }

    static BigDecimal sum(List<CardLine> lines, Function<CardLine, BigDecimal> figure) {
        return lines.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sum of a figure over all lines of all {@code cards} that meet {@code wanted}. */
    static BigDecimal sum(List<Card> cards, Predicate<Fuel> wanted, Function<CardLine, BigDecimal> figure) {
        return cards.stream()
                .flatMap(card -> card.lines().stream())
                .filter(line -> wanted.test(line.fuel()))
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
