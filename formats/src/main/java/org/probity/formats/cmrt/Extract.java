package org.probity.formats.cmrt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The cells taken out of a workbook: only filled ones, only from the sheets and columns the form uses. All that comes after works on this, so
/// that the part which meets hostile bytes is small and can run in a process of its own.
///
/// @param sheetNames all sheets, as named in the file
/// @param days1904 whether days are counted from 1904, as old Macintosh workbooks do
/// @param cells by canonical sheet name and address
record Extract(List<String> sheetNames, boolean days1904, Map<String, Map<String, Cell>> cells) {

    static final String LOOKUP = "Smelter Look-up";
    private static final int LAST_DECLARATION_ROW = 92;
    private static final List<String> CANONICAL = List.of(Declaration.DECLARATION, Declaration.SMELTERS, Declaration.PRODUCTS, LOOKUP);

    /// The canonical name of a sheet this library reads; sheets are found by name because their order differs by version.
    static Optional<String> canonical(String sheetName) {
        String name = sheetName.strip().toLowerCase(Locale.ROOT);
        return CANONICAL.stream().filter(c -> c.toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    static boolean wants(String sheet, int row, int column) {
        return switch (sheet) {
            case Declaration.DECLARATION -> row <= LAST_DECLARATION_ROW && (column == 4 || column == 7 || column == 10 && row <= 3);
            case Declaration.SMELTERS -> column <= 19 && row >= 3;
            case Declaration.PRODUCTS -> column <= 6 && row >= 4;
            case LOOKUP -> column <= 9 && row >= 5;
            default -> false;
        };
    }

    boolean hasSheet(String name) {
        return sheetNames.stream().anyMatch(s -> s.strip().equalsIgnoreCase(name));
    }

    Cell at(String sheet, String address) {
        Cell cell = cells.getOrDefault(sheet, Map.of()).get(address);
        return cell != null ? cell : Cell.empty(new CellRef(sheet, address));
    }

    /// The filled cells of a sheet by row, then by column letter.
    TreeMap<Integer, Map<String, Cell>> rows(String sheet, int from) {
        TreeMap<Integer, Map<String, Cell>> rows = new TreeMap<>();
        for (Cell cell : cells.getOrDefault(sheet, Map.of()).values()) {
            int row = cell.at().row();
            if (row >= from) {
                rows.computeIfAbsent(row, r -> new LinkedHashMap<>()).put(cell.at().column(), cell);
            }
        }
        return rows;
    }
}
