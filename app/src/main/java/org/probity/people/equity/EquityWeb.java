package org.probity.people.equity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own stock and options: nobody sees anybody else's here. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ASSURER})
class EquityWeb {
    private static final String MINE = "/app/reward/equity";

    private final Holdings holdings;
    private final EquityPaper paper;
    private final Directory directory;
    private final Pages pages;

    EquityWeb(Holdings holdings, EquityPaper paper, Directory directory, Pages pages) {
        this.holdings = holdings;
        this.paper = paper;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(MINE)
    Object mine(Me me) {
        return pages.view(page(me, "", Map.of(), List.of()));
    }

    private EquityPage page(Me me, String at, Map<String, String> typed, List<Reason> reasons) {
        return new EquityPage(directory.personOf(me).map(holdings::of).orElse(List.of()), me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER) || me.is(Role.LEGAL), at, typed, reasons);
    }

    private Directory.Person person(Me me) {
        return directory.personOf(me).flatMap(directory::person).orElseThrow(() -> new NotThere("person of " + me.account()));
    }

    @GetMapping(MINE + "/statement.json")
    Object json(Me me) {
        var person = person(me);
        return Attachment.of("equity-" + directory.today() + ".json", paper.json(person, holdings.of(person.id()), directory.today()));
    }

    @GetMapping(MINE + "/statement-{lang}.pdf")
    Object pdf(@PathVariable String lang, Me me) {
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var person = person(me);
        return Attachment.of("equity-" + directory.today() + ".pdf", paper.pdf(person, holdings.of(person.id()), directory.today(), language));
    }

    @StepUp
    @PostMapping(MINE + "/{given:[0-9a-f-]{36}}/exercise")
    Object exercise(@PathVariable UUID given, @RequestParam Map<String, String> typed, Me me) {
        var words = typed.getOrDefault("shares", "").strip().replace(",", "");
        return pages.told(holdings.exercise(given, words.matches("[0-9]{1,15}") ? Long.parseLong(words) : 0, me), MINE, "equity.was-exercised", reasons -> page(me, given.toString(), typed, reasons));
    }
}
