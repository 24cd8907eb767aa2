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
public final class DigitalLink {

    static final String DOMAIN = "https://id.gs1.org/";
    private static final String URN = "urn:epc:";

    /// The keys of GS1 that name things, by application identifier.
    public enum Key {
        SSCC("00"),
        GTIN("01"),
        GDTI("253"),
        GCN("255"),
        GINC("401"),
        GSIN("402"),
        GLN("414"),
        PARTY("417"),
        GRAI("8003"),
        GIAI("8004"),
        ITIP("8006"),
        CPID("8010"),
        GSRNP("8017"),
        GSRN("8018");

        final String identifier;

        Key(String identifier) {
            this.identifier = identifier;
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

    private final Key key;
    private final String value;
    private final @Nullable String qualifier;
    private final String detail;

    /// For the readers, which have looked at each part.
    DigitalLink(Key key, String value, @Nullable String qualifier, String detail) {
        this.key = key;
        this.value = value;
        this.qualifier = qualifier;
        this.detail = detail;
    }

    private static DigitalLink checked(Key key, String value, @Nullable String qualifier, String detail) {
        if (!Links.fits(key, value, qualifier, detail)) {
            throw new IllegalArgumentException("no name of GS1: " + key + " " + value + " " + qualifier + " " + detail);
        }
        return new DigitalLink(key, value, qualifier, detail);
    }

    /// What kind of name.
    public Key key() {
        return key;
    }

    /// Percent-encoded; a GTIN always with 14 digits.
    public String value() {
        return value;
    }

    /// The application identifier of a lot, serial or extension; null for none.
    public @Nullable String qualifier() {
        return qualifier;
    }

    /// The value of the qualifier, percent-encoded; empty for none.
    public String detail() {
        return detail;
    }

    /// What the address names, or nothing where it is no name of GS1.
    public static Optional<DigitalLink> of(String address) {
        return Optional.ofNullable(parse(address));
    }

    /// The one address under which the same thing always stands, however its signs were encoded; an address that is no name of GS1 stays as it is.
    public static String canonical(String address) {
        if (address.startsWith(DOMAIN) && Links.isCanonical(address.getBytes(StandardCharsets.UTF_8))) {
            return address;
        }
        DigitalLink link = parse(address);
        return link == null ? address : link.address();
    }

    /// A single product.
    ///
    /// @param gtin 8, 12, 13 or 14 digits, the last being the check digit
    /// @throws IllegalArgumentException for what no such name can be, here and below
    public static DigitalLink serial(String gtin, String serial) {
        return checked(Key.GTIN, pad(gtin), "21", Percent.encode(serial));
    }

    /// A lot of a product.
    public static DigitalLink lot(String gtin, String lot) {
        return checked(Key.GTIN, pad(gtin), "10", Percent.encode(lot));
    }

    /// A pallet or container.
    ///
    /// @param sscc 18 digits, the last being the check digit
    public static DigitalLink pallet(String sscc) {
        return checked(Key.SSCC, sscc, null, "");
    }

    /// A site, or a part of it.
    ///
    /// @param gln 13 digits, the last being the check digit
    /// @param extension a hall or a line; empty for the site itself
    public static DigitalLink place(String gln, String extension) {
        return checked(Key.GLN, gln, extension.isEmpty() ? null : "254", Percent.encode(extension));
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
        if (address.regionMatches(true, 0, "http", 0, 4)) {
            return Links.read(address);
        }
        if (address.regionMatches(true, 0, URN, 0, URN.length())) {
            // The words before the scheme of an EPC mean the same in capitals (RFC 8141, clause 3.1).
            return Epc.read(address.startsWith(URN) ? address : URN + address.substring(URN.length()));
        }
        return null;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DigitalLink link && address().equals(link.address());
    }

    @Override
    public int hashCode() {
        return address().hashCode();
    }

    @Override
    public String toString() {
        return address();
    }
}
