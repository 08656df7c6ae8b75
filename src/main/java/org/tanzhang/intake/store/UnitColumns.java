package org.tanzhang.intake.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.UnitChanges;
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

    /** The line of a row of {@code intake.unit}. */
    static UnitEntry read(ResultSet rs) throws SQLException {
        return new UnitEntry(
                rs.getLong("unit_id"),
                rs.getString("credit_code"),
                rs.getString("name"),
                rs.getString("industry"),
                rs.getString("region_code"),
                rs.getString("town"),
                UnitEntry.Scope.valueOf(rs.getString("scope")),
                parks(rs.getArray("parks"), rs.getString("park")),
                rs.getInt("from_month"),
                rs.getInt("to_month"),
                new UnitChanges(
                        rs.getString("former_name"),
                        month(rs.getString("renamed")),
                        month(rs.getString("opened")),
                        month(rs.getString("closed")),
                        month(rs.getString("moved_in")),
                        month(rs.getString("moved_out"))),
                new CellAddress(rs.getString("sheet"), rs.getInt("row_index"), rs.getInt("column_index")));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    private static List<ParkShare> parks(@Nullable Array parks, @Nullable String park) throws SQLException {
        if (parks == null) {
            return park == null ? List.of() : List.of(ParkShare.whole(park));
        }
        List<ParkShare> shares = new ArrayList<>();
        for (String text : (String[]) parks.getArray()) {
            int at = text.lastIndexOf('=');
            shares.add(new ParkShare(text.substring(0, at), new BigDecimal(text.substring(at + 1))));
        }
        return shares;
    }
}
