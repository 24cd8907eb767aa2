package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Messages;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL's number is the number that the rows give one by one, to the last digit. */
@WholeHouse
class FoldingInTheDatabaseTest {
    private static final List<Fold> FOLDS = List.of(
            new Fold.Count(), new Fold.Sum("a"), new Fold.RatioOfSums("a", "b"), new Fold.Share("met"), new Fold.Mean("b"), new Fold.Median("a"),
            new Fold.MinOverDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
            new Fold.GatesThenWeights(new TreeSet<>(List.of("met", "open")), Map.of("a", new BigDecimal("0.3"), "b", new BigDecimal("7"))),
            new Fold.GatesThenWeights(new TreeSet<>(), Map.of("b", BigDecimal.ONE)));

    @Autowired JdbcClient db;
    @Autowired Log log;
    @Autowired Messages messages;
    @Autowired Clock clock;

    private Figure figure(Fold fold, String rows) {
        return new Figure("folding", "T-01", 1, LocalDate.of(2020, 1, 1), fold, Rounding.places(9), "", Figure.Level.PUBLIC, "T", "minerals.tin-due-diligence", rows,
                new Figure.Control("kilograms", "kg", "SELECT 1 AS stated, 0 AS other"));
    }

    private Figures under(Figure figure) {
        return new Figures(db, List.of(figure), new Definitions(db, log, messages, clock), clock);
    }

    private static String rows(List<String> rows) {
        return """
                -- Rows as a room's query gives them, with a comment: nothing is counted twice.
                SELECT gen_random_uuid() AS subject, 'N' AS number, 'N' AS name_en, 'N' AS name_zh, reason, inputs, '{}' AS facts, '[]' AS evidence
                  FROM (VALUES (NULL::text, NULL::jsonb)%s) AS row (reason, inputs)
                 WHERE inputs IS NOT NULL
                 ORDER BY inputs::text
                """.formatted(rows.stream().map(row -> ", " + row).collect(Collectors.joining()));
    }

    private static String row(Random random) {
        var reason = random.nextInt(4) == 0 ? "'left-out'" : "NULL";
        var kilograms = random.nextInt(3) == 0 ? "" : ", \"kilograms\": " + decimal(random);
        return "(%s, '{\"met\": %d, \"open\": \"%d\", \"a\": \"%s\", \"b\": %s%s}')".formatted(reason, random.nextInt(2), random.nextInt(2), decimal(random), decimal(random), kilograms);
    }

    /** Few different ones, so that some are equal; of one to nine places; some below zero. */
    private static BigDecimal decimal(Random random) {
        return random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(5)) : BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), random.nextInt(1, 10));
    }

    @Test
    void everyFoldGivesWhatTheRowsGiveOneByOne() {
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var rows = rows(IntStream.range(0, random.nextInt(seed < 8 ? 3 : 60)).mapToObj(n -> row(random)).toList());
            for (var fold : FOLDS) {
                var figure = figure(fold, rows);
                var live = under(figure).live(figure, 2025);
                var number = under(figure).number(figure, 2025);
                assertThat(number.exact()).as("%s, seed %d", fold, seed).isEqualTo(live.exact());
                assertThat(number.shown()).isEqualTo(live.shown());
                assertThat(number.included()).isEqualTo(live.included().size());
                assertThat(number.leftOut()).isEqualTo(live.excluded().size());
                assertThat(number.met()).isEqualTo(live.met("met"));
                assertThat(number.control().difference()).isEqualByComparingTo(live.control().difference());
            }
        }
    }

    @Test
    void whatTheRowsRefuseIsRefusedHereToo() {
        for (var inputs : List.of("{\"a\": 1}", "{\"a\": 1, \"met\": 2}", "{\"a\": 1, \"met\": null}")) {
            var figure = figure(new Fold.Share("met"), rows(List.of("(NULL, '" + inputs + "')")));
            assertThatThrownBy(() -> under(figure).live(figure, 2025)).as(inputs).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> under(figure).number(figure, 2025)).as(inputs).hasMessageContaining("1 rows of folding");
        }
    }

    @Test
    void whatARowLeftOutLacksIsMissedByNobody() {
        var figure = figure(new Fold.Share("met"), rows(List.of("('left-out', '{}')", "(NULL, '{\"met\": 1}')")));
        assertThat(under(figure).number(figure, 2025).exact()).isEqualTo(under(figure).live(figure, 2025).exact()).isPresent();
    }
}
