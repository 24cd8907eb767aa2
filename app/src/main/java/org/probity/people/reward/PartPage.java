package org.probity.people.reward;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Sum;

/** Somebody's part of a pool: what the pool was, what they weighed, and why. */
public record PartPage(Splits.Own own) implements Page {
    public String title(Screen s) {
        return own.plan().name(s.lang()) + " · " + RewardPage.days(s, own.period());
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("reward.your-part"), RewardPage.yuan(s, own.part().amount())), new Sum(s.t("reward.pool"), RewardPage.yuan(s, own.split().paid())),
                new Sum(s.t("reward.members"), s.number(own.split().members())));
    }

    /** For reading alone; the part was reckoned from the fraction. */
    private static String number(BigFraction it) {
        return it.bigDecimalValue(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    public String why(Screen s) {
        var it = own.part();
        return s.t("reward.why", it.gradeFactor().toPlainString(), it.ratingFactor().toPlainString(), it.scheduled() - it.absent(), it.scheduled(), number(it.weight().product()));
    }

    public List<Fact> facts(Screen s) {
        var it = own.part();
        return List.of(new Fact(s.t("reward.unit"), it.unit()), new Fact(s.t("reward.grade"), named(s, it.grade()) + " → " + plain(it.gradeFactor())),
                new Fact(s.t("reward.rating"), named(s, it.rating()) + " → " + plain(it.ratingFactor())),
                new Fact(s.t("reward.attendance"), s.t("reward.days-of", it.scheduled() - it.absent(), it.scheduled())), new Fact(s.t("reward.your-code"), it.code()));
    }

    public List<Fact> pool(Screen s) {
        var it = own.split();
        return List.of(new Fact(s.t("reward.gain"), RewardPage.yuan(s, it.gain())), new Fact(s.t("reward.people-share"), RewardPage.yuan(s, it.people())),
                new Fact(s.t("reward.held"), RewardPage.yuan(s, it.held())), new Fact(s.t("reward.pool"), RewardPage.yuan(s, it.paid())));
    }

    static String named(Screen s, String code) {
        return code.equals(Plan.NONE) ? s.t("reward.none") : code;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
