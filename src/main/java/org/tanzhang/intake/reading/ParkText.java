package org.tanzhang.intake.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanzhang.observation.UnitEntry.ParkShare;

/** Parks with their shares as a register writes them: 望城经开区, or 望城经开区60%；湖南湘江新区40%. */
final class ParkText {

    private static final String SEPARATOR = "[;；、,，/]";
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)(%?)");
    private static final Pattern PARK =
            Pattern.compile("(.+?)[:(=]?(\\d+(?:\\.\\d+)?%|(?<=[:(=])[01](?:\\.\\d+)?)\\)?");

    private ParkText() {}

    /**
     * The parks; empty where a share is no share, or several parks have none, or the shares are more than the whole
     * where none is all of it.
     *
     * @param parks what the column of parks says, without spaces
     * @param shares what the column of shares says, in the order of the parks; empty when there is none
     */
    static Optional<List<ParkShare>> read(String parks, String shares) {
        String[] names = parks.isEmpty() ? new String[0] : parks.split(SEPARATOR);
        String[] parts = shares.isEmpty() ? new String[0] : shares.split(SEPARATOR);
        if (parts.length != 0 && parts.length != names.length) {
            return Optional.empty();
        }
        List<ParkShare> read = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < names.length; i++) {
            Matcher both = PARK.matcher(names[i]);
            String name = both.matches() ? both.group(1) : names[i];
            String share = both.matches() ? both.group(2) : parts.length > 0 ? parts[i] : names.length == 1 ? "1" : "";
            Optional<BigDecimal> value = share(share);
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
            read.add(new ParkShare(name, value.get()));
        }
        // parks that overlap hold the unit wholly, at least one of them; other shares above the whole are a slip
        boolean wholly = read.stream().anyMatch(p -> p.share().compareTo(BigDecimal.ONE) == 0);
        return sum.compareTo(BigDecimal.ONE) > 0 && !wholly ? Optional.empty() : Optional.of(read);
    }

    private static Optional<BigDecimal> share(String text) {
        Matcher m = SHARE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(m.group(1));
        BigDecimal share = m.group(2).isEmpty() ? number : number.movePointLeft(2);
        return share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0 ? Optional.of(share) : Optional.empty();
    }
}
