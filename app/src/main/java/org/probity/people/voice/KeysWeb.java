package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who reads: keys that are offered, ruled on and taken out; the clocks; and how they were kept, for those who watch over them. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class KeysWeb {
    private final KeyDirectory keys;
    private final Recovery recovery;
    private final CaseCounts counts;
    private final Boards boards;
    private final Decisions decisions;
    private final Rules rules;
    private final RulesDesk desk;
    private final Pages pages;

    KeysWeb(KeyDirectory keys, Recovery recovery, CaseCounts counts, Boards boards, Decisions decisions, Rules rules, RulesDesk desk, Pages pages) {
        this.keys = keys;
        this.recovery = recovery;
        this.counts = counts;
        this.boards = boards;
        this.decisions = decisions;
        this.rules = rules;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/app/voice/keys")
    Object keys(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private KeysPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var waiting = Stream.of(KeyDirectory.ENTER, KeyDirectory.RETIRE).flatMap(matter -> decisions.waitingFor(matter, me).stream())
                .flatMap(it -> keys.find(it.subject()).filter(handler -> keys.mayRule(handler, me) && (it.matter().equals(KeyDirectory.ENTER) || handler.inForce())).map(handler -> new KeysPage.Waits(it.id(), it.matter(), it.reason(), handler)).stream()).toList();
        var mine = keys.of(me.account()).stream().filter(it -> it.inForce() || it.entered() == null && keys.open(KeyDirectory.ENTER, it.id()).isPresent()).toList();
        return new KeysPage(keys.inForce(), waiting, mine, me.is(Role.UNION) || me.is(Role.LEGAL) ? counts.standing(rules.on(VoiceRule.ACKNOWLEDGE_DAYS, boards.today()), me) : null,
                me.is(Role.UNION) || me.is(Role.LEGAL) ? keys.inForce().stream().filter(it -> keys.gone(it) && keys.open(KeyDirectory.RETIRE, it.id()).isEmpty()).toList() : List.of(), again(me), typed, reasons);
    }

    private KeysPage.Again again(Me me) {
        var left = recovery.left(me);
        return new KeysPage.Again(recovery.passkeys(me), left.orElse(null), left.filter(it -> it.asked() == null && recovery.next(it, me).isPresent()).isPresent());
    }

    @PostMapping("/app/voice/keys")
    Object offer(@RequestParam Map<String, String> typed, Me me) {
        return done(keys.offer(typed.getOrDefault("channel", ""), typed.getOrDefault("functionEn", ""), typed.getOrDefault("functionZh", ""), typed.getOrDefault("recipient", ""), typed.getOrDefault("wrapped", ""), me),
                "voice.key-offered", me, typed);
    }

    @StepUp
    @PostMapping("/app/voice/keys/{id:[0-9a-f-]{36}}/retirement")
    Object retire(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        if (keys.find(id).filter(it -> it.account().equals(me.account()) || me.is(Role.UNION) || me.is(Role.LEGAL)).isEmpty()) {
            throw new NotThere("key " + id);
        }
        return done(keys.retire(id, typed.getOrDefault("reason", ""), me), "voice.retirement-proposed", me, typed);
    }

    /** @param matter which of the two it is about */
    @StepUp
    @For({Role.UNION, Role.LEGAL})
    @PostMapping("/app/voice/rulings/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam String matter, @RequestParam boolean approve, Me me) {
        return done(keys.rule(matter, proposal, approve ? Outcome.APPROVED : Outcome.REJECTED, me), approve ? "voice.key-ruled" : "voice.key-refused", me, Map.of());
    }

    private Object done(Answer<UUID> answer, String key, Me me, Map<String, String> typed) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/voice/keys", key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.UNION, Role.LEGAL})
    @GetMapping("/app/voice/rules")
    Object rules(Me me) {
        return pages.view(new RulesPage(desk.view(VoiceRule.ALL, me, Map.of(), List.of())));
    }

    @For(Role.LEGAL)
    @PostMapping("/app/voice/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (desk.decide(VoiceRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done("/app/voice/rules", "voice.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(new RulesPage(desk.view(VoiceRule.ALL, me, typed, reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
