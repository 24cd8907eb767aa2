package org.probity.people.performance;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.SmallCells;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Cycles at the desk of human resources. */
@Controller
@For(Role.HR)
class CycleWeb {
    static final String ROOM = "/app/performance";
    private static final String ONE = ROOM + "/{cycle:[0-9a-f-]{36}}";

    private final Cycles cycles;
    private final Schemes schemes;
    private final Sessions sessions;
    private final Impacts impacts;
    private final Closings closings;
    private final Appeals appeals;
    private final Intake intake;
    private final Reminders reminders;
    private final People people;
    private final Members members;
    private final Desk desk;
    private final SmallCells cells;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    CycleWeb(
            Cycles cycles, Schemes schemes, Sessions sessions, Impacts impacts, Closings closings, Appeals appeals, Intake intake, Reminders reminders, People people, Members members, Desk desk,
            SmallCells cells, Accounts accounts, Pages pages, Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.sessions = sessions;
        this.impacts = impacts;
        this.closings = closings;
        this.appeals = appeals;
        this.intake = intake;
        this.reminders = reminders;
        this.people = people;
        this.members = members;
        this.desk = desk;
        this.cells = cells;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ROOM)
    Object cycles() {
        var usual = Cycle.Plan.year(LocalDate.now(clock).getYear());
        return pages.view(cyclesPage(Map.of("fromDay", usual.fromDay().toString(), "untilDay", usual.untilDay().toString(), "signBy", usual.signBy().toString(),
                "midYearBy", usual.midYearBy().toString(), "selfBy", usual.selfBy().toString(), "rateBy", usual.rateBy().toString(), "calibrateBy", usual.calibrateBy().toString(),
                "talkBy", usual.talkBy().toString()), List.of()));
    }

    private CyclesPage cyclesPage(Map<String, String> typed, List<Reason> reasons) {
        var progress = desk.progress().stream().collect(Collectors.toMap(Desk.Progress::cycle, it -> it));
        return new CyclesPage(cycles.all().stream().map(it -> {
            var so = progress.get(it.id());
            return new CyclesPage.Line(it, so.members(), so.rated(), so.talked());
        }).toList(), schemes.on(LocalDate.now(clock)), typed, reasons);
    }

