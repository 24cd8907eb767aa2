package org.probity.people.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Courses online for those who write them, and for those who check what was taught. */
@Controller
@For(Role.HR)
class EditionWeb {
    private static final String COURSE = "/app/trainings/{id:[0-9a-f-]{36}}/online";

    private final Courses courses;
    private final Editions editions;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    EditionWeb(Courses courses, Editions editions, Accounts accounts, Pages pages, Clock clock) {
        this.courses = courses;
        this.editions = editions;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.HR, Role.ASSURER, Role.UNION})
    @GetMapping(COURSE)
    Object all(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, List.of()));
    }

    private EditionsPage page(UUID id, Me me, List<Reason> reasons) {
        var all = editions.of(id);
        return new EditionsPage(course(id), all, editions.draft(id).isPresent(), accounts.names(all.stream().map(Editions.Edition::publishedBy).collect(Collectors.toSet())), me.is(Role.HR), clock.getZone(), reasons);
    }

    @For({Role.HR, Role.ASSURER, Role.UNION})
    @GetMapping("/app/trainings/editions/{edition:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID edition, Me me) {
        var it = editions.find(edition).orElseThrow(() -> new NotThere("edition " + edition));
        return pages.view(new WholePage(course(it.course()), editions.lesson(it), it.minutes(), it.no(), it.sha256(), me.is(Role.HR) || me.is(Role.ASSURER), List.of()));
    }

    @GetMapping(COURSE + "/draft")
    Object draft(@PathVariable UUID id) {
        var kept = editions.draft(id);
        return pages.view(new DraftPage(course(id), kept.map(Editions.Kept::draft).orElseGet(() -> editions.begin(id)), kept.isPresent(), List.of()));
    }

    /** Every button of the form keeps what was typed; then it does what it says. */
    @PostMapping(COURSE + "/draft")
    Object draft(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var act = typed.getOrDefault("act", "save");
        var it = changed(Draft.typed(typed), act);
        return switch (editions.save(id, it, me)) {
            case Answer.Refused<UUID>(var reasons) -> pages.view(new DraftPage(course(id), it, false, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<UUID> done when act.equals("look") && !it.missing().isEmpty() -> pages.view(new DraftPage(course(id), it, true, it.missing()), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<UUID> done when act.equals("look") -> "redirect:" + path(id) + "/draft/look";
            case Answer.Done<UUID> done when act.equals("save") -> pages.done(path(id) + "/draft", "learning.draft-saved");
            case Answer.Done<UUID> done -> "redirect:" + path(id) + "/draft" + anchor(it, act);
        };
    }

    private static Draft changed(Draft it, String act) {
        var parts = act.split("-", 3);
        var place = parts.length == 3 ? Typed.number(parts[2], -1) : -1;
        var sheets = new ArrayList<>(it.pages());
        var questions = new ArrayList<>(it.questions());
        if (act.equals("add-page") && sheets.size() < Draft.PAGES_MOST) {
            sheets.add(Draft.Page.EMPTY);
        } else if (act.equals("add-question") && questions.size() < Draft.QUESTIONS_MOST) {
            questions.add(Draft.Asked.EMPTY);
        } else if (act.startsWith("drop-page-") && place >= 0 && place < sheets.size()) {
            sheets.remove(place);
        } else if (act.startsWith("drop-question-") && place >= 0 && place < questions.size()) {
            questions.remove(place);
        } else if (act.startsWith("up-page-") && place > 0 && place < sheets.size()) {
            sheets.add(place - 1, sheets.remove(place));
        }
        return new Draft(it.minutes(), sheets, questions);
    }

    private static String anchor(Draft it, String act) {
        return act.equals("add-page") ? "#p" + (it.pages().size() - 1) : act.equals("add-question") ? "#q" + (it.questions().size() - 1) : "";
    }

    @GetMapping(COURSE + "/draft/look")
    Object look(@PathVariable UUID id) {
        return editions.draft(id).map(Editions.Kept::draft).filter(it -> it.missing().isEmpty()).<Object>map(it -> pages.view(look(id, it, List.of()))).orElse("redirect:" + path(id) + "/draft");
    }

    private WholePage look(UUID id, Draft it, List<Reason> reasons) {
        return new WholePage(course(id), it.lesson(), it.minutes(), 0, it.lesson().sha256(), true, reasons);
    }

    @PostMapping(COURSE + "/publication")
    Object publish(@PathVariable UUID id, Me me) {
        return switch (editions.publish(id, me)) {
            case Answer.Done<Editions.Edition> done -> pages.done(path(id), "learning.was-published");
            case Answer.Refused<Editions.Edition>(var reasons) -> pages.view(page(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(COURSE + "/end")
    Object end(@PathVariable UUID id, Me me) {
        return switch (editions.end(id, me)) {
            case Answer.Done<UUID> done -> pages.done(path(id), "learning.was-ended");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static String path(UUID id) {
        return "/app/trainings/" + id + "/online";
    }

    private Course course(UUID id) {
        return courses.find(id).orElseThrow(() -> new NotThere("course " + id));
    }
}
