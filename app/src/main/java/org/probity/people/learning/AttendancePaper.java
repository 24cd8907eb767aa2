package org.probity.people.learning;

import static org.probity.house.print.Pdf.escaped;

import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.course.Attempt;
import org.springframework.stereotype.Component;

/** That somebody completed a training, as a paper that names its entry in the log. Whoever left too early gets one that says how long they were there. */
@Component
class AttendancePaper {
    private final Log log;
    private final Company company;
    private final Messages messages;

    AttendancePaper(Log log, Company company, Messages messages) {
        this.log = log;
        this.company = company;
        this.messages = messages;
    }

    byte[] pdf(Directory.Person who, Lists.Attended it, Lang lang) {
        return Pdf.of(html(who, it, lang), lang);
    }

    String html(Directory.Person who, Lists.Attended it, Lang lang) {
        var html = new StringBuilder("<h1>").append(escaped(t(lang, it.completed() ? "learning.paper.completed" : "learning.paper.attended"))).append("</h1>");
        row(html, t(lang, "learning.paper.person"), who.name(lang) + " · " + who.number());
        row(html, t(lang, "learning.paper.course"), SessionPage.name(lang, it.titleEn(), it.titleZh()));
        row(html, t(lang, "learning.paper.session"), it.number() + " · " + it.day());
        row(html, t(lang, "learning.paper.time"), Trainings.length(it.seconds()));
        if (it.validUntil() != null) {
            row(html, t(lang, "learning.paper.valid"), it.validUntil().toString());
        }
        row(html, t(lang, "learning.paper.by"), company.signs(lang));
        return html.append(logged(it.record(), lang)).toString();
    }

    /** That somebody passed a course online. */
    byte[] pdf(Directory.Person who, Online.Seat it, Attempt passed, Lang lang) {
        return Pdf.of(html(who, it, passed, lang), lang);
    }

    String html(Directory.Person who, Online.Seat it, Attempt passed, Lang lang) {
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "learning.paper.completed"))).append("</h1>");
        row(html, t(lang, "learning.paper.person"), who.name(lang) + " · " + who.number());
        row(html, t(lang, "learning.paper.course"), it.course().title(lang) + " · " + it.course().number());
        row(html, t(lang, "learning.paper.passed"), passed.day() + " · " + t(lang, "learning.paper.result", passed.rightAnswers(), passed.questions(), passed.neededPercent()));
        row(html, t(lang, "learning.paper.online"), Trainings.length(passed.seconds()));
        if (it.course().validMonths() != null) {
            row(html, t(lang, "learning.paper.valid"), passed.day().plusMonths(it.course().validMonths()).toString());
        }
        row(html, t(lang, "learning.paper.by"), company.signs(lang));
        html.append("<p class=\"id\">").append(escaped(t(lang, "learning.paper.taught", it.edition().no()))).append(" · SHA-256 ").append(it.edition().sha256()).append("</p>");
        return html.append(logged(passed.record(), lang)).toString();
    }

    private String logged(UUID record, Lang lang) {
        return "<p class=\"id\">" + escaped(log.place(record).map(place -> t(lang, "learning.paper.logged", String.valueOf(place.index())))
                .orElseGet(() -> t(lang, "learning.paper.not-logged-yet"))) + "</p>";
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
