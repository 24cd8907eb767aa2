package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.voice.Readers.refusal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Bare;
import org.probity.proof.Checkpoint;
import org.probity.proof.Commitment;
import org.probity.proof.Entry;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.probity.proof.Note;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What arrives is kept as it is, without a sender or an hour, and the log shows it from the next day. */
@WholeHouse
class ReceivingAMessageTest {
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired KeyDirectory keys;
    @Autowired Boards boards;
    @Autowired Log log;
    @Autowired Cases cases;
    @Autowired InTheLog proofs;
    @Autowired Rules rules;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void nothingYet() {
        new Readers(keys, db, log);
    }

    static String tag() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static byte[] sealed(String text) {
        return Age.seal("{\"v\":1,\"text\":\"" + text + "\"}", Age.SMALL, Age.key().recipient());
    }

    private JsonNode post(String tag, byte[] sealed, int status) throws Exception {
        var body = new byte[tag.length() + sealed.length];
        System.arraycopy(tag.getBytes(StandardCharsets.US_ASCII), 0, body, 0, tag.length());
        System.arraycopy(sealed, 0, body, tag.length(), sealed.length);
        var answer = http.post().uri("/voice/messages").contentType("application/octet-stream").header("User-Agent", "Marked/77.7").with(it -> {
            it.setRemoteAddr("203.0.113.77");
            return it;
        }).content(body).exchange();
        assertThat(answer).hasStatus(status).doesNotContainHeader("Set-Cookie");
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode sent(String tag) throws Exception {
        var answer = http.post().uri("/voice/sent").contentType("application/octet-stream").content(tag).exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void aMessageIsKeptUnderItsHashWithADayAndNothingElse() throws Exception {
        var tag = tag();
        var sealed = sealed("Kept");
        assertThat(post(tag, sealed, 200).get("sha256").asString()).isEqualTo(Hash.sha256(sealed).hex());
        var row = db.sql("SELECT * FROM voice.message WHERE tag = :tag").param("tag", tag).query().singleRow();
        assertThat(row.keySet()).as("no hour, no address, no sender").containsExactlyInAnyOrder("sha256", "tag", "day", "sealed");
        assertThat(row.get("sealed")).isEqualTo(sealed);
        assertThat(Base64.getDecoder().decode(sent(tag).get("sealed").asString())).isEqualTo(sealed);
        assertThat(sent(tag).has("proof")).as("today the log does not say the hour").isFalse();
        assertThat(sent(tag()).isEmpty()).isTrue();
    }

    @Test
    void theSameOnceMoreIsTheSameAnswerAndAnotherWithItsTagIsRefused() throws Exception {
        var tag = tag();
        var sealed = sealed("Once");
        post(tag, sealed, 200);
        post(tag, sealed, 200);
        assertThat(post(tag, sealed("Other"), 422).get("refused").asString()).isEqualTo("voice.tag-taken");
        assertThat(refusal(boards.post(tag(), sealed))).as("replayed under another tag").isEqualTo("voice.tag-taken");
        assertThat(db.sql("SELECT count(*) FROM voice.message WHERE sha256 = :sha").param("sha", Hash.sha256(sealed).hex()).query(Long.class).single()).isOne();
    }

    @Test
    void whatIsNotOfTheFormIsRefused() throws Exception {
        var sealed = sealed("Whole");
        for (var wrong : List.of(new byte[0], "hello".getBytes(StandardCharsets.UTF_8), java.util.Arrays.copyOf(sealed, sealed.length - 1), java.util.Arrays.copyOf(sealed, sealed.length + 1), new byte[Sealed.SMALL], new byte[Sealed.LARGE + 9])) {
            assertThat(post(tag(), wrong, 422).get("refused").asString()).isEqualTo("voice.no-message");
        }
        assertThat(post("0".repeat(31) + "X", sealed, 422).get("refused").asString()).isEqualTo("voice.no-message");
        assertThat(Age.seal("{}", 262144, Age.key().recipient())).as("the larger size").hasSize(Sealed.LARGE);
        assertThat(sealed).hasSize(Sealed.SMALL);
    }

    /** A flooder fills a day and not the disk; whoever comes afterwards is told so. */
    @Test
    void noMoreAreTakenOnADayThanTheRuleSays() {
        var today = boards.today();
        db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES ('voice', 'messages-a-day-most', :day, 10, 'test', clock_timestamp())").param("day", today).update();
        try {
            for (var i = 0; i < 10; i++) {
                assertThat(boards.post(tag(), sealed("Flood " + i))).isInstanceOf(Answer.Done.class);
            }
            assertThat(refusal(boards.post(tag(), sealed("One more")))).isEqualTo("voice.too-many");
        } finally {
            db.sql("DELETE FROM rule.number WHERE room = 'voice' AND source = 'test'").update();
        }
    }

    @Test
    void fromTheNextDayOnTheLogShowsItToWhoeverHasTheTag() throws Exception {
        var tags = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            tags.add(tag());
            post(tags.getLast(), sealed("Proven " + i), 200);
        }
        var day = boards.today();
        boards.aDayBegins(new DayHasBegun(day.plusDays(1)));
        boards.aDayBegins(new DayHasBegun(day.plusDays(1)));
        log.settle();
        for (var tag : tags) {
            var told = sent(tag);
            var proof = told.get("proof");
            var entry = Entry.parse(proof.get("entry").asString().getBytes(StandardCharsets.UTF_8));
            var content = Json.parse(proof.get("content").asString());
            assertThat(entry.kind()).isEqualTo("voice.received");
            assertThat(entry.day()).isEqualTo(day);
            assertThat(Commitment.of(Commitment.ENTRY, new Commitment.Opening(proof.get("salt").asString(), content))).isEqualTo(entry.commitment());
            var state = Checkpoint.parse(Note.parse(proof.get("checkpoint").asString()));
            assertThat(MerkleTree.includes(entry.leaf(), proof.get("index").asLong(), state.size(), hashes(proof.get("hashes")), state.root())).isTrue();
            var leaf = Hash.leaf(("{\"sha256\":\"" + Hash.sha256(Base64.getDecoder().decode(told.get("sealed").asString())).hex() + "\",\"tag\":\"" + tag + "\"}").getBytes(StandardCharsets.UTF_8));
            var root = Hash.hex(JsonMapper.shared().readTree(proof.get("content").asString()).get("root").asString());
            assertThat(MerkleTree.includes(leaf, told.get("index").asLong(), told.get("size").asLong(), hashes(told.get("hashes")), root)).isTrue();
        }
        assertThat(db.sql("SELECT sha256 FROM voice.message ORDER BY ctid").query(String.class).list()).as("in an order that says nothing").isSorted();
        assertThat(db.sql("SELECT count(DISTINCT xmin::text) FROM voice.message").query(Long.class).single()).isOne();
        var late = tag();
        assertThat(boards.post(late, sealed("After"))).isInstanceOf(Answer.Done.class);
        assertThat(LocalDate.parse(sent(late).get("day").asString())).as("never on a day that the log has already, also after a clock was set back").isEqualTo(day.plusDays(1));
    }

    /**
     * A clock that jumps ahead by a year and is set right: what came meanwhile is not lost, is proven from the next day and not from the next year, keeps nobody else waiting, and a case
     * can be opened from it.
     */
    @Test
    void aClockThatJumpsAheadKeepsNobodyWaiting() throws Exception {
        var today = boards.today();
        var ahead = tag();
        var behind = tag();
        at(today.plusDays(365), it -> {
            it.post(ahead, sealed("Ahead"));
            it.aDayBegins(new DayHasBegun(today.plusDays(365)));
        });
        at(today.plusDays(366), it -> {
            it.aDayBegins(new DayHasBegun(today.plusDays(366)));
            it.post(behind, sealed("Still ahead"));
        });
        assertThat(sent(behind).get("day").asString()).isEqualTo(today.plusDays(366).toString());
        var right = tag();
        at(today, it -> {
            it.post(right, sealed("Right again"));
            it.lookAgain();
        });
        assertThat(sent(right).get("day").asString()).as("today is free").isEqualTo(today.toString());
        assertThat(sent(behind).get("day").asString()).as("counts on the day on which it was seen").isEqualTo(today.toString());
        assertThat(sent(ahead).get("day").asString()).as("the log has it").isEqualTo(today.plusDays(365).toString());
        at(today.plusDays(1), Boards::lookAgain);
        log.settle();
        for (var tag : List.of(ahead, behind, right)) {
            assertThat(sent(tag).has("proof")).isTrue();
        }
        at(today, it -> it.post(tag(), sealed("Set back by a day")));
        assertThat(db.sql("SELECT max(day) FROM voice.message WHERE NOT EXISTS (SELECT FROM voice.received WHERE received.day = message.day)").query(LocalDate.class).single()).isEqualTo(today.plusDays(1));
        assertThat(db.sql("SELECT day FROM voice.received ORDER BY day").query(LocalDate.class).list()).containsExactly(today, today.plusDays(365));
        var readers = new Readers(keys, db, log);
        var tan = readers.entered(Channel.AUDIT, Readers.somebody("Tan Rui", Role.REVIEWER));
        at(today.plusDays(400), it -> it.post(ahead, sealed("Ahead")));
        var sha = sent(ahead).get("sealed").asString();
        assertThat(cases.open(Hash.sha256(Base64.getDecoder().decode(sha)).hex(), "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler()), "", tan.me())).isInstanceOf(Answer.Done.class);
        assertThat(cases.of(tan.me()).getFirst().acknowledgeBy()).as("not in a year").isEqualTo(today.plusDays(7));
    }

    /** The board under another clock. */
    private void at(LocalDate day, Consumer<Boards> act) {
        var noon = day.atTime(12, 0).atZone(clock.getZone());
        transaction.executeWithoutResult(_ -> act.accept(new Boards(db, log, proofs, rules, Clock.fixed(noon.toInstant(), clock.getZone()))));
    }

    private static List<Hash> hashes(JsonNode texts) {
        var hashes = new ArrayList<Hash>();
        texts.forEach(it -> hashes.add(Hash.hex(it.asString())));
        return hashes;
    }

    /** Answers are given out whole, without a day, in an order that says nothing. */
    @Test
    void allAnswersAreGivenToEverybody() throws Exception {
        for (var i = 0; i < 3; i++) {
            boards.answer(Sealed.of(sealed("Answer " + i)).orElseThrow());
        }
        var answer = http.get().uri("/voice/answers").exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie").hasHeader("Cache-Control", "no-store");
        var given = JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray()).get("answers");
        var hashes = new ArrayList<String>();
        given.forEach(it -> hashes.add(Hash.sha256(Base64.getDecoder().decode(it.asString())).hex()));
        assertThat(hashes).hasSize(3).isSorted();
    }

    @Test
    void thePageHasNoCookieNoOtherHostAndNoTextThatBecomesAPage() {
        for (var path : List.of("/voice", "/voice/promise", "/voice/paper", "/voice/files")) {
            assertThat(http.get().uri(path).exchange()).hasStatusOk().doesNotContainHeader("Set-Cookie").hasHeader("Content-Security-Policy", Bare.CONTENT)
                    .hasHeader("Referrer-Policy", "no-referrer").hasHeader("Cache-Control", "no-store");
        }
        assertThat(http.get().uri("/voice?lang=zh").exchange()).hasStatusOk().bodyText().contains("保密举报");
    }

    /** The script that seals is the one whose making is written at its top. */
    @Test
    void whatIsVendoredIsWhatItsHashSays() throws Exception {
        try (var script = VoiceWeb.class.getResourceAsStream("age.js")) {
            assertThat(HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(script.readAllBytes())))
                    .isEqualTo(java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java/org/probity/people/voice/age.js.sha256")).strip());
        }
        for (var name : List.of("age", "words", "protocol", "intake", "desk", "keys")) {
            assertThat(http.get().uri("/voice/" + name + ".js").exchange()).hasStatusOk().doesNotContainHeader("Set-Cookie");
        }
    }

    /** The file that is taken along is the same for everybody, names no house, can make no connection, and its hash is in the log and on the page. */
    @Test
    void whatIsTakenAlongIsTheSameForEverybody() throws Exception {
        var files = http.get().uri("/voice/files").exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        for (var lang : List.of("en", "zh")) {
            var one = http.get().uri("/voice/offline-" + lang + ".html").header("Accept-Language", "de").exchange();
            assertThat(one).hasStatusOk().doesNotContainHeader("Set-Cookie").hasHeader("Cache-Control", "no-store");
            var bytes = one.getResponse().getContentAsByteArray();
            var text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).contains("default-src 'none'", lang.equals("en") ? "The list of readers" : "受理人名单").doesNotContain("src=\"", "href=\"/assets", "connect-src", "from './");
            assertThat(files).contains(Hash.sha256(bytes).hex());
        }
        var told = db.sql("SELECT record FROM voice.own_file").query(UUID.class).list();
        assertThat(told).hasSize(1);
        log.settle();
        assertThat(((Map<?, ?>) proofs.proof(told.getFirst()).orElseThrow()).get("content").toString()).contains("offline-zh.html");
    }

    @Test
    void aPosterHasTheSiteInItsSquareAndNotInTheAddressThatIsSent() {
        var tan = new Readers(keys, db, log).entered(Channel.AUDIT, Readers.somebody("Tan Rui", Role.REVIEWER));
        assertThat(http.get().uri("/app/voice/poster").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("/voice", "class=\"qr\"");
        assertThat(http.get().uri("/app/voice/poster?site=nonsense").with(As.a(Role.HR))).hasStatusOk();
        assertThat(http.get().uri("/app/voice/poster").with(As.a(Role.BUYER))).hasStatus(404);
        var site = new PosterPage.Site(UUID.randomUUID(), "Hefei", "合肥");
        assertThat(new PosterPage(List.of(site), site, "https://helia.example", Map.of(), "").address()).isEqualTo("https://helia.example/voice#site=" + site.id());
    }

    /** Nothing of the request is anywhere in the room's tables. */
    @Test
    void noAddressAndNoBrowsersNameIsKept() throws Exception {
        post(tag(), sealed("Unseen"), 200);
        for (var table : db.sql("SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('voice', 'house', 'access') AND table_type = 'BASE TABLE'").query(String.class).list()) {
            assertThat(db.sql("SELECT count(*) FROM " + table + " AS row WHERE row::text LIKE '%203.0.113.77%' OR row::text LIKE '%Marked/77.7%'").query(Long.class).single()).as(table).isZero();
        }
    }
}
