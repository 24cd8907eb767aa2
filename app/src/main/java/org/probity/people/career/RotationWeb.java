package org.probity.people.career;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.rule.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The market of posts: rounds and openings for everybody, one's own choices for oneself, candidates for human resources, moves for whoever they concern. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class RotationWeb {
    private static final String ROUND = "/app/careers/rounds/{id:[0-9a-f-]{36}}";
    private static final String MOVE = "/app/careers/moves/{opening:[0-9a-f-]{36}}/{person:[0-9a-f-]{36}}";

    private final Rotation rotation;
    private final Choices choices;
    private final Matches matches;
    private final Moves moves;
    private final Register register;
    private final Rules rules;
    private final Directory directory;
    private final Evidence evidence;
    private final Pages pages;

    RotationWeb(Rotation rotation, Choices choices, Matches matches, Moves moves, Register register, Rules rules, Directory directory, Evidence evidence, Pages pages) {
        this.rotation = rotation;
        this.choices = choices;
        this.matches = matches;
        this.moves = moves;
        this.register = register;
        this.rules = rules;
        this.directory = directory;
        this.evidence = evidence;
        this.pages = pages;
    }

    @GetMapping("/app/careers/rounds")
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private RotationPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RotationPage(rotation.rounds(), moves.waitingFor(me), me.is(Role.HR), register.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/careers/rounds")
    Object open(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        var answer = from.isEmpty() || until.isEmpty() ? Answer.<UUID>refused(from.isEmpty() ? "fromDay" : "untilDay", "career.day-wrong")
                : rotation.open(typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), from.get(), until.get(), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/careers/rounds/" + id, "career.round-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ROUND)
    Object one(@PathVariable UUID id, Query query, Me me) {
        return pages.view(page(id, query, me, Map.of(), List.of()));
    }

    private RoundPage page(UUID id, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var round = rotation.find(id).orElseThrow(() -> new NotThere("round " + id));
        var person = directory.personOf(me);
        return new RoundPage(round, rotation.openings(id), choices.own(id, me).orElse(null), me.is(Role.HR) ? all(round, query) : RoundPage.Lists.of(person.map(it -> matches.shortlisted(id, it)).orElse(List.of()), query),
                person.isPresent(), me.is(Role.HR), rules.on(CareerRule.CHOICES_MOST, register.today()), me.is(Role.HR) && round.openTo() ? register.tracks(Query.all("/app/careers")) : List.of(),
                register.today(), typed, reasons);
    }

    /** Human resources clear who chose until the round is matched; then they look at what came of it, and at the choices when they ask for them. */
    private RoundPage.Lists all(Rotation.Round round, Query query) {
        return round.matched() && !query.has("show", "choices") ? new RoundPage.Lists(List.of(), matches.shortlisted(round.id(), query), query, matches.count(round.id(), query))
                : new RoundPage.Lists(choices.of(round.id(), query), List.of(), query, choices.count(round.id(), query));
    }

    @For(Role.HR)
    @PostMapping(ROUND + "/openings")
    Object offer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var plan = new Rotation.Plan(typed.getOrDefault("unit", ""), typed.getOrDefault("track", ""), typed.getOrDefault("roleEn", ""), typed.getOrDefault("roleZh", ""),
                Typed.number(typed.get("seats"), 0));
        return answered(rotation.offer(id, plan, me), id, me, typed, "career.was-offered");
    }

    @PostMapping(ROUND + "/choices")
    Object choose(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var chosen = IntStream.rangeClosed(1, 20).mapToObj(no -> typed.getOrDefault("choice." + no, "")).filter(it -> !it.isBlank()).flatMap(it -> Typed.id(it).stream()).toList();
        return answered(choices.choose(id, chosen, typed.getOrDefault("words", ""), me), id, me, typed, chosen.isEmpty() ? "career.choices-withdrawn" : "career.was-chosen");
    }

    @For(Role.HR)
    @PostMapping(ROUND + "/people/{person:[0-9a-f-]{36}}")
    Object clear(@PathVariable UUID id, @PathVariable UUID person, @RequestParam(defaultValue = "") String may, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(choices.clear(id, person, may.equals("true"), reason, me), id, me, Map.of(), "career.was-cleared");
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ROUND + "/match")
    Object match(@PathVariable UUID id, Me me) {
        return answered(matches.match(id, me), id, me, Map.of(), "career.was-matched");
    }

    private Object answered(Answer<?> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/careers/rounds/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(id, Query.all("/app/careers/rounds/" + id), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(MOVE)
    Object move(@PathVariable UUID opening, @PathVariable UUID person, Me me) {
        return pages.view(page(seen(opening, person, me), me, Map.of(), List.of()));
    }

    private Moves.Move seen(UUID opening, UUID person, Me me) {
        return moves.find(opening, person, me).orElseThrow(() -> new NotThere("move of " + person));
    }

    private MovePage page(Moves.Move it, Me me, Map<String, String> typed, List<Reason> reasons) {
        var own = directory.personOf(me);
        return new MovePage(it, own.filter(it.person()::equals).isPresent(), own.isPresent() && Objects.equals(own.get(), it.manager()), me.is(Role.HR), moves.lastRelease(it),
                it.did(Moves.Step.MOVED).map(moves::until).orElse(null), register.today(), typed, reasons);
    }

    @PostMapping(MOVE + "/release")
    Object release(@PathVariable UUID opening, @PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        var it = seen(opening, person, me);
        return told(Typed.day(typed.get("day")).map(day -> moves.release(opening, person, day, typed.getOrDefault("words", ""), me)).orElseGet(RotationWeb::noDay), it, me, typed, "career.was-released");
    }

    private static Answer<Moves.Move> noDay() {
        return Answer.refused("day", "career.day-wrong");
    }

    @For(Role.HR)
    @PostMapping(MOVE + "/contract")
    Object sign(@PathVariable UUID opening, @PathVariable UUID person, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        var name = Stream.ofNullable(file).map(MultipartFile::getOriginalFilename).filter(Objects::nonNull).filter(it -> !it.isBlank()).findFirst().orElse("contract");
        return told(moves.sign(opening, person, new Proofs.Upload(name, CareerWeb.bytes(file)), me), seen(opening, person, me), me, Map.of(), "career.was-signed");
    }

    @For(Role.HR)
    @PostMapping(MOVE + "/first-day")
    Object begin(@PathVariable UUID opening, @PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        var it = seen(opening, person, me);
        return told(Typed.day(typed.get("first")).map(day -> moves.move(opening, person, day, me)).orElseGet(RotationWeb::noDay), it, me, typed, "career.was-moved");
    }

    @PostMapping(MOVE + "/return")
    Object comeBack(@PathVariable UUID opening, @PathVariable UUID person, Me me) {
        var it = seen(opening, person, me);
        return told(moves.comeBack(opening, person, me), it, me, Map.of(), "career.was-returned");
    }

    @GetMapping(MOVE + "/contract")
    ResponseEntity<byte[]> contract(@PathVariable UUID opening, @PathVariable UUID person, Me me) {
        var item = seen(opening, person, me).did(Moves.Step.SIGNED).map(Moves.Done::file).flatMap(evidence::find).orElseThrow(() -> new NotThere("contract of " + person));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    private Object told(Answer<Moves.Move> answer, Moves.Move it, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<Moves.Move> done -> pages.done("/app/careers/moves/" + it.opening() + "/" + it.person(), said);
            case Answer.Refused<Moves.Move>(var reasons) -> pages.view(page(it, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
