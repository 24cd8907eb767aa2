package org.probity.trace.plant;

/** Numbers of the GS1 system, with their check digits, as Digital Links; see GS1 General Specifications 7.9.1 and GS1 Digital Link 1.2. */
final class Gs1 {
    private static final String ID = "https://id.gs1.org/";

    private Gs1() {}

    /** The digits with the one that checks them: weights three and one from the right. */
    static String checked(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return digits + (10 - sum % 10) % 10;
    }

    static String lot(String gtin, String lot) {
        return ID + "01/" + gtin + "/10/" + lot;
    }

    static String serial(String gtin, String serial) {
        return ID + "01/" + gtin + "/21/" + serial;
    }

    static String asset(String company, String reference) {
        return ID + "8004/" + company + reference;
    }

    static String load(String sscc) {
        return ID + "00/" + sscc;
    }

    static String place(String gln) {
        return ID + "414/" + gln;
    }

    static String party(String gln) {
        return ID + "417/" + gln;
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }
}
