package org.tanzhang.intake.returned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;

/** Cells as people list them: {@code D7:D10、F7}, those of another sheet with its name. */
final class CellRanges {

    private record Range(CellAddress first, CellAddress last) {

        /** Whether a cell continues it, down its column or along its row. */
        boolean goesOnTo(CellAddress next) {
            if (!next.sheet().equals(last.sheet())) {
                return false;
            }
            boolean down = next.column() == first.column() && last.column() == first.column();
            boolean along = next.row() == first.row() && last.row() == first.row();
            return (down && next.row() == last.row() + 1) || (along && next.column() == last.column() + 1);
        }

        String text(@Nullable String sheet) {
            String cells = first.equals(last) ? first.a1() : first.a1() + ":" + last.a1();
            return first.sheet().equals(sheet) ? cells : first.sheet() + "!" + cells;
        }
    }

    private CellRanges() {}

    /** @param sheet the sheet whose name goes without saying */
    static String of(List<CellAddress> cells, @Nullable String sheet) {
        Comparator<CellAddress> bySheet = Comparator.<CellAddress, Boolean>comparing(
                        c -> !Objects.equals(c.sheet(), sheet))
                .thenComparing(CellAddress::sheet);
        List<Range> down =
                ranges(cells, bySheet.thenComparing(CellAddress::column).thenComparing(CellAddress::row));
        List<Range> along =
                ranges(cells, bySheet.thenComparing(CellAddress::row).thenComparing(CellAddress::column));
        List<Range> shorter = down.size() <= along.size() ? down : along;
        return String.join("、", shorter.stream().map(r -> r.text(sheet)).toList());
    }

    private static List<Range> ranges(List<CellAddress> cells, Comparator<CellAddress> order) {
        List<Range> ranges = new ArrayList<>();
        for (CellAddress cell : cells.stream().distinct().sorted(order).toList()) {
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).goesOnTo(cell)) {
                ranges.set(last, new Range(ranges.get(last).first(), cell));
            } else {
                ranges.add(new Range(cell, cell));
            }
        }
        return ranges;
    }
}
