package org.tanzhang.intake.store;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.observation.UnitEntry.ParkShare;

/** A line of the register as the columns of {@code intake.unit} hold it. */
final class UnitColumns {

    private UnitColumns() {}

    /** {@code 望城经开区=0.6} for each park. */
    static List<String> parks(UnitEntry unit) {
        return unit.parks().stream()
                .map(p -> p.park() + "=" + p.share().toPlainString())
                .toList();
    }

    /** {@code 2024-05}, null for none. */
    static @Nullable String month(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    /**
     * The parks of a line.
     *
     * @param parks as {@link #parks(UnitEntry)} gives them, null for a line that has only {@code park}
     */
    static List<ParkShare> parks(String @Nullable [] parks, @Nullable String park) {
        if (parks == null) {
            return park == null ? List.of() : List.of(ParkShare.whole(park));
        }
        List<ParkShare> shares = new ArrayList<>();
        for (String text : parks) {
            int at = text.lastIndexOf('=');
            shares.add(new ParkShare(text.substring(0, at), new BigDecimal(text.substring(at + 1))));
        }
        return shares;
    }
}
