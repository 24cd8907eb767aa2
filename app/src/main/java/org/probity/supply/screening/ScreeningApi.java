package org.probity.supply.screening;

import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.screen.Link;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screening for programs. */
@RestController
@For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER})
class ScreeningApi {
    /** Somebody on a list who is like the name asked. @param score thousandths @param words the reason, word by word */
    record ScreeningHit(String list, String entry, String name, int score, String number, List<Link> words) {}

    private final Asking asking;

    ScreeningApi(Asking asking) {
        this.asking = asking;
    }

    /** One name, or a number (credit code, LEI, register), asked of all lists in force; the most alike first, at most fifty. Nothing is kept of the question. */
    @GetMapping("/api/screening/names")
    List<ScreeningHit> ask(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String number) {
        return asking.ask(name, number).stream().map(it -> new ScreeningHit(it.code(), it.hit().listed().id(), it.hit().listedName().text(), it.hit().score(),
                it.hit().number() == null ? "" : it.hit().number().value(), it.hit().alignment().links())).toList();
    }
}
