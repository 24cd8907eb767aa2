package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Rows are written by hand in the order of RFC 8785; here the general writer and reader say whether that is so. */
class WritingRowsTest {
    private static final String SIGNS = "aZ09-. \"\\/\b\f\n\r\t\u0001\u001f\u007f\u00e9金\u2028\uD83D\uDE00";

    @RepeatedTest(200)
    void whatIsWrittenIsCanonicalAndReadBackAsItWas(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var detail = new Row.Detail(text(random), evidence(random), random.nextBoolean() ? Optional.of(hash(random)) : Optional.empty());
        var shown = new Row.Shown(random.nextBoolean() ? Optional.of(new Row.Reason(text(random), new Words(text(random), text(random)))) : Optional.empty(),
                facts(random), hash(random));

        var writtenDetail = new StringBuilder();
        detail.write(writtenDetail);
        var writtenRow = new StringBuilder();
        shown.write(writtenRow);

        assertThat(Row.Detail.from(Json.parseCanonical(Keys.utf8(writtenDetail.toString())))).isEqualTo(detail);
        assertThat(Row.Shown.from(Json.parseCanonical(Keys.utf8(writtenRow.toString())))).isEqualTo(shown);
    }

    private static Facts facts(Random random) {
        var inputs = new TreeMap<String, BigDecimal>();
        for (var i = random.nextInt(4); i > 0; i--) {
            inputs.put(text(random), BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(5)).add(BigDecimal.ZERO));
        }
        inputs.replaceAll((name, value) -> value.signum() == 0 ? BigDecimal.ZERO : value);
        return new Facts(inputs, days(random), days(random));
    }

    private static List<Facts.Days> days(Random random) {
        var days = new ArrayList<Facts.Days>();
        var day = LocalDate.of(2025, 1, 1);
        for (var i = random.nextInt(3); i > 0; i--) {
            var from = day.plusDays(1 + random.nextInt(9));
            day = from.plusDays(random.nextInt(9));
            days.add(new Facts.Days(from, day));
        }
        return days;
    }

    private static List<Row.Evidence> evidence(Random random) {
        var evidence = new ArrayList<Row.Evidence>();
        for (var i = random.nextInt(3); i > 0; i--) {
            evidence.add(new Row.Evidence(text(random), Row.Source.values()[random.nextInt(4)], random.nextInt(1 << 30), random.nextInt(-1, 3)));
        }
        return evidence;
    }

    private static Hash hash(Random random) {
        return Hash.sha256(Keys.utf8("" + random.nextLong()));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(1, 6); i > 0; i--) {
            text.appendCodePoint(SIGNS.codePointAt(SIGNS.offsetByCodePoints(0, random.nextInt(SIGNS.codePointCount(0, SIGNS.length())))));
        }
        return text.toString();
    }
}
