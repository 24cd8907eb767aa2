package org.probity.people.equity;

import static org.probity.house.print.Pdf.escaped;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.directory.Directory;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.people.equity.Holdings.Holding;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A holder's statement: on paper, and as a file that holds everything from which it was reckoned, so that whoever has it reckons it again. */
@Component
class EquityPaper {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Company company;
    private final Messages messages;

    EquityPaper(Company company, Messages messages) {
        this.company = company;
        this.messages = messages;
    }

    byte[] json(Directory.Person person, List<Holding> all, LocalDate today) {
        var whole = JSON.createObjectNode().put("company", company.in(Lang.EN)).put("number", person.number()).put("day", today.toString());
        var grants = whole.putArray("grants");
        all.forEach(it -> grant(grants.addObject(), it));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    private static void grant(ObjectNode json, Holding it) {
        json.put("plan", it.plan().code()).put("kind", it.plan().kind().name()).put("security", it.given().security()).put("granted_on", it.given().day().toString()).put("quantity", it.given().quantity())
                .put("price", it.plan().price().stripTrailingZeros().toPlainString());
        if (it.terms() != null) {
            var terms = StockPlan.written(it.termsOf().orElseThrow(), it.plan().nameEn(), it.terms());
            json.set("terms", JSON.readTree(terms.getBytes(StandardCharsets.UTF_8)).path("vestingTerms").path(0));
        }
        var starts = json.putArray("starts");
        it.facts().starts().forEach(one -> starts.addObject().put("step", one.condition()).put("day", one.day().toString()));
        var happened = json.putArray("happened");
        it.facts().events().forEach(one -> happened.addObject().put("step", one.condition()).put("day", one.day().toString()));
        var leave = json.putArray("leave");
        it.facts().pauses().forEach(one -> leave.addObject().put("from", one.from().toString()).put("back", Objects.requireNonNull(one.until()).toString()));
        var sooner = json.putArray("sooner");
        it.facts().sooner().forEach(one -> sooner.addObject().put("day", one.day().toString()).put("shares", one.quantity().toString()));
        var divided = json.putArray("divided");
        it.facts().splits().forEach(one -> divided.addObject().put("day", one.day().toString()).put("parts", one.parts()).put("whole", one.whole()));
        it.facts().ended().ifPresent(day -> json.put("ended", day.toString()));
        var instalments = json.putArray("instalments");
        it.instalments().forEach(one -> instalments.addObject().put("day", one.day().toString()).put("shares", one.amount().toString()).put("step", one.step()));
        json.putObject("standing").put("vested", it.now().vested().toString()).put("certain", it.now().certain().toString()).put("waiting", it.now().contingent().toString()).put("lapsed", it.now().lapsed().toString());
        json.put("exercised", it.exercised());
    }

    byte[] pdf(Directory.Person person, List<Holding> all, LocalDate today, Lang lang) {
        return Pdf.of(html(person, all, today, lang), lang);
    }

    String html(Directory.Person person, List<Holding> all, LocalDate today, Lang lang) {
        var html = new StringBuilder("<h1>").append(escaped(t(lang, "equity.statement"))).append("</h1><p>")
                .append(escaped(t(lang, "equity.statement-of", company.signs(lang), person.name(lang), person.number(), today))).append("</p>");
        for (var it : all) {
            html.append("<div style=\"page-break-inside:avoid\"><h2>").append(escaped(t(lang, "equity.granted-on", it.plan().name(lang), it.given().day()))).append("</h2><p>")
                    .append(escaped(t(lang, "equity.yours", shares(it.now().vested()), shares(it.now().whole())))).append("</p><table><tbody>");
            row(html, t(lang, "equity.vested"), it.now().vested());
            row(html, t(lang, "equity.certain"), it.now().certain());
            row(html, t(lang, "equity.contingent"), it.now().contingent());
            row(html, t(lang, "equity.lapsed"), it.now().lapsed());
            row(html, t(lang, "equity.whole"), it.now().whole());
            html.append("</tbody></table></div>");
            if (it.plan().kind() == StockPlan.Kind.OPTION) {
                said(html, t(lang, "equity.exercised", grouped(String.valueOf(it.exercised())), grouped(String.valueOf(it.left())), grouped(price(it.plan()).toPlainString()) + (lang == Lang.ZH ? " 元" : " CNY")));
            }
            it.facts().pauses().forEach(one -> said(html, t(lang, "equity.paused", one.from(), Objects.requireNonNull(one.until()).minusDays(1), ChronoUnit.DAYS.between(one.from(), one.until()))));
            it.facts().splits().forEach(one -> said(html, t(lang, "equity.was-divided", one.day(), one.whole(), one.parts())));
            it.facts().ended().ifPresent(day -> said(html, t(lang, "equity.ended", day)));
            html.append("<table><thead><tr><th>").append(escaped(t(lang, "equity.day"))).append("</th><th>").append(escaped(t(lang, "equity.why-short"))).append("</th><th>").append(escaped(t(lang, "equity.stands")))
                    .append("</th><th style=\"text-align:right\">").append(escaped(t(lang, "equity.shares"))).append("</th></tr></thead><tbody>");
            it.instalments().forEach(one -> html.append("<tr><td>").append(one.day()).append("</td><td>").append(escaped(StepWords.why((key, args) -> t(lang, key, args), LocalDate::toString, it, one))).append("</td><td>")
                    .append(escaped(t(lang, one.day().isAfter(it.day()) ? "equity.to-come" : "equity.is-yours"))).append("</td><td style=\"text-align:right\">").append(shares(one.amount())).append("</td></tr>"));
            html.append("</tbody></table>");
        }
        return html.append("<p>").append(escaped(t(lang, "equity.statement-again"))).append("</p>").toString();
    }

    private static BigDecimal price(StockPlan plan) {
        var price = plan.price().stripTrailingZeros();
        return price.setScale(Math.max(2, price.scale()));
    }

    private static void said(StringBuilder html, String words) {
        html.append("<p>").append(escaped(words)).append("</p>");
    }

    private static void row(StringBuilder html, String term, BigFraction shares) {
        html.append("<tr><td>").append(escaped(term)).append("</td><td style=\"text-align:right\">").append(shares(shares)).append("</td></tr>");
    }

    private static String shares(BigFraction shares) {
        return shares.getDenominator().bitLength() > 1 ? shares.toString().replace(" ", "") : grouped(shares.getNumerator().toString());
    }

    private static String grouped(String number) {
        var point = number.indexOf('.');
        var whole = point < 0 ? number : number.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (point < 0 ? "" : number.substring(point));
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
