package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the tags of a sheet, in bytes. A smelter list is five megabytes of formulas around a handful of values; a general XML reader decodes
/// all of it, this one skips from bracket to bracket and decodes only what it is asked for: a third of the time.
///
/// Knows UTF-8, the five entities of XML, numbered characters, remarks and CDATA, and that what is opened must be closed. Everything
/// else, a document type above all, is refused rather than understood.
final class Tags {

    private static final int LONGEST_TAG = 1 << 16;
    private static final int DEEPEST = 64;

    private final InputStream in;
    private final int textChars;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private boolean ended;

    /// Names of the elements open, as hashes.
    private final int[] open = new int[DEEPEST];
    private int depth;

    private int nameFrom;
    private int nameTo;
    private int tagTo;
    private boolean closing;
    private boolean alone;

    Tags(InputStream in, int textChars) throws IOException {
        this.in = in;
        this.textChars = textChars;
        need(3);
        if (end - at >= 3 && (buffer[at] & 0xFF) == 0xEF && (buffer[at + 1] & 0xFF) == 0xBB && (buffer[at + 2] & 0xFF) == 0xBF) {
            at += 3;
        }
    }

    /// Whether the bytes begin as UTF-16 does; then another reader has to do it.
    static boolean wide(byte[] first) {
        return first.length >= 2 && ((first[0] & 0xFF) >= 0xFE || first[0] == 0 || first[1] == 0);
    }

    /// The next tag, opening or closing; false at the end. A tag that closes itself counts as both, as one.
    boolean next() throws IOException {
        while (true) {
            if (!find((byte) '<')) {
                if (depth > 0) {
                    throw damaged();
                }
                return false;
            }
            need(2);
            if (end - at < 2) {
                throw damaged();
            }
            switch (buffer[at + 1]) {
                case '!' -> skipDeclaration();
                case '?' -> skipPast("?>");
                default -> {
                    tag();
                    return true;
                }
            }
        }
    }

    private void tag() throws IOException {
        int to = tagEnd();
        closing = buffer[at + 1] == '/';
        alone = !closing && buffer[to - 1] == '/';
        nameFrom = at + (closing ? 2 : 1);
        nameTo = nameFrom;
        while (nameTo < to && !blank(buffer[nameTo]) && buffer[nameTo] != '/') {
            if (buffer[nameTo] == ':') {
                nameFrom = nameTo + 1;
            }
            nameTo++;
        }
        if (nameTo == nameFrom) {
            throw damaged();
        }
        tagTo = to;
        at = to + 1;
        if (alone) {
            return;
        }
        int name = hash();
        if (!closing) {
            if (depth == DEEPEST) {
                throw damaged();
            }
            open[depth++] = name;
        } else if (depth == 0 || open[--depth] != name) {
            throw damaged();
        }
    }

