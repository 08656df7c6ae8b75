package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.ParkSector;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.UnitEntry.ParkShare;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The parks (高新区, 经开区 ...) as a further view of an account's entries: each entry of an enterprise lies in the parks that
 * the register names, by its shares, and each of a county's sectors in those that the code list names. Parks may overlap and are never added to counties (METHOD 4).
 *
 * @param parts which entry lies in which park
 */
public record Parks(List<Part> parts, List<Finding> findings) {

    /**
     * An entry's share in a park.
     *
     * @param entry its place in the account's list of entries
     * @param share above 0, at most 1
     */
    public record Part(int entry, String park, BigDecimal share) {}

    private record At(String unit, String region) {}

    /** A unit that was in several parks of one county is shared by months; so many decimals. */
    private static final int SHARE_SCALE = 12;

    public Parks {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /**
     * The parks of an account.
     *
     * @param sectors the shares of sectors that hold in its year
     */
    public static Parks of(List<LedgerEntry> entries, List<PlacedCard> cards, List<ParkSector> sectors) {
        Map<At, Map<String, BigDecimal>> shares = cards.stream()
                .map(PlacedCard::place)
                .distinct()
                .collect(Collectors.groupingBy(p -> new At(p.creditCode(), p.region())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> shares(e.getValue())));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int entry = i;
            At at = new At(entries.get(i).reporter(), entries.get(i).region());
            shares.getOrDefault(at, Map.of()).forEach((park, share) -> parts.add(new Part(entry, park, share)));
            sectors.stream()
                    .filter(s -> isOf(entries.get(entry), s))
                    .forEach(s -> parts.add(new Part(entry, s.park(), s.share())));
        }
        return new Parks(parts, overlaps(cards));
    }

    /** What a county's own tables state of a sector; the enterprises have shares of their own. */
    private static boolean isOf(LedgerEntry entry, ParkSector sector) {
        return entry.basis() == Basis.BOTTOM_UP
                && entry.reporter().isEmpty()
                && entry.region().equals(sector.region())
                && (entry.sector().equals(sector.sector())
                        || entry.sectorGroup().equals(sector.sector()));
    }

    private static Map<String, BigDecimal> shares(List<UnitEntry> lines) {
        Map<String, BigDecimal> weighted = new TreeMap<>();
        int months = 0;
        for (UnitEntry line : lines) {
            int inForce = line.toMonth() - line.fromMonth() + 1;
            months += inForce;
            for (ParkShare park : line.parks()) {
                weighted.merge(park.park(), park.share().multiply(BigDecimal.valueOf(inForce)), BigDecimal::add);
            }
        }
        BigDecimal all = BigDecimal.valueOf(months);
        weighted.replaceAll((park, share) ->
                share.divide(all, SHARE_SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros());
        return weighted;
    }

    private static List<Finding> overlaps(List<PlacedCard> cards) {
        return cards.stream()
                .map(PlacedCard::place)
                .filter(p -> sum(p).compareTo(BigDecimal.ONE) > 0)
                .map(p -> Finding.about(
                        p.creditCode(),
                        "A-PARK-01",
                        Severity.INFO,
                        p.name(),
                        sum(p),
                        p.parks().stream().map(ParkShare::park).collect(Collectors.joining("、"))))
                .distinct()
                .toList();
    }

    private static BigDecimal sum(UnitEntry place) {
        return place.parks().stream().map(ParkShare::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
