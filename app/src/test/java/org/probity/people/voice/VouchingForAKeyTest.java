package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.voice.Readers.refusal;
import static org.probity.people.voice.Readers.somebody;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** A key counts when two people say so, and the log has each list of them. */
@WholeHouse
class VouchingForAKeyTest {
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired KeyDirectory keys;
    @Autowired Boards boards;
    @Autowired Log log;
    @Autowired Cases cases;
    @Autowired VoiceDesk desk;
    Readers readers;

    @BeforeEach
    void nobodyYet() {
        readers = new Readers(keys, db, log);
    }

    private String newest() {
        var proof = (Map<?, ?>) keys.given().get("proof");
        return JsonMapper.shared().readTree((String) proof.get("content")).get("sha256").asString();
    }

    private String now() {
        return Hash.sha256(((String) keys.given().get("directory")).getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Test
    void anOfferedKeyIsOnNoListUntilASecondPersonAgrees() {
        var audit = somebody("Tan Rui", Role.REVIEWER);
        var one = readers.offered(Channel.AUDIT, audit);
        var proposal = readers.proposal(one.handler(), KeyDirectory.ENTER);
        assertThat(keys.inForce()).isEmpty();
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, audit))).isEqualTo("voice.ruling-not-yours");
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, somebody("Counsel", Role.LEGAL)))).isEqualTo("voice.ruling-not-yours");
        assertThat(refusal(keys.rule(KeyDirectory.RETIRE, proposal, Outcome.APPROVED, somebody("Union", Role.UNION)))).isEqualTo("decision.unknown");
        assertThat(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, somebody("Union", Role.UNION))).isInstanceOf(Answer.Done.class);
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, proposal, Outcome.REJECTED, somebody("Union", Role.UNION)))).isEqualTo("decision.ruled-already");
        log.settle();
        assertThat(keys.inForce()).extracting(Handler::name).containsExactly("Tan Rui");
        assertThat(now()).isEqualTo(newest());
        assertThat((String) keys.given().get("directory")).contains(one.key().recipient()).doesNotContain(Readers.wrapped());
    }

    /** The union vouches for the others, and legal affairs for the union: nobody of a channel for their own. */
    @Test
    void theUnionsOwnKeysAreRuledOnByLegalAffairs() {
        var union = somebody("Bai Lu", Role.UNION, Role.LEGAL);
        var one = readers.offered(Channel.UNION, union);
        var proposal = readers.proposal(one.handler(), KeyDirectory.ENTER);
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, union))).as("their own").isEqualTo("voice.ruling-not-yours");
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, somebody("Union", Role.UNION)))).isEqualTo("voice.ruling-not-yours");
        assertThat(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, somebody("Counsel", Role.LEGAL))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aKeyIsTakenOutByTwoAndIsOnTheNextList() {
        var one = readers.entered(Channel.HR, somebody("He Min", Role.HR));
        var before = newest();
        assertThat(refusal(keys.retire(one.handler(), " ", one.me()))).isEqualTo("voice.reason-missing");
        assertThat(keys.retire(one.handler(), "Leaves", one.me())).isInstanceOf(Answer.Done.class);
        assertThat(refusal(keys.retire(one.handler(), "Leaves", one.me()))).isEqualTo("voice.retiring-already");
        assertThat(keys.inForce()).hasSize(1);
        assertThat(keys.rule(KeyDirectory.RETIRE, readers.proposal(one.handler(), KeyDirectory.RETIRE), Outcome.APPROVED, somebody("Union", Role.UNION))).isInstanceOf(Answer.Done.class);
        log.settle();
        assertThat(keys.inForce()).isEmpty();
        assertThat(newest()).isNotEqualTo(before).isEqualTo(now());
        assertThat(refusal(keys.retire(one.handler(), "Again", one.me()))).isEqualTo("voice.not-in-force");
        assertThat(keys.reads(one.me())).as("what was sealed for it before is theirs to read").isTrue();
    }

    /** One change of the list; cases stay theirs, whoever named the old key names them, and what somebody stepped back from they stay out of. */
    @Test
    void aNewKeyTakesThePlaceOfTheOldOne() {
        var he = somebody("He Min", Role.HR);
        var one = readers.entered(Channel.HR, he);
        var two = readers.entered(Channel.HR, somebody("Fan Jie", Role.HR));
        var card = ((Answer.Done<UUID>) cases.open(((Answer.Done<String>) boards.post(ReceivingAMessageTest.tag(), ReceivingAMessageTest.sealed("Case"))).value(), "HR", "CONDUCT", "WEB", null, null,
                List.of(one.handler(), two.handler()), "", he)).value();
        var versions = db.sql("SELECT count(*) FROM voice.directory").query(Long.class).single();
        var next = readers.entered(Channel.HR, he);
        assertThat(keys.inForce()).extracting(Handler::id).containsExactlyInAnyOrder(next.handler(), two.handler());
        assertThat(db.sql("SELECT count(*) FROM voice.directory").query(Long.class).single()).as("one change").isEqualTo(versions + 1);
        assertThat((String) keys.given().get("directory")).contains("\"replaces\":[\"" + one.handler() + "\"]");
        assertThat(cases.of(he)).extracting(Card::id).containsExactly(card);
        assertThat(cases.thin()).isFalse();
        cases.stepBack(card, "LINE", he);
        var last = readers.entered(Channel.HR, he);
        assertThat((String) keys.given().get("directory")).contains("\"replaces\":[\"" + next.handler() + "\",\"" + one.handler() + "\"]");
        assertThat(cases.of(he)).as("they stepped back from it").isEmpty();
        var placed = (Map<?, ?>) keys.places().get("handlers");
        assertThat(placed.get(one.handler().toString())).as("the same person under each of them").isEqualTo(placed.get(last.handler().toString()));
        assertThat(desk.waiting(he)).isEmpty();
        db.sql("UPDATE voice.handler SET offered_on = offered_on - 365 WHERE id = :id").param("id", last.handler()).update();
        assertThat(desk.waiting(he)).as("a year old").hasSize(1);
    }

    /** Whoever can write to the database can put a key there, and cannot put it into the log. */
    @Test
    void aKeyPutInBySqlIsOnNoListThatTheLogHas() {
        readers.entered(Channel.LEGAL, somebody("Shen Yi", Role.LEGAL));
        assertThat(now()).isEqualTo(newest());
        var id = UUID.randomUUID();
        db.sql("INSERT INTO voice.handler (id, account, channel, name, function_en, function_zh, recipient, wrapped, offered_on) VALUES (:id, :id, 'LEGAL', 'Shen Yi', 'a', 'a', :key, :wrapped, :day)")
                .param("id", id).param("key", Age.key().recipient()).param("wrapped", Readers.wrapped()).param("day", boards.today()).update();
        assertThat(now()).as("offered is not entered").isEqualTo(newest());
        db.sql("INSERT INTO voice.entered (handler, no) VALUES (:id, 1)").param("id", id).update();
        assertThat(now()).isNotEqualTo(newest());
        db.sql("INSERT INTO voice.directory (no, day, sha256, record) VALUES (99, :day, :sha, :id)").param("day", boards.today()).param("sha", now()).param("id", id).update();
        assertThat(now()).as("the table of lists does not help").isNotEqualTo(newest());
    }

    /** Nobody takes their key out for them: browsers seal nothing for it from that day on, and the union is asked. */
    @Test
    void whoeverLeftIsSealedForNoMoreAndTheUnionIsAskedToTakeTheKeyOut() {
        var one = readers.entered(Channel.HR, somebody("He Min", Role.HR));
        var union = somebody("Bai Lu", Role.UNION);
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'He Min', :email, 'en', now(), :id)").param("id", one.me().account()).param("email", one.me().account() + "@x.example").update();
        assertThat(place(one).get("gone")).isEqualTo(false);
        assertThat(desk.waiting(union)).isEmpty();
        db.sql("INSERT INTO access.disabling (account, disabled_at, disabled_by, reason) VALUES (:id, now(), :id, '')").param("id", one.me().account()).update();
        assertThat(place(one).get("gone")).isEqualTo(true);
        assertThat(desk.waiting(union)).singleElement().satisfies(it -> assertThat(it.href()).isEqualTo("/app/voice/keys"));
        assertThat(http.get().uri("/app/voice/keys").with(As.me(union))).hasStatusOk().bodyText().contains("He Min may no longer come in");
        assertThat(keys.retire(one.handler(), "Left", union)).isInstanceOf(Answer.Done.class);
    }

    private Map<?, ?> place(Readers.One one) {
        return (Map<?, ?>) ((Map<?, ?>) keys.places().get("handlers")).get(one.handler().toString());
    }

    @Test
    void whatCannotBeAKeyIsRefused() {
        var me = somebody("He Min", Role.HR);
        var key = Age.key().recipient();
        assertThat(refusal(keys.offer("", "a", "a", key, Readers.wrapped(), me))).isEqualTo("voice.channel-missing");
        assertThat(refusal(keys.offer("HR", " ", "a", key, Readers.wrapped(), me))).isEqualTo("voice.function-missing");
        assertThat(refusal(keys.offer("HR", "a", "a".repeat(101), key, Readers.wrapped(), me))).isEqualTo("voice.function-missing");
        assertThat(refusal(keys.offer("HR", "a", "a", "AGE-SECRET-KEY-1", Readers.wrapped(), me))).isEqualTo("voice.key-wrong");
        assertThat(refusal(keys.offer("HR", "a", "a", key, "", me))).isEqualTo("voice.key-wrong");
        assertThat(keys.offer("HR", "a", "a", key, Readers.wrapped(), me)).isInstanceOf(Answer.Done.class);
        assertThat(refusal(keys.offer("AUDIT", "a", "a", key, Readers.wrapped(), me))).isEqualTo("voice.key-taken");
        assertThat(refusal(keys.offer("HR", "a", "a", Age.key().recipient(), Readers.wrapped(), me))).isEqualTo("voice.offered-already");
    }

    /** A message has sixteen seats; the fallback joins two channels and whoever writes. */
    @Test
    void aChannelHasNoMoreKeysThanAMessageHasSeats() {
        for (var i = 0; i < KeyDirectory.MOST_OF_A_CHANNEL - 1; i++) {
            readers.entered(Channel.AUDIT, somebody("Auditor " + i, Role.REVIEWER));
        }
        var one = readers.offered(Channel.AUDIT, somebody("Last", Role.REVIEWER));
        readers.entered(Channel.AUDIT, somebody("Faster", Role.REVIEWER));
        assertThat(refusal(keys.rule(KeyDirectory.ENTER, readers.proposal(one.handler(), KeyDirectory.ENTER), Outcome.APPROVED, somebody("Union", Role.UNION)))).isEqualTo("voice.channel-full");
        assertThat(refusal(keys.offer("AUDIT", "a", "a", Age.key().recipient(), Readers.wrapped(), somebody("More", Role.REVIEWER)))).isEqualTo("voice.channel-full");
    }

    @Test
    void keysAreOfferedAndRuledOnInPages() {
        var handler = somebody("Tan Rui", Role.REVIEWER);
        var union = somebody("Bai Lu", Role.UNION);
        assertThat(http.post().uri("/app/voice/keys").param("channel", "AUDIT").param("functionEn", "Audit").param("functionZh", "审计").param("recipient", Age.key().recipient()).param("wrapped", Readers.wrapped()).with(As.me(handler)))
                .hasStatus(303);
        assertThat(http.post().uri("/app/voice/keys").param("channel", "AUDIT").with(As.me(handler))).hasStatus(422);
        var one = keys.of(handler.account()).getFirst();
        var proposal = readers.proposal(one.id(), KeyDirectory.ENTER);
        assertThat(http.get().uri("/app/voice/keys").with(As.me(union))).hasStatusOk().bodyText().contains(one.fingerprint(), "Tan Rui");
        assertThat(http.post().uri("/app/voice/rulings/" + proposal).param("matter", KeyDirectory.ENTER).param("approve", "true").with(As.stale(union))).as("asked to confirm").hasStatus(302);
        assertThat(http.post().uri("/app/voice/rulings/" + proposal).param("matter", KeyDirectory.ENTER).param("approve", "true").with(As.me(union))).hasStatus(303);
        assertThat(keys.inForce()).hasSize(1);
        assertThat(http.post().uri("/app/voice/keys/" + one.id() + "/retirement").param("reason", "x").with(As.me(somebody("Another", Role.HR)))).as("another's").hasStatus(404);
        assertThat(http.post().uri("/app/voice/keys/" + one.id() + "/retirement").param("reason", "x").with(As.me(handler))).hasStatus(303);
        assertThat(http.get().uri("/app/voice/rules").with(As.me(union))).hasStatusOk();
        assertThat(List.of(http.get().uri("/voice/readers").exchange())).allSatisfy(it -> assertThat(it).hasStatusOk().doesNotContainHeader("Set-Cookie"));
    }
}
