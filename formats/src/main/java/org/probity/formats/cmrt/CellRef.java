package org.probity.formats.cmrt;

/// Where a value stands in the supplier's own file: `Declaration!D27`.
///
/// @param sheet the sheet's name as the template spells it
/// @param address column letters and row number, never a range
public record CellRef(String sheet, String address) implements Comparable<CellRef> {

    public CellRef {
        if (!address.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("not a cell address: " + address);
        }
    }

    public static CellRef of(String sheet, String column, int row) {
        return new CellRef(sheet, column + row);
    }

    public int row() {
        int digits = 0;
        while (Character.isLetter(address.charAt(digits))) {
            digits++;
        }
        return Integer.parseInt(address.substring(digits));
    }

    public String column() {
        return address.replaceAll("[0-9]", "");
    }

    /// Orders as a reader walks a workbook: sheet, then row, then column.
    @Override
    public int compareTo(CellRef other) {
        int bySheet = sheet.compareTo(other.sheet);
        if (bySheet != 0) {
            return bySheet;
        }
        int byRow = Integer.compare(row(), other.row());
        if (byRow != 0) {
            return byRow;
        }
        return Integer.compare(Columns.number(column()), Columns.number(other.column()));
    }

    @Override
    public String toString() {
        return sheet + "!" + address;
    }
}