    @PostMapping(ROOM)
    Object open(@RequestParam Map<String, String> form, Me me) {
        var days = Stream.of("fromDay", "untilDay", "signBy", "midYearBy", "selfBy", "rateBy", "calibrateBy", "talkBy").collect(Collectors.toMap(it -> it, it -> Typed.day(form.get(it))));
        var missing = days.entrySet().stream().filter(it -> it.getValue().isEmpty()).map(Map.Entry::getKey).sorted().findFirst();
        var answer = missing.isPresent() ? Answer.<UUID>refused(missing.get(), "performance.day-missing") : cycles.open(new Cycle.Plan(days.get("fromDay").orElseThrow(),
                days.get("untilDay").orElseThrow(), days.get("signBy").orElseThrow(), days.get("midYearBy").orElseThrow(), days.get("selfBy").orElseThrow(), days.get("rateBy").orElseThrow(),
                days.get("calibrateBy").orElseThrow(), days.get("talkBy").orElseThrow()), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done(ROOM + "/" + id, "performance.was-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(cyclesPage(form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object cycle(@PathVariable UUID cycle, Query query, Me me) {
        var page = page(cycle, query, me, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "commitments-" + page.cycle().untilDay().getYear(), page::columns)).orElseGet(() -> pages.view(page));
    }

    private CyclePage page(UUID id, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var cycle = cycles.find(id).orElseThrow(() -> new NotThere("cycle " + id));
        var impact = impacts.newest(id);
        var closing = closings.newest(id);
        var groups = sessions.schemes(id).stream().map(schemes::find).toList();
        var byId = groups.stream().collect(Collectors.toMap(Scheme::id, it -> it));
        var lang = groups.stream().collect(Collectors.toMap(Scheme::id, Scheme::code));
        var lines = sessions.of(id).stream().map(it -> new CyclePage.Line(it, lang.getOrDefault(it.scheme(), ""), sessions.unit(it))).toList();
        var appealed = appeals.of(id);
        var who = people.of(me);
        var listed = desk.members(id, query).stream().map(it -> who.filter(it.person()::equals).isPresent() && !it.told() ? it.withoutRating() : it).toList();
        var names = sessions.names(appealed.stream().map(Appeal::person).toList());
        var counts = desk.counts(id);
        var next = query.filter("next");
        // What was counted for the chips need not be counted again.
        var all = !query.filter("q").isEmpty() || !query.filter("group").isEmpty() ? desk.count(id, query)
                : counts.entrySet().stream().filter(it -> next.isEmpty() || it.getKey().name().equals(next)).mapToLong(Map.Entry::getValue).sum();
        return new CyclePage(cycle, counts, cycles.leftOut(id), listed, all, byId, impact,
                impact.filter(it -> it.assessments() != impacts.assessments(id)).isPresent(), closing, closing.filter(it -> it.proposedBy().equals(me.account())).isPresent(), lines, groups,
                appealed.stream().map(it -> new CyclePage.Appealed(it, names.get(it.person()).nameEn(), names.get(it.person()).nameZh())).toList(), cycle.closed() ? desk.parts(id) : List.of(),
                closing.map(it -> accounts.names(Set.of(it.proposedBy()))).orElse(Map.of()), query, typed, cells.least(), reasons);
    }

    @PostMapping(ONE + "/comparison")
    Object compare(@PathVariable UUID cycle, Me me) {
        return answered(cycle, impacts.compare(cycle, me), "performance.was-compared", Map.of(), me);
    }

    @PostMapping(ONE + "/reminder")
    Object remind(@PathVariable UUID cycle, Me me) {
        return switch (reminders.remind(cycle, me)) {
            case Answer.Done<Integer>(var letters) -> pages.done(ROOM + "/" + cycle, "performance.was-reminded", letters);
            case Answer.Refused<Integer>(var reasons) -> pages.view(page(cycle, Query.all(ROOM + "/" + cycle), me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(ONE + "/closing")
    Object propose(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String answer, Me me) {
        return answered(cycle, closings.propose(cycle, answer, me), "performance.was-proposed", Map.of("answer", answer), me);
    }

    @StepUp
    @PostMapping(ONE + "/closing/approval")
    Object approve(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String words, Me me) {
        return rule(cycle, seen, Outcome.APPROVED, words, "performance.was-closed", me);
    }

    @PostMapping(ONE + "/closing/rejection")
    Object reject(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String words, Me me) {
        return rule(cycle, seen, Outcome.REJECTED, words, "performance.was-rejected", me);
    }

    @PostMapping(ONE + "/closing/withdrawal")
    Object withdraw(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String seen, Me me) {
        return rule(cycle, seen, Outcome.WITHDRAWN, "", "performance.was-withdrawn", me);
    }

    private Object rule(UUID cycle, String seen, Outcome outcome, String words, String said, Me me) {
        return answered(cycle, closings.rule(cycle, Typed.id(seen).orElse(new UUID(0, 0)), outcome, words, me), said, Map.of("words", words), me);
    }

    @PostMapping(ONE + "/sessions")
    Object call(
            @PathVariable UUID cycle, @RequestParam(defaultValue = "") String scheme, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String panel, Me me) {
        var numbers = Stream.of(panel.split("[\\s,，、;；]+")).filter(it -> !it.isEmpty()).toList();
        return switch (sessions.call(cycle, Typed.id(scheme).orElse(new UUID(0, 0)), unit, numbers, me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/performance/sessions/" + id, "performance.was-called");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(cycle, Query.all(ROOM + "/" + cycle), me, new HashMap<>(Map.of("scheme", scheme, "unit", unit, "panel", panel)), reasons),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object answered(UUID cycle, Answer<?> answer, String said, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(ROOM + "/" + cycle, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(cycle, Query.all(ROOM + "/" + cycle), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(ONE + "/files")
    Object bring(@PathVariable UUID cycle, @RequestParam(defaultValue = "") String kind, @RequestParam @Nullable MultipartFile file, Me me) throws IOException {
        var told = Intake.Kind.of(kind);
        var answer = told.isEmpty() || file == null ? Answer.<Integer>refused("kind", "performance.kind-missing")
                : intake.bring(cycle, told.get(), Optional.ofNullable(file.getOriginalFilename()).orElse("file"), file.getBytes(), me);
        return switch (answer) {
            case Answer.Done<Integer>(var lines) -> pages.done(ROOM + "/" + cycle, "performance.was-brought", lines);
            case Answer.Refused<Integer>(var reasons) -> pages.view(page(cycle, Query.all(ROOM + "/" + cycle), me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What a file must look like. */
    @GetMapping(ROOM + "/files/{kind}.csv")
    Object template(@PathVariable String kind) {
        var told = Intake.Kind.of(kind).orElseThrow(() -> new NotThere("file " + kind));
        return pages.template(Export.Format.CSV, kind.toLowerCase(Locale.ROOT), told.columns);
    }

    @GetMapping(ONE + "/people/{person}")
    Object member(@PathVariable UUID cycle, @PathVariable UUID person, Me me) {
        return pages.view(member(cycle, person, me, Map.of(), List.of()));
    }

    private MemberPage member(UUID cycle, UUID person, Me me, Map<String, String> typed, List<Reason> reasons) {
        var standing = people.find(cycle, person).orElseThrow(() -> new NotThere("member " + person));
        // Nobody of human resources reads what is said about themselves before the talk.
        if (people.part(standing, me) == People.Part.SELF) {
            throw new NotThere("member " + person);
        }
        var answers = appeals.of(cycle, person).filter(Appeal::open).filter(it -> appeals.mayAnswer(it, me)).isPresent();
        return members.page(standing, People.Part.NONE, ROOM + "/" + cycle, answers, typed, reasons);
    }

    @StepUp
    @PostMapping(ROOM + "/appeals/{appeal}")
    Object answer(
            @PathVariable UUID appeal, @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String rating, @RequestParam(defaultValue = "") String answer, Me me) {
        var chosen = Stream.of(Appeal.Outcome.values()).filter(it -> it.name().equals(outcome)).findFirst();
        var found = appeals.find(appeal).orElseThrow(() -> new NotThere("appeal " + appeal));
        var answered = chosen.map(it -> appeals.answer(appeal, it, rating, answer, me)).orElseGet(() -> Answer.refused("outcome", "performance.outcome-missing"));
        return switch (answered) {
            case Answer.Done<Appeal> done -> pages.done(ROOM + "/" + found.cycle() + "/people/" + found.person(), "performance.was-answered");
            case Answer.Refused<Appeal>(var reasons) -> pages.view(member(found.cycle(), found.person(), me, Map.of("outcome", outcome, "rating", rating, "answer", answer),
                    reasons.stream().map(it -> it.field().equals("words") ? new Reason("answer", it.key(), it.args()) : it).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class CycleMenu {
        @Bean
        MenuEntry performanceInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.PEOPLE, 60, "performance.title", ROOM, Role.HR).counting(me -> decisions.waitingFor(Closings.MATTER, me).size());
        }
    }
}
