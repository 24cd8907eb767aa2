package org.probity.supply.minerals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Sheet;
import org.probity.supply.minerals.Paper.Finding;

/** Cuts out of a workbook the piece a finding is about, so that its sender sees the cell as they know it. */
record SheetView(Map<String, String> cells, List<Finding> findings) {
    private static final List<String> LEAVES = List.of("Declaration", "Smelter List", "Product List");
    private static final int ROWS_MAX = 40;

    /** One piece a sheet, with every cell that something is said about and the rows around it. */
    List<Sheet> pieces() {
        return LEAVES.stream()
                .filter(leaf -> findings.stream().anyMatch(finding -> finding.sheet().equals(leaf)))
                .map(this::piece)
                .toList();
    }

    private Sheet piece(String leaf) {
        var here = findings.stream().filter(finding -> finding.sheet().equals(leaf)).toList();
        var columns = new TreeSet<String>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        columns.addAll(leaf.equals("Smelter List") ? List.of("A", "B", "C", "D", "E") : leaf.equals("Declaration") ? List.of("B", "D") : List.of("B", "C"));
        var rows = new TreeSet<Integer>();
        for (var finding : here) {
            columns.add(finding.column());
            if (rows.size() < ROWS_MAX) {
                rows.add(finding.row());
                around(leaf, finding.row(), rows);
            }
        }
        var shown = new ArrayList<Sheet.Row>();
        for (var row : rows) {
            shown.add(new Sheet.Row(row, columns.stream().map(column -> cell(leaf, column, row, here)).toList()));
        }
        return new Sheet(LEAVES, leaf, List.copyOf(columns), shown, "en");
    }

    /** Lists are read with the lines beside them; in the declaration a line stands for itself. */
    private void around(String leaf, int row, TreeSet<Integer> rows) {
        if (!leaf.equals("Declaration")) {
            for (var beside : List.of(row - 1, row + 1)) {
                if (cells.keySet().stream().anyMatch(at -> at.matches(leaf + "![A-Z]+" + beside))) {
                    rows.add(beside);
                }
            }
        }
    }

    private Sheet.Cell cell(String leaf, String column, int row, List<Finding> here) {
        var address = column + row;
        var text = cells.getOrDefault(leaf + "!" + address, "");
        return here.stream().filter(finding -> finding.address().equals(address)).findFirst()
                .map(finding -> new Sheet.Cell(text, mark(finding), finding.no()))
                .orElseGet(() -> new Sheet.Cell(text));
    }

    static Mark mark(Finding finding) {
        return switch (finding.severity()) {
            case MUST_CORRECT -> Mark.BAD;
            case LOOK_AT -> Mark.WARN;
        };
    }
}
