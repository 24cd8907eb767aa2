package org.probity.customs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.probity.proof.Hash;

/**
 * The one zip that a set of files has: names in byte order, stored, every other field of a header fixed, as in the package of a report. It is written and read
 * as a stream, since papers may be some gigabytes; long files of lines are packed before they are put in. A reader takes only these bytes, so a flipped bit has
 * no place to hide, not even in a header.
 */
public final class PackZip {
    /** Sizes and places have four bytes each. */
    public static final long BYTES_MOST = 0xffff_0000L;
    static final int FILES_MOST = 20_000;
    private static final String NAME = "[a-z0-9]+([./-][a-z0-9]+)*";
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int NAME_LONGEST = 200;

    private PackZip() {}

    /** A file within a pack. @param from where its bytes begin in the zip */
    record Part(String name, long from, long length, Hash sha256) {}

    public static void write(OutputStream to, SortedMap<String, Path> files) throws IOException {
        if (files.size() > FILES_MOST) {
            throw new IOException(files.size() + " files are more than a pack holds");
        }
        var out = new BufferedOutputStream(to, 1 << 16);
        var central = new ByteArrayOutputStream();
        var at = 0L;
        for (var file : files.entrySet()) {
            var name = file.getKey().getBytes(StandardCharsets.US_ASCII);
            var length = Files.size(file.getValue());
            if (!file.getKey().matches(NAME) || name.length > NAME_LONGEST || at + length > BYTES_MOST) {
                throw new IOException("no place in a pack for " + file.getKey() + " of " + length + " bytes");
            }
            var crc = new CRC32();
            try (var in = Files.newInputStream(file.getValue())) {
                copied(in, length, (bytes, n) -> crc.update(bytes, 0, n));
            }
            central.writeBytes(header(CENTRAL, name, (int) crc.getValue(), length, at));
            out.write(header(LOCAL, name, (int) crc.getValue(), length, 0));
            try (var in = Files.newInputStream(file.getValue())) {
                copied(in, length, (bytes, n) -> out.write(bytes, 0, n));
            }
            at += LOCAL_BYTES + name.length + length;
        }
        out.write(central.toByteArray());
        out.write(end(files.size(), central.size(), at));
        out.flush();
    }

    /** What the zip holds, after every header was found to be the one it can have and each file was read once. */
    static SequencedMap<String, Part> read(Path zip) throws IOException {
        var parts = new LinkedHashMap<String, Part>();
        var central = new ByteArrayOutputStream();
        var at = 0L;
        var last = "";
        try (var in = new BufferedInputStream(Files.newInputStream(zip), 1 << 16)) {
            var fixed = in.readNBytes(4);
            while (fixed.length == 4 && ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN).getInt() == LOCAL) {
                var header = ByteBuffer.wrap(Arrays.copyOf(fixed, LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
                header.put(4, exactly(in, LOCAL_BYTES - 4));
                var crc = header.getInt(14);
                var length = Integer.toUnsignedLong(header.getInt(18));
                var nameLength = Short.toUnsignedInt(header.getShort(26));
                refuseUnless(nameLength <= NAME_LONGEST && parts.size() < FILES_MOST, "a name is too long, or there are too many files");
                var path = exactly(in, nameLength);
                var name = new String(path, StandardCharsets.ISO_8859_1);
                refuseUnless(name.matches(NAME) && name.compareTo(last) > 0, "names out of order, twice or with other characters");
                last = name;
                var found = ByteBuffer.allocate(LOCAL_BYTES + nameLength).put(header.array()).put(path).array();
                refuseUnless(Arrays.equals(found, header(LOCAL, path, crc, length, 0)), "the header of " + name + " is not the one header it can have");
                var sum = new CRC32();
                var sha = sha256();
                copied(in, length, (bytes, n) -> {
                    sum.update(bytes, 0, n);
                    sha.update(bytes, 0, n);
                });
                if ((int) sum.getValue() != crc) {
                    throw new PackRefused("zip.form", name, 0, "the checksum is wrong");
                }
                parts.put(name, new Part(name, at + found.length, length, Hash.of(sha.digest())));
                central.writeBytes(header(CENTRAL, path, crc, length, at));
                at += found.length + length;
                refuseUnless(at <= BYTES_MOST + LOCAL_BYTES + NAME_LONGEST, "longer than a pack can be");
                fixed = in.readNBytes(4);
            }
            var rest = ByteBuffer.allocate(central.size() + 22).put(central.toByteArray()).put(end(parts.size(), central.size(), at)).array();
            refuseUnless(!parts.isEmpty() && Arrays.equals(fixed, Arrays.copyOf(rest, fixed.length)) && Arrays.equals(in.readNBytes(rest.length - fixed.length), Arrays.copyOfRange(rest, fixed.length, rest.length))
                    && in.read() < 0, "the directory does not say what the files say, or something follows it");
        } catch (EOFException cut) {
            throw new PackRefused("zip.form", "", 0, "ends in the middle of a file");
        }
        return parts;
    }

    /** The bytes of one file. */
    static InputStream open(Path zip, Part part) throws IOException {
        var file = new RandomAccessFile(zip.toFile(), "r");
        file.seek(part.from());
        return new BufferedInputStream(new InputStream() {
            private long left = part.length();

            @Override
            public int read() throws IOException {
                return left-- > 0 ? file.read() : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (left <= 0) {
                    return -1;
                }
                var read = file.read(into, offset, (int) Math.min(left, length));
                left -= Math.max(read, 0);
                return read;
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        }, 1 << 16);
    }

    static byte[] bytes(Path zip, Map<String, Part> parts, String name, int most) throws IOException {
        var part = parts.get(name);
        if (part == null) {
            throw new PackRefused("file.missing", name, 0, "is not in the pack");
        }
        if (part.length() > most) {
            throw new PackRefused("file.large", name, 0, part.length() + " bytes, at most " + most + " are read");
        }
        try (var in = open(zip, part)) {
            return in.readAllBytes();
        }
    }

    private interface Taker {
        void take(byte[] bytes, int n) throws IOException;
    }

    private static void copied(InputStream in, long length, Taker taker) throws IOException {
        var buffer = new byte[1 << 16];
        for (var left = length; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("ends before it should");
            }
            taker.take(buffer, read);
            left -= read;
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ends before it should");
        }
        return bytes;
    }

    private static byte[] header(int signature, byte[] path, int crc, long length, long offset) {
        var central = signature == CENTRAL;
        var out = ByteBuffer.allocate((central ? 46 : LOCAL_BYTES) + path.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(signature);
        if (central) {
            out.putShort((short) 10);
        }
        out.putShort((short) 10).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0x0021);
        out.putInt(crc).putInt((int) length).putInt((int) length).putShort((short) path.length).putShort((short) 0);
        if (central) {
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) offset);
        }
        return out.put(path).array();
    }

    private static byte[] end(int files, int length, long start) {
        return ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(END).putShort((short) 0).putShort((short) 0).putShort((short) files).putShort((short) files).putInt(length)
                .putInt((int) start).putShort((short) 0).array();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }

    private static void refuseUnless(boolean holds, String why) {
        PackRefused.unless(holds, "zip.form", "", 0, why);
    }
}
