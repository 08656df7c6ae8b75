package org.tanzhang.intake.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tanzhang.observation.CellAddress;

/** The filled cells of one sheet; what is only formatted takes no room. */
public final class SheetCells {

    private final String name;
    private final boolean hidden;
    private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows = new TreeMap<>();

    public SheetCells(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    void add(SheetCell cell) {
        if (!cell.text().isBlank()) {
            rows.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell);
        }
    }

    public String name() {
        return name;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Optional<SheetCell> cell(int row, int column) {
        return Optional.ofNullable(rows.getOrDefault(row, new TreeMap<>()).get(column));
    }

    /** The filled cells of a row, from left to right. */
    public Collection<SheetCell> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>()).values();
    }

    /** The numbers of the rows that hold anything, from top to bottom. */
    public List<Integer> rowNumbers() {
        return new ArrayList<>(rows.keySet());
    }

    /**
     * The numbers of the rows that hold anything, from {@code from} to the one before {@code to}.
     */
    public List<Integer> rowsBetween(int from, int to) {
        return from >= to ? List.of() : new ArrayList<>(rows.subMap(from, true, to, false).keySet());
    }

    public CellAddress address(int row, int column) {
        return new CellAddress(name, row, column);
    }

    public CellAddress address(SheetCell cell) {
        return address(cell.row(), cell.column());
    }
}
