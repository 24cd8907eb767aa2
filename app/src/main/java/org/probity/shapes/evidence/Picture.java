package org.probity.shapes.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A photo without what a camera writes beside the picture: place, device, time, thumbnails. The picture's own bytes stay as they are.
 *
 * <p>JPEG (ISO/IEC 10918-1): application segments 1 to 15 and comments go, wherever they stand, APP0 stays, and with the end of the image it ends:
 * telephones put another picture or a short film behind it, with a place of its own. PNG (ISO/IEC 15948): only chunks that are needed to see
 * the picture stay. Which way a camera was held stands in what goes; a device turns the picture before it sends it.
 */
public record Picture(String mediaType, String ending, byte[] bytes) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> SEEN = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD");

    /** A report is printed with its photos; a PNG is unpacked for it as a whole, four bytes a dot, whatever it weighs as a file. */
    private static final long DOTS_MOST_PNG = 25_000_000;
    /** No telephone takes more. */
    private static final long DOTS_MOST_JPEG = 220_000_000;

    /** Nothing when it is neither, is not whole, or has more dots than a camera. */
    public static Optional<Picture> of(byte[] file) {
        if (file.length > 4 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
            return jpeg(file);
        }
        return file.length > 20 && java.util.Arrays.equals(file, 0, 8, PNG, 0, 8) ? png(file) : Optional.empty();
    }

    private static Optional<Picture> jpeg(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 2);
        for (int at = 2; at + 2 <= file.length; ) {
            int marker = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF) {
                return Optional.empty();
            }
            if (marker == 0xD9) {
                out.write(file, at, 2);
                return Optional.of(new Picture("image/jpeg", ".jpg", out.toByteArray()));
            }
            if (at + 4 > file.length) {
                return Optional.empty();
            }
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (length < 2 || at + 2 + length > file.length || frame(marker) && (length < 7 || dots(file, at + 5) > DOTS_MOST_JPEG)) {
                return Optional.empty();
            }
            // What follows the head of a scan is the picture itself, up to the next marker.
            int end = marker == 0xDA ? scanned(file, at + 2 + length) : at + 2 + length;
            if (!(marker >= 0xE1 && marker <= 0xEF || marker == 0xFE)) {
                out.write(file, at, end - at);
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Start of a frame, of whichever process; 0xC4, 0xC8 and 0xCC lie among them and are something else. */
    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Height and width, of two bytes each. */
    private static long dots(byte[] file, int at) {
        return (long) ((file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) * ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
    }

    /** Where the coded picture is interrupted by a marker that is neither a stuffed byte nor a restart. */
    private static int scanned(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                return at;
            }
        }
        return file.length;
    }

    private static Optional<Picture> png(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 8);
        var in = ByteBuffer.wrap(file);
        for (int at = 8; at + 12 <= file.length; ) {
            long length = in.getInt(at) & 0xFFFFFFFFL;
            if (length > file.length - at - 12L) {
                return Optional.empty();
            }
            var name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("IHDR") && (length < 8 || (in.getInt(at + 8) & 0xFFFFFFFFL) * (in.getInt(at + 12) & 0xFFFFFFFFL) > DOTS_MOST_PNG)) {
                return Optional.empty();
            }
            if (SEEN.contains(name)) {
                out.write(file, at, (int) length + 12);
            }
            if (name.equals("IEND")) {
                return Optional.of(new Picture("image/png", ".png", out.toByteArray()));
            }
            at += (int) length + 12;
        }
        return Optional.empty();
    }
}
