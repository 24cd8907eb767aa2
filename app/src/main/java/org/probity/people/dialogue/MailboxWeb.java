package org.probity.people.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.MeasurePages;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters to those who lead, for everybody who works here. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
class MailboxWeb {
    private static final String ONE = "/app/dialogue/letters/{id:[0-9a-f-]{36}}";

    private final Mailbox mailbox;
    private final Places places;
    private final Rules rules;
    private final RulesDesk desk;
    private final MeasurePages measures;
    private final Pages pages;

    MailboxWeb(Mailbox mailbox, Places places, Rules rules, RulesDesk desk, MeasurePages measures, Pages pages) {
        this.mailbox = mailbox;
        this.places = places;
        this.rules = rules;
        this.desk = desk;
        this.measures = measures;
        this.pages = pages;
    }

    private int days() {
        return rules.on(DialogueRule.ANSWER_DAYS, mailbox.today());
    }

    @GetMapping("/app/dialogue/letters")
    Object all(Me me) {
        return pages.view(new LettersPage(mailbox.by(me), mailbox.to(mailbox.headed(me)), mailbox.told(places.of(me)), !mailbox.openTo(me).isEmpty(), days(), mailbox.today()));
    }

    @GetMapping("/app/dialogue/letters/new")
    Object write(Me me) {
        return pages.view(new WritePage(mailbox.openTo(me), days(), Map.of(), List.of()));
    }

    @PostMapping("/app/dialogue/letters")
    Object written(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.id(typed.get("unit")).map(unit -> mailbox.write(new Mailbox.Draft(unit, typed.getOrDefault("subject", ""), typed.getOrDefault("words", ""), typed.containsKey("told")), me))
                .orElseGet(() -> Answer.refused("unit", "dialogue.letter-nowhere"));
        return switch (answer) {
            case Answer.Done<Post>(var letter) -> pages.done(letter.path(), "dialogue.letter-sent", letter.dueDay());
            case Answer.Refused<Post>(var reasons) -> pages.view(new WritePage(mailbox.openTo(me), days(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    /** For its writer and those who lead that place; human resources, the union and assurers see how it stands; to others it is not there. */
    private LetterPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = mailbox.find(id).orElseThrow(() -> new NotThere("letter " + id));
        var answers = mailbox.answers(it, me);
        var reads = answers || mailbox.wrote(it, me);
        if (!reads && !Mailbox.counts(me)) {
            throw new NotThere("letter " + id);
        }
        return new LetterPage(it, measures.piece(new Measure.Subject(LetterMeasures.KIND, id), me), reads, answers, mailbox.today(), typed, reasons);
    }

    @PostMapping(ONE + "/answer")
    Object answer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(mailbox.answer(id, typed.getOrDefault("answer", ""), me), id, typed, me, "dialogue.letter-answered");
    }

    @PostMapping(ONE + "/telling")
    Object tell(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(mailbox.tell(id, typed.getOrDefault("question", ""), typed.getOrDefault("told", ""), me), id, typed, me, "dialogue.was-published");
    }

    private Object told(Answer<Post> answer, UUID id, Map<String, String> typed, Me me, String said) {
        return switch (answer) {
            case Answer.Done<Post> _ -> pages.done("/app/dialogue/letters/" + id, said);
            case Answer.Refused<Post>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/dialogue/rules")
    Object rules(Me me) {
        return pages.view(new RulesPage(desk.view(DialogueRule.ALL, me, Map.of(), List.of())));
    }

    @For(Role.UNION)
    @PostMapping("/app/dialogue/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (desk.decide(DialogueRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done("/app/dialogue/rules", "dialogue.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(new RulesPage(desk.view(DialogueRule.ALL, me, typed, reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
