package org.probity.people.recruitment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Open;
import org.probity.house.access.Strangers;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.people.recruitment.Applying.Form;
import org.probity.people.recruitment.Applying.Upload;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What strangers read and send: postings, an application, and by a private link what is kept of it. No account, no session, no cookie. */
@Open
@Controller
class JobsWeb {
    private static final String ONE = "/jobs/{number:J[0-9]{4}-[0-9]{4,9}}";
    private static final String MINE = "/jobs/mine/{secret:[A-Za-z0-9_-]{43}}";

    private final Requisitions requisitions;
    private final Applying applying;
    private final Applications applications;
    private final Apart apart;
    private final Erasing erasing;
    private final Replies replies;
    private final Recipients recipients;
    private final Strangers strangers;
    private final Pages pages;

    JobsWeb(Requisitions requisitions, Applying applying, Applications applications, Apart apart, Erasing erasing, Replies replies, Recipients recipients, Strangers strangers, Pages pages) {
        this.requisitions = requisitions;
        this.applying = applying;
        this.applications = applications;
        this.apart = apart;
        this.erasing = erasing;
        this.replies = replies;
        this.recipients = recipients;
        this.strangers = strangers;
        this.pages = pages;
    }

    @GetMapping("/jobs")
    Object all() {
        return pages.view(new JobsPage(requisitions.posted()));
    }

    /** @param by how they came to know: the code of an activity, in the address on its poster */
    @GetMapping(ONE)
    Object one(@PathVariable String number, @RequestParam(defaultValue = "") String by) {
        return pages.view(page(number, Map.of("by", by), List.of()));
    }

    private JobPage page(String number, Map<String, String> typed, List<Reason> reasons) {
        var it = requisitions.numbered(number).orElseThrow(() -> new NotThere("posting " + number));
        return new JobPage(it, requisitions.questions(it.id(), Stage.SCREEN), requisitions.questions(it.id(), Stage.INTERVIEW), applying.notice(), it.state(requisitions.today()) == Requisition.State.OPEN,
                typed, reasons);
    }

    @PostMapping(ONE)
    Object apply(@PathVariable String number, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        var it = requisitions.numbered(number).orElseThrow(() -> new NotThere("posting " + number));
        var wait = strangers.sends("jobs", request.getRemoteAddr());
        if (wait.isPresent()) {
            return pages.view(page(number, typed, List.of(new Reason("", "recruitment.slow-down", List.of(wait.get().toSeconds() + 1)))), HttpStatus.TOO_MANY_REQUESTS);
        }
        var answers = requisitions.questions(it.id(), Stage.SCREEN).stream().map(question -> typed.getOrDefault("answer" + question.no(), "")).toList();
        var form = new Form(it.id(), typed.getOrDefault("name", ""), typed.getOrDefault("email", ""), typed.getOrDefault("phone", ""), pages.screen(request).lang().code(), answers,
                typed.getOrDefault("sex", ""), typed.getOrDefault("age", ""), typed.getOrDefault("by", ""), "true".equals(typed.get("consent")), upload(file));
        return switch (applying.apply(form)) {
            case Answer.Done<Applying.Sent>(var sent) -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/jobs/mine/" + sent.secret())).build();
            case Answer.Refused<Applying.Sent>(var reasons) -> pages.view(page(number, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static Upload upload(@Nullable MultipartFile file) {
        try {
            var name = file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank() ? "file" : file.getOriginalFilename();
            return new Upload(name, file == null ? new byte[0] : file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is kept of an application; kept by no cache between. */
    @GetMapping(MINE)
    Object mine(@PathVariable String secret, HttpServletResponse response) {
        return mine(secret, response, List.of());
    }

    private Object mine(String secret, HttpServletResponse response, List<Reason> reasons) {
        var id = applying.of(secret).orElseThrow(() -> new NotThere("application"));
        var it = applications.find(id).orElseThrow(() -> new NotThere("application"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return pages.view(new MinePage(it, requisitions.find(it.requisition()).orElseThrow(), requisitions.questions(it.requisition(), Stage.SCREEN), applying.contact(id), applications.answers(id),
                apart.of(id), applications.file(it).map(item -> item.name()).orElse(""), applications.steps(id), recipients.most(), "/jobs/mine/" + secret, requisitions.today(), reasons), reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(MINE + "/acceptance")
    Object accept(@PathVariable String secret, HttpServletResponse response) {
        return replied(replies.accept(secret), secret, response);
    }

    @PostMapping(MINE + "/declining")
    Object decline(@PathVariable String secret, HttpServletResponse response) {
        return replied(replies.decline(secret), secret, response);
    }

    private Object replied(Answer<?> answer, String secret, HttpServletResponse response) {
        return switch (answer) {
            case Answer.Done<?> done -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/jobs/mine/" + secret)).build();
            case Answer.Refused<?>(var reasons) -> mine(secret, response, reasons);
        };
    }

    @PostMapping(MINE + "/withdrawal")
    Object withdraw(@PathVariable String secret) {
        return switch (erasing.withdraw(secret)) {
            case Answer.Done<?> done -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/jobs/gone")).build();
            case Answer.Refused<?> refused -> throw new NotThere("application");
        };
    }

    @GetMapping("/jobs/gone")
    Object gone() {
        return pages.view(new GonePage());
    }
}
