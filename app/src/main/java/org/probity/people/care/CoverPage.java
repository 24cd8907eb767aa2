package org.probity.people.care;

import java.time.YearMonth;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** What a month's file says of those who are employed, and where it and the directory do not agree. */
public record CoverPage(Cover.Report it, Cover.Sums sums, List<Cover.Difference> differences, long count, Query query) implements Page {
    public String title(Screen s) {
        return s.t("care.cover-of", YearMonth.from(it.month()).toString());
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("care.employed"), s.number(sums.employed())), new Sum(s.t("care.insured"), s.number(sums.insured()), "", "", sums.insured() < sums.employed()),
                new Sum(s.t("care.funded"), s.number(sums.funded()), "", "", sums.funded() < sums.employed()), new Sum(s.t("care.cover-lines"), s.number(it.lines())));
    }

    public Table<Cover.Difference> table(Screen s) {
        return Table.of(s, differences)
                .caption(s.t("care.differences"))
                .head("care.person", one -> one.person() == null ? "–" : Leave.name(s.lang(), one.nameEn(), one.nameZh()))
                .id("care.number", Cover.Difference::number)
                .text("care.difference", one -> s.t(one.why()))
                .paged(query, count)
                .downloads();
    }
}
