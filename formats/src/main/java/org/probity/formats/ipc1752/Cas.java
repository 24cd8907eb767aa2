package org.probity.formats.ipc1752;

/// A number of the CAS registry: two to seven digits, two, and a check digit.
public final class Cas {

    private Cas() {
    }

    /// Whether it is written like one and its check digit is right.
    public static boolean isRight(String text) {
        if (!text.matches("[1-9][0-9]{1,6}-[0-9]{2}-[0-9]")) {
            return false;
        }
        String digits = text.replace("-", "");
        int sum = 0;
        for (int i = digits.length() - 2, weight = 1; i >= 0; i--, weight++) {
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == digits.charAt(digits.length() - 1) - '0';
    }
}
