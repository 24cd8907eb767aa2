package org.probity.people.voice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Bare;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A handler's key without its words. What is sent and given here was closed in a browser. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class RecoveryWeb {
    private final Recovery recovery;
    private final Pages pages;

    RecoveryWeb(Recovery recovery, Pages pages) {
        this.recovery = recovery;
        this.pages = pages;
    }

    /** With whom shares were left, what is asked of them, and what came back. */
    @GetMapping("/app/voice/shares")
    ResponseEntity<Map<String, Object>> shares(Me me) {
        return Bare.json(HttpStatus.OK, Map.of(
                "left", recovery.left(me).<Map<String, Object>>map(it -> Map.of("day", it.day().toString(), "keepers", it.keepers())).orElse(Map.of()),
                "asked", recovery.asked(me).stream().map(it -> Map.of("recovery", it.recovery(), "name", it.name(), "next", it.next(), "share", it.sealed())).toList(),
                "back", recovery.back(me).stream().map(it -> Map.of("recovery", it.recovery(), "sealed", it.sealed(), "shares", it.shares())).toList()));
    }

    @PostMapping("/app/voice/shares")
    ResponseEntity<Map<String, Object>> leave(@RequestParam Map<String, String> typed, Me me) {
        return DeskWeb.told(recovery.leave(DeskWeb.team(typed.getOrDefault("keepers", "")), DeskWeb.decoded(typed.getOrDefault("sealed", "")),
                IntStream.rangeClosed(1, Recovery.SHARES).mapToObj(it -> DeskWeb.decoded(typed.getOrDefault("share" + it, ""))).toList(), me));
    }

    @StepUp
    @PostMapping("/app/voice/recovery")
    Object ask(Me me) {
        return switch (recovery.ask(me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/voice/keys", "voice.lost-asked-now");
            case Answer.Refused<UUID>(var reasons) -> pages.done("/app/voice/keys", List.copyOf(reasons).getFirst().key());
        };
    }

    @PostMapping("/app/voice/recoveries/{id:[0-9a-f-]{36}}/shares")
    ResponseEntity<Map<String, Object>> give(@PathVariable UUID id, @RequestParam(defaultValue = "") String sealed, Me me) {
        return DeskWeb.told(recovery.give(id, DeskWeb.decoded(sealed), me));
    }

    @PostMapping("/app/voice/recoveries/{id:[0-9a-f-]{36}}/restored")
    ResponseEntity<Map<String, Object>> restored(@PathVariable UUID id, @RequestParam(defaultValue = "") String wrapped, Me me) {
        return DeskWeb.told(recovery.restore(id, wrapped, me));
    }

    @PostMapping("/app/voice/passkeys")
    ResponseEntity<Map<String, Object>> passkey(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String wrapped, Me me) {
        return DeskWeb.told(recovery.keepUnderPasskey(credential, wrapped, me));
    }

    @PostMapping("/app/voice/passkeys/{id:[0-9a-f-]{36}}/removal")
    Object remove(@PathVariable UUID id, Me me) {
        if (!recovery.forgetPasskey(id, me)) {
            throw new NotThere("passkey " + id);
        }
        return pages.done("/app/voice/keys", "voice.passkey-removed");
    }
}
