package org.probity.formats.cmrt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// A zip container held in memory, read by its central directory. Nothing is unpacked before it is asked for, and then only up to the limits.
///
/// The JDK's own readers either want a file on disk or trust the order of the parts; this one also gives the packed bytes as they stand, so that
/// a patched workbook can carry all untouched parts over unchanged.
final class Zip {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    /// @param central where the part's record in the central directory begins, and `local` where its data's header does
    record Part(String name, int flags, int method, long crc, long packed, long unpacked, int central, int centralLength, int local) {
    }

    final byte[] bytes;
    final int directory;
    final int end;
    private final Limits limits;
    private final ByteBuffer buffer;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Zip(byte[] bytes, Limits limits) throws Refused {
        this.bytes = bytes;
        this.limits = limits;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.end = findEnd();
        int count = Short.toUnsignedInt(buffer.getShort(end + 10));
        this.directory = index(Integer.toUnsignedLong(buffer.getInt(end + 16)), CENTRAL_LENGTH);
        if (count > limits.entries()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.ENTRIES, limits.entries());
        }
        int at = directory;
        for (int i = 0; i < count; i++) {
            at = part(at);
        }
    }

    static Zip of(byte[] bytes, Limits limits) throws Refused {
        return new Zip(bytes, limits);
    }

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private int findEnd() throws Refused {
        int lowest = Math.max(0, bytes.length - END_LENGTH - 0xFFFF);
        for (int at = bytes.length - END_LENGTH; at >= lowest; at--) {
            if (buffer.getInt(at) == END) {
                return at;
            }
        }
        throw new Refused(Reading.Reason.DAMAGED);
    }

    private int index(long offset, int room) throws Refused {
        if (offset < 0 || offset + room > bytes.length) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        return (int) offset;
    }

    private int part(int at) throws Refused {
        index(at, CENTRAL_LENGTH);
        if (buffer.getInt(at) != CENTRAL) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        int nameLength = Short.toUnsignedInt(buffer.getShort(at + 28));
        int length = CENTRAL_LENGTH + nameLength + Short.toUnsignedInt(buffer.getShort(at + 30))
                + Short.toUnsignedInt(buffer.getShort(at + 32));
        index(at, length);
        // Some programs write backslashes; names are compared without regard to capitals, as the packaging standard wants.
        String name = new String(bytes, at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        Part part = new Part(name,
                Short.toUnsignedInt(buffer.getShort(at + 8)), Short.toUnsignedInt(buffer.getShort(at + 10)),
                buffer.getInt(at + 16) & UNSIGNED, buffer.getInt(at + 20) & UNSIGNED, buffer.getInt(at + 24) & UNSIGNED,
                at, length, index(buffer.getInt(at + 42) & UNSIGNED, LOCAL_LENGTH));
        // Two parts of one name are read differently by different programs: what one person checks is not what another sees.
        if (parts.putIfAbsent(key(name), part) != null) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        return at + length;
    }

    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    Collection<Part> parts() {
        return parts.values();
    }

    Optional<Part> find(String name) {
        return Optional.ofNullable(parts.get(key(name)));
    }

    /// Where the packed bytes of a part begin.
    int data(Part part) throws Refused {
        int at = part.local();
        if (buffer.getInt(at) != LOCAL) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        int start = at + LOCAL_LENGTH + Short.toUnsignedInt(buffer.getShort(at + 26)) + Short.toUnsignedInt(buffer.getShort(at + 28));
        return index(start, Math.toIntExact(Math.min(part.packed(), Integer.MAX_VALUE)));
    }

    /// The part's content, unpacked as it is read and stopped at the limits, whatever sizes the directory claims.
    InputStream open(Part part) throws Refused {
        if ((part.flags() & ENCRYPTED) != 0) {
            throw new Refused(Reading.Reason.ENCRYPTED);
        }
        if (part.unpacked() > limits.entryBytes()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.ENTRY, limits.entryBytes());
        }
        InputStream packed = new ByteArrayInputStream(bytes, data(part), (int) part.packed());
        return switch (part.method()) {
            case 0 -> new Bounded(packed, part);
            case 8 -> new Bounded(new Unpacked(packed), part);
            default -> throw new Refused(Reading.Reason.DAMAGED);
        };
    }

    /// Gives the native memory back when closed, which the JDK's stream does only for an inflater of its own.
    private static final class Unpacked extends InflaterInputStream {

        Unpacked(InputStream packed) {
            super(packed, new Inflater(true), 1 << 14);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private final class Bounded extends InputStream {

        private final InputStream source;
        private final Part part;
        private final long mostBytes;
        private final CRC32 sum = new CRC32();
        private long count;

        Bounded(InputStream source, Part part) {
            this.source = source;
            this.part = part;
            this.mostBytes = Math.max(Limits.RATIO_FROM, part.packed() * limits.ratio());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read;
            try {
                read = source.read(into, offset, length);
            } catch (ZipException | java.io.EOFException broken) {
                throw new Refused(Reading.Reason.DAMAGED);
            }
            // Changed on its way, even if it still unpacks.
            if (read < 0 && (sum.getValue() != part.crc() || count != part.unpacked())) {
                throw new Refused(Reading.Reason.DAMAGED);
            }
            if (read > 0) {
                sum.update(into, offset, read);
                count += read;
                if (count > limits.entryBytes()) {
                    throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.ENTRY, limits.entryBytes());
                }
                if (count > mostBytes) {
                    throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.RATIO, limits.ratio());
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
