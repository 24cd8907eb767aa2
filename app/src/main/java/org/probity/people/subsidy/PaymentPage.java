package org.probity.people.subsidy;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;

/** A list for payroll. @param by who made it */
public record PaymentPage(Schemes.Payment it, List<Claim> lines, String by, Query query) implements Page {
    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("subsidy.made-at"), s.time(it.madeAt())), new Fact(s.t("subsidy.made-by"), by), new Fact(s.t("subsidy.lines"), s.number(it.lines())), new Fact(s.t("subsidy.total"), s.number(it.total())));
    }

    public Table<Claim> table(Screen s) {
        return Table.of(s, query.format().isPresent() ? lines : lines.stream().skip(query.offset()).limit(query.limit()).toList())
                .caption(s.t("subsidy.payment-lines"))
                .head("subsidy.person", one -> one.person(s.lang()))
                .id("subsidy.number", Claim::staffNumber)
                .text("subsidy.scheme", one -> one.scheme(s.lang()))
                .id("subsidy.claim", Claim::number)
                .number("subsidy.amount", one -> one.agreed() == null ? "" : one.agreed())
                .paged(query, lines.size())
                .downloads();
    }
}
