package org.probity.supply.exchange;

import static org.probity.house.print.Pdf.escaped;

import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.gathering.GuestList;
import org.probity.supply.exchange.Campaign.Attempt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody passed a course and where they were present, as a paper: with the hash of what was taught and the place of the record in the log. */
@Component
class Certificate {
    private record Attended(String number, String title, java.time.LocalDate day, long seconds) {}

    private final JdbcClient db;
    private final GuestList guests;
    private final Log log;
    private final Company company;
    private final Messages messages;

    Certificate(JdbcClient db, GuestList guests, Log log, Company company, Messages messages) {
        this.db = db;
        this.guests = guests;
        this.log = log;
        this.company = company;
        this.messages = messages;
    }

    byte[] pdf(Learning.Seat seat, Attempt passed, Lang lang) {
        return Pdf.of(html(seat, passed, lang), lang);
    }

    String html(Learning.Seat seat, Attempt passed, Lang lang) {
        var who = seat.who();
        var party = who.party() == null ? company.signs(lang) : guests.parties(java.util.List.of(who.party())).get(who.party()).name(lang);
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "exchange.paper.title"))).append("</h1>");
        row(html, t(lang, "exchange.paper.person"), who.name(lang));
        row(html, t(lang, "exchange.paper.company"), party);
        row(html, t(lang, "exchange.paper.course"), seat.course().name().in(lang) + " · " + t(lang, "exchange.topic." + seat.course().topic()));
        row(html, t(lang, "exchange.paper.passed"), passed.day() + " · " + t(lang, "exchange.paper.result", passed.rightAnswers(), passed.questions(), passed.neededPercent()));
        row(html, t(lang, "exchange.paper.campaign"), seat.campaign().title(lang) + " · " + seat.campaign().number());
        row(html, t(lang, "exchange.paper.by"), company.signs(lang));
        var attended = db.sql("""
                SELECT session.number, session.title, (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day, spent.seconds
                  FROM gathering.spent('infinity') AS spent
                  JOIN gathering.session_known AS session ON session.id = spent.session
                  JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion AND campaign_session.campaign = :campaign
                 WHERE spent.circle = :circle AND spent.guest = :guest
                 ORDER BY session.starts_at
                """)
                .param("campaign", seat.campaign().id()).param("circle", who.circle()).param("guest", who.id())
                .query(Attended.class).list();
        if (!attended.isEmpty()) {
            html.append("<h2>").append(escaped(t(lang, "exchange.paper.attended"))).append("</h2><table>");
            attended.forEach(it -> html.append("<tr><td>").append(it.day()).append("</td><td>").append(escaped(it.number() + " " + it.title())).append("</td><td>")
                    .append("%d:%02d:%02d".formatted(it.seconds() / 3600, it.seconds() / 60 % 60, it.seconds() % 60)).append("</td></tr>"));
            html.append("</table>");
        }
        html.append("<p class=\"id\">").append(escaped(t(lang, "exchange.paper.taught"))).append(' ').append(seat.course().code()).append(' ').append(seat.course().version())
                .append(" · SHA-256 ").append(seat.course().sha256()).append("</p><p class=\"id\">")
                .append(escaped(log.place(passed.record()).map(it -> t(lang, "exchange.paper.logged", String.valueOf(it.index()))).orElseGet(() -> t(lang, "exchange.paper.not-logged-yet"))))
                .append("</p>");
        return html.toString();
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
