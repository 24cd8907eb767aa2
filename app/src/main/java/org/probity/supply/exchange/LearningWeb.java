package org.probity.supply.exchange;

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
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.course.LessonPage;
import org.probity.shapes.course.Place;
import org.probity.shapes.course.QuizPage;
import org.probity.shapes.course.ResultPage;
import org.probity.shapes.course.Takings;
import org.probity.shapes.gathering.GuestList;
import org.probity.supply.exchange.Campaign.Progress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Courses for those who take them: colleagues and suppliers' contacts alike, on a phone. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.SUPPLIER})
class LearningWeb {
    private final Learning learning;
    private final Rules rules;
    private final Certificate certificate;
    private final GuestList guests;
    private final Pages pages;

    LearningWeb(Learning learning, Rules rules, Certificate certificate, GuestList guests, Pages pages) {
        this.learning = learning;
        this.rules = rules;
        this.certificate = certificate;
        this.guests = guests;
        this.pages = pages;
    }

    @GetMapping("/app/learning")
    Object mine(Me me) {
        return pages.view(new LearningPage(learning.learns(me), guests.of(me).map(certificate::attended).orElse(List.of()), guests.of(me).isPresent(), me.supplier().isPresent(), learning.today()));
    }

    @GetMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}")
    Object lesson(@PathVariable UUID campaign, @PathVariable String course, @RequestParam(defaultValue = "") String page, HttpServletRequest request, Me me) {
        var seat = seat(campaign, course, me);
        var progress = learning.progress(seat);
        var wanted = Typed.number(page, progress.allRead() ? 1 : progress.next());
        return pages.view(new LessonPage(place(seat, request), Optional.empty(), progress.so(), Math.clamp(wanted, 1, seat.course().sheets().size())));
    }

    @PostMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}/pages")
    Object read(@PathVariable UUID campaign, @PathVariable String course, @RequestParam String page, Me me) {
        var seat = seat(campaign, course, me);
        var number = Typed.number(page, 0);
        var at = "/app/learning/" + campaign + "/" + course;
        return switch (learning.read(campaign, course, number, me)) {
            case Answer.Done<Progress> done -> "redirect:" + (number == seat.course().sheets().size() ? at + "/quiz" : at + "?page=" + (number + 1));
            case Answer.Refused<Progress> refused -> throw new NotThere("page " + page + " of " + course);
        };
    }

    @GetMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}/quiz")
    Object quiz(@PathVariable UUID campaign, @PathVariable String course, HttpServletRequest request, Me me) {
        var seat = seat(campaign, course, me);
        var progress = learning.progress(seat);
        return progress.passed() ? "redirect:/app/learning/" + campaign + "/" + course + "/result"
                : !progress.allRead() ? "redirect:/app/learning/" + campaign + "/" + course : pages.view(quiz(seat, Map.of(), List.of(), request));
    }

    @PostMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}/quiz")
    Object answer(@PathVariable UUID campaign, @PathVariable String course, @RequestParam Map<String, String> typed, HttpServletRequest request, Me me) {
        var seat = seat(campaign, course, me);
        var answers = new HashMap<String, Integer>();
        seat.course().questions().stream().filter(it -> typed.containsKey(it.code())).forEach(it -> answers.put(it.code(), Typed.number(typed.get(it.code()), -1)));
        return switch (learning.answer(campaign, course, answers, me)) {
            case Answer.Done<Attempt> done -> "redirect:/app/learning/" + campaign + "/" + course + "/result";
            case Answer.Refused<Attempt>(var reasons) -> pages.view(quiz(seat, typed, reasons, request), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private QuizPage quiz(Learning.Seat seat, Map<String, String> typed, List<Reason> reasons, HttpServletRequest request) {
        var progress = learning.progress(seat);
        var taking = progress.taking().orElseThrow();
        return new QuizPage(place(seat, request), Optional.empty(), progress.so(), Takings.order(taking, progress.so()), rules.on(Rules.Key.PASS_PERCENT, learning.today()), learning.left(progress), over(seat),
                typed, reasons);
    }

    private String over(Learning.Seat seat) {
        return seat.campaign().runs(learning.today()) ? "" : "exchange.campaign-over";
    }

    /** In the words of the reader. */
    private Place place(Learning.Seat seat, HttpServletRequest request) {
        var s = pages.screen(request);
        return new Place("/app/learning/" + seat.campaign().id() + "/" + seat.course().code(), seat.course().name().in(s.lang()), s.t("exchange.learning"), "/app/learning");
    }

    @GetMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}/result")
    Object result(@PathVariable UUID campaign, @PathVariable String course, HttpServletRequest request, Me me) {
        var seat = seat(campaign, course, me);
        var progress = learning.progress(seat);
        return progress.attempts().isEmpty() ? "redirect:/app/learning/" + campaign + "/" + course
                : pages.view(new ResultPage(place(seat, request), progress.so(), learning.answered(progress.attempts().getFirst()), learning.left(progress), over(seat), ""));
    }

    /** In both languages, whoever asks. */
    @GetMapping("/app/learning/{campaign:[0-9a-f-]{36}}/{course}/certificate-{lang}.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable UUID campaign, @PathVariable String course, @PathVariable String lang, Me me) {
        var seat = seat(campaign, course, me);
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var passed = learning.progress(seat).attempts().stream().filter(Attempt::passed).findFirst().orElseThrow(() -> new NotThere("certificate of " + course));
        return paper(seat.campaign().number() + "-" + course, language, certificate.pdf(seat, passed, language));
    }

    /** For who was at a training, by its closed list. */
    @GetMapping("/app/learning/trainings/{session:[0-9a-f-]{36}}/certificate-{lang}.pdf")
    ResponseEntity<byte[]> attended(@PathVariable UUID session, @PathVariable String lang, Me me) {
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var who = guests.of(me).orElseThrow(() -> new NotThere("person of " + me.account()));
        var it = certificate.attended(who).stream().filter(found -> found.session().equals(session)).findFirst().orElseThrow(() -> new NotThere("training " + session));
        return paper(it.number(), language, certificate.pdf(who, it, language));
    }

    private static ResponseEntity<byte[]> paper(String name, Lang lang, byte[] pdf) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + "-" + lang.code() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(pdf);
    }

    private Learning.Seat seat(UUID campaign, String course, Me me) {
        return learning.seat(campaign, course, me).orElseThrow(() -> new NotThere("course " + course + " of " + campaign));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry learningInTheMenu() {
            return MenuEntry.of(Wing.MINE, 40, "exchange.learning", "/app/learning",
                    Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
