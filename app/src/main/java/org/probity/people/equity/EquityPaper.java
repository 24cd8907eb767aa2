package org.probity.people.equity;

import static org.probity.house.print.Pdf.escaped;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
            html.append("<h2>").append(escaped(t(lang, "equity.granted-on", it.plan().name(lang), it.given().day()))).append("</h2><p>")
                    .append(escaped(t(lang, "equity.yours", it.now().vested(), it.now().whole()))).append("</p><table>");
            row(html, t(lang, "equity.vested"), it.now().vested().toString());
            row(html, t(lang, "equity.certain"), it.now().certain().toString());
            row(html, t(lang, "equity.contingent"), it.now().contingent().toString());
            row(html, t(lang, "equity.lapsed"), it.now().lapsed().toString());
            row(html, t(lang, "equity.whole"), it.now().whole().toString());
            html.append("</table>");
            it.facts().pauses().forEach(one -> html.append("<p>").append(escaped(t(lang, "equity.paused", one.from(), Objects.requireNonNull(one.until()).minusDays(1),
                    java.time.temporal.ChronoUnit.DAYS.between(one.from(), one.until())))).append("</p>"));
            html.append("<table>");
            it.instalments().forEach(one -> row(html, one.day() + (one.step().isEmpty() ? "" : " · " + one.step()), one.amount().toString()));
            html.append("</table>");
        }
        return html.append("<p>").append(escaped(t(lang, "equity.statement-again"))).append("</p>").toString();
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<tr><td>").append(escaped(term)).append("</td><td>").append(escaped(value)).append("</td></tr>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
