package org.probity.people.learning;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.course.LessonPage;
import org.probity.shapes.course.Place;
import org.probity.shapes.course.Progress;
import org.probity.shapes.course.QuizPage;
import org.probity.shapes.course.ResultPage;
import org.probity.shapes.course.Takings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A course online for whoever takes it, on a phone. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class OnlineWeb {
    private static final String TAKING = "/app/my-training/takings/{taking:[0-9a-f-]{36}}";

    private final Online online;
    private final Courses courses;
    private final Editions editions;
    private final Takings takings;
    private final AttendancePaper paper;
    private final Directory directory;
    private final Pages pages;

    OnlineWeb(Online online, Courses courses, Editions editions, Takings takings, AttendancePaper paper, Directory directory, Pages pages) {
        this.online = online;
        this.courses = courses;
        this.editions = editions;
        this.takings = takings;
        this.paper = paper;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping("/app/my-training/online/{course:[0-9a-f-]{36}}")
    Object course(@PathVariable UUID course, HttpServletRequest request, Me me) {
        return pages.view(page(course, request, me, List.of()));
    }

    private OnlinePage page(UUID course, HttpServletRequest request, Me me, List<Reason> reasons) {
        var it = online.offer(course, me).orElseThrow(() -> new NotThere("course online " + course));
        var edition = it.begun() ? online.seat(it.taking(), me).orElseThrow().edition() : editions.inForce(course).orElseThrow(() -> new NotThere("course online " + course));
        var lesson = editions.lesson(edition);
        return new OnlinePage(it, courses.find(course).orElseThrow().about(pages.screen(request).lang()), lesson.sheets().size(), lesson.questions().size(), online.needed(), online.tries(),
                (online.least(edition) + 59) / 60, edition.minutes() * online.rule("online-percent-most") / 100, it.done(online.today()), reasons);
    }

    @PostMapping("/app/my-training/online/{course:[0-9a-f-]{36}}")
    Object begin(@PathVariable UUID course, HttpServletRequest request, Me me) {
        return switch (online.begin(course, me)) {
            case Answer.Done<UUID>(var taking) -> "redirect:" + OnlinePage.taking(taking);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(course, request, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(TAKING)
    Object lesson(@PathVariable UUID taking, @RequestParam(defaultValue = "") String page, HttpServletRequest request, Me me) {
        var seat = seat(taking, me);
        var progress = online.progress(seat);
        return pages.view(new LessonPage(place(seat, request), Optional.of(taking), progress,
                Math.clamp(Typed.number(page, progress.allRead() ? 1 : progress.next()), 1, seat.lesson().sheets().size())));
    }

    @PostMapping(TAKING + "/pages")
    Object read(@PathVariable UUID taking, @RequestParam String page, Me me) {
        var seat = seat(taking, me);
        var number = Typed.number(page, 0);
        return switch (online.read(taking, number, me)) {
            case Answer.Done<Progress> done -> "redirect:" + OnlinePage.taking(taking) + (number == seat.lesson().sheets().size() ? "/quiz" : "?page=" + (number + 1));
            case Answer.Refused<Progress> refused -> throw new NotThere("page " + page + " of " + taking);
        };
    }

    @GetMapping(TAKING + "/quiz")
    Object quiz(@PathVariable UUID taking, HttpServletRequest request, Me me) {
        var seat = seat(taking, me);
        var progress = online.progress(seat);
        return progress.passed() ? "redirect:" + OnlinePage.taking(taking) + "/result"
                : !progress.allRead() ? "redirect:" + OnlinePage.taking(taking) : pages.view(quiz(seat, progress, Map.of(), List.of(), request));
    }

    @PostMapping(TAKING + "/quiz")
    Object answer(@PathVariable UUID taking, @RequestParam Map<String, String> typed, HttpServletRequest request, Me me) {
        var seat = seat(taking, me);
        var answers = new HashMap<String, Integer>();
        seat.lesson().questions().stream().filter(it -> typed.containsKey(it.code())).forEach(it -> answers.put(it.code(), Typed.number(typed.get(it.code()), -1)));
        return switch (online.answer(taking, answers, me)) {
            case Answer.Done<Attempt> done -> "redirect:" + OnlinePage.taking(taking) + "/result";
            case Answer.Refused<Attempt>(var reasons) -> pages.view(quiz(seat, online.progress(seat), typed, reasons, request), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private QuizPage quiz(Online.Seat seat, Progress progress, Map<String, String> typed, List<Reason> reasons, HttpServletRequest request) {
        return new QuizPage(place(seat, request), Optional.of(seat.taking()), progress, Takings.order(seat.taking(), progress), online.needed(), progress.left(online.tries(), online.today()), "", typed, reasons);
    }

    @GetMapping(TAKING + "/result")
    Object result(@PathVariable UUID taking, HttpServletRequest request, Me me) {
        var seat = seat(taking, me);
        var progress = online.progress(seat);
        return progress.attempts().isEmpty() ? "redirect:" + OnlinePage.taking(taking) : pages.view(new ResultPage(place(seat, request), progress,
                takings.answered(progress.attempts().getFirst()), progress.left(online.tries(), online.today()), "", "learning.asked-tomorrow"));
    }

    @GetMapping(TAKING + "/certificate-{lang}.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable UUID taking, @PathVariable String lang, Me me) {
        var seat = seat(taking, me);
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var passed = online.progress(seat).pass().orElseThrow(() -> new NotThere("certificate of " + taking));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(seat.course().number() + "-" + lang + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(paper.pdf(directory.person(seat.person()).orElseThrow(), seat, passed, language));
    }

    private Place place(Online.Seat it, HttpServletRequest request) {
        var s = pages.screen(request);
        return new Place(OnlinePage.taking(it.taking()), it.course().title(s.lang()), s.t("learning.mine"), "/app/my-training");
    }

    private Online.Seat seat(UUID taking, Me me) {
        return online.seat(taking, me).orElseThrow(() -> new NotThere("taking " + taking));
    }
}
