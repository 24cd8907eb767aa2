package org.probity.supply.traceability;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Addresses hold what is no letter of English as hexadecimal digits; people read the words behind them. */
final class Spelling {
    private Spelling() {}

    /** The last part of an address, which is what people call a thing; the whole of it where it ends with a stroke. */
    static String last(String address) {
        var part = address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);
        return part.isEmpty() ? address : of(part, address.startsWith(Tables.LOT));
    }

    /**
     * As it was written before it became part of an address. What is no text, or holds signs that nobody sees (which could make one name look like another), stays as it is.
     *
     * @param plus whether it stands for a blank
     */
    static String of(String part, boolean plus) {
        if (part.indexOf('%') < 0 && !(plus && part.indexOf('+') >= 0)) {
            return part;
        }
        var bytes = new ByteArrayOutputStream(part.length());
        for (var at = 0; at < part.length(); at++) {
            var sign = part.charAt(at);
            if (sign == '%' && at + 2 < part.length() && Character.digit(part.charAt(at + 1), 16) >= 0 && Character.digit(part.charAt(at + 2), 16) >= 0) {
                bytes.write(Character.digit(part.charAt(at + 1), 16) << 4 | Character.digit(part.charAt(at + 2), 16));
                at += 2;
            } else {
                bytes.writeBytes((plus && sign == '+' ? " " : String.valueOf(sign)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            var words = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            return words.isBlank() || words.codePoints().anyMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.FORMAT || !Character.isDefined(it)) ? part : words;
        } catch (CharacterCodingException noText) {
            return part;
        }
    }
}
