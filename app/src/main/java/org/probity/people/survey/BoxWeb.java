package org.probity.people.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Open;
import org.probity.house.access.Strangers;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Where ballots go in, for nobody in particular: with a token from a browser, or with a slip at a shared device. What comes with a cookie is refused, because a browser
 * that says who it is must not answer without a name.
 */
@Controller
@Open
class BoxWeb {
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final List<String> CHOICES = List.of("probity-lang", "probity-theme");

    private final Surveys surveys;
    private final BallotBox box;
    private final Counting counting;
    private final Strangers strangers;
    private final Pages pages;

    BoxWeb(Surveys surveys, BallotBox box, Counting counting, Strangers strangers, Pages pages) {
        this.surveys = surveys;
        this.box = box;
        this.counting = counting;
        this.strangers = strangers;
        this.pages = pages;
    }

    /** A ballot with a token, from the page of whoever is asked. */
    @PostMapping("/survey/ballots")
    ResponseEntity<Map<String, Object>> put(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (request.getHeader("Cookie") != null || request.getCookies() != null) {
            return json(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("refused", "survey.cookie"));
        }
        var round = Typed.id(typed.get("survey")).flatMap(surveys::find);
        if (round.isEmpty()) {
            return json(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("refused", "survey.not-open"));
        }
        var answer = box.put(round.get().id(), decoded(typed.get("message")), decoded(typed.get("signature")),
                new BallotBox.Ballot(Typed.number(typed.get("place"), -1), answers(round.get(), typed), decoded(typed.get("word")), typed.getOrDefault("remark", "")));
        return switch (answer) {
            case Answer.Done<String>(var sheet) -> json(HttpStatus.OK, Map.of("sheet", sheet));
            case Answer.Refused<String>(var reasons) -> json(reasons.getFirst().key().equals("ballot.spent-before") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                    Map.of("refused", reasons.getFirst().key(), "field", reasons.getFirst().field()));
        };
    }

    /** One for each item in its order; what is left out is none of five. */
    private static List<Integer> answers(Survey survey, Map<String, String> typed) {
        return survey.items().stream().map(it -> Typed.number(typed.get(it), 0)).toList();
    }

    /** A shared device, for whoever has drawn a slip. */
    @GetMapping("/survey")
    View kiosk() {
        return walled(pages.view(new SlipPage("", List.of())));
    }

    @GetMapping("/survey/promise")
    View promise() {
        return walled(pages.view(new PromisePage(surveys.least(), surveys.commentLeast())));
    }

    /** Of codes that are right nothing is kept; those that are none are counted by where they come from, and many of them wait. */
    @PostMapping("/survey/slip")
    View open(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return named(request) ? refused(code, List.of(new Reason("", "survey.cookie", List.of()))) : switch (tried(code, request)) {
            case Answer.Done<Survey>(var survey) -> walled(pages.view(new SheetPage(survey, code, Map.of(), List.of())));
            case Answer.Refused<Survey>(var reasons) -> refused(code, reasons);
        };
    }

    private Answer<Survey> tried(String code, HttpServletRequest request) {
        var wait = strangers.waits("survey", request.getRemoteAddr());
        if (wait.isPresent()) {
            return Answer.refused("", "survey.slow-down", wait.get().toSeconds() + 1);
        }
        var answer = box.open(code);
        if (answer instanceof Answer.Refused<Survey>) {
            strangers.sends("survey", request.getRemoteAddr());
        }
        return answer;
    }

    @PostMapping("/survey/slip/ballot")
    View put(@RequestParam(defaultValue = "") String code, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (named(request)) {
            return refused(code, List.of(new Reason("", "survey.cookie", List.of())));
        }
        return switch (tried(code, request)) {
            case Answer.Refused<Survey>(var reasons) -> refused(code, reasons);
            case Answer.Done<Survey>(var survey) -> switch (box.put(code, answers(survey, typed), Slips.word(code), typed.getOrDefault("remark", ""))) {
                case Answer.Done<String>(var sheet) -> walled(pages.view(new ThanksPage(sheet)));
                case Answer.Refused<String>(var reasons) -> walled(pages.view(new SheetPage(survey, code, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT));
            };
        };
    }

    private View refused(String code, List<Reason> reasons) {
        var slow = reasons.stream().anyMatch(it -> it.key().equals("survey.slow-down"));
        return walled(pages.view(new SlipPage(code, reasons), slow ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** How a round was counted, and the hash of every ballot: whoever kept their own looks for it, and anybody adds up the root that the log says. */
    @GetMapping("/survey/rounds/{id:[0-9a-f-]{36}}/ballots")
    ResponseEntity<Map<String, Object>> ballots(@PathVariable UUID id) {
        var closing = counting.closing(id).orElseThrow(() -> new NotThere("round " + id + " is not counted"));
        var told = new HashMap<String, Object>(Map.of("round", id.toString(), "tokens", closing.tokens(), "slips", closing.slips(), "ballots", closing.ballots(), "by_slip", closing.bySlip(), "astray", closing.astray(), "root", closing.root(),
                "holds", closing.holds()));
        told.put("sheets", counting.sheets(id));
        return json(HttpStatus.OK, told);
    }

    @GetMapping("/survey/{name:answer|kiosk}.js")
    ResponseEntity<byte[]> script(@PathVariable String name) {
        try (var in = BoxWeb.class.getResourceAsStream(name + ".js")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType("text/javascript"), StandardCharsets.UTF_8)).cacheControl(CacheControl.noCache()).body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The choices of language and colours name nobody; anything else might. */
    private static boolean named(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).anyMatch(it -> !CHOICES.contains(it.getName()));
    }

    private static byte[] decoded(@Nullable String text) {
        try {
            return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noSuchText) {
            return new byte[0];
        }
    }

    private static View walled(View view) {
        return (model, request, response) -> {
            response.setHeader("Content-Security-Policy", CONTENT);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-store");
            view.render(model, request, response);
        };
    }

    private static ResponseEntity<Map<String, Object>> json(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(body);
    }

    /** What the script of the questionnaire may have to say. */
    static List<String> refusals() {
        return List.of("survey.cookie", "survey.not-open", "survey.place-unknown", "survey.unanswered", "survey.word-wrong", "survey.remark-long", "ballot.not-open", "ballot.not-signed", "ballot.spent-before");
    }
}
