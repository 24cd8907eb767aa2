package org.probity.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tree kept as tiles (C2SP tlog-tiles). Reading: any complete subtree's hash out of the stored tiles. Writing: leaves are appended, and
 * {@link #changed()} tells what to store, each row being the newest and widest state of its tile; narrower ones are its beginnings.
 *
 * <p>Not for use by several threads; make one per reading or writing transaction. Tiles read once are kept while the object lives.
 */
public final class Tiles implements MerkleTree.Hashes {

    /** The store. Gives at least the first {@code tile.width()} hashes of the tile (32 bytes each); more is welcome. */
    @FunctionalInterface
    public interface Store {
        byte[] read(Tile tile);
    }

    /** A tile to store: it replaces a narrower one at the same level and index. */
    public record Stored(Tile tile, byte[] hashes) {}

    private record Place(int level, long index) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return level == other.level ? Long.compare(index, other.index) : Integer.compare(level, other.level);
        }
    }

    private final Store store;
    private final Map<Place, byte[]> read = new HashMap<>();
    private final TreeMap<Place, List<Hash>> written = new TreeMap<>();
    private final long storedSize;
    private long size;

    /** @param size how many leaves the stored tiles hold */
    public Tiles(long size, Store store) {
        this.store = store;
        this.storedSize = size;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return MerkleTree.root(size, this);
    }

    public void append(Hash leaf) {
        put(0, size, leaf);
        size++;
    }

    private void put(int level, long position, Hash hash) {
        Place place = new Place(level, position / Tile.WIDTH);
        List<Hash> hashes = written.computeIfAbsent(place, this::beginning);
        hashes.add(hash);
        if (hashes.size() == Tile.WIDTH) {
            put(level + 1, place.index, over(hashes, 0, Tile.WIDTH));
        }
    }

    private List<Hash> beginning(Place place) {
        List<Hash> hashes = new ArrayList<>(Tile.WIDTH);
        int width = Tile.widthAt(place.level, place.index, storedSize);
        for (int i = 0; i < width; i++) {
            hashes.add(Tile.hashAt(bytes(place, width), i));
        }
        return hashes;
    }

    /** What was appended to since this object was made. */
    public List<Stored> changed() {
        List<Stored> tiles = new ArrayList<>();
        written.forEach((place, hashes) -> {
            byte[] bytes = new byte[hashes.size() * Hash.BYTES];
            for (int i = 0; i < hashes.size(); i++) {
                hashes.get(i).copyInto(bytes, i * Hash.BYTES);
            }
            tiles.add(new Stored(new Tile(place.level, place.index, hashes.size()), bytes));
        });
        return tiles;
    }

    @Override
    public Hash at(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int inside = level % Tile.HEIGHT;
        long first = index << inside;
        int span = 1 << inside;
        Place place = new Place(tileLevel, first / Tile.WIDTH);
        int from = (int) (first % Tile.WIDTH);
        List<Hash> hashes = written.get(place);
        if (hashes != null) {
            return over(hashes, from, from + span);
        }
        byte[] bytes = bytes(place, Tile.widthAt(tileLevel, place.index, storedSize));
        List<Hash> part = new ArrayList<>(span);
        for (int i = from; i < from + span; i++) {
            part.add(Tile.hashAt(bytes, i));
        }
        return over(part, 0, span);
    }

    private byte[] bytes(Place place, int width) {
        byte[] bytes = read.computeIfAbsent(place, p -> store.read(new Tile(p.level, p.index, width)));
        if (bytes.length < width * Hash.BYTES) {
            throw new IllegalStateException("tile " + new Tile(place.level, place.index, width).path() + " holds only "
                    + bytes.length + " bytes");
        }
        return bytes;
    }

    private static Hash over(List<Hash> hashes, int from, int to) {
        if (to - from == 1) {
            return hashes.get(from);
        }
        int middle = (from + to) >>> 1;
        return Hash.node(over(hashes, from, middle), over(hashes, middle, to));
    }
}
