package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.figure.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own commitments, for everybody who works here; nobody else's can be named in these addresses. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR})
class MyWeb {
    static final String MINE = "/app/my/commitments";

    private final Cycles cycles;
    private final Schemes schemes;
    private final Sheets sheets;
    private final Notes notes;
    private final Assessments assessments;
    private final Appeals appeals;
    private final People people;
    private final Figures figures;
    private final Pages pages;
    private final Clock clock;

    MyWeb(Cycles cycles, Schemes schemes, Sheets sheets, Notes notes, Assessments assessments, Appeals appeals, People people, Figures figures, Pages pages, Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.sheets = sheets;
        this.notes = notes;
        this.assessments = assessments;
        this.appeals = appeals;
        this.people = people;
        this.figures = figures;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(MINE)
    Object mine(@RequestParam(defaultValue = "") String cycle, Me me) {
        var who = people.of(me);
        var mine = who.map(people::cycles).orElse(List.of());
        var chosen = Typed.id(cycle).filter(mine::contains).or(() -> mine.stream().findFirst());
        return pages.view(chosen.map(it -> page(it, who.orElseThrow(), Optional.empty(), Map.of(), "", List.of())).orElseGet(this::nothing));
    }

    private MyPage nothing() {
        return new MyPage(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), "", List.of(), Map.of(), List.of(), Map.of(), Optional.empty(),
                Optional.empty(), Map.of(), LocalDate.now(clock), "", List.of());
    }

    private record Written(List<Commitment> commitments, String reason) {}

    private MyPage page(UUID id, UUID who, Optional<Written> typed, Map<Notes.Kind, String> words, String appealWords, List<Reason> reasons) {
        var cycle = cycles.find(id).orElseThrow(() -> new NotThere("cycle " + id));
        var standing = people.find(id, who).orElseThrow(() -> new NotThere("cycle " + id));
        var versions = sheets.of(id, who);
        var agreed = versions.stream().filter(it -> it.state() == Sheet.State.AGREED).findFirst();
        var open = versions.stream().filter(it -> it.state() == Sheet.State.DRAFT || it.state() == Sheet.State.SIGNED).findFirst();
        var drafts = new EnumMap<Notes.Kind, String>(Notes.Kind.class);
        for (var kind : List.of(Notes.Kind.MID_EMPLOYEE, Notes.Kind.SELF)) {
            notes.draft(id, who, kind).ifPresent(it -> drafts.put(kind, it.words()));
        }
        drafts.putAll(words);
        var results = new HashMap<Integer, String>();
        agreed.ifPresent(sheet -> sheet.commitments().forEach(it -> assessments.result(it, cycle).ifPresent(result -> results.put(it.place(), result))));
        return new MyPage(Optional.of(cycle), people.cycles(who).stream().filter(it -> !it.equals(id)).map(it -> cycles.find(it).orElseThrow()).toList(), Optional.of(standing),
                Optional.of(schemes.find(standing.scheme())), versions, typed.map(Written::commitments).orElseGet(() -> open.or(() -> agreed).map(Sheet::commitments).orElse(List.of())),
                typed.map(Written::reason).orElseGet(() -> open.map(Sheet::reason).orElse("")), notes.of(id, who), drafts, standing.told() ? assessments.of(id, who) : List.of(), results,
                appeals.lastDay(standing), appeals.of(id, who), standing.assessment() == null ? measures() : Map.of(), LocalDate.now(clock), appealWords, reasons);
    }

    private Map<String, String> measures() {
        var measures = new TreeMap<String, String>();
        figures.all().forEach(it -> measures.put(it.key(), it.messages()));
        return measures;
    }

    @PostMapping(MINE + "/{cycle}/sheet")
    Object write(@PathVariable UUID cycle, @RequestParam Map<String, String> form, Me me) {
        var commitments = commitments(form);
        var reason = Typed.words(form.get("reason"));
        return answered(cycle, sheets.write(cycle, commitments, reason, me), "performance.was-kept", Optional.of(new Written(commitments, reason)), Map.of(), "", me);
    }

    /** Lines in which something was typed, counted anew without gaps. */
    static List<Commitment> commitments(Map<String, String> form) {
        var all = new ArrayList<Commitment>();
        for (var line = 1; line <= 10; line++) {
            var at = line;
            var title = Typed.words(form.get("title-" + at));
            var measure = Typed.words(form.get("measure-" + at));
            var target = Typed.words(form.get("target-" + at));
            var source = Typed.words(form.get("source-" + at));
            var weight = Typed.words(form.get("weight-" + at));
            if (Stream.of(title, measure, target, source, weight).allMatch(String::isEmpty)) {
                continue;
            }
            var section = Stream.of(Commitment.Section.values()).filter(it -> it.name().equals(form.get("section-" + at))).findFirst().orElse(Commitment.Section.RESULTS);
            all.add(new Commitment(all.size() + 1, section, title, measure, target, source, Typed.words(form.get("figure-" + at)), weight.isEmpty() ? 0 : Typed.number(weight, -1)));
        }
        return all;
    }

    @StepUp
    @PostMapping(MINE + "/{cycle}/signature")
    Object sign(@PathVariable UUID cycle, Me me) {
        return answered(cycle, sheets.sign(cycle, me), "performance.was-signed", Optional.empty(), Map.of(), "", me);
    }

    @PostMapping(MINE + "/{cycle}/notes/{kind}")
    Object note(@PathVariable UUID cycle, @PathVariable("kind") String written, @RequestParam Map<String, String> form, Me me) {
        var kind = Notes.Kind.of(written).filter(it -> it.writer() == People.Part.SELF).orElseThrow(() -> new NotThere("note " + written));
        var words = Typed.words(form.get("words-" + kind));
        var handIn = "hand-in".equals(form.get("act"));
        var answer = people.of(me).map(it -> notes.write(cycle, it, kind, words, LocalDate.now(clock), handIn, me)).orElseGet(() -> Answer.refused("", "performance.not-yours"));
        return answered(cycle, at("words-" + kind, answer), handIn ? "performance.was-handed-in" : "performance.was-kept", Optional.empty(), Map.of(kind, words), "", me);
    }

    /** Several forms of one page have a field of words; the refusal goes to the right one. */
    static Answer<UUID> at(String field, Answer<UUID> answer) {
        return answer instanceof Answer.Refused<UUID>(var reasons)
                ? new Answer.Refused<>(reasons.stream().map(it -> it.field().equals("words") ? new Reason(field, it.key(), it.args()) : it).toList()) : answer;
    }

    @PostMapping(MINE + "/{cycle}/acknowledgement")
    Object acknowledge(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String beside, Me me) {
        return answered(cycle, appeals.acknowledge(cycle, Typed.id(seen).orElse(new UUID(0, 0)), beside, me), "performance.was-acknowledged", Optional.empty(), Map.of(), "", me);
    }

    @PostMapping(MINE + "/{cycle}/appeal")
    Object appeal(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(cycle, appeals.appeal(cycle, Typed.id(seen).orElse(new UUID(0, 0)), words, me), "performance.was-appealed", Optional.empty(), Map.of(), words, me);
    }

    private Object answered(UUID cycle, Answer<?> answer, String said, Optional<Written> typed, Map<Notes.Kind, String> words, String appealWords, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(MINE + "?cycle=" + cycle, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(cycle, people.of(me).orElseThrow(() -> new NotThere("cycle " + cycle)), typed, words, appealWords, reasons),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry commitmentsInTheMenu() {
            return MenuEntry.of(Wing.MINE, 42, "performance.mine", MINE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR);
        }
    }
}
