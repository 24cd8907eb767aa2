package org.probity.shapes.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.ui.NotThere;
import org.probity.house.access.Open;
import org.probity.house.access.SignedIn;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a browser asks when somebody signs in. Spending is not here: it goes to the room, without a cookie. */
@Controller
class BallotWeb {
    /** Where a page finds the script that asks. */
    static final String ASK = "/ballot/ask.js?v=" + shortHash(read("ask"));

    private final List<Roll> rolls;
    private final Rounds rounds;
    private final Ballots ballots;
    private final Clock clock;

    BallotWeb(List<Roll> rolls, Rounds rounds, Ballots ballots, Clock clock) {
        this.rolls = List.copyOf(rolls);
        this.rounds = rounds;
        this.ballots = ballots;
        this.clock = clock;
    }

    /**
     * Rounds of which this person may have tokens; those they had too, for whoever lost an answer: as few questions for many rounds as for one. The holder keeps apart what two people have in one browser;
     * it is a hash, so that whoever finds it there cannot look the person up.
     */
    @SignedIn
    @GetMapping("/app/ballot")
    ResponseEntity<List<Map<String, Object>>> open(Me me) {
        var today = LocalDate.now(clock);
        var open = rounds.on(rolls.stream().flatMap(it -> it.purposes().stream()).collect(Collectors.toSet()), today);
        var people = new HashMap<UUID, UUID>();
        var words = new HashMap<UUID, String>();
        for (var roll : rolls) {
            var its = open.stream().filter(it -> roll.purposes().contains(it.purpose())).toList();
            if (!its.isEmpty()) {
                people.putAll(roll.people(me, its));
                words.putAll(roll.words(its));
            }
        }
        var issued = ballots.issued(people);
        return json(HttpStatus.OK, open.stream().filter(it -> people.containsKey(it.id())).map(round -> {
            var person = people.get(round.id());
            var told = new HashMap<String, Object>(Map.of("round", round.id().toString(), "purpose", round.purpose(), "each", round.each(), "modulus", modulus(round), "holder", holder(round, person), "who", who(person),
                    "issued", issued.contains(round.id()), "until", round.lastDay().toString(), "today", today.toString()));
            if (words.containsKey(round.id())) {
                told.put("word", words.get(round.id()));
            }
            return Map.copyOf(told);
        }).toList());
    }

    /**
     * The key of a round as everybody gets it: asked for without a cookie, so that nobody can be shown one of their own. Its hash is in the record of the log
     * that is named, which was written before anybody asked.
     */
    @Open
    @GetMapping("/ballot/rounds/{round:[0-9a-f-]{36}}")
    ResponseEntity<Map<String, Object>> key(@PathVariable UUID round) {
        return json(HttpStatus.OK, rounds.find(round).map(it -> {
            var told = new HashMap<String, Object>(Map.of("round", round.toString(), "modulus", modulus(it), "key_sha256", it.keyHash(), "record", it.record().toString()));
            rolls.stream().filter(roll -> roll.purposes().contains(it.purpose())).flatMap(roll -> roll.words(List.of(it)).values().stream())
                    .forEach(word -> told.put("word_sha256", Hash.sha256(word.getBytes(StandardCharsets.UTF_8)).hex()));
            return Map.copyOf(told);
        }).orElseThrow(() -> new NotThere("round " + round)));
    }

    @SignedIn
    @PostMapping("/app/ballot/{round:[0-9a-f-]{36}}/tokens")
    ResponseEntity<? extends Map<String, ?>> issue(@PathVariable UUID round, @RequestParam List<String> blinded, Me me) {
        var person = rounds.find(round).flatMap(it -> entitled(it, me)).orElseThrow(() -> new NotThere("round " + round));
        return switch (ballots.issue(round, person, blinded.stream().flatMap(BallotWeb::decoded).toList())) {
            case Answer.Done<List<byte[]>>(var signed) -> json(HttpStatus.OK, Map.of("signed", signed.stream().map(BallotWeb::encoded).toList()));
            case Answer.Refused<List<byte[]>>(var reasons) -> json(HttpStatus.CONFLICT, Map.of("refused", reasons.getFirst().key()));
        };
    }

    private static String modulus(Round round) {
        return encoded(BlindRsa.bytes(round.key().getModulus(), BlindRsa.length(round.key())));
    }

    private static String holder(Round round, UUID person) {
        return Hash.sha256(("ballot holder\n" + round.id() + "\n" + person).getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Stays the same over rounds, for what a browser keeps apart beside tokens. */
    private static String who(UUID person) {
        return Hash.sha256(("ballot person\n" + person).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    }

    private Optional<UUID> entitled(Round round, Me me) {
        return rolls.stream().filter(it -> it.purposes().contains(round.purpose())).findFirst().flatMap(it -> it.person(me, round));
    }

    /** Where no cookie goes, so that a page on which tokens are spent has it too. The one that stands on every page is asked for by its content, and kept. */
    @Open
    @GetMapping("/ballot/{name:blind|ask}.js")
    ResponseEntity<byte[]> script(@PathVariable String name, @RequestParam(defaultValue = "") String v) {
        var content = read(name);
        var kept = !v.isEmpty() && v.equals(shortHash(content));
        return ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType("text/javascript"), StandardCharsets.UTF_8))
                .cacheControl(kept ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable() : CacheControl.noCache()).body(content);
    }

    private static byte[] read(String name) {
        try (var in = BallotWeb.class.getResourceAsStream(name + ".js")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortHash(byte[] content) {
        return Hash.sha256(content).hex().substring(0, 16);
    }

    private static <T> ResponseEntity<T> json(HttpStatus status, T body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(body);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is no such text becomes no number, which the use case refuses. */
    private static Stream<byte[]> decoded(String text) {
        try {
            return Stream.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException noSuchText) {
            return Stream.of(new byte[0]);
        }
    }
}
