package org.probity.shapes.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.proof.Fraction;

class FillingInAFormTest {
    private static final String TEXT = """
            code = try
            version = 3
            since = 2026-01-01
            name_en = Trial
            name_zh = 试用
            source_en = ours
            source_zh = 自拟
            section.one = One | 一

            [Q1]
            section = one
            pillar = S
            weight = gate
            choices = no-yes
            clause = x
            en = Do you keep papers back?
            zh = 是否扣留证件？
            why_en = w
            why_zh = w

            [Q2]
            section = one
            pillar = S
            weight = 1
            choices = yes-partly-no na
            proof = yes
            clause = x
            en = A slip for everybody?
            zh = 人人有工资条？
            why_en = w
            why_zh = w

            [Q3]
            section = one
            pillar = E
            weight = 2
            kind = number
            scale = 72 .. 60
            clause = x
            en = Hours?
            zh = 工时？
            why_en = w
            why_zh = w

            [Q4]
            section = one
            pillar = E
            weight = 3
            choices = yes-no
            when = Q2 is yes partly
            clause = x
            en = Asked of some?
            zh = 部分询问？
            why_en = w
            why_zh = w
            """;
    private static final Form FORM = Form.read(TEXT);

    private static Filled filled(Map<String, String> values, String... proven) {
        var answers = new HashMap<String, Filled.Given>();
        values.forEach((code, value) -> answers.put(code, new Filled.Given(new UUID(0, 1), code, value, "", new UUID(0, 2), Instant.EPOCH)));
        var files = new HashMap<String, List<Filled.File>>();
        for (var code : proven) {
            files.put(code, List.of(new Filled.File(new UUID(0, 3), code, "f.pdf", "00", 1)));
        }
        return new Filled(FORM, answers, files);
    }

    @Test
    void nothingAnsweredIsNoScore() {
        assertThat(filled(Map.of()).score()).isEmpty();
        // An open gate says that nothing is wrong; it does not say that anything is good.
        assertThat(filled(Map.of("Q1", "no")).score()).isEmpty();
        assertThat(filled(Map.of("Q1", "no", "Q2", "na")).score()).isEmpty();
    }

    @Test
    void aShutGateMakesEverythingNothing() {
        var filled = filled(Map.of("Q1", "yes", "Q2", "partly", "Q3", "60", "Q4", "yes"));
        assertThat(filled.score()).contains(Fraction.of(0, 1));
        assertThat(filled.shut()).extracting(Question::code).containsExactly("Q1");
        assertThat(filled.score("E")).as("a gate shuts its own side").contains(Fraction.of(100, 1));
    }

    @Test
    void theScoreIsTheExactWeightedMean() {
        // 50·1 + 66.6666·2 + 100·3 over 6: the mark of a number is rounded down once, and nothing after it.
        assertThat(filled(Map.of("Q1", "no", "Q2", "partly", "Q3", "64", "Q4", "yes")).score()).contains(new Fraction(BigInteger.valueOf(4833332), BigInteger.valueOf(60000)));
    }

    @Test
    void aClaimWithoutAFileEarnsNothing() {
        assertThat(filled(Map.of("Q2", "yes", "Q4", "yes")).mark(FORM.question("Q2").orElseThrow())).contains(BigDecimal.ZERO.setScale(4));
        assertThat(filled(Map.of("Q2", "yes", "Q4", "yes")).unproven(FORM.question("Q2").orElseThrow())).isTrue();
        assertThat(filled(Map.of("Q2", "yes"), "Q2").mark(FORM.question("Q2").orElseThrow())).contains(new BigDecimal("100.0000"));
    }

    @Test
    void aQuestionIsAskedOnlyWhereItsConditionHolds() {
        assertThat(filled(Map.of("Q2", "no")).asked()).extracting(Question::code).containsExactly("Q1", "Q2", "Q3");
        assertThat(filled(Map.of("Q2", "partly")).missing()).extracting(Question::code).containsExactly("Q1", "Q3", "Q4");
        assertThat(filled(Map.of("Q2", "no", "Q4", "yes")).score()).as("an answer from before does not count where it is not asked").contains(Fraction.of(0, 1));
    }

    @Test
    void numbersEarnAlongTheirScaleAndNoFurther() {
        var hours = FORM.question("Q3").orElseThrow();
        assertThat(List.of("80", "72", "66", "60", "0").stream().map(it -> hours.mark(it, false).orElseThrow().toPlainString()).toList())
                .containsExactly("0.0000", "0.0000", "50.0000", "100.0000", "100.0000");
        assertThat(List.of("", "sixty", "-4", "60,5", "1e3").stream().noneMatch(hours::takes)).isTrue();
    }

    @Test
    void theScoreLiesWithinItsMarksWhateverIsAnswered() {
        var random = new Random(51);
        for (int i = 0; i < 2_000; i++) {
            var values = new HashMap<String, String>();
            FORM.questions().forEach(it -> {
                if (random.nextInt(4) > 0) {
                    values.put(it.code(), it.kind() == Question.Kind.NUMBER ? String.valueOf(random.nextInt(90)) : it.choices().get(random.nextInt(it.choices().size())).code());
                }
            });
            var filled = filled(values, random.nextBoolean() ? new String[] {"Q2"} : new String[0]);
            var marks = filled.asked().stream().filter(it -> it.weight() != null).flatMap(it -> filled.mark(it).stream()).toList();
            var score = filled.score();
            assertThat(score.isPresent()).as(values.toString()).isEqualTo(!marks.isEmpty());
            score.ifPresent(it -> {
                var least = filled.shut().isEmpty() ? marks.stream().min(BigDecimal::compareTo).orElseThrow() : BigDecimal.ZERO;
                assertThat(it).isBetween(Fraction.of(least), filled.shut().isEmpty() ? Fraction.of(marks.stream().max(BigDecimal::compareTo).orElseThrow()) : Fraction.of(0, 1));
            });
        }
    }

    @Test
    void aQuestionWithoutItsReasonIsNoQuestion() {
        assertThatThrownBy(() -> Form.read(TEXT.replaceFirst("why_en = w\n", ""))).hasMessageContaining("Q1").hasMessageContaining("why_en");
        assertThatThrownBy(() -> Form.read(TEXT.replace("when = Q2", "when = Q9"))).hasMessageContaining("Q4");
        assertThatThrownBy(() -> Form.read(TEXT.replace("section = one\npillar = E\nweight = 3", "section = two\npillar = E\nweight = 3"))).hasMessageContaining("no section two");
        assertThatThrownBy(() -> Form.read(TEXT.replace("[Q4]", "[Q3]"))).hasMessageContaining("twice");
    }
}
