package org.probity.people.pay;

import static org.probity.house.print.Pdf.escaped;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.probity.house.log.Log;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.springframework.stereotype.Component;

/** A year's letter as a paper: each part, what it is and where it comes from, and the seal by which anybody can be shown that it was written so. */
@Component
class LetterPaper {
    private final Log log;
    private final Company company;
    private final Messages messages;
    private final java.time.Clock clock;

    LetterPaper(Log log, Company company, Messages messages, java.time.Clock clock) {
        this.log = log;
        this.company = company;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] pdf(Letters.Written it, Lang lang) {
        return Pdf.of(html(it, lang), lang);
    }

    String html(Letters.Written it, Lang lang) {
        var letter = it.letter();
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "pay.letter.title", String.valueOf(letter.year())))).append("</h1>");
        row(html, t(lang, "pay.letter.to"), name(letter, lang) + " · " + letter.number());
        row(html, t(lang, "pay.letter.from"), company.signs(lang));
        row(html, t(lang, "pay.letter.on"), LocalDate.ofInstant(it.writtenAt(), clock.getZone()).toString());
        html.append("<p>").append(escaped(t(lang, "pay.letter.text", String.valueOf(letter.year())))).append("</p>");
        html.append("<table><thead><tr><th class=\"hint\" style=\"font-weight:400\">").append(escaped(t(lang, "pay.part"))).append("</th><th class=\"hint\" style=\"font-weight:400\">").append(escaped(t(lang, "pay.what"))).append("</th><th class=\"hint\" style=\"font-weight:400;text-align:right\">").append(escaped(t(lang, "pay.yuan")))
                .append("</th></tr></thead><tbody>");
        for (var part : Pay.Part.values()) {
            html.append("<tr><td>").append(escaped(t(lang, "pay.part." + part))).append("</td><td class=\"hint\">")
                    .append(escaped(t(lang, "pay.two-sentences", t(lang, "pay.part." + part + ".what"), t(lang, "pay.part." + part + ".from")))).append("</td><td style=\"text-align:right\">").append(yuan(letter.pay().of(part))).append("</td></tr>");
        }
        html.append("<tr><td>").append(escaped(t(lang, "pay.total"))).append("</td><td class=\"hint\">").append(escaped(t(lang, "pay.hours-paid", hours(letter.pay().hours()))))
                .append("</td><td style=\"text-align:right\"><strong>").append(yuan(letter.pay().total())).append("</strong></td></tr></tbody></table>");
        if (!letter.grade().isEmpty()) {
            html.append("<p>").append(escaped(letter.low() == null || letter.high() == null ? t(lang, "pay.letter.grade", letter.grade())
                    : t(lang, "pay.letter.range", letter.grade(), grouped(letter.low().toBigInteger().toString()), grouped(letter.high().toBigInteger().toString())))).append("</p>");
        }
        html.append("<p>").append(escaped(t(lang, "pay.letter.ask"))).append("</p>");
        html.append("<p class=\"id\">").append(escaped(t(lang, "pay.letter.seal"))).append(" SHA-256 ").append(it.code()).append("<br/>")
                .append(escaped(log.place(it.record()).map(place -> t(lang, "pay.letter.logged", String.valueOf(place.index()))).orElseGet(() -> t(lang, "pay.letter.not-logged-yet")))).append("</p>");
        return html.toString();
    }

    private static String name(Letter it, Lang lang) {
        return lang == Lang.ZH && !it.nameZh().isEmpty() || it.nameEn().isEmpty() ? it.nameZh() : it.nameEn();
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><span class=\"hint\">").append(escaped(term)).append("</span> ").append(escaped(value)).append("</p>");
    }

    private static String yuan(long fen) {
        var plain = Payroll.yuan(fen).toPlainString();
        return grouped(plain.substring(0, plain.indexOf('.'))) + plain.substring(plain.indexOf('.'));
    }

    private static String hours(BigDecimal hours) {
        var plain = hours.stripTrailingZeros().toPlainString();
        var point = plain.indexOf('.');
        return point < 0 ? grouped(plain) : grouped(plain.substring(0, point)) + plain.substring(point);
    }

    private static String grouped(String whole) {
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