    private int hash() {
        int hash = 1;
        for (int i = nameFrom; i < nameTo; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash;
    }

    /// Where the bracket is that ends the tag at [#at]; one inside quotes does not.
    private int tagEnd() throws IOException {
        int offset = 1;
        byte quote = 0;
        while (true) {
            if (at + offset >= end && !need(offset + 1)) {
                throw damaged();
            }
            if (offset > LONGEST_TAG) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, LONGEST_TAG);
            }
            byte b = buffer[at + offset];
            if (quote != 0) {
                if (b == quote) {
                    quote = 0;
                } else if (b == '<') {
                    throw damaged();
                }
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return at + offset;
            } else if (b == '<') {
                throw damaged();
            }
            offset++;
        }
    }

    boolean closing() {
        return closing;
    }

    /// The tag opens and closes its element at once.
    boolean alone() {
        return alone;
    }

    boolean is(String name) {
        int length = nameTo - nameFrom;
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[nameFrom + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean opens(String name) {
        return !closing && is(name);
    }

    boolean closes(String name) {
        return closing && is(name);
    }

    /// The attribute of this tag, or nothing; must be asked before going on.
    @Nullable String attribute(String name) throws IOException {
        int from = nameTo;
        while (from < tagTo) {
            while (from < tagTo && (blank(buffer[from]) || buffer[from] == '/')) {
                from++;
            }
            int equals = from;
            while (equals < tagTo && buffer[equals] != '=' && !blank(buffer[equals])) {
                equals++;
            }
            int nameEnd = equals;
            while (equals < tagTo && blank(buffer[equals])) {
                equals++;
            }
            if (from >= tagTo) {
                return null;
            }
            if (equals >= tagTo || buffer[equals] != '=') {
                throw damaged();
            }
            int quote = equals + 1;
            while (quote < tagTo && blank(buffer[quote])) {
                quote++;
            }
            if (quote >= tagTo || buffer[quote] != '"' && buffer[quote] != '\'') {
                throw damaged();
            }
            int close = quote + 1;
            while (close < tagTo && buffer[close] != buffer[quote]) {
                close++;
            }
            if (close >= tagTo) {
                throw damaged();
            }
            if (nameEnd - from == name.length() && matches(from, name)) {
                StringBuilder value = new StringBuilder(close - quote);
                // XML makes a line end or tab written into an attribute a blank.
                for (int i = quote + 1; i < close; i++) {
                    if (blank(buffer[i])) {
                        buffer[i] = ' ';
                    }
                }
                decode(quote + 1, close, value);
                return value.toString();
            }
            from = close + 1;
        }
        return null;
    }

    private boolean matches(int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (buffer[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Appends the text from here to the end of the element just opened, which may hold no other element.
    void text(StringBuilder into) throws IOException {
        if (alone) {
            return;
        }
        while (true) {
            int from = 0;
            while (true) {
                if (at + from >= end && !need(from + 1)) {
                    throw damaged();
                }
                if (buffer[at + from] == '<') {
                    break;
                }
                from++;
                if (from > textChars * 12L) {
                    throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, textChars);
                }
            }
            decode(at, at + from, into);
            at += from;
            if (into.length() > textChars) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, textChars);
            }
            need(9);
            if (end - at >= 9 && matches(at, "<![CDATA[")) {
                at += 9;
                cdata(into);
            } else if (end - at >= 2 && (buffer[at + 1] == '!' || buffer[at + 1] == '?')) {
                if (buffer[at + 1] == '!') {
                    skipDeclaration();
                } else {
                    skipPast("?>");
                }
            } else {
                tag();
                if (!closing) {
                    throw damaged();
                }
                return;
            }
        }
    }

    private void cdata(StringBuilder into) throws IOException {
        int length = 0;
        while (true) {
            if (!need(length + 3)) {
                throw damaged();
            }
            if (matches(at + length, "]]>")) {
                into.append(utf8(at, at + length));
                at += length + 3;
                return;
            }
            length++;
            if (length > textChars * 4L) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, textChars);
            }
        }
    }

    /// Skips to the end of the element just opened, whatever it holds.
    void skip() throws IOException {
        if (alone) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            if (!next()) {
                throw damaged();
            }
        }
    }

    private void skipDeclaration() throws IOException {
        need(9);
        if (end - at >= 4 && matches(at, "<!--")) {
            at += 4;
            skipPast("-->");
        } else if (end - at >= 9 && matches(at, "<![CDATA[")) {
            skipPast("]]>");
        } else {
            throw new Refused(Reading.Reason.UNSAFE_MARKUP);
        }
    }

    private void skipPast(String mark) throws IOException {
        byte first = (byte) mark.charAt(0);
        while (true) {
            if (!find(first) || !need(mark.length())) {
                throw damaged();
            }
            if (matches(at, mark)) {
                at += mark.length();
                return;
            }
            at++;
        }
    }

    private boolean find(byte wanted) throws IOException {
        while (true) {
            byte[] bytes = buffer;
            int last = end;
            for (int i = at; i < last; i++) {
                if (bytes[i] == wanted) {
                    at = i;
                    return true;
                }
            }
            at = end;
            if (!need(1)) {
                return false;
            }
        }
    }

    /// Sees to it that so many bytes stand from [#at] on; false when the file has no more. Moves the bytes, so positions in the buffer change.
    private boolean need(int count) throws IOException {
        while (end - at < count && !ended) {
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
            }
            if (count > buffer.length || end == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, count));
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                ended = true;
            } else {
                end += read;
            }
        }
        return end - at >= count;
    }

    private void decode(int from, int to, StringBuilder into) throws IOException {
        int plain = from;
        for (int i = from; i < to; i++) {
            if (buffer[i] == '&') {
                append(plain, i, into);
                int semicolon = i + 1;
                while (semicolon < to && semicolon - i <= 12 && buffer[semicolon] != ';') {
                    semicolon++;
                }
                if (semicolon >= to || buffer[semicolon] != ';') {
                    throw damaged();
                }
                entity(new String(buffer, i + 1, semicolon - i - 1, StandardCharsets.ISO_8859_1), into);
                i = semicolon;
                plain = semicolon + 1;
            }
        }
        append(plain, to, into);
    }

    private void append(int from, int to, StringBuilder into) throws IOException {
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0) {
                into.append(utf8(from, to));
                return;
            }
        }
        for (int i = from; i < to; i++) {
            // Line ends are one character to XML, however they were written.
            if (buffer[i] == '\r') {
                if (i + 1 >= to || buffer[i + 1] != '\n') {
                    into.append('\n');
                }
            } else {
                into.append((char) buffer[i]);
            }
        }
    }

    private String utf8(int from, int to) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(buffer, from, to - from)).toString()
                    .replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw damaged();
        }
    }

    private static void entity(String name, StringBuilder into) throws Refused {
        switch (name) {
            case "amp" -> into.append('&');
            case "lt" -> into.append('<');
            case "gt" -> into.append('>');
            case "quot" -> into.append('"');
            case "apos" -> into.append('\'');
            default -> {
                if (!name.startsWith("#")) {
                    throw new Refused(Reading.Reason.UNSAFE_MARKUP);
                }
                try {
                    boolean hex = name.length() > 1 && name.charAt(1) == 'x';
                    into.appendCodePoint(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
                } catch (IllegalArgumentException e) {
                    throw damaged();
                }
            }
        }
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static Refused damaged() {
        return new Refused(Reading.Reason.DAMAGED);
    }
}
