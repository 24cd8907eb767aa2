package org.probity.formats.epcis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink.Key;

/// Reads links of GS1 on any domain, with numbers or words for their keys, down to their finest part.
final class Links {

    private static final byte[] DOMAIN = DigitalLink.DOMAIN.getBytes(StandardCharsets.UTF_8);

    private Links() {
    }

    static @Nullable DigitalLink read(String written) {
        String link = Percent.withLetters(written);
        byte[] address = link.getBytes(StandardCharsets.UTF_8);
        if (address.length != link.length()) {
            return null;
        }
        int at = link.regionMatches(true, 0, "https://", 0, 8) ? 8 : link.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
        if (at < 0) {
            return null;
        }
        int end = end(address, at);
        int slash = segmentEnd(address, at, end);
        // The first segment that is a key with a value that fits begins the name; before it a path of the domain's owner may stand.
        while (slash < end) {
            int next = segmentEnd(address, slash + 1, end);
            if (next >= end) {
                return null;
            }
            if (isShort(next - slash - 1)) {
                Key key = Key.named(link.substring(slash + 1, next));
                if (key != null) {
                    int valueEnd = segmentEnd(address, next + 1, end);
                    if (isValue(key, address, next + 1, valueEnd)) {
                        String value = Percent.one(link, next + 1, valueEnd);
                        return qualified(key, key == Key.GTIN ? DigitalLink.pad(value) : value, link, address, valueEnd, end);
                    }
                }
            }
            slash = next;
        }
        return null;
    }

    /// Whether the link already stands in its one form, as most do: found out without taking it apart.
    ///
    /// @param address in UTF-8; a link has only ASCII
    static boolean isCanonical(byte[] address) {
        int from = DOMAIN.length;
        int end = address.length;
        if (end <= from || !Arrays.equals(address, 0, from, DOMAIN, 0, from)) {
            return false;
        }
        int slash = segmentEnd(address, from, end);
        Key key = slash == end ? null : numbered(address, from, slash);
        if (key == null) {
            return false;
        }
        int valueEnd = segmentEnd(address, slash + 1, end);
        if (!isValue(key, address, slash + 1, valueEnd) || key == Key.GTIN && valueEnd - slash != 15) {
            return false;
        }
        if (!Percent.isOne(address, slash + 1, valueEnd)) {
            return false;
        }
        if (valueEnd == end) {
            return true;
        }
        int nameEnd = segmentEnd(address, valueEnd + 1, end);
        if (nameEnd == end || !isFine(key, number(address, valueEnd + 1, nameEnd))) {
            return false;
        }
        return segmentEnd(address, nameEnd + 1, end) == end && isDetail(number(address, valueEnd + 1, nameEnd), address, nameEnd + 1, end)
                && Percent.isOne(address, nameEnd + 1, end);
    }

    /// Whether the parts are a name in its one form.
    static boolean fits(Key key, String value, @Nullable String qualifier, String detail) {
        byte[] known = value.getBytes(StandardCharsets.UTF_8);
        if (!isValue(key, known, 0, known.length) || key == Key.GTIN && known.length != 14) {
            return false;
        }
        if (qualifier == null) {
            return detail.isEmpty();
        }
        byte[] name = qualifier.getBytes(StandardCharsets.UTF_8);
        byte[] fine = detail.getBytes(StandardCharsets.UTF_8);
        int number = number(name, 0, name.length);
        return isFine(key, number) && isDetail(number, fine, 0, fine.length);
    }

    private static boolean isFine(Key key, int qualifier) {
        return switch (key) {
            case GTIN -> qualifier == 10 || qualifier == 21 || qualifier == 235;
            case ITIP -> qualifier == 10 || qualifier == 21;
            case GLN -> qualifier == 254;
            case CPID -> qualifier == 8011;
            case SSCC, GDTI, GCN, GINC, GSIN, PARTY, GRAI, GIAI, GSRNP, GSRN -> false;
        };
    }

    private static @Nullable Key numbered(byte[] text, int from, int to) {
        return switch (number(text, from, to)) {
            case 0 -> to - from == 2 ? Key.SSCC : null;
            case 1 -> to - from == 2 ? Key.GTIN : null;
            case 253 -> Key.GDTI;
            case 255 -> Key.GCN;
            case 401 -> Key.GINC;
            case 402 -> Key.GSIN;
            case 414 -> Key.GLN;
            case 417 -> Key.PARTY;
            case 8003 -> Key.GRAI;
            case 8004 -> Key.GIAI;
            case 8006 -> Key.ITIP;
            case 8010 -> Key.CPID;
            case 8017 -> Key.GSRNP;
            case 8018 -> Key.GSRN;
            default -> null;
        };
    }

