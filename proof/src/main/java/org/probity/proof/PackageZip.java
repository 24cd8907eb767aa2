package org.probity.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int FILES_MAX = 1_000;
    private static final String NAME = "[a-z0-9]+([./-][a-z0-9]+)*";

    private PackageZip() {}

    /** Where the bytes of a file come from when they are written. */
    interface Source {
        InputStream open() throws IOException;
    }

    static final class Writer {
        private final OutputStream out;
        private final List<byte[]> central = new ArrayList<>();
        private String last = "";
        private long offset;

        Writer(OutputStream out) {
            this.out = out;
        }

        void add(String name, byte[] bytes) throws IOException {
            add(name, bytes.length, crc(bytes, 0, bytes.length), () -> new java.io.ByteArrayInputStream(bytes));
        }

        void add(String name, long length, int crc, Source source) throws IOException {
            if (name.compareTo(last) <= 0 || !name.matches(NAME)) {
                throw new IllegalStateException(name + " after " + last);
            }
            last = name;
            byte[] path = name.getBytes(StandardCharsets.US_ASCII);
            if (offset + length > Integer.MAX_VALUE) {
                throw new IllegalStateException("a package of more than 2 GiB");
            }
            write(header(LOCAL, path, crc, (int) length, 0));
            try (InputStream in = source.open()) {
                offset += in.transferTo(out);
            }
            central.add(header(CENTRAL, path, crc, (int) length, (int) (offset - length - 30 - path.length)));
        }

        void finish() throws IOException {
            long start = offset;
            for (byte[] header : central) {
                write(header);
            }
            write(end(central.size(), (int) (offset - start), (int) start));
            out.flush();
        }

        private void write(byte[] bytes) throws IOException {
            out.write(bytes);
            offset += bytes.length;
        }
    }

    private static byte[] header(int signature, byte[] path, int crc, int length, int offset) {
        boolean central = signature == CENTRAL;
        ByteBuffer out = ByteBuffer.allocate((central ? 46 : 30) + path.length).order(ByteOrder.LITTLE_ENDIAN);
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
        return ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(END).putShort((short) 0).putShort((short) 0)
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
        while (zip.length - at >= 30 && in.getInt(at) == LOCAL) {
            int crc = in.getInt(at + 14);
            int length = in.getInt(at + 18);
            int nameLength = Short.toUnsignedInt(in.getShort(at + 26));
            long end = (long) at + 30 + nameLength + length;
            if (length < 0 || end > zip.length || nameLength > 200 || files.size() >= FILES_MAX) {
                throw wrong("a file reaches beyond the end");
            }
            byte[] path = Arrays.copyOfRange(zip, at + 30, at + 30 + nameLength);
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
