package org.probity.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

/**
 * A file of a package as its owner keeps it: deflated, under the hash that the report names it by. Packages hold it stored, so that there is one
 * archive for one report; kept, it takes a third.
 *
 * @param deflated RFC 1950; another program may deflate otherwise, the hash is that of the content
 */
public record KeptFile(Hash sha256, byte[] deflated) {

    public static KeptFile of(byte[] content) {
        Growing growing = new Growing();
        growing.add(content);
        return growing.finish();
    }

    /** The content, whose hash is what it was kept under. */
    public byte[] content() {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            byte[] content = in.readAllBytes();
            if (!Hash.sha256(content).equals(sha256)) {
                throw new IllegalStateException("file " + sha256 + " is not what was kept under this hash");
            }
            return content;
        } catch (IOException broken) {
            throw new UncheckedIOException("file " + sha256 + " cannot be inflated", broken);
        }
    }

    /** A file while it is written. */
    static final class Growing {
        private final MessageDigest digest = Hash.newDigest();
        private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater, 1 << 16);
        private @Nullable KeptFile finished;

        void add(byte[] bytes) {
            try {
                out.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            digest.update(bytes);
        }

        KeptFile finish() {
            if (finished == null) {
                try {
                    out.close();
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                deflater.end();
                finished = new KeptFile(Hash.of(digest.digest()), deflated.toByteArray());
            }
            return finished;
        }
    }
}
