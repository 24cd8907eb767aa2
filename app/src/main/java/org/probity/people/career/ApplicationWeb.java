package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.people.career.Application.Said;
import org.probity.shapes.evidence.Evidence;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** One's own career and applications; whoever neither wrote one, nor sits on its panel, nor calls panels finds nothing there. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class ApplicationWeb {
    private static final String ONE = "/app/careers/applications/{id:[0-9a-f-]{36}}";

    private final Applications applications;
    private final Proofs proofs;
    private final Seats seats;
    private final Panels panels;
    private final Placements placements;
    private final Gaps gaps;
    private final Register register;
    private final Badge badge;
    private final Evidence evidence;
    private final Directory directory;
    private final Pages pages;

    ApplicationWeb(
            Applications applications, Proofs proofs, Seats seats, Panels panels, Placements placements, Gaps gaps, Register register, Badge badge, Evidence evidence, Directory directory, Pages pages) {
        this.applications = applications;
        this.proofs = proofs;
        this.seats = seats;
        this.panels = panels;
        this.placements = placements;
        this.gaps = gaps;
        this.register = register;
        this.badge = badge;
        this.evidence = evidence;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping("/app/career")
    Object mine(Me me) {
        var person = directory.personOf(me);
        return pages.view(new MinePage(person.isPresent(), person.map(applications::held).orElse(List.of()), person.map(applications::of).orElse(List.of()),
                person.map(gaps::of).orElse(List.of()), person.flatMap(placements::trackOf).orElse(null), seats.of(me).stream().map(Seats.Seat::application).toList(), register.today()));
    }

    @For(Role.HR)
    @GetMapping("/app/careers/applications")
    Object all(Query query) {
        var page = new ApplicationsPage(applications.lines(query), applications.count(query), query);
        return query.format().map(format -> (Object) pages.file(format, "certifications", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    /** Keeps what was written and the files that came along, and sends it in when that was pressed. */
    @PostMapping(ONE)
    Object keep(@PathVariable UUID id, @RequestParam Map<String, String> typed, MultipartHttpServletRequest request, Me me) {
        seen(id, me);
        var kept = proofs.keep(id, ids(typed, "said."), me);
        if (kept instanceof Answer.Refused<Integer>(var reasons)) {
            return refused(id, me, typed, reasons);
        }
        for (var file : request.getFileMap().entrySet()) {
            var item = Typed.id(file.getKey().replaceFirst("^file\\.", ""));
            if (item.isPresent() && !file.getValue().isEmpty()
                    && proofs.attach(id, item.get(), upload(file.getValue()), me) instanceof Answer.Refused<UUID>(var reasons)) {
                return refused(id, me, Map.of(), reasons.stream().map(it -> it.field().isEmpty() ? it : new Reason(file.getKey(), it.key(), it.args())).toList());
            }
        }
        return typed.containsKey("send") ? answered(proofs.send(id, me), id, me, Map.of(), "career.was-sent") : pages.done("/app/careers/applications/" + id, "career.was-kept");
    }

    private static Proofs.Upload upload(MultipartFile file) {
        var name = file.getOriginalFilename();
        return new Proofs.Upload(name == null || name.isBlank() ? "file" : name, CareerWeb.bytes(file));
    }

    private static Map<UUID, String> ids(Map<String, String> typed, String prefix) {
        var found = new HashMap<UUID, String>();
        typed.forEach((name, words) -> {
            if (name.startsWith(prefix)) {
                Typed.id(name.substring(prefix.length())).ifPresent(id -> found.put(id, words));
            }
        });
        return found;
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return answered(applications.withdraw(id, me), id, me, Map.of(), "career.was-withdrawn");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/panel")
    Object call(@PathVariable UUID id, @RequestParam(defaultValue = "") String numbers, Me me) {
        seen(id, me);
        return answered(seats.call(id, Arrays.stream(numbers.split("[,;，；、\\s]+")).filter(it -> !it.isBlank()).toList(), me), id, me, Map.of("numbers", numbers), "career.was-called");
    }

    @PostMapping(ONE + "/findings")
    Object say(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        var findings = new HashMap<UUID, Panels.Finding>();
        ids(typed, "shown.").forEach((item, shown) -> {
            if (!shown.isBlank()) {
                findings.put(item, new Panels.Finding(Typed.number(shown, -1), typed.getOrDefault("reason." + item, "")));
            }
        });
        return switch (panels.say(id, findings, me)) {
            case Answer.Done<Integer> done -> pages.done("/app/careers/applications/" + id, "career.was-found");
            case Answer.Refused<Integer>(var reasons) -> refused(id, me, typed, reasons);
        };
    }

    @StepUp
    @PostMapping(ONE + "/decision")
    Object decide(@PathVariable UUID id, Me me) {
        seen(id, me);
        return answered(panels.decide(id, me), id, me, Map.of(), "career.was-decided");
    }

    @GetMapping(ONE + "/files/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        seen(id, me);
        var item = proofs.files(id).stream().filter(it -> it.id().equals(file)).findFirst().flatMap(it -> evidence.find(it.id())).orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** In both languages, whoever asks; the applicant's and human resources'. */
    @GetMapping(ONE + "/badge-{lang}.pdf")
    ResponseEntity<byte[]> badge(@PathVariable UUID id, @PathVariable String lang, Me me) {
        var it = seen(id, me);
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var decided = panels.decided(id).filter(one -> one.outcome() == Application.Outcome.GRANTED).orElseThrow(() -> new NotThere("badge of " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(it.number() + "-" + language.code() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(badge.pdf(it, decided, language));
    }

    private Application seen(UUID id, Me me) {
        return applications.find(id).filter(it -> applications.sees(it, me)).orElseThrow(() -> new NotThere("application " + id));
    }

    private Object answered(Answer<Application> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<Application> done -> pages.done("/app/careers/applications/" + id, said);
            case Answer.Refused<Application>(var reasons) -> refused(id, me, typed, reasons);
        };
    }

    private Object refused(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ApplicationPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var member = seats.member(id, me);
        var side = it.openedBy().equals(me.account()) ? ApplicationPage.Side.APPLICANT : member != null ? ApplicationPage.Side.PANEL : ApplicationPage.Side.HR;
        return new ApplicationPage(it, register.version(it.version()), proofs.said(id).stream().collect(Collectors.toMap(Said::item, Said::words)), proofs.files(id), side, member,
                seats.members(id), panels.votes(id), panels.decided(id).orElse(null), panels.items(id), typed, reasons);
    }
}
