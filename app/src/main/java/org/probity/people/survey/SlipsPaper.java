package org.probity.people.survey;

import static org.probity.house.print.Pdf.escaped;

import java.util.List;
import org.probity.house.print.Pdf;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.house.ui.parts.Qr;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Slips to be cut apart: each with its code, and the same as a square that a phone reads. Both languages, because nobody knows who draws it; of a place nothing is said. */
@Component
class SlipsPaper {
    private static final int ROW = 2;

    private final Messages messages;
    private final String url;

    SlipsPaper(Messages messages, @Value("${probity.url:}") String url) {
        this.messages = messages;
        this.url = url;
    }

    byte[] pdf(Survey survey, List<String> codes, Lang lang) {
        return Pdf.of(html(survey, codes, lang), lang);
    }

    /** The code stands behind the mark of the address: no server is told it by opening that. */
    String address(String code) {
        return url + "/survey#" + code;
    }

    String html(Survey survey, List<String> codes, Lang lang) {
        var html = new StringBuilder("<h1>").append(escaped(messages.letter(lang, "survey.paper-title", survey.number(), codes.size()))).append("</h1><p class=\"hint\">")
                .append(escaped(messages.letter(lang, "survey.paper-text"))).append("</p><table>");
        for (int at = 0; at < codes.size(); at += ROW) {
            html.append("<tr>");
            for (var code : codes.subList(at, Math.min(at + ROW, codes.size()))) {
                html.append("<td style=\"width: 90pt; padding: 8pt 0\"><img style=\"width: 82pt\" alt=\"\" src=\"").append(Qr.picture(address(code))).append("\"/></td><td style=\"padding: 8pt 12pt 8pt 8pt\"><p><strong>")
                        .append(escaped(survey.asked().name(Lang.EN))).append("</strong></p><p lang=\"zh-CN\">").append(escaped(survey.asked().name(Lang.ZH))).append("</p><p class=\"id\"><strong>").append(escaped(code))
                        .append("</strong></p><p class=\"hint\">").append(escaped(messages.letter(Lang.EN, "survey.paper-do", url + "/survey"))).append("<br/><span lang=\"zh-CN\">")
                        .append(escaped(messages.letter(Lang.ZH, "survey.paper-do", url + "/survey"))).append("</span></p><p class=\"hint\">").append(survey.firstDay()).append(" – ").append(survey.lastDay()).append("</p></td>");
            }
            html.append(codes.size() - at == 1 ? "<td></td><td></td>" : "").append("</tr>");
        }
        return html.append("</table>").toString();
    }
}
