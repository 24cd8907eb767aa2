package org.probity.people.career;

import static org.probity.house.print.Pdf.escaped;

import java.util.stream.Collectors;
import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.people.career.Application.Decided;
import org.springframework.stereotype.Component;

/** That a panel granted somebody a level, as a paper: with the version of the standard, what was shown of each item, and the place of the record in the log. */
@Component
class Badge {
    private final Panels panels;
    private final Seats seats;
    private final Applications applications;
    private final Register register;
    private final Log log;
    private final Company company;
    private final Messages messages;

    Badge(Panels panels, Seats seats, Applications applications, Register register, Log log, Company company, Messages messages) {
        this.panels = panels;
        this.seats = seats;
        this.applications = applications;
        this.register = register;
        this.log = log;
        this.company = company;
        this.messages = messages;
    }

    byte[] pdf(Application it, Decided decided, Lang lang) {
        return Pdf.of(html(it, decided, lang), lang);
    }

    String html(Application it, Decided decided, Lang lang) {
        var standard = register.version(it.version());
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "career.badge.title", it.ladder().name() + decided.level()))).append("</h1>");
        row(html, t(lang, "career.badge.person"), it.person(lang));
        row(html, t(lang, "career.track"), it.track(lang) + " · " + it.track());
        row(html, t(lang, "career.badge.level"), it.ladder().name() + decided.level());
        row(html, t(lang, "career.badge.term"), decided.fromDay() + " – " + decided.untilDay());
        row(html, t(lang, "career.badge.standard"), standard.title(lang) + " · " + t(lang, "career.version-no", standard.version()));
        row(html, t(lang, "career.badge.panel"), t(lang, "career.badge.panel-of", seats.members(it.id()).size(),
                seats.members(it.id()).stream().filter(Application.Panelist::outside).count()));
        row(html, t(lang, "career.badge.by"), company.signs(lang));
        var shown = panels.items(it.id()).stream().collect(Collectors.toMap(Application.DecidedItem::item, Application.DecidedItem::shown));
        html.append("<h2>").append(escaped(t(lang, "career.badge.items"))).append("</h2><table>");
        applications.asked(it).stream().filter(item -> item.from() <= decided.level()).forEach(item -> html.append("<tr><td>").append(escaped(t(lang, "career.part." + item.part())))
                .append("</td><td>").append(escaped(item.title(lang))).append("</td><td>").append(it.ladder().name()).append(shown.get(item.id())).append("</td></tr>"));
        html.append("</table><p class=\"id\">").append(escaped(it.number())).append(" · ").append(escaped(log.place(decided.record())
                .map(place -> t(lang, "career.badge.logged", String.valueOf(place.index()))).orElseGet(() -> t(lang, "career.badge.not-logged-yet")))).append("</p>");
        return html.toString();
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
