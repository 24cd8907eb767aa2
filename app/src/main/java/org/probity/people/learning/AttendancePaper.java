package org.probity.people.learning;

import static org.probity.house.print.Pdf.escaped;

import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
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
        return html.append("<p class=\"id\">").append(escaped(log.place(it.record()).map(place -> t(lang, "learning.paper.logged", String.valueOf(place.index())))
                .orElseGet(() -> t(lang, "learning.paper.not-logged-yet")))).append("</p>").toString();
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
