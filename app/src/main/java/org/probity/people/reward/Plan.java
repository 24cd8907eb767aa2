package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.vest.Gain;

/**
 * How a gain is reckoned and shared.
 *
 * @param agreed whether two agreed on it
 */
public record Plan(UUID id, UUID proposal, String code, String nameEn, String nameZh, Formula formula, LocalDate fromDay, @Nullable BigDecimal baseCost, @Nullable BigDecimal baseOutput,
        @Nullable BigDecimal ceiling, @Nullable BigDecimal rate, @Nullable BigDecimal hurdle, BigDecimal share, BigDecimal reserve, boolean draws, String source, boolean agreed) {

    public enum Formula { SCANLON, RUCKER, IMPROSHARE, CONTRIBUTION }

    /** Who has no grade, or no rating. */
    public static final String NONE = "NONE";

    /** What grades and ratings weigh under it. */
    public record Factors(SortedMap<String, BigDecimal> grades, SortedMap<String, BigDecimal> ratings) {
        Optional<BigDecimal> grade(String code) {
            return of(grades, code);
        }

        Optional<BigDecimal> rating(String code) {
            return of(ratings, code);
        }

        private static Optional<BigDecimal> of(Map<String, BigDecimal> factors, String code) {
            return Optional.ofNullable(factors.get(code));
        }
    }

    public String name(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }

    /** @param cost of labour, or hours @param output produced, added, made or contributed @param wage of an hour */
    Gain gain(@Nullable BigDecimal cost, BigDecimal output, @Nullable BigDecimal wage) {
        return switch (formula) {
            case SCANLON -> new Gain.Scanlon(Gain.Scanlon.ratio(exact(baseCost), exact(baseOutput)), exact(output), exact(cost));
            case RUCKER -> new Gain.Rucker(Gain.Rucker.ratio(exact(baseOutput), exact(baseCost)), exact(output), exact(cost));
            case IMPROSHARE -> new Gain.Improshare(exact(baseCost).divide(exact(baseOutput)), exact(output), exact(cost), exact(wage), percent(ceiling));
            case CONTRIBUTION -> new Gain.Contribution(percent(rate), exact(output), exact(hurdle));
        };
    }

    Gain.Pool pool(Gain gain, long held) {
        return gain.pool(percent(share), percent(reserve), draws, held);
    }

    static BigFraction exact(@Nullable BigDecimal number) {
        if (number == null) {
            throw new IllegalStateException("a number of the formula is missing");
        }
        var plain = number.setScale(Math.max(0, number.scale()));
        return BigFraction.of(plain.unscaledValue(), java.math.BigInteger.TEN.pow(plain.scale()));
    }

    private static BigFraction percent(@Nullable BigDecimal number) {
        return exact(number).divide(100);
    }
}
