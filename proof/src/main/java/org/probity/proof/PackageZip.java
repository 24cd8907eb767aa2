package org.probity.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The one zip that a set of files has: names in byte order, stored without compression, every other header field fixed. Any archive program
 * opens it; a reader accepts only these bytes, so there is no room for a second name, a tail or a header that lies.
 */
final class PackageZip {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    private static final short DATE = 0x0021;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int FILES_MAX = 1_000;
    private static final String NAME = "[a-z0-9]+([./-][a-z0-9]+)*";

    private PackageZip() {}

    static byte[] write(SortedMap<String, byte[]> files) {
        long length = END_BYTES;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().matches(NAME)) {
                throw new IllegalStateException("no name for a file of a package: " + file.getKey());
            }
            length += LOCAL_BYTES + CENTRAL_BYTES + 2L * file.getKey().length() + file.getValue().length;
        }
        if (length > Integer.MAX_VALUE || files.size() > FILES_MAX) {
            throw new IllegalStateException("a package of " + length + " bytes and " + files.size() + " files");
        }
        ByteBuffer out = ByteBuffer.allocate((int) length);
        List<byte[]> central = new ArrayList<>();
        files.forEach((name, bytes) -> {
            byte[] path = name.getBytes(StandardCharsets.US_ASCII);
            int crc = crc(bytes, 0, bytes.length);
            central.add(header(CENTRAL, path, crc, bytes.length, out.position()));
            out.put(header(LOCAL, path, crc, bytes.length, 0)).put(bytes);
        });
        int start = out.position();
        central.forEach(out::put);
        return out.put(end(central.size(), out.position() - start, start)).array();
    }

    private static byte[] header(int signature, byte[] path, int crc, int length, int offset) {
        boolean central = signature == CENTRAL;
        ByteBuffer out = ByteBuffer.allocate((central ? CENTRAL_BYTES : LOCAL_BYTES) + path.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(signature);
        if (central) {
            out.putShort(VERSION);
        }
        out.putShort(VERSION).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(DATE);
        out.putInt(crc).putInt(length).putInt(length).putShort((short) path.length).putShort((short) 0);
        if (central) {
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset);
        }
        return out.put(path).array();
    }

    private static byte[] end(int files, int length, int offset) {
        return ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(END).putShort((short) 0).putShort((short) 0)
                .putShort((short) files).putShort((short) files).putInt(length).putInt(offset).putShort((short) 0).array();
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /** Walks the archive from its first byte and demands at each place exactly what the writer would have put there. */
    static SortedMap<String, byte[]> read(byte[] zip) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        List<byte[]> central = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        String last = "";
        while (zip.length - at >= LOCAL_BYTES && in.getInt(at) == LOCAL) {
            int crc = in.getInt(at + 14);
            int length = in.getInt(at + 18);
            int nameLength = Short.toUnsignedInt(in.getShort(at + 26));
            long end = (long) at + LOCAL_BYTES + nameLength + length;
            if (length < 0 || end > zip.length || nameLength > 200 || files.size() >= FILES_MAX) {
                throw wrong("a file reaches beyond the end");
            }
            byte[] path = Arrays.copyOfRange(zip, at + LOCAL_BYTES, at + LOCAL_BYTES + nameLength);
            String name = new String(path, StandardCharsets.ISO_8859_1);
            if (!name.matches(NAME) || name.compareTo(last) <= 0) {
                throw wrong("names out of order, twice or with other characters");
            }
            last = name;
            byte[] local = header(LOCAL, path, crc, length, 0);
            if (!Arrays.equals(local, 0, local.length, zip, at, at + local.length)) {
                throw wrong("the header of " + name + " is not the one header it can have");
            }
            int from = at + local.length;
            if (crc(zip, from, length) != crc) {
                throw wrong("the checksum of " + name + " is wrong");
            }
            files.put(name, Arrays.copyOfRange(zip, from, from + length));
            central.add(header(CENTRAL, path, crc, length, at));
            at = (int) end;
        }
        int start = at;
        for (byte[] header : central) {
            at = expect(zip, at, header);
        }
        at = expect(zip, at, end(central.size(), at - start, start));
        if (at != zip.length || files.isEmpty()) {
            throw wrong("something follows the archive, or there is none");
        }
        return files;
    }

    private static int expect(byte[] zip, int at, byte[] wanted) {
        if (zip.length - at < wanted.length || !Arrays.equals(wanted, 0, wanted.length, zip, at, at + wanted.length)) {
            throw wrong("the directory does not say what the files say");
        }
        return at + wanted.length;
    }

    private static Malformed wrong(String what) {
        return new Malformed("zip.form", what);
    }
}
