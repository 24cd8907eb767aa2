package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was known when, and what an event changed. */
@Controller
class VerdictsWeb {
    private final AsKnown known;
    private final Contamination contamination;
    private final Chains chains;
    private final Effects effects;
    private final Events events;
    private final Items items;
    private final Pages pages;
    private final Clock clock;

    VerdictsWeb(AsKnown known, Contamination contamination, Chains chains, Effects effects, Events events, Items items, Pages pages, Clock clock) {
        this.known = known;
        this.contamination = contamination;
        this.chains = chains;
        this.effects = effects;
        this.events = events;
        this.items = items;
        this.pages = pages;
        this.clock = clock;
    }

    /** For those who may see that a list alerts. Without a day: the day on which it was shipped, or today. */
    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/items/{number:[0-9]{1,9}}/known")
    Object known(@PathVariable int number, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String version) {
        var it = items.find(number).orElseThrow(() -> new NotThere("item " + number));
        var materials = chains.materials(number);
        var material = materials.isEmpty() || materials.contains(Reading.SILICON) ? Reading.SILICON : materials.getFirst();
        var reasons = new ArrayList<Reason>();
        var shipped = known.shipped(it).map(when -> when.atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDate());
        var typed = Typed.day(day);
        if (!day.isBlank() && typed.isEmpty()) {
            reasons.add(new Reason("day", "traceability.rule-day", List.of()));
        }
        var asked = typed.or(() -> shipped).orElse(LocalDate.now(clock));
        var versions = known.versions();
        var chosen = versions.stream().filter(one -> one.key().equals(version)).findFirst();
        return pages.view(new KnownPage(it, asked, shipped, known.then(it, material, AsKnown.endOf(asked)), chains.of(it, material).flatMap(contamination::of), versions, chosen,
                chosen.flatMap(one -> known.by(it, material, one)), reasons));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/events/{id:[0-9]{1,18}}/effects")
    Object effects(@PathVariable long id, Query query) {
        var event = events.find(id).orElseThrow(() -> new NotThere("event " + id));
        var declared = effects.declared(id);
        var found = effects.of(event);
        var since = declared.orElseGet(() -> OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC));
        var page = new EffectsPage(id, declared, effects.late(event), found, found.map(it -> effects.lines(it, query.limit(), query.offset())).orElse(List.of()),
                found.map(it -> effects.judged(it, since)).orElse(List.of()), found.map(effects::claims).orElse(List.of()), query);
        return query.format().map(format -> (Object) pages.file(format, "effects-of-event-" + id, page::table)).orElseGet(() -> pages.view(page));
    }
}
