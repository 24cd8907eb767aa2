package org.probity.supply.admission;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be seen of a stranger's file without opening it: which kind it is, whether it is whole, when its program says it was made and
 * changed. Bytes are searched and nothing is unpacked or run, so that no file can do harm here. It sees hints, no proof: who forges a paper
 * with care leaves none of them.
 */
sealed interface FileLook {
    /** Nobody can read it. @param key of the refusal */
    record Unreadable(String key) implements FileLook {}

    /**
     * @param made the day its program gives for its making
     * @param changed the day its program gives for the last change
     * @param saves how often something was added behind its first end
     */
    record Readable(Kind kind, Optional<LocalDate> made, Optional<LocalDate> changed, int saves, boolean signed, boolean locked) implements FileLook {
        /** Something was changed after it was made. A signature in the file adds to its end too, and is the opposite of tampering. */
        boolean edited() {
            return !signed && (saves > 1 || made.isPresent() && changed.isPresent() && changed.get().isAfter(made.get()));
        }
    }

    enum Kind { PDF, PICTURE }

    int BYTES_MAX = 20 << 20;

    Pattern MADE = Pattern.compile("/CreationDate\\s{0,4}\\(D:([0-9]{8})");
    Pattern CHANGED = Pattern.compile("/ModDate\\s{0,4}\\(D:([0-9]{8})");
    Pattern PAGE = Pattern.compile("/Page[^s]");

    /**
     * <p>Unreadable with: {@code admission.file-empty}; {@code admission.file-too-big}; {@code admission.file-kind} neither PDF, PNG nor JPEG;
     * {@code admission.file-broken} a PDF without its end; {@code admission.file-no-page} a PDF without a page.
     */
    static FileLook at(byte[] file) {
        if (file.length == 0) {
            return new Unreadable("admission.file-empty");
        }
        if (file.length > BYTES_MAX) {
            return new Unreadable("admission.file-too-big");
        }
        if (starts(file, 0xff, 0xd8, 0xff) || starts(file, 0x89, 'P', 'N', 'G')) {
            return new Readable(Kind.PICTURE, Optional.empty(), Optional.empty(), 1, false, false);
        }
        // One letter a byte, so that places and patterns are those of the bytes.
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var begins = text.indexOf("%PDF-");
        if (begins < 0 || begins > 1024) {
            return new Unreadable("admission.file-kind");
        }
        var end = text.lastIndexOf("%%EOF");
        if (end < 0 || end < text.length() - 2048) {
            return new Unreadable("admission.file-broken");
        }
        if (!text.contains("/ObjStm") && !PAGE.matcher(text).find()) {
            return new Unreadable("admission.file-no-page");
        }
        var ends = text.split("startxref", -1).length - 1;
        var linear = text.substring(0, Math.min(text.length(), 2048)).contains("/Linearized");
        return new Readable(Kind.PDF, day(MADE, text), day(CHANGED, text), linear ? ends - 1 : ends, text.contains("/ByteRange"), text.contains("/Encrypt"));
    }

    private static boolean starts(byte[] file, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> day(Pattern which, String text) {
        var last = which.matcher(text).results().reduce((one, other) -> other);
        try {
            return last.map(found -> LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
