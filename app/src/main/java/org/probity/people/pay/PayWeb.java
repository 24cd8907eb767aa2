package org.probity.people.pay;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Lang;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own pay and letters: nobody sees anybody else's here. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.REMUNERATION})
class PayWeb {
    static final String HOME = "/app/pay";

    private final Payroll payroll;
    private final Letters letters;
    private final LetterPaper paper;
    private final Directory directory;
    private final Pages pages;

    PayWeb(Payroll payroll, Letters letters, LetterPaper paper, Directory directory, Pages pages) {
        this.payroll = payroll;
        this.letters = letters;
        this.paper = paper;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(HOME)
    Object mine(Me me) {
        var person = directory.personOf(me);
        return pages.view(new PayPage(person.map(payroll::of).orElse(List.of()), person.map(letters::of).orElse(List.of()), person.map(letters::looks).orElse(List.of()),
                me.is(Role.HR) || me.is(Role.REMUNERATION), person.isPresent()));
    }

    @GetMapping(HOME + "/letters/{id:[0-9a-f-]{36}}/letter-{lang}.pdf")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable String lang, Me me) {
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var it = directory.personOf(me).flatMap(person -> letters.of(person, id)).orElseThrow(() -> new NotThere("letter " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("pay-" + it.letter().year() + "-" + language.code() + ".pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(MediaType.APPLICATION_PDF).body(paper.pdf(it, language));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry payInTheMenu() {
            return MenuEntry.of(Wing.CARE, 21, "pay.title", HOME, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR,
                    Role.EMPLOYEE, Role.REMUNERATION);
        }

        /** Whoever checks figures from outside is paid nothing here. */
        @Bean
        MenuEntry payGapInTheMenu() {
            return MenuEntry.of(Wing.CARE, 21, "pay.gap", HOME + "/gap", Role.ASSURER);
        }
    }
}
