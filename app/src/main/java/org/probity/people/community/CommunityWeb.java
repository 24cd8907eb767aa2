package org.probity.people.community;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Open;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Bare;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Rounds;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The board, for nobody in particular. What is sent here with a cookie is refused: a browser that says who it is must not say something without a name. What is
 * given out is given out whole, so that nobody's question shows what they read.
 */
@Controller
@Open
class CommunityWeb {
    private static final int TALLIES = 200;

    private final Community community;
    private final Threads threads;
    private final Batches batches;
    private final Tallies tallies;
    private final Rounds rounds;
    private final Pages pages;

    CommunityWeb(Community community, Threads threads, Batches batches, Tallies tallies, Rounds rounds, Pages pages) {
        this.community = community;
        this.threads = threads;
        this.batches = batches;
        this.tallies = tallies;
        this.rounds = rounds;
        this.pages = pages;
    }

    @GetMapping("/community")
    View board() {
        return Bare.walled(pages.view(new BoardPage(community.opened().isPresent())));
    }

    @GetMapping("/community/promise")
    View promise() {
        return Bare.walled(pages.view(new PromisePage()));
    }

    /** What anybody may count: issued, spent and shown of each round, as each day began. */
    @GetMapping("/community/count")
    View count() {
        return Bare.walled(pages.view(new CountPage(tallies.newest(TALLIES))));
    }

    /** The round in which posts are paid, for a browser that looks for tokens of it. */
    @GetMapping("/community/month")
    ResponseEntity<Map<String, Object>> month() {
        return Bare.json(HttpStatus.OK, community.month().<Map<String, Object>>map(it -> Map.of("round", it.id().toString())).orElse(Map.of()));
    }

    /** All of the board, for the word that everybody on the roll was given. */
    @PostMapping("/community/board")
    ResponseEntity<Map<String, Object>> read(@RequestParam(defaultValue = "") String word, HttpServletRequest request) {
        if (named(request)) {
            return Bare.refused("community.cookie");
        }
        return community.reads(word) ? Bare.json(HttpStatus.OK, threads.board()) : Bare.refused("community.no-word");
    }

    @PostMapping("/community/posts")
    ResponseEntity<Map<String, Object>> post(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (named(request)) {
            return Bare.refused("community.cookie");
        }
        var round = Typed.id(typed.get("round"));
        var id = Typed.id(typed.get("post"));
        var thread = Typed.id(typed.get("thread"));
        if (round.isEmpty() || id.isEmpty() || thread.isEmpty()) {
            return Bare.refused("community.thread-unknown");
        }
        return told(community.post(round.get(), token(typed), new Community.Post(id.get(), thread.get(), typed.getOrDefault("sort", ""), Typed.id(typed.get("unit")).orElse(null),
                typed.getOrDefault("text", ""), decoded(typed.get("author")), decoded(typed.get("signed")))));
    }

    @PostMapping("/community/voices")
    ResponseEntity<Map<String, Object>> voice(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return say(typed, Optional.empty(), request);
    }

    @PostMapping("/community/judgements")
    ResponseEntity<Map<String, Object>> judge(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return say(typed, Optional.of(Boolean.parseBoolean(typed.get("solved"))), request);
    }

    private ResponseEntity<Map<String, Object>> say(Map<String, String> typed, Optional<Boolean> solved, HttpServletRequest request) {
        if (named(request)) {
            return Bare.refused("community.cookie");
        }
        return Typed.id(typed.get("round")).map(round -> told(community.say(round, token(typed), solved.orElse(null)))).orElseGet(() -> Bare.refused("community.thread-unknown"));
    }

    @PostMapping("/community/appeals")
    ResponseEntity<Map<String, Object>> appeal(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (named(request)) {
            return Bare.refused("community.cookie");
        }
        return Typed.id(typed.get("post")).map(post -> told(community.appeal(post, typed.getOrDefault("text", ""), decoded(typed.get("signed"))))).orElseGet(() -> Bare.refused("community.not-hidden"));
    }

    /** Spent tokens of a round and those that are shown, for whoever counts, and for whoever kept a token and looks whether it was counted. */
    @GetMapping("/community/rounds/{round:[0-9a-f-]{36}}/tokens")
    ResponseEntity<Map<String, Object>> tokens(@PathVariable UUID round) {
        var found = rounds.find(round).filter(it -> it.purpose().startsWith(Everybody.POSTS)).orElseThrow(() -> new NotThere("round " + round));
        var tally = rounds.tally(round);
        return Bare.json(HttpStatus.OK, Map.of("round", round.toString(), "key_sha256", found.keyHash(), "people", tally.people(), "issued", tally.issued(),
                "spent", rounds.spent(round).stream().map(HexFormat.of()::formatHex).toList(), "shown", batches.shownOf(round)));
    }

    @GetMapping("/community/{name:board}.js")
    ResponseEntity<byte[]> script(@PathVariable String name) {
        return Bare.script(Bare.read(CommunityWeb.class, name));
    }

    private static boolean named(HttpServletRequest request) {
        return request.getHeader("Cookie") != null || request.getCookies() != null && request.getCookies().length > 0;
    }

    private static Token token(Map<String, String> typed) {
        return new Token(decoded(typed.get("message")), decoded(typed.get("signature")));
    }

    private static byte[] decoded(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noSuchText) {
            return new byte[0];
        }
    }

    /** A spent token is told apart, because a browser lets go of it. */
    private static ResponseEntity<Map<String, Object>> told(Answer<UUID> answer) {
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> Bare.json(HttpStatus.OK, Map.of("done", id.toString()));
            case Answer.Refused<UUID>(var reasons) -> Bare.json(reasons.getFirst().key().equals("ballot.spent-before") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, Map.of("refused", reasons.getFirst().key()));
        };
    }

    static List<String> refusals() {
        return List.of("community.cookie", "community.no-word", "community.thread-unknown", "community.text-missing", "community.text-long", "community.sort-unknown", "community.place-small",
                "community.not-signed", "community.not-hidden", "community.appealed-before", "ballot.not-open", "ballot.not-signed", "ballot.spent-before");
    }
}
