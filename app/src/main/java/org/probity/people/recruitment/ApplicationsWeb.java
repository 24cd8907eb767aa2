package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.people.labour.Identity;
import org.probity.people.recruitment.Interviews.Mark;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** An application: blind while it is screened, then for whoever asks the questions and for human resources. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class ApplicationsWeb {
    private static final String ONE = "/app/recruitment/applications/{id:[0-9a-f-]{36}}";

    private final Applications applications;
    private final Applying applying;
    private final Requisitions requisitions;
    private final Screening screening;
    private final Interviews interviews;
    private final Offers offers;
    private final Recipients recipients;
    private final Accounts accounts;
    private final Pages pages;

    ApplicationsWeb(
            Applications applications, Applying applying, Requisitions requisitions, Screening screening, Interviews interviews, Offers offers, Recipients recipients, Accounts accounts, Pages pages) {
        this.applications = applications;
        this.applying = applying;
        this.requisitions = requisitions;
        this.screening = screening;
        this.interviews = interviews;
        this.offers = offers;
        this.recipients = recipients;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** To human resources always; to an interviewer when there is somebody to ask, and never who was refused before that. Nobody sees their own from this side. */
    private Application seen(UUID id, Me me) {
        return applications.find(id).filter(it -> me.is(Role.HR) || it.open() && !it.refusedUnasked() && applications.interviews(it, me)).filter(it -> !applications.own(it, me))
                .orElseThrow(() -> new NotThere("application " + id));
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return page(id, me, Map.of(), List.of(), HttpStatus.OK);
    }

    private View page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons, HttpStatus status) {
        var it = seen(id, me);
        if (!it.open()) {
            return pages.view(new ScreenPage(it, requisitions.questions(it.requisition(), Stage.SCREEN), applications.answers(id), typed, reasons), status);
        }
        var asks = applications.interviews(it, me);
        var gave = interviews.gave(id, me);
        var begun = new HashMap<>(typed);
        if (typed.isEmpty() && asks && !gave) {
            interviews.begun(id, me).forEach((no, mark) -> {
                begun.put("score" + no, mark.score() == 0 ? "" : String.valueOf(mark.score()));
                begun.put("words" + no, mark.words());
            });
        }
        // Human resources who do not ask the questions may look at any time; whoever asks looks after giving their own, or gives none.
        var shown = gave || interviews.sees(id, me) ? interviews.given(id) : List.<Interviews.Given>of();
        var steps = applications.steps(id);
        var waits = Optional.ofNullable(it.waits()).map(interviews::motion);
        var people = Stream.concat(Stream.concat(shown.stream().map(Interviews.Given::interviewer), steps.stream().flatMap(step -> Stream.of(step.by(), step.second() == null ? step.by() : step.second()))),
                waits.stream().map(Interviews.Motion::proposedBy)).collect(Collectors.toSet());
        return pages.view(new ApplicationPage(it, requisitions.find(it.requisition()).orElseThrow(), applying.contact(id), applications.file(it).map(item -> item.name()).orElse(""),
                requisitions.questions(it.requisition(), Stage.SCREEN), applications.answers(id), requisitions.questions(it.requisition(), Stage.INTERVIEW), shown, interviews.owing(it), waits, steps,
                accounts.names(people), me.account(), me.is(Role.HR), asks && !gave && !interviews.sees(id, me), gave || interviews.sees(id, me), recipients.silent(id), requisitions.today(), begun, reasons), status);
    }

    private Object told(Answer<?> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/recruitment/applications/" + id, said);
            case Answer.Refused<?>(var reasons) -> page(id, me, typed, reasons, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @PostMapping(ONE + "/screening")
    Object screen(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var it = seen(id, me);
        var marks = new HashMap<Integer, Integer>();
        requisitions.questions(it.requisition(), Stage.SCREEN).forEach(question -> marks.put(question.no(), Typed.number(typed.get("score" + question.no()), 0)));
        return switch (screening.screen(id, marks, "ON".equals(typed.get("outcome")), typed.getOrDefault("ground", ""), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/recruitment/" + it.requisition() + "?state=SCREENING", "recruitment.was-screened", it.code());
            case Answer.Refused<UUID>(var reasons) -> page(id, me, typed, reasons, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(ONE + "/marks")
    Object mark(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var it = seen(id, me);
        var marks = new HashMap<Integer, Mark>();
        requisitions.questions(it.requisition(), Stage.INTERVIEW)
                .forEach(question -> marks.put(question.no(), new Mark(Typed.number(typed.get("score" + question.no()), 0), typed.getOrDefault("words" + question.no(), ""))));
        return typed.containsKey("keep") ? told(interviews.keep(id, marks, me), id, me, typed, "recruitment.was-kept") : told(interviews.mark(id, marks, me), id, me, typed, "recruitment.was-marked");
    }

    /** Shows what others gave, and writes down that it was shown; so it is an act and no page. */
    @PostMapping(ONE + "/others")
    Object show(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(interviews.show(id, me), id, me, Map.of(), "recruitment.were-shown");
    }

    @PostMapping(ONE + "/motion")
    Object move(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(interviews.move(id, "ON".equals(typed.get("outcome")), typed.getOrDefault("ground", ""), me), id, me, typed, "recruitment.was-moved");
    }

    @PostMapping(ONE + "/approval")
    Object approve(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(interviews.rule(id, Outcome.APPROVED, me), id, me, Map.of(), "recruitment.was-decided");
    }

    @PostMapping(ONE + "/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(interviews.rule(id, Outcome.REJECTED, me), id, me, Map.of(), "recruitment.was-not-agreed");
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(interviews.rule(id, Outcome.WITHDRAWN, me), id, me, Map.of(), "recruitment.was-taken-back");
    }

    /** What the document says is typed, compared and forgotten. */
    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/offer")
    Object offer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        var born = Typed.day(typed.get("born"));
        var starts = Typed.day(typed.get("startsOn"));
        var kept = new HashMap<>(typed);
        kept.remove("number");
        if (born.isEmpty() || starts.isEmpty()) {
            return told(Answer.refused(born.isEmpty() ? "born" : "startsOn", "recruitment.day-missing"), id, me, kept, "");
        }
        var document = Stream.of(Identity.Document.values()).filter(it -> it.name().equals(typed.get("document"))).findFirst().orElse(Identity.Document.ID_CARD);
        var sex = "M".equals(typed.get("documentSex")) ? Identity.Sex.M : Identity.Sex.F;
        return told(offers.offer(id, new Identity(document, typed.getOrDefault("number", ""), born.get(), sex, Typed.day(typed.get("verified")).orElse(requisitions.today())), starts.get(), me), id, me,
                kept, "recruitment.was-offered");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/hire")
    Object hire(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var it = seen(id, me);
        LocalDate from = Typed.day(typed.get("fromDay")).or(() -> Optional.ofNullable(it.startsOn())).orElse(requisitions.today());
        return told(offers.hire(id, typed.getOrDefault("number", ""), from, me), id, me, typed, "recruitment.was-hired");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/declined")
    Object declined(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(offers.declined(id, me), id, me, Map.of(), "recruitment.was-declined");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/refusal")
    Object refuse(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(applications.refuse(id, typed.getOrDefault("ground", ""), me), id, me, typed, "recruitment.was-refused");
    }

    /** The file that came with it; not while it is screened, because it names somebody. */
    @GetMapping(ONE + "/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Me me) {
        var item = Optional.of(seen(id, me)).filter(Application::open).flatMap(applications::file).orElseThrow(() -> new NotThere("file of " + id));
        return Attachment.of(item.name(), applications.bytes(item));
    }
}
