package org.tanzhang.intake.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tanzhang.observation.CellAddress;

/** The filled cells of one sheet; what is only formatted takes no room. */
public final class SheetCells {

    /** Bytes that a cell takes beside its characters: the cell, its text, its place in the row. */
    private static final int CELL = 88;

    private final SheetHead head;
    private final NavigableMap<Integer, List<SheetCell>> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private long weight;

    public SheetCells(String name, boolean hidden) {
        this(new SheetHead(name, hidden));
    }

    public SheetCells(SheetHead head) {
        this.head = head;
    }

    /** About how many bytes of memory a cell of this text takes; Chinese characters take two. */
    static long weight(String text) {
        return CELL + 2L * text.length();
    }

    /** Adds a row of the sheet. */
    public void add(SheetRow row) {
        row.cells().forEach(c -> weight += weight(c.text()));
        if (row.hidden()) {
            hiddenRows.set(row.number());
        }
        List<SheetCell> there = rows.get(row.number());
        if (there == null && isAscending(row.cells())) {
            rows.put(row.number(), List.copyOf(row.cells()));
        } else if (!row.cells().isEmpty()) {
            TreeMap<Integer, SheetCell> merged = new TreeMap<>();
            if (there != null) {
                there.forEach(c -> merged.put(c.column(), c));
            }
            row.cells().forEach(c -> merged.put(c.column(), c));
            rows.put(row.number(), List.copyOf(merged.values()));
        }
    }

    /** About how many bytes of memory its cells take. */
    long weight() {
        return weight;
    }

    private static boolean isAscending(List<SheetCell> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i - 1).column() >= cells.get(i).column()) {
                return false;
            }
        }
        return !cells.isEmpty();
    }

    public String name() {
        return head.name();
    }

    public boolean isHidden() {
        return head.hidden();
    }

    /** Whether a row that holds cells is hidden; they are read all the same. */
    public boolean isHiddenRow(int row) {
        return hiddenRows.get(row);
    }

    /** Whether a column is hidden; its cells are read all the same. */
    public boolean isHiddenColumn(int column) {
        return head.hiddenColumns().get(column);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Optional<SheetCell> cell(int row, int column) {
        List<SheetCell> cells = rows.getOrDefault(row, List.of());
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            SheetCell cell = cells.get(middle);
            if (cell.column() == column) {
                return Optional.of(cell);
            }
            if (cell.column() < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The filled cells of a row, from left to right. */
    public Collection<SheetCell> row(int row) {
        return rows.getOrDefault(row, List.of());
    }

    /** The numbers of the rows that hold anything, from top to bottom. */
    public List<Integer> rowNumbers() {
        return new ArrayList<>(rows.keySet());
    }

    /**
     * The numbers of the rows that hold anything, from {@code from} to the one before {@code to}.
     */
    public List<Integer> rowsBetween(int from, int to) {
        return from >= to
                ? List.of()
                : new ArrayList<>(rows.subMap(from, true, to, false).keySet());
    }

    public CellAddress address(int row, int column) {
        return new CellAddress(head.name(), row, column);
    }

    public CellAddress address(SheetCell cell) {
        return address(cell.row(), cell.column());
    }
}
