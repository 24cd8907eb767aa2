package org.probity.people.care;

import java.math.BigDecimal;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.people.care.Earned.Piece;

/** Why somebody was granted these hours: stretch by stretch of the year, by which service, and by which number of law. */
public record GrantedPage(Grants.Granted it, List<Piece> pieces, boolean own) implements Page {
    public String title(Screen s) {
        return s.t("care.granted-title", String.valueOf(it.year()));
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("care.person"), it.name(s.lang())), new Fact(s.t("care.since"), s.time(it.since())), new Fact(s.t("care.days-owed"), s.number(it.days())),
                new Fact(s.t("care.hours-day"), s.number(it.hours())), new Fact(s.t("care.added"), s.number(BigDecimal.valueOf(it.amount(), 2))),
                new Fact(s.t("care.place"), it.region().isEmpty() ? it.country() : it.country() + " · " + it.region()), new Fact(s.t("care.granted-at"), s.time(it.grantedAt())));
    }

    public Table<Piece> table(Screen s) {
        return Table.of(s, pieces)
                .caption(s.t("care.pieces"), s.t("care.pieces-text"))
                .day("care.from", Piece::from)
                .day("care.until", Piece::until)
                .number("care.length", Piece::length)
                .text("care.service-of", piece -> s.t("care.step." + piece.service()))
                .number("care.days-year", piece -> piece.days().stripTrailingZeros().scale() <= 0 ? BigDecimal.valueOf(piece.days().longValue()) : piece.days());
    }
}
