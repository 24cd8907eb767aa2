package org.probity.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which stretch of a tree's hashes a stored or served resource holds, C2SP tlog-tiles. A full tile is {@value #WIDTH} hashes wide; level
 * {@value #ENTRIES} stands for the bundle of entries behind a tile of level 0.
 */
public record Tile(int level, long index, int width) {

    public static final int WIDTH = 256;
    static final int HEIGHT = 8;
    /** Not a level of the tree: the entries themselves. */
    public static final int ENTRIES = -1;
    /** An entry's length stands in 16 bits. */
    public static final int ENTRY_BYTES_MAX = 65_535;

    private static final Pattern PATH = Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile: level " + level + " index " + index + " width " + width);
        }
    }

    /** {@code tile/0/x001/x234/067} or {@code tile/entries/000.p/17}. */
    public String path() {
        StringBuilder n = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            n.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + n + (width == WIDTH ? "" : ".p/" + width);
    }

    /** Empty for every path that {@link #path()} would not write. */
    public static Optional<Tile> atPath(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || parts.group(2).length() > 31) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        String digits = parts.group(2).replaceAll("[x/]", "");
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        if (level > 63 || digits.length() > 18 || parts.group(3) != null && width >= WIDTH) {
            return Optional.empty();
        }
        Tile tile = new Tile(level, Long.parseLong(digits), width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** How many hashes of this tile a tree of the given size has; 0 when none. */
    public static int widthAt(int level, long index, long size) {
        long hashes = level >= 8 ? 0 : size >> (HEIGHT * Math.max(level, 0));
        return (int) Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    /** Entries one behind the other, each after its length in 16 bits, the high byte first. */
    public static byte[] bundle(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            }
            length += 2 + entry.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        entries.forEach(entry -> out.putShort((short) entry.length).put(entry));
        return out.array();
    }

    public static List<byte[]> unbundle(byte[] bundle) {
        ByteBuffer in = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(in.getShort());
            if (length > in.remaining() || entries.size() == WIDTH) {
                throw new Malformed("tile.bundle", "cut short or too long");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    static Hash hashAt(byte[] tile, int index) {
        return Hash.of(tile, index * Hash.BYTES, Hash.BYTES);
    }
}
