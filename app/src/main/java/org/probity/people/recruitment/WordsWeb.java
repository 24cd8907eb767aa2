package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Words that no posting may have: human resources and counsel propose, counsel signs, the union reads. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class WordsWeb {
    static final String WORDS = "/app/recruitment/words";

    private final UnlawfulWords words;
    private final Requisitions requisitions;
    private final Accounts accounts;
    private final Pages pages;

    WordsWeb(UnlawfulWords words, Requisitions requisitions, Accounts accounts, Pages pages) {
        this.words = words;
        this.requisitions = requisitions;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(WORDS)
    Object words(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private WordsPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var waiting = words.waiting();
        return new WordsPage(words.all(), waiting, accounts.names(waiting.stream().map(UnlawfulWords.Proposed::proposedBy).collect(Collectors.toSet())), me.account(), me.roles(), requisitions.today(), typed,
                reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping(WORDS)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return told(words.propose(typed.getOrDefault("word", ""), typed.getOrDefault("act", ""), Typed.day(typed.get("fromDay")).orElse(null), typed.getOrDefault("source", ""), me), me, typed,
                "recruitment.word-was-proposed");
    }

    @StepUp
    @For({Role.HR, Role.LEGAL})
    @PostMapping(WORDS + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        return told(Outcome.of(ruling).<Answer<?>>map(it -> words.rule(proposal, it, me)).orElseGet(() -> Answer.refused("", "decision.outcome-missing")), me, Map.of(), "recruitment.word-was-ruled");
    }

    /** A language chosen after a refusal returns to the list. */
    @GetMapping(WORDS + "/{proposal:[0-9a-f-]{36}}")
    Object ruled(@PathVariable UUID proposal) {
        return "redirect:" + WORDS;
    }

    private Object told(Answer<?> answer, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, WORDS, said, reasons -> page(me, typed, reasons));
    }
}
