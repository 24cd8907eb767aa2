package org.probity.people.voice;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Bare;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of those who read reports. Their browsers open what is sealed; here it stays sealed. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class DeskWeb {
    /** So far back a browser tries messages: the longest clock and half of it again. */
    private static final int DAYS_BACK = 200;

    private final Cases cases;
    private final CaseCounts counts;
    private final Boards boards;
    private final KeyDirectory keys;
    private final Recovery recovery;
    private final Directory directory;
    private final OwnFiles files;
    private final Log log;
    private final Pages pages;
    private final String url;

    DeskWeb(Cases cases, CaseCounts counts, Boards boards, KeyDirectory keys, Recovery recovery, Directory directory, OwnFiles files, Log log, Pages pages, @Value("${probity.url:}") String url) {
        this.url = url;
        this.cases = cases;
        this.counts = counts;
        this.boards = boards;
        this.keys = keys;
        this.recovery = recovery;
        this.directory = directory;
        this.files = files;
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/app/voice")
    Object desk(Me me) {
        return pages.view(new DeskPage(keys.of(me.account()).stream().filter(it -> it.entered() != null).toList(), recovery.restored(me), recovery.passkeys(me), cases.of(me), boards.today()));
    }

    /** For those who read and those who watch. A year that is none is the newest. */
    @GetMapping("/app/voice/statistics")
    Object statistics(@RequestParam(defaultValue = "0") String year, Me me) {
        if (!keys.reads(me) && !me.is(Role.UNION) && !me.is(Role.LEGAL)) {
            throw new NotThere("statistics of reports");
        }
        var years = counts.years();
        var now = years.stream().filter(it -> it == Typed.number(year, 0)).findFirst().orElseGet(() -> years.isEmpty() ? boards.today().getYear() : years.getFirst());
        return pages.view(new StatisticsPage(now, years, counts.statistics(now, me)));
    }

    /** A sheet for a gate. Whoever reads, watches or puts it up may make one. */
    @GetMapping("/app/voice/poster")
    Object poster(@RequestParam(defaultValue = "") String site, Me me) {
        if (!keys.reads(me) && !me.is(Role.UNION) && !me.is(Role.LEGAL) && !me.is(Role.HR)) {
            throw new NotThere("poster of reports");
        }
        var sites = directory.tree(boards.today()).stream().filter(it -> it.kind() == Place.Kind.SITE).map(it -> new PosterPage.Site(it.id(), it.nameEn(), it.nameZh())).toList();
        var chosen = Typed.id(site).flatMap(id -> sites.stream().filter(it -> it.id().equals(id)).findFirst()).orElse(null);
        return pages.view(new PosterPage(sites, chosen, url, files.now(), log.verifier().vkey()));
    }

    /** Sealed messages and answers, the same for every reader; and the cards of whoever asks. */
    @GetMapping("/app/voice/board")
    ResponseEntity<Map<String, Object>> board(Me me) {
        if (!keys.reads(me)) {
            return Bare.json(HttpStatus.OK, Map.of("messages", List.of(), "answers", List.of(), "cards", List.of(), "notes", List.of(), "today", boards.today().toString()));
        }
        return Bare.json(HttpStatus.OK, Map.of("messages", boards.messages(boards.today().minusDays(DAYS_BACK)), "answers", boards.answers(), "today", boards.today().toString(), "notes", cases.notes(me),
                "cards", cases.of(me).stream().map(it -> Map.of("id", it.id(), "number", it.number(), "message", it.message(), "state", it.state().name(), "out", cases.steppedBack(it.id()), "hears", it.heard() < it.asked(),
                        "asks", it.followUp() != null && !it.followUp().isAfter(boards.today()))).toList()));
    }

    @PostMapping("/app/voice/cards")
    ResponseEntity<Map<String, Object>> open(@RequestParam Map<String, String> typed, Me me) {
        var team = team(typed.getOrDefault("team", ""));
        return told(cases.open(typed.getOrDefault("message", ""), typed.getOrDefault("channel", ""), typed.getOrDefault("category", ""), typed.getOrDefault("via", Via.WEB.name()),
                Typed.day(typed.get("came")).orElse(null), Typed.id(typed.get("site")).orElse(null), team, typed.getOrDefault("of", ""), me));
    }

    @PostMapping("/app/voice/messages/{sha}/aside")
    ResponseEntity<Map<String, Object>> aside(@PathVariable String sha, @RequestParam(defaultValue = "false") boolean later, Me me) {
        return told(cases.setAside(sha, later, me));
    }

    @PostMapping("/app/voice/cards/{id:[0-9a-f-]{36}}/answers")
    ResponseEntity<Map<String, Object>> answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String sealed, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String outcome, Me me) {
        return told(cases.answer(id, decoded(sealed), step, outcome, me));
    }

    @PostMapping("/app/voice/cards/{id:[0-9a-f-]{36}}/notes")
    ResponseEntity<Map<String, Object>> note(@PathVariable UUID id, @RequestParam(defaultValue = "") String sealed, Me me) {
        return told(cases.note(id, decoded(sealed), me));
    }

    @PostMapping("/app/voice/cards/{id:[0-9a-f-]{36}}/recusal")
    ResponseEntity<Map<String, Object>> stepBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String because, Me me) {
        return told(cases.stepBack(id, because, me));
    }

    @PostMapping("/app/voice/cards/{id:[0-9a-f-]{36}}/handing-on")
    ResponseEntity<Map<String, Object>> handOn(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(cases.handOn(id, typed.getOrDefault("channel", ""), team(typed.getOrDefault("team", "")), decoded(typed.getOrDefault("history", "")), decoded(typed.getOrDefault("sealed", "")), me));
    }

    static List<UUID> team(String typed) {
        return Stream.of(typed.split(",")).flatMap(it -> Typed.id(it).stream()).toList();
    }

    @PostMapping("/app/voice/cards/{id:[0-9a-f-]{36}}/heard")
    ResponseEntity<Map<String, Object>> heard(@PathVariable UUID id, @RequestParam(defaultValue = "") String result, Me me) {
        return told(cases.heard(id, result, me));
    }

    /** What is no such text becomes nothing, which the use case refuses. */
    static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noSuchText) {
            return new byte[0];
        }
    }

    static <T> ResponseEntity<Map<String, Object>> told(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var done) -> Bare.json(HttpStatus.OK, Map.of("done", done.toString()));
            case Answer.Refused<T>(var reasons) -> Bare.refused(reasons.getFirst().key());
        };
    }

    @Configuration
    static class Menu {
        /** For handlers, and for those who vouch for them. */
        @Bean
        MenuEntry voiceInTheMenu(KeyDirectory keys) {
            return MenuEntry.of(Wing.VOICE, 60, "voice.desk", "/app/voice", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE).onlyFor(me -> me.is(Role.UNION) || me.is(Role.LEGAL) || keys.reads(me));
        }
    }
}
