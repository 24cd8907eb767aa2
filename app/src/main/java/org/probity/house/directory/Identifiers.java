package org.probity.house.directory;

import java.math.BigInteger;

/** Check digits of the two numbers a legal person is known by. */
public final class Identifiers {
    /** Digits and capitals without I, O, S, V, Z; GB 32100-2015, 4.2. */
    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Identifiers() {}

    /** Unified social credit identifier, GB 32100-2015: 18 characters, the last checks the others modulo 31 with weights 3^i. */
    public static boolean isCreditCode(String code) {
        if (code.length() != 18) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            var value = CREDIT_CODE_ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** Legal entity identifier, ISO 17442: 18 letters or digits and two check digits, ISO 7064 MOD 97-10. */
    public static boolean isLei(String lei) {
        if (!lei.matches("[0-9A-Z]{18}[0-9]{2}")) {
            return false;
        }
        var digits = new StringBuilder();
        lei.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
