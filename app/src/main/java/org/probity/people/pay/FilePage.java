package org.probity.people.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Sum;

/** A file of payroll in numbers of people; for whoever keeps remuneration also each line that does not agree with what the house knows. No amount stands here. */
public record FilePage(Payroll.Brought it, List<Payroll.Difference> differences, long count, boolean newest, boolean told, boolean keeps, Query query, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String path() {
        return "/app/pay/files/" + it.id();
    }

    public String title(Screen s) {
        return s.t("pay.file-of", String.valueOf(it.year()), String.valueOf(it.no()));
    }

    public boolean mayCount() {
        return keeps && newest && !it.counts() && it.differ() < it.lines();
    }

    public boolean mayWrite() {
        return keeps && it.counts() && it.letters() == null;
    }

    public boolean mayTell() {
        return keeps && it.counts() && !told;
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("pay.lines"), s.number(it.lines())), new Sum(s.t("pay.agree"), s.number(it.lines() - it.differ())),
                new Sum(s.t("pay.differ"), s.number(it.differ()), "", "", it.differ() > 0), new Sum(s.t("pay.missing"), s.number(count - it.differ()), "", "", count > it.differ()));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("pay.source"), it.source()), new Fact(s.t("pay.brought-at"), s.time(it.saidAt()))));
        if (it.countedAt() != null) {
            facts.add(new Fact(s.t("pay.counts-since"), s.time(it.countedAt())));
        }
        if (it.reason() != null && !it.reason().isEmpty()) {
            facts.add(new Fact(s.t("pay.left-out-because"), it.reason()));
        }
        if (it.writtenAt() != null) {
            facts.add(new Fact(s.t("pay.letters-written"), s.time(it.writtenAt())));
        }
        return facts;
    }

    public Table<Payroll.Difference> table(Screen s) {
        return Table.of(s, differences)
                .caption(s.t("pay.differences"))
                .number("pay.row", one -> one.row() == 0 ? "–" : String.valueOf(one.row()))
                .head("pay.person", one -> one.person() == null ? "–" : name(s.lang(), one.nameEn(), one.nameZh()))
                .id("pay.number", Payroll.Difference::number)
                .text("pay.difference", one -> one.about().isEmpty() ? s.t(one.why()) : s.t(one.why()) + " · " + s.t("pay.column", one.about()))
                .paged(query, count)
                .downloads();
    }

    static String name(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }
}
