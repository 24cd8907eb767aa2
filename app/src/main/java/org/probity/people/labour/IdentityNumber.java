package org.probity.people.labour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What the number of a Chinese identity card says (GB 11643): six digits of a place, eight of the birth date, three of an order whose last is odd for men,
 * and a check digit after ISO 7064 mod 11-2. Numbers of fifteen digits have not been issued since 1999 and are refused.
 */
record IdentityNumber(LocalDate born, Identity.Sex sex) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** As it is compared: without blanks, with a large X. */
    static String plain(String written) {
        return written.replaceAll("[\\s\\u3000-]", "").toUpperCase(Locale.ROOT);
    }

    static boolean wellFormed(String plain) {
        return plain.matches("[1-9][0-9]{16}[0-9X]");
    }

    /** Each digit doubled and carried on, modulo 11; what is left is 1 when the last one is right. */
    static boolean checks(String plain) {
        var rest = 0;
        for (var i = 0; i < 17; i++) {
            rest = (rest + plain.charAt(i) - '0') * 2 % 11;
        }
        return (rest + (plain.charAt(17) == 'X' ? 10 : plain.charAt(17) - '0')) % 11 == 1;
    }

    /** Nothing when the eight digits are no day. */
    static Optional<IdentityNumber> of(String plain) {
        try {
            return Optional.of(new IdentityNumber(LocalDate.parse(plain.substring(6, 14), DAY), (plain.charAt(16) - '0') % 2 == 1 ? Identity.Sex.M : Identity.Sex.F));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
