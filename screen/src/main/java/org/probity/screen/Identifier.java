package org.probity.screen;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A number that means one party, written without blanks and marks. Two parties with the same one are the same, however they are called; that holds
 * only for numbers that are what they claim, so a credit code or an LEI whose check digits are wrong is not one ({@link #holds}).
 */
public record Identifier(Scheme scheme, String value) {

    /** USCC: the 18 characters of a Chinese business licence (GB 32100-2015). LEI: ISO 17442. REGISTRY: any other register's number. */
    public enum Scheme { USCC, LEI, REGISTRY }

    private static final String USCC_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] USCC_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public Identifier {
        value = value.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an identifier without digits");
        }
    }

    /** A number typed by somebody: a credit code or an LEI when its check digits say so, otherwise some register's. */
    public static Identifier guess(String typed) {
        Identifier registry = new Identifier(Scheme.REGISTRY, typed);
        for (Scheme scheme : new Scheme[] {Scheme.USCC, Scheme.LEI}) {
            Identifier read = new Identifier(scheme, typed);
            if (read.holds()) {
                return read;
            }
        }
        return registry;
    }

    /** Whether the check digits are right; a register's number has none that we know of, and must have five characters to mean anything. */
    public boolean holds() {
        return switch (scheme) {
            case USCC -> value.length() == 18 && value.charAt(17) == usccCheck(value);
            case LEI -> value.matches("[0-9A-Z]{18}[0-9]{2}") && new BigInteger(numbers(value)).mod(BigInteger.valueOf(97)).intValue() == 1;
            case REGISTRY -> value.length() >= 5;
        };
    }

    /** The check digit of a credit code whose first 17 characters are given; 0 (which no code ends with by this rule) when they cannot be one. */
    static char usccCheck(String code) {
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            int digit = USCC_DIGITS.indexOf(code.charAt(at));
            if (digit < 0) {
                return 0;
            }
            sum += digit * USCC_WEIGHTS[at];
        }
        return USCC_DIGITS.charAt((31 - sum % 31) % 31);
    }

    private static String numbers(String value) {
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
        return digits.toString();
    }
}