    /// The number that two to four digits make; -1 for anything else, also for one with a 0 before it that has more than two.
    private static int number(byte[] text, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 4 || digits(text, from, to) != length || length > 2 && text[from] == '0') {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text[i] - '0';
        }
        return number;
    }

    private static boolean isShort(int length) {
        return length >= 2 && length <= 5;
    }

    /// Without query, fragment and one slash at the end.
    private static int end(byte[] address, int from) {
        int end = address.length;
        for (int i = from; i < end; i++) {
            if (address[i] == '?' || address[i] == '#') {
                end = i;
            }
        }
        return address[end - 1] == '/' ? end - 1 : end;
    }

    private static int segmentEnd(byte[] address, int from, int end) {
        int at = from;
        while (at < end && address[at] != '/') {
            at++;
        }
        return at;
    }

    /// The pairs behind the key: the finest is kept, known coarser ones go, anything else makes it no name.
    private static @Nullable DigitalLink qualified(Key key, String value, String link, byte[] address, int from, int end) {
        String qualifier = null;
        String detail = "";
        int at = from;
        while (at < end) {
            int nameEnd = segmentEnd(address, at + 1, end);
            int detailEnd = nameEnd < end ? segmentEnd(address, nameEnd + 1, end) : end;
            if (nameEnd >= end) {
                return null;
            }
            String name = qualifier(key, link.substring(at + 1, nameEnd));
            if (name == null || !isDetail(Integer.parseInt(name), address, nameEnd + 1, detailEnd)) {
                return null;
            }
            if (rank(name) > (qualifier == null ? 0 : rank(qualifier))) {
                qualifier = name;
                detail = Percent.one(link, nameEnd + 1, detailEnd);
            }
            at = detailEnd;
        }
        return new DigitalLink(key, value, qualifier, detail);
    }

    private static @Nullable String qualifier(Key key, String segment) {
        return switch (key) {
            case GTIN, ITIP -> switch (segment) {
                case "22", "cpv" -> "22";
                case "10", "lot" -> "10";
                case "21", "ser" -> "21";
                case "235" -> key == Key.GTIN ? "235" : null;
                default -> null;
            };
            case GLN -> segment.equals("254") || segment.equals("glnx") ? "254" : null;
            case CPID -> segment.equals("8011") || segment.equals("cpsn") ? "8011" : null;
            case SSCC, GDTI, GCN, GINC, GSIN, PARTY, GRAI, GIAI, GSRNP, GSRN -> null;
        };
    }

    /// A serial is finer than a lot; a variant of a product (22) is no finer than the product.
    private static int rank(String qualifier) {
        return switch (qualifier) {
            case "22" -> 0;
            case "10" -> 1;
            case "235" -> 2;
            default -> 3;
        };
    }

    private static boolean isDetail(int qualifier, byte[] text, int from, int to) {
        if (qualifier == 8011) {
            return to > from && digits(text, from, to) == to - from && to - from <= 12;
        }
        int length = Percent.length(text, from, to);
        return length > 0 && length <= (qualifier == 235 ? 28 : 20);
    }

    private static boolean isValue(Key key, byte[] text, int from, int to) {
        int length = to - from;
        int digits = digits(text, from, to);
        return switch (key) {
            case SSCC, GSRNP, GSRN, ITIP -> digits == 18 && length == 18;
            case GSIN -> digits == 17 && length == 17;
            case GLN, PARTY -> digits == 13 && length == 13;
            case GTIN -> digits == length && (length == 14 || length == 13 || length == 12 || length == 8);
            case GDTI -> isWithSerial(text, from, to, digits, 13, 17);
            case GRAI -> isWithSerial(text, from, to, digits, 14, 16);
            case GCN -> digits == length && length >= 13 && length <= 25;
            case GIAI, GINC, CPID -> isWithSerial(text, from, to, digits, 4, 26);
        };
    }

    /// So many digits and at most so many signs.
    private static boolean isWithSerial(byte[] text, int from, int to, int digits, int least, int signs) {
        if (digits < least) {
            return false;
        }
        int length = Percent.length(text, from + least, to);
        return length >= 0 && length <= signs;
    }

    private static int digits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }
}
