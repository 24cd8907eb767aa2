package org.probity.people.pay;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says. It stays as it was written: a file that counts later is told by a later letter.
 *
 * @param number of staff @param grade at the end of the year; empty: they had none @param low and {@code high}: of the grade's range, null: it had none
 * @param salt without which the code could be found by trying amounts
 */
public record Letter(int year, String number, String nameEn, String nameZh, String grade, @Nullable BigDecimal low, @Nullable BigDecimal high, Pay pay, String salt) {
    private static final String APART = "\n";

    String words() {
        return String.join(APART, List.of(String.valueOf(year), number, nameEn, nameZh, grade, low == null ? "" : low.toPlainString(), high == null ? "" : high.toPlainString(), pay.words(), salt));
    }

    static Letter of(String words) {
        var of = words.split(APART, -1);
        return new Letter(Integer.parseInt(of[0]), of[1], of[2], of[3], of[4], of[5].isEmpty() ? null : new BigDecimal(of[5]), of[6].isEmpty() ? null : new BigDecimal(of[6]), Pay.of(of[7]), of[8]);
    }

    @Override
    public String toString() {
        return "Letter[sealed]";
    }
}
