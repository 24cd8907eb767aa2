package org.probity.supply.traceability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Because;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.supply.traceability.AsKnown.Version;
import org.probity.supply.traceability.Contamination.Verdict;
import org.probity.supply.traceability.Items.Item;

/**
 * What was known of an item on a day, such as the day it was shipped, beside what is known now; and what one version of a list says of it.
 *
 * @param shipped the day on which it left us first
 * @param then nothing where its way is too wide to be read for one question
 * @param chosen the version of a list that was asked for
 */
public record KnownPage(
        Item item, LocalDate day, Optional<LocalDate> shipped, Optional<Verdict> then, Optional<Verdict> now, List<Version> versions, Optional<Version> chosen, Optional<Verdict> by, List<Reason> reasons)
        implements Page {
    public String title(Screen s) {
        return s.t("traceability.known-of", item.shortName());
    }

    public int number() {
        return item.number();
    }

    public String name() {
        return item.shortName();
    }

    /** A verdict with what it is about. */
    public record Shown(Mark mark, String answer, String said, List<Because> reasons) {}

    public boolean tooWide() {
        return then.isEmpty();
    }

    /** Then, by the chosen version, and now, as far as each can be said. */
    public List<Shown> shown(Screen s) {
        var all = new ArrayList<Shown>();
        then.ifPresent(it -> all.add(shown(it, said(s), s)));
        by.ifPresent(it -> all.add(shown(it, saidBy(s), s)));
        now.ifPresent(it -> all.add(shown(it, s.t("traceability.known-now"), s)));
        return all;
    }

    private static Shown shown(Verdict it, String said, Screen s) {
        return new Shown(it.mark(), s.t(it.key()), said, it.because(s));
    }

    private String said(Screen s) {
        return shipped.map(it -> it.equals(day) ? s.t("traceability.known-when-shipped", s.day(day)) : s.t("traceability.known-on", s.day(day))).orElseGet(() -> s.t("traceability.known-on", s.day(day)));
    }

    private String saidBy(Screen s) {
        return s.t("traceability.known-by", chosen.map(it -> it.name(s.lang())).orElse(""));
    }

    /** Whether something is known now that was not known then. */
    public boolean differs() {
        return then.isPresent() && now.isPresent() && then.get().word() != now.get().word();
    }

    public List<Option> options(Screen s) {
        return versions.stream().map(it -> new Option(it.key(), it.name(s.lang()) + " · " + s.day(it.day()))).toList();
    }

    public String key() {
        return chosen.map(Version::key).orElse("");
    }
}
