package org.probity.people.career;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.people.career.Draft.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Human resources write a standard here; what an edition would change is read by whoever approves it. */
@Controller
@For(Role.HR)
class SketchWeb {
    private static final String ONE = "/app/careers/tracks/{code}/sketch";

    private final Sketches sketches;
    private final Editions editions;
    private final Register register;
    private final Accounts accounts;
    private final Pages pages;

    SketchWeb(Sketches sketches, Editions editions, Register register, Accounts accounts, Pages pages) {
        this.sketches = sketches;
        this.editions = editions;
        this.register = register;
        this.accounts = accounts;
        this.pages = pages;
    }

    private static String path(String code) {
        return "/app/careers/tracks/" + code + "/sketch";
    }

    /** Whoever comes before anybody began is led to the standard, where one begins. */
    @GetMapping(ONE)
    Object one(@PathVariable String code) {
        return sketches.find(code).<Object>map(_ -> pages.view(page(code, "-", Map.of(), List.of()))).orElse("redirect:/app/careers/tracks/" + track(code).code());
    }

    private Register.Track track(String code) {
        return register.track(code).orElseThrow(() -> new NotThere("track " + code));
    }

    private SketchPage page(String code, String open, Map<String, String> typed, List<Reason> reasons) {
        var track = track(code);
        var sketch = sketches.find(code).orElseThrow(() -> new NotThere("sketch of " + code));
        return new SketchPage(track, sketch, register.standard(code).orElse(null), sketches.top(code), accounts.names(Set.of(sketch.changedBy())).getOrDefault(sketch.changedBy(), "–"), open, typed, reasons);
    }

    @PostMapping(ONE)
    Object begin(@PathVariable String code, Me me) {
        track(code);
        return switch (sketches.begin(code, me)) {
            case Answer.Done<Sketch> done -> pages.done(path(code), "career.sketch-begun");
            case Answer.Refused<Sketch>(var reasons) -> pages.view(page(code, "-", Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(ONE + "/title")
    Object name(@PathVariable String code, @RequestParam Map<String, String> typed, Me me) {
        return answered(sketches.name(code, new Said(typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", "")), me), code, "-", typed, "career.sketch-kept");
    }

    @PostMapping(ONE + "/items")
    Object write(@PathVariable String code, @RequestParam Map<String, String> typed, Me me) {
        var levels = new TreeMap<Integer, Said>();
        for (var level = 1; level <= 9; level++) {
            levels.put(level, new Said(typed.getOrDefault("en." + level, ""), typed.getOrDefault("zh." + level, "")));
        }
        var part = java.util.Arrays.stream(Part.values()).filter(it -> it.name().equals(typed.get("part"))).findFirst().orElse(Part.KNOWLEDGE);
        var item = new Draft.Item(typed.getOrDefault("code", "").strip(), part, Typed.number(typed.get("from"), 0), new Said(typed.getOrDefault("itemEn", ""), typed.getOrDefault("itemZh", "")), levels);
        var known = sketches.find(code).flatMap(it -> it.item(item.code())).isPresent();
        return answered(sketches.write(code, item, me), code, known ? item.code() : "", typed, "career.sketch-kept");
    }

    @PostMapping(ONE + "/items/end")
    Object take(@PathVariable String code, @RequestParam(defaultValue = "", name = "code") String item, Me me) {
        return answered(sketches.take(code, item, me), code, "-", Map.of(), "career.sketch-kept");
    }

    @PostMapping(ONE + "/proposal")
    Object propose(@PathVariable String code, Me me) {
        return switch (sketches.propose(code, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/careers/editions", "career.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(code, "-", Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(ONE + "/end")
    Object discard(@PathVariable String code, Me me) {
        return switch (sketches.discard(code, me)) {
            case Answer.Done<String> done -> pages.done("/app/careers/tracks/" + code, "career.sketch-discarded");
            case Answer.Refused<String>(var reasons) -> pages.view(page(code, "-", Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object answered(Answer<Sketch> answer, String code, String open, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<Sketch> done -> pages.done(path(code), said);
            case Answer.Refused<Sketch>(var reasons) -> pages.view(page(code, open, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What an edition would change, version by version, against what is in force. */
    @For({Role.HR, Role.UNION})
    @GetMapping("/app/careers/editions/{id:[0-9a-f-]{36}}")
    Object edition(@PathVariable UUID id) {
        var edition = editions.find(id).orElseThrow(() -> new NotThere("edition " + id));
        var changes = editions.versions(id).stream().map(register::version)
                .map(it -> new EditionPage.Change(it, register.track(it.track()).map(Register.Track::ladder).orElse(Ladder.P), register.standard(it.track()).filter(held -> held.version() < it.version()).orElse(null))).toList();
        return pages.view(new EditionPage(edition, changes));
    }
}
