package org.probity.formats.cmrt;

/// Where a value stands in the supplier's own file: `Declaration!D27`.
///
/// @param sheet the sheet's name as the template spells it
/// @param address column letters and row number, never a range
public record CellRef(String sheet, String address) implements Comparable<CellRef> {

    public CellRef {
        if (!wellFormed(address)) {
            throw new IllegalArgumentException("not a cell address: " + address);
        }
    }

    public static CellRef of(String sheet, String column, int row) {
        return new CellRef(sheet, column + row);
    }

    public int row() {
        return Integer.parseInt(address, letters(address), address.length(), 10);
    }

    public String column() {
        return address.substring(0, letters(address));
    }

    /// One to three letters and a row number; by hand, because thousands are made for every workbook.
    private static boolean wellFormed(String address) {
        int letters = letters(address);
        int digits = address.length() - letters;
        if (letters < 1 || letters > 3 || digits < 1 || digits > 7 || address.charAt(letters) == '0') {
            return false;
        }
        for (int i = letters; i < address.length(); i++) {
            if (address.charAt(i) < '0' || address.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int letters(String address) {
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            letters++;
        }
        return letters;
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
