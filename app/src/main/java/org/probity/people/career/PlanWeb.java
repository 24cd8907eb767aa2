package org.probity.people.career;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own development plan; nobody else's is ever shown. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class PlanWeb {
    private final Plans plans;
    private final Gaps gaps;
    private final Register register;
    private final Directory directory;
    private final Pages pages;

    PlanWeb(Plans plans, Gaps gaps, Register register, Directory directory, Pages pages) {
        this.plans = plans;
        this.gaps = gaps;
        this.register = register;
        this.directory = directory;
        this.pages = pages;
    }

    /** @param track whose standard the reader came from */
    @GetMapping("/app/career/plan")
    Object plan(@RequestParam(defaultValue = "") String track, Me me) {
        return pages.view(page(me, Map.of("track", track), List.of()));
    }

    @PostMapping("/app/career/plan")
    Object keep(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.id(typed.get("item")).map(item -> plans.plan(item, typed.getOrDefault("way", ""), Typed.id(typed.get("course")).orElse(null), Typed.day(typed.get("until")).orElse(null),
                typed.getOrDefault("words", ""), me)).orElseGet(() -> Answer.refused("item", "career.gap-unknown"));
        return switch (answer) {
            case Answer.Done<Plans.Way> done -> pages.done("/app/career/plan", "career.was-planned");
            case Answer.Refused<Plans.Way>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/career/aim")
    Object aim(@RequestParam Map<String, String> typed, Me me) {
        return switch (plans.aim(typed.getOrDefault("track", ""), Typed.number(typed.get("level"), 0), me)) {
            case Answer.Done<Plans.Aim>(var aim) -> pages.done("/app/career/plan", "career.was-aimed");
            case Answer.Refused<Plans.Aim>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/career/aim/end")
    Object aimNoMore(Me me) {
        return switch (plans.aimNoMore(me)) {
            case Answer.Done<UUID> done -> pages.done("/app/career/plan", "career.was-aimed-no-more");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PlanPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        var found = person.map(gaps::of).orElse(List.of());
        return new PlanPage(person.flatMap(plans::aimOf), register.tracks(Query.all("/app/careers")).stream().filter(it -> it.version() != null).toList(), found, person.map(plans::of).orElse(List.of()), plans.courses(found.stream().map(Gaps.Gap::item).toList()), register.today(), typed, reasons);
    }
}
