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

    /** Adds the cells of a row that was read by itself. */
    public void add(SheetRow row) {
        row.cells().forEach(this::add);
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

    public CellAddress address(int row, int column) {
        return new CellAddress(name, row, column);
    }

    public CellAddress address(SheetCell cell) {
        return address(cell.row(), cell.column());
    }
}
