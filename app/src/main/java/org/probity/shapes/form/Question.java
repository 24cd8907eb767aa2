package org.probity.shapes.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * One question of a form. Its code keeps its meaning through all versions of the form, so that years can be compared.
 *
 * @param pillar what side of a business it is about, in the room's letters
 * @param weight against the other weights; null: a gate, or asked for knowledge alone
 * @param gate whether an answer with no marks makes the whole score 0
 * @param worst of a number, what earns no mark; may be the larger one; null: the number has no mark
 * @param best of a number, what earns 100 marks
 * @param when it is asked only then; null: always
 * @param proof the choices that earn nothing without a file
 * @param clause where it comes from
 * @param whyEn why we ask; stands before the answer
 */
public record Question(
        String code, String section, String pillar, Kind kind, @Nullable BigDecimal weight, boolean gate, List<Choice> choices, @Nullable BigDecimal worst,
        @Nullable BigDecimal best, @Nullable Condition when, Set<String> proof, String clause, String en, String zh, String whyEn, String whyZh) {

    public enum Kind { CHOICE, NUMBER, TEXT }

    /** @param mark from 0 to 100; null: says that the question does not apply */
    public record Choice(String code, @Nullable BigDecimal mark, String en, String zh) {
        public String words(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    /** Asked when that question was answered with one of these. */
    public record Condition(String question, Set<String> answers) {
        public Condition {
            answers = Set.copyOf(answers);
        }
    }

    /** Places of a mark. What is compared and sealed is the mark as it was rounded here. */
    public static final int PLACES = 4;
    public static final BigDecimal FULL = BigDecimal.valueOf(100);

    public Question {
        choices = List.copyOf(choices);
        proof = Set.copyOf(proof);
    }

    public String words(Lang lang) {
        return switch (lang) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    public String why(Lang lang) {
        return switch (lang) {
            case EN -> whyEn;
            case ZH -> whyZh;
        };
    }

    public Optional<Choice> choice(String value) {
        return choices.stream().filter(it -> it.code().equals(value)).findFirst();
    }

    /** What was answered, in words. */
    public String said(String value, Lang lang) {
        return choice(value).map(it -> it.words(lang)).orElse(value);
    }

    public boolean scored() {
        return gate || weight != null;
    }

    /** Whether this answer is one that can be given. */
    public boolean takes(String value) {
        return switch (kind) {
            case CHOICE -> choice(value).isPresent();
            case NUMBER -> number(value).isPresent();
            case TEXT -> !value.isBlank();
        };
    }

    /** Digits as people type them; twelve before the point and four behind are more than any question asks. */
    static Optional<BigDecimal> number(String value) {
        return value.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /**
     * The marks of an answer from 0 to 100, rounded down, so that only the best earns 100. Nothing where the question has no mark or does not apply.
     *
     * @param proven whether a file stands beside it
     */
    public Optional<BigDecimal> mark(String value, boolean proven) {
        if (!scored() || !takes(value)) {
            return Optional.empty();
        }
        var mark = switch (kind) {
            case CHOICE -> choice(value).map(Choice::mark);
            case NUMBER -> number(value).flatMap(this::along);
            case TEXT -> Optional.<BigDecimal>empty();
        };
        return mark.map(it -> !proven && proof.contains(value) ? BigDecimal.ZERO : it).map(it -> it.setScale(PLACES, RoundingMode.DOWN));
    }

    private Optional<BigDecimal> along(BigDecimal number) {
        return worst == null || best == null ? Optional.empty()
                : Optional.of(number.subtract(worst).multiply(FULL).divide(best.subtract(worst), PLACES, RoundingMode.DOWN).max(BigDecimal.ZERO).min(FULL));
    }
}
