package org.probity.formats.epcis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The name of a thing, a lot, a place or a party as an address of GS1: `https://id.gs1.org/01/09521321012349/21/BAG-1` (GS1 Digital Link URI syntax
/// 1.2, clause 4.11, constrained as CBV 2.0, clause 8.9, wants it: only the finest key and qualifier, the domain of GS1, no query).
///
/// The older names `urn:epc:id:...`, `urn:epc:class:...` and `urn:epc:idpat:...` (EPC Tag Data Standard, clause 6) and links of any domain lead to the
/// same link. Back from a link to an EPC needs the number of digits of the company prefix, which the link no longer tells.
///
/// @param key what kind of name
/// @param value percent-encoded; a GTIN always with 14 digits
/// @param qualifier the application identifier of a lot, serial or extension; null for none
/// @param detail the value of the qualifier, percent-encoded; empty for none
public record DigitalLink(Key key, String value, @Nullable String qualifier, String detail) {

    static final String DOMAIN = "https://id.gs1.org/";

    /// @throws IllegalArgumentException for what no such key can be
    public DigitalLink {
        if (!Links.fits(key, value, qualifier, detail)) {
            throw new IllegalArgumentException("no name of GS1: " + key + " " + value + " " + qualifier + " " + detail);
        }
    }

    /// The keys of GS1 that name things, by application identifier.
    public enum Key {
        SSCC("00", "sscc", "urn:epc:id:sscc:"),
        GTIN("01", "gtin", "urn:epc:id:sgtin:"),
        GDTI("253", "gdti", "urn:epc:id:gdti:"),
        GCN("255", "gcn", "urn:epc:id:sgcn:"),
        GINC("401", "ginc", "urn:epc:id:ginc:"),
        GSIN("402", "gsin", "urn:epc:id:gsin:"),
        GLN("414", "gln", "urn:epc:id:sgln:"),
        PARTY("417", "party", "urn:epc:id:pgln:"),
        GRAI("8003", "grai", "urn:epc:id:grai:"),
        GIAI("8004", "giai", "urn:epc:id:giai:"),
        ITIP("8006", "itip", "urn:epc:id:itip:"),
        CPID("8010", "cpid", "urn:epc:id:cpi:"),
        GSRNP("8017", "gsrnp", "urn:epc:id:gsrnp:"),
        GSRN("8018", "gsrn", "urn:epc:id:gsrn:");

        final String identifier;
        final String word;
        final String epc;

        Key(String identifier, String word, String epc) {
            this.identifier = identifier;
            this.word = word;
            this.epc = epc;
        }

        /// `01` for a GTIN.
        public String identifier() {
            return identifier;
        }

        static @Nullable Key named(String segment) {
            return switch (segment) {
                case "00", "sscc" -> SSCC;
                case "01", "gtin" -> GTIN;
                case "253", "gdti" -> GDTI;
                case "255", "gcn" -> GCN;
                case "401", "ginc" -> GINC;
                case "402", "gsin" -> GSIN;
                case "414", "gln" -> GLN;
                case "417", "party" -> PARTY;
                case "8003", "grai" -> GRAI;
                case "8004", "giai" -> GIAI;
                case "8006", "itip" -> ITIP;
                case "8010", "cpid" -> CPID;
                case "8017", "gsrnp" -> GSRNP;
                case "8018", "gsrn" -> GSRN;
                default -> null;
            };
        }
    }

    /// What the address names, or nothing where it is no name of GS1.
    public static Optional<DigitalLink> of(String address) {
        return Optional.ofNullable(parse(address));
    }

    /// The one address under which the same thing always stands; an address that is no name of GS1 stays as it is.
    public static String canonical(String address) {
        if (Links.isCanonical(address)) {
            return address;
        }
        DigitalLink link = parse(address);
        return link == null ? address : link.address();
    }

    /// A single product.
    ///
    /// @param gtin 8, 12, 13 or 14 digits, the last being the check digit
    public static DigitalLink serial(String gtin, String serial) {
        return new DigitalLink(Key.GTIN, pad(gtin), "21", Percent.encode(serial));
    }

    /// A lot of a product.
    public static DigitalLink lot(String gtin, String lot) {
        return new DigitalLink(Key.GTIN, pad(gtin), "10", Percent.encode(lot));
    }

    /// A pallet or container.
    ///
    /// @param sscc 18 digits, the last being the check digit
    public static DigitalLink pallet(String sscc) {
        return new DigitalLink(Key.SSCC, sscc, null, "");
    }

    /// A site, or a part of it.
    ///
    /// @param gln 13 digits, the last being the check digit
    /// @param extension a hall or a line; empty for the site itself
    public static DigitalLink place(String gln, String extension) {
        return new DigitalLink(Key.GLN, gln, extension.isEmpty() ? null : "254", Percent.encode(extension));
    }

    /// The check digit that follows these digits (GS1 General Specifications, clause 7.9).
    public static char checkDigit(CharSequence digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /// The address: `https://id.gs1.org/01/09521321012349/10/LOT-7`.
    public String address() {
        return qualifier == null ? DOMAIN + key.identifier + '/' + value : DOMAIN + key.identifier + '/' + value + '/' + qualifier + '/' + detail;
    }

    /// For people, as it stands under a bar code: `(01) 09521321012349 (10) LOT-7`.
    public String label() {
        String label = "(" + key.identifier + ") " + decoded(value);
        return qualifier == null ? label : label + " (" + qualifier + ") " + decoded(detail);
    }

    /// Whether the check digit inside the key is the right one; true for keys that have none. A wrong one says that a hand has written it.
    public boolean checkDigitHolds() {
        int digits = switch (key) {
            case SSCC, GSRN, GSRNP -> 18;
            case GTIN, ITIP, GRAI -> 14;
            case GDTI, GCN, GLN, PARTY -> 13;
            case GSIN -> 17;
            case GIAI, GINC, CPID -> 0;
        };
        return digits == 0 || checkDigit(value.substring(0, digits - 1)) == value.charAt(digits - 1);
    }

    /// The same name as an EPC: `urn:epc:id:sgtin:9521321.001234.BAG-1`. Nothing where EPCs have no such name.
    ///
    /// @param prefixDigits how many digits the company prefix has, 6 to 12
    public Optional<String> epc(int prefixDigits) {
        return prefixDigits < 6 || prefixDigits > 12 ? Optional.empty() : Optional.ofNullable(Epc.write(this, prefixDigits));
    }

    private static @Nullable DigitalLink parse(String address) {
        if (address.startsWith("http")) {
            return Links.read(address);
        }
        return address.startsWith("urn:epc:") ? Epc.read(address) : null;
    }

    static String pad(String gtin) {
        return switch (gtin.length()) {
            case 8, 12, 13 -> "0".repeat(14 - gtin.length()) + gtin;
            default -> gtin;
        };
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
