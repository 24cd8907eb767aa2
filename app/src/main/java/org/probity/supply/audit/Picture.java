package org.probity.supply.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A photo without what a camera writes beside the picture: place, device, time, thumbnails. The picture's own bytes stay as they are.
 *
 * <p>JPEG (ISO/IEC 10918-1): application segments 1 to 15 and comments go, APP0 stays. PNG (ISO/IEC 15948): only chunks that are needed to see
 * the picture stay. Which way a camera was held stands in what goes; a device turns the picture before it sends it.
 */
record Picture(String mediaType, String ending, byte[] bytes) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> SEEN = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD");

    /** Nothing when it is neither, or is not whole. */
    static Optional<Picture> of(byte[] file) {
        if (file.length > 4 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
            return jpeg(file);
        }
        return file.length > 20 && java.util.Arrays.equals(file, 0, 8, PNG, 0, 8) ? png(file) : Optional.empty();
    }

    private static Optional<Picture> jpeg(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 2);
        for (int at = 2; at + 4 <= file.length; ) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || length < 2 || at + 2 + length > file.length) {
                return Optional.empty();
            }
            if (marker == 0xDA) {
                // From the start of scan on it is the picture itself.
                out.write(file, at, file.length - at);
                return Optional.of(new Picture("image/jpeg", ".jpg", out.toByteArray()));
            }
            if (!(marker >= 0xE1 && marker <= 0xEF || marker == 0xFE)) {
                out.write(file, at, 2 + length);
            }
            at += 2 + length;
        }
        return Optional.empty();
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
