package org.probity.supply.admission;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.probity.house.print.Pdf;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.springframework.stereotype.Component;

/** An agreement as a paper: the words as both saw them, then who signed, by which authority, when, and the hash that binds it. */
@Component
class AgreementPdf {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Messages messages;

    AgreementPdf(Messages messages) {
        this.messages = messages;
    }

    byte[] of(Agreement it, Lang lang, Map<UUID, String> names) {
        var html = new StringBuilder("<h1>" + Pdf.escaped(it.title(lang)) + "</h1><p class=\"hint\">" + Pdf.escaped(it.party()) + "</p>");
        it.text(lang).lines().filter(line -> !line.isBlank()).forEach(line -> html.append("<p>").append(Pdf.escaped(line)).append("</p>"));
        html.append("<h2>").append(word(lang, "admission.pdf.signatures")).append("</h2><table><tr>");
        for (var head : new String[] {"admission.pdf.act", "admission.pdf.who", "admission.pdf.when"}) {
            html.append("<th>").append(word(lang, head)).append("</th>");
        }
        html.append("</tr>");
        for (var step : it.steps()) {
            var who = step.signatoryName() == null ? names.getOrDefault(step.by(), "–") : step.signatoryName();
            html.append("<tr><td>").append(word(lang, "admission.act." + step.act())).append("</td><td>").append(Pdf.escaped(who)).append("</td><td>")
                    .append(MOMENT.format(step.at())).append("</td></tr>");
        }
        return Pdf.of(html.append("</table><p class=\"id\">").append(word(lang, "admission.pdf.hash")).append(' ').append(it.sha256()).append("</p><p class=\"hint\">")
                .append(word(lang, "admission.pdf.law")).append("</p>").toString(), lang);
    }

    private String word(Lang lang, String key) {
        return Pdf.escaped(messages.letter(lang, key));
    }
}
