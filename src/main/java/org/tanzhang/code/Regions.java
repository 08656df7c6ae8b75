package org.tanzhang.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of regions with its hierarchy and its lines of succession. */
public final class Regions extends CodeList<Region> {

    public Regions(Collection<Region> members) {
        super("regions", members);
    }

    /**
     * The region at which the line of {@code code} has arrived by {@code year}: 430122 in 2010 is itself, in 2012 it
     * is 430112.
     */
    public Region lineOf(String code, int year) {
        Region region = get(code);
        while (!region.validIn(year) && region.successor() != null) {
            region = get(region.successor());
        }
        return region;
    }

    /**
     * The region in whose account a code counts in that year. In the year of a change, when both codes are in force, it is
     * the new one: 430122 in 2011 is 430112.
     */
    public Region countedAs(String code, int year) {
        Region region = lineOf(code, year);
        while (region.successor() != null && get(region.successor()).validIn(year)) {
            region = get(region.successor());
        }
        return region;
    }

    /** The region that continues the line of a code today; series over years are kept under it. */
    public Region today(String code) {
        Region region = get(code);
        while (region.successor() != null) {
            region = get(region.successor());
        }
        return region;
    }

    /** The direct children of a region whose codes are in force in that year and have not passed on their line. */
    public List<Region> children(String code, int year) {
        return all().stream()
                .filter(r -> code.equals(r.parent()) && r.level().isAdministrative() && r.validIn(year))
                .filter(r -> r.successor() == null || !get(r.successor()).validIn(year))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    /** The region and those above it, nearest first. */
    public List<Region> withAncestors(String code) {
        List<Region> line = new ArrayList<>();
        for (@Nullable String c = code; c != null; c = get(c).parent()) {
            line.add(get(c));
        }
        return List.copyOf(line);
    }

    /**
     * The most specific region whose name occurs in a text, such as the title of a table or the name of the office
     * that filled it: 长沙市芙蓉区统计局 is 芙蓉区. Of two regions of one level the longer name wins (长沙县 over 长沙).
     */
    public Optional<Region> mentionedIn(String text, int year) {
        String normal = Caption.normal(text);
        record Mention(Region region, String spelling) {

            int length() {
                return spelling.length();
            }

            /** Whether it is the name of an area that holds the other's name: 望城区(不含湘江新区) is not 望城区. */
            boolean isAreaAround(Mention other) {
                return region.level() == Region.Level.AREA
                        && length() > other.length()
                        && spelling.contains(other.spelling);
            }
        }
        List<Mention> mentions = new ArrayList<>();
        for (Map.Entry<String, List<Region>> spelling : spellings().entrySet()) {
            if (spelling.getKey().length() >= 2 && containsWord(normal, spelling.getKey())) {
                spelling.getValue().forEach(r -> mentions.add(new Mention(r, spelling.getKey())));
            }
        }
        return mentions.stream()
                .filter(m -> mentions.stream().noneMatch(wider -> wider.isAreaAround(m)))
                .max(Comparator.<Mention, Integer>comparing(
                                m -> m.region().level().ordinal())
                        .thenComparing(Mention::length)
                        .thenComparing(m -> m.region().validIn(year))
                        .thenComparing(m -> m.region().code()))
                .map(Mention::region);
    }

    private static boolean containsWord(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0 || word.charAt(0) > 127) {
            return at >= 0;
        }
        int end = at + word.length();
        boolean opens = at == 0 || !isLatin(text.charAt(at - 1));
        boolean closes = end == text.length() || !isLatin(text.charAt(end));
        return opens && closes;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
