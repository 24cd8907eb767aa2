package org.probity.screen;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.probity.screen.ListReading.Fault;

/**
 * Reads the files of a list as their publishers write them. Whatever the bytes are, the answer is all entries or one reason with its line, never an
 * exception and never a part. A file that was cut off exactly between two entries cannot be told from a shorter list: compare with the version before.
 */
public final class ListFile {

    private static final int BYTES_MAX = 64 << 20;

    /** How a reader gives up. */
    @SuppressWarnings("serial")
    static final class Unreadable extends Exception {

        final transient ListReading.Refused why;

        Unreadable(String file, int line, Fault fault, String detail) {
            super(fault.name(), null, false, false);
            why = new ListReading.Refused(file, line, fault, detail.length() > 80 ? detail.substring(0, 80) + "…" : detail);
        }
    }

    private ListFile() {}

    /** @param files by the names that {@link ListSource#files} gives; only the first must be there */
    public static ListReading read(ListSource source, Map<String, byte[]> files) {
        try {
            String first = source.files().getFirst();
            if (!files.containsKey(first)) {
                throw new Unreadable(first, 0, Fault.MISSING, "");
            }
            var parties = switch (source) {
                case OFAC_SDN -> OfacFiles.read(files);
                case UN -> UnFile.read(first, text(first, files));
                case BIS -> TableFiles.bis(first, text(first, files));
                case UFLPA -> TableFiles.uflpa(first, text(first, files));
                case OWN -> TableFiles.own(first, text(first, files));
            };
            if (parties.isEmpty()) {
                throw new Unreadable(first, 0, Fault.NOTHING, "");
            }
            return new ListReading.Read(parties);
        } catch (Unreadable refused) {
            return refused.why;
        }
    }

    private static byte[] bytes(String file, Map<String, byte[]> files) throws Unreadable {
        byte[] bytes = java.util.Objects.requireNonNull(files.get(file), file);
        if (bytes.length > BYTES_MAX) {
            throw new Unreadable(file, 0, Fault.TOO_LARGE, "");
        }
        return bytes;
    }

    /** As UTF-8 and nothing else: a letter read wrongly is a name not found. */
    static String text(String file, Map<String, byte[]> files) throws Unreadable {
        byte[] bytes = bytes(file, files);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int at = 0; at < in.position(); at++) {
                line += bytes[at] == '\n' ? 1 : 0;
            }
            throw new Unreadable(file, line, Fault.NOT_UTF8, "");
        }
        out.flip();
        String text = out.toString();
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(file, (int) text.substring(0, text.indexOf('\0')).lines().count(), Fault.NOT_UTF8, "");
        }
        // The byte order mark at the front, and the mark of the end that old systems write.
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return text.endsWith("\u001a") ? text.substring(0, text.length() - 1) : text;
    }
}
