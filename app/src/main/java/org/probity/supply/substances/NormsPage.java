package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.substances.Limits.Threshold;
import org.probity.supply.substances.Norms.Change;
import org.probity.supply.substances.Norms.Norm;

/** Changes of limits, exemptions and the setting that wait for a second person, and the forms that propose another. @param me who looks */
public record NormsPage(List<Change> changes, List<Threshold> thresholds, Map<UUID, String> names, UUID me, Typed typed, List<Reason> reasons) implements Page {
    static final List<String> KINDS = List.of("limit", "exemption", "setting");

    /** @param kind which of the forms is shown */
    public record Typed(
            String kind, String code, String regime, String threshold, String nameEn, String nameZh, String cas, String ppm, String lapsed, String renewalDays, String fromDay,
            String untilDay, String source, String reasons) {
        static Typed begin(String kind, LocalDate day) {
            return new Typed(KINDS.contains(kind) ? kind : KINDS.getFirst(), "", "ROHS", "", "", "", "", "", "WARN", "30", day.toString(), "", "", "");
        }
    }

    public List<Option> kinds(Screen s) {
        return KINDS.stream().map(it -> new Option(it, s.t("substances.norm-kind." + it))).toList();
    }

    public String what(Screen s, Norm norm) {
        return switch (norm) {
            case Norm.Limit it -> s.t("substances.norm.limit", s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), it.ppm(), s.t("substances.basis." + (it.regime() == Limits.Regime.ROHS ? Limits.Basis.HOMOGENEOUS_MATERIAL : Limits.Basis.ARTICLE)));
            case Norm.Exempt it -> s.t("substances.norm.exemption", it.code(), s.lang() == Lang.EN ? it.wordsEn() : it.wordsZh());
            case Norm.Setting it -> s.t("substances.norm.setting", s.t("substances.lapsed." + it.lapsed()), it.renewalDays());
        };
    }

    public String days(Screen s, Norm norm) {
        return norm instanceof Norm.Exempt it && it.untilDay() != null ? s.t("substances.from-until", it.fromDay(), it.untilDay()) : s.t("substances.from-day", norm.fromDay());
    }

    public boolean mayRule(Change it) {
        return !it.proposedBy().equals(me);
    }

    public List<Option> regimes(Screen s) {
        return Stream.of(Limits.Regime.values()).map(it -> new Option(it.name(), s.t("substances.regime." + it))).toList();
    }

    public List<Option> limits(Screen s) {
        return thresholds.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    /** The codes that are known, for whoever changes a limit. */
    public String codes(Screen s) {
        return String.join(s.t("substances.and"), thresholds.stream().map(Threshold::code).toList());
    }

    public List<Option> lapsed(Screen s) {
        return Stream.of("PASS", "WARN", "STOP").map(it -> new Option(it, s.t("substances.lapsed." + it))).toList();
    }
}
