package org.probity.supply.exchange;

import static org.probity.house.print.Pdf.escaped;

import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Guests.Guest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody passed a course and where they were present, as a paper: with the hash of what was taught and the place of the record in the log. */
@Component
class Certificate {
    /** Where somebody was, by a list that is closed. */
    record Attended(UUID session, String number, String title, java.time.LocalDate day, long seconds, UUID record) {}

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
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "exchange.paper.title"))).append("</h1>");
        row(html, t(lang, "exchange.paper.person"), who.name(lang));
        row(html, t(lang, "exchange.paper.company"), company(who, lang));
        row(html, t(lang, "exchange.paper.course"), seat.course().name().in(lang) + " · " + t(lang, "exchange.topic." + seat.course().topic()));
        row(html, t(lang, "exchange.paper.passed"), passed.day() + " · " + t(lang, "exchange.paper.result", passed.rightAnswers(), passed.questions(), passed.neededPercent()));
        row(html, t(lang, "exchange.paper.campaign"), seat.campaign().title(lang) + " · " + seat.campaign().number());
        row(html, t(lang, "exchange.paper.by"), company.signs(lang));
        var attended = attended(who, seat.campaign().id());
        if (!attended.isEmpty()) {
            html.append("<h2>").append(escaped(t(lang, "exchange.paper.attended"))).append("</h2><table>");
            attended.forEach(it -> html.append("<tr><td>").append(it.day()).append("</td><td>").append(escaped(it.number() + " " + it.title())).append("</td><td>")
                    .append(length(it.seconds())).append("</td></tr>"));
            html.append("</table>");
        }
        html.append("<p class=\"id\">").append(escaped(t(lang, "exchange.paper.taught"))).append(' ').append(seat.course().code()).append(' ').append(seat.course().version())
                .append(" · SHA-256 ").append(seat.course().sha256()).append("</p>").append(logged(passed.record(), lang));
        return html.toString();
    }

    /** That somebody was at a training, and for how long. */
    byte[] pdf(Guest who, Attended it, Lang lang) {
        return Pdf.of(html(who, it, lang), lang);
    }

    String html(Guest who, Attended it, Lang lang) {
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "exchange.paper.attendance"))).append("</h1>");
        row(html, t(lang, "exchange.paper.person"), who.name(lang));
        row(html, t(lang, "exchange.paper.company"), company(who, lang));
        row(html, t(lang, "exchange.paper.training"), it.number() + " " + it.title() + " · " + it.day());
        row(html, t(lang, "exchange.paper.there"), length(it.seconds()));
        row(html, t(lang, "exchange.paper.by"), company.signs(lang));
        return html.append(logged(it.record(), lang)).toString();
    }

    /** All trainings somebody was at, the newest first. */
    java.util.List<Attended> attended(Guest who) {
        return db.sql(ATTENDED + " ORDER BY session.starts_at DESC").param("circle", who.circle()).param("guest", who.id()).query(Attended.class).list();
    }

    private java.util.List<Attended> attended(Guest who, UUID campaign) {
        return db.sql(ATTENDED + " AND campaign_session.campaign = :campaign ORDER BY session.starts_at").param("circle", who.circle()).param("guest", who.id())
                .param("campaign", campaign).query(Attended.class).list();
    }

    private static final String ATTENDED = """
            SELECT session.id AS session, session.number, session.title, (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day, spent.seconds, spent.record
              FROM gathering.spent('infinity') AS spent
              JOIN gathering.session_known AS session ON session.id = spent.session
              JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion
             WHERE spent.circle = :circle AND spent.guest = :guest
            """;

    private String company(Guest who, Lang lang) {
        return who.party() == null ? company.signs(lang) : guests.parties(java.util.List.of(who.party())).get(who.party()).name(lang);
    }

    private String logged(UUID record, Lang lang) {
        return "<p class=\"id\">" + escaped(log.place(record).map(it -> t(lang, "exchange.paper.logged", String.valueOf(it.index()))).orElseGet(() -> t(lang, "exchange.paper.not-logged-yet"))) + "</p>";
    }

    static String length(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
