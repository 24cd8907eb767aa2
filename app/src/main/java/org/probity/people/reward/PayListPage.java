package org.probity.people.reward;

import java.util.List;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;

/** A list for payroll, for whoever hands it over. @param by who made it @param from where the page lies on which it was made */
public record PayListPage(PayLists.Made it, List<PayLists.Line> lines, String by, String from, Query query) implements Page {
    public String title(Screen s) {
        return s.t("reward.list-of", String.valueOf(it.year()), String.valueOf(it.no()));
    }

    public Link up(Screen s) {
        return new Link(s.t("reward.list-kind." + it.kind()), from);
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("reward.list-made"), s.time(it.madeAt())), new Fact(s.t("reward.list-by"), by), new Fact(s.t("reward.list-lines"), s.number(lines.size())),
                new Fact(s.t("reward.list-total"), RewardPage.yuan(s, lines.stream().mapToLong(PayLists.Line::fen).sum())), new Fact(s.t("reward.list-hash"), PayLists.hash(lines)));
    }

    public Table<PayLists.Line> table(Screen s) {
        return Table.of(s, query.format().isPresent() ? lines : lines.stream().skip(query.offset()).limit(query.limit()).toList())
                .caption(s.t("reward.list-all"))
                .id("reward.number", PayLists.Line::number)
                .head("reward.person", one -> s.lang() == Lang.ZH && !one.nameZh().isEmpty() || one.nameEn().isEmpty() ? one.nameZh() : one.nameEn())
                .text("reward.what", one -> query.format().isPresent() ? one.what() : said(s, one.what()))
                .number("reward.amount", one -> Splits.yuan(one.fen()))
                .paged(query, lines.size())
                .downloads();
    }

    /** A file has the words of the hash, whoever takes it; the page has those of its reader. */
    private static String said(Screen s, String what) {
        var words = what.split(" ");
        return words.length < 4 ? s.t("reward.list-what." + what) : s.t("reward.list-what." + words[0], words[1], words[3]);
    }

    /** Lists that were made, on the page they were made on. */
    static Table<PayLists.Made> made(Screen s, List<PayLists.Made> all) {
        return Table.of(s, all)
                .caption(s.t("reward.lists-made"))
                .head("reward.list", one -> new Link(s.t("reward.list-of", String.valueOf(one.year()), String.valueOf(one.no())), "/app/reward/lists/" + one.id()))
                .number("reward.list-lines", PayLists.Made::lines)
                .text("reward.list-made", one -> s.time(one.madeAt()));
    }
}
