package org.probity.formats.epcis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times as `xsd:dateTimeStamp` writes them, read without a pattern: an event has several, and this is half of what reading it would cost.
final class Time {

    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Time() {
    }

    /// The instant, to the nanosecond (further digits are dropped), or null if it is none between the years 1 and 9999. A time without seconds is taken
    /// too; some senders of 1.2 write so.
    static @Nullable Instant read(String text) {
        int length = text.length();
        if (length < 17 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T' || text.charAt(13) != ':') {
            return null;
        }
        boolean seconds = text.charAt(16) == ':';
        if (seconds && length < 20) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = seconds ? digits(text, 17, 19) : 0;
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        int at = seconds ? 19 : 16;
        int nanos = 0;
        if (seconds && text.charAt(at) == '.') {
            int unit = 100_000_000;
            int from = ++at;
            while (at < length && isDigit(text.charAt(at))) {
                nanos += (text.charAt(at++) - '0') * unit;
                unit /= 10;
            }
            if (at == from) {
                return null;
            }
        }
        int offset = offsetSeconds(text, at);
        if (offset == NO_OFFSET) {
            return null;
        }
        long epoch = daysSinceEpoch(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
        return epoch < FIRST || epoch > LAST ? null : Instant.ofEpochSecond(epoch, nanos);
    }

    /// Writes `2026-03-02T00:15:30.500Z` and answers where it ends. The year is between 0 and 9999.
    static int write(long epochSecond, int millis, byte[] out, int from) {
        long day = Math.floorDiv(epochSecond, 86_400);
        int second = (int) Math.floorMod(epochSecond, 86_400L);
        // Days since 1 March of the year 0, in eras of 400 years: leap days fall on the end (as java.time counts).
        long sinceMarch = day + 719_468;
        long era = Math.floorDiv(sinceMarch, 146_097);
        int ofEra = (int) Math.floorMod(sinceMarch, 146_097L);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * ofYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = (int) (yearOfEra + 400 * era) + (month <= 2 ? 1 : 0);
        int at = two(out, from, year / 100);
        at = sign(out, two(out, at, year % 100), '-');
        at = sign(out, two(out, at, month), '-');
        at = sign(out, two(out, at, ofYear - (153 * shifted + 2) / 5 + 1), 'T');
        at = sign(out, two(out, at, second / 3_600), ':');
        at = sign(out, two(out, at, second / 60 % 60), ':');
        at = sign(out, two(out, at, second % 60), '.');
        at = sign(out, at, (char) ('0' + millis / 100));
        return sign(out, two(out, at, millis % 100), 'Z');
    }

    private static int two(byte[] out, int at, int number) {
        out[at] = (byte) ('0' + number / 10);
        out[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }

    private static int sign(byte[] out, int at, char sign) {
        out[at] = (byte) sign;
        return at + 1;
    }

    static final int NO_OFFSET = Integer.MIN_VALUE;
    private static final long FIRST = -62_135_596_800L;
    private static final long LAST = 253_402_300_799L;

    /// The seconds of `Z`, `+01:00` or `-14:00` that stands from there to the end.
    static int offsetSeconds(String text, int from) {
        int length = text.length();
        if (length == from + 1 && text.charAt(from) == 'Z') {
            return 0;
        }
        if (length != from + 6 || text.charAt(from + 3) != ':' || text.charAt(from) != '+' && text.charAt(from) != '-') {
            return NO_OFFSET;
        }
        int hours = digits(text, from + 1, from + 3);
        int minutes = digits(text, from + 4, from + 6);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60) {
            return NO_OFFSET;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return text.charAt(from) == '-' ? -seconds : seconds;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (!isDigit(digit)) {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static int daysIn(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_IN[month - 1];
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long daysSinceEpoch(int year, int month, int day) {
        int before = year - 1;
        long days = 365L * before + before / 4 - before / 100 + before / 400 + DAYS_BEFORE[month - 1] + day - 1;
        return (month > 2 && isLeap(year) ? days + 1 : days) - 719_162;
    }
}
