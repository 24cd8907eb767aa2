package org.probity.formats.cmrt;

/// How much a file may demand. The largest real workbook seen unpacks to 10 MiB in 90 entries, its best compressed part by a factor of 18.
///
/// @param fileBytes the file as sent
/// @param entries parts in the container
/// @param entryBytes one part, unpacked
/// @param ratio unpacked to packed, for parts larger than [#RATIO_FROM]
/// @param cells filled cells taken from the three sheets
/// @param textChars characters of one cell; a spreadsheet program allows 32,767
public record Limits(int fileBytes, int entries, long entryBytes, int ratio, int cells, int textChars) {

    /// Small parts may compress well without being a bomb.
    static final long RATIO_FROM = 1 << 20;

    public static Limits standard() {
        return new Limits(32 << 20, 10_000, 64L << 20, 100, 200_000, 32_767);
    }
}
