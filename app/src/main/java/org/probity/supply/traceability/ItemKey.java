package org.probity.supply.traceability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/**
 * By what an item is found: the last six bytes of its address, turned round, and ten of the address's SHA-256. So one narrow index serves whoever knows the whole address and
 * whoever knows how it ends. {@code traceability.item_key} of the database says the same. One of these serves one thread.
 */
final class ItemKey {
    private static final int END = 6;
    private static final int ALL = 16;

    private final MessageDigest digest;

    ItemKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }

    UUID of(String uri) {
        var address = uri.getBytes(StandardCharsets.UTF_8);
        var key = ByteBuffer.allocate(ALL);
        for (var at = address.length - 1; at >= 0 && key.position() < END; at--) {
            key.put(turned(address[at]));
        }
        key.position(END).put(digest.digest(address), 0, ALL - END).flip();
        return new UUID(key.getLong(), key.getLong());
    }

    static UUID[] of(Collection<String> uris) {
        var key = new ItemKey();
        return uris.stream().map(key::of).toArray(UUID[]::new);
    }

    /** Between these two are the keys of all addresses that end so. @param most false for the least of them */
    static UUID ending(String end, boolean most) {
        var hex = new StringBuilder(HexFormat.of().formatHex(end.getBytes(StandardCharsets.UTF_8))).reverse();
        hex.setLength(Math.min(hex.length(), 2 * END));
        hex.append((most ? "f" : "0").repeat(2 * ALL - hex.length()));
        return new UUID(Long.parseUnsignedLong(hex, 0, ALL, ALL), Long.parseUnsignedLong(hex, ALL, 2 * ALL, ALL));
    }

    /** Half bytes change places, as they do where hexadecimal digits are turned round. */
    private static byte turned(byte one) {
        return (byte) ((one & 0xf) << 4 | (one & 0xf0) >> 4);
    }
}
