package org.probity.people.reward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Sum;
import org.probity.vest.Gain;

/**
 * A period, its pool and what it would bring to units, waits for a second person, or brought.
 *
 * @param split null: nothing was put forward @param would the pool while nothing was; null: it cannot be reckoned
 * @param seen hash of what is shown, which is put forward with it
 */
public record PeriodPage(Period it, Plan plan, @Nullable Split split, Gain.@Nullable Pool would, List<Splits.UnitPart> units, List<Splits.Left> out, List<Splits.Late> late, List<PayLists.Made> lists, boolean keeps, boolean own, String seen,
        List<Reason> reasons) implements Page {
    private static final int SHOWN = 200;

    public String path() {
        return "/app/reward/periods/" + it.id();
    }

    public String title(Screen s) {
        return name(s) + " · " + RewardPage.days(s, it);
    }

    public String name(Screen s) {
        return plan.name(s.lang()) + (it.release() ? " · " + s.t("reward.released") : "");
    }

    public boolean agreed() {
        return split != null && split.agreedAt() != null;
    }

    public boolean waits() {
        return split != null && split.agreedAt() == null;
    }

    public boolean putsForward() {
        return keeps && !seen.isEmpty();
    }

    public boolean noGain() {
        return would != null && would.gain() <= 0 || split != null && split.gain() <= 0;
    }

    public String stands(Screen s) {
        return s.t(agreed() ? "reward.shared" : waits() ? "reward.waiting" : would != null ? "reward.would-be" : "reward.not-shared");
    }

    public List<Sum> sums(Screen s) {
        if (split != null) {
            return sums(s, split.gain(), split.people(), split.company(), split.held(), split.drawn(), split.paid());
        }
        return would == null ? List.of() : sums(s, would.gain(), would.people(), would.company(), would.held(), would.drawn(), would.paid());
    }

    private static List<Sum> sums(Screen s, long gain, long people, long company, long held, long drawn, long paid) {
        var sums = new ArrayList<>(List.of(new Sum(s.t("reward.gain"), RewardPage.yuan(s, gain), "", "", gain <= 0), new Sum(s.t("reward.people-share"), RewardPage.yuan(s, people)),
                new Sum(s.t("reward.company-share"), RewardPage.yuan(s, company)), new Sum(s.t("reward.held"), RewardPage.yuan(s, held))));
        if (drawn > 0) {
            sums.add(new Sum(s.t("reward.drawn"), RewardPage.yuan(s, drawn)));
        }
        sums.add(new Sum(s.t("reward.pool"), RewardPage.yuan(s, paid)));
        return sums;
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("reward.stands"), stands(s)));
        facts.add(new Fact(s.t("reward.output"), s.number(it.output())));
        if (it.cost() != null) {
            facts.add(new Fact(s.t("reward.cost"), s.number(it.cost())));
        }
        if (it.wage() != null) {
            facts.add(new Fact(s.t("reward.wage"), s.number(it.wage())));
        }
        facts.add(new Fact(s.t("reward.source"), it.source()));
        facts.add(new Fact(s.t("reward.brought-at"), s.time(it.broughtAt())));
        return facts;
    }

    public Table<Splits.UnitPart> table(Screen s) {
        return Table.of(s, units)
                .caption(s.t("reward.by-unit"))
                .head("reward.unit", one -> s.lang() == org.probity.house.ui.Lang.ZH && !one.nameZh().isEmpty() || one.nameEn().isEmpty() ? one.nameZh() : one.nameEn())
                .id("reward.code", Splits.UnitPart::code)
                .number("reward.factor", one -> PartPage.plain(one.factor()))
                .number("reward.members", Splits.UnitPart::members)
                .number("reward.part", one -> RewardPage.yuan(s, one.amount()));
    }

    public int more() {
        return Math.max(0, out.size() - SHOWN);
    }

    public Table<Splits.Left> outTable(Screen s) {
        return Table.of(s, out.subList(0, Math.min(out.size(), SHOWN)))
                .caption(s.t("reward.left-out"))
                .head("reward.person", one -> name(s, one.nameEn(), one.nameZh()))
                .id("reward.number", Splits.Left::number)
                .text("reward.because", one -> s.t(one.why()));
    }

    public Table<PayLists.Made> listsTable(Screen s) {
        return PayListPage.made(s, lists);
    }

    public Table<Splits.Late> lateTable(Screen s) {
        return Table.of(s, late)
                .caption(s.t("reward.late"))
                .head("reward.person", one -> name(s, one.nameEn(), one.nameZh()))
                .id("reward.number", Splits.Late::number)
                .text("reward.rating-then", one -> PartPage.named(s, one.before()))
                .text("reward.rating-now", one -> PartPage.named(s, one.now()))
                .number("reward.owed", one -> RewardPage.yuan(s, one.owed()));
    }

    private static String name(Screen s, String en, String zh) {
        return s.lang() == org.probity.house.ui.Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }
}
