package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.voice.Readers.refusal;
import static org.probity.people.voice.Readers.somebody;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Forgetting;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A handler lost the words of their key: two of three colleagues give it back, for a key alone that two people entered in its place. */
@WholeHouse
class ComingBackToAKeyTest {
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired KeyDirectory keys;
    @Autowired Recovery recovery;
    @Autowired VoiceDesk desk;
    @Autowired Log log;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    Readers readers;

    @BeforeEach
    void nobodyYet() {
        readers = new Readers(keys, db, log);
    }

    private static byte[] sealed(String text, String recipient) {
        return Age.seal("{\"v\":1,\"text\":\"" + text + "\"}", Age.SMALL, recipient);
    }

    private List<Readers.One> keepers() {
        return List.of(readers.entered(Channel.UNION, somebody("Bai Lu", Role.UNION)), readers.entered(Channel.COMMITTEE, somebody("Zhao Min")), readers.entered(Channel.COMMITTEE, somebody("Ren Yu")));
    }

    private static List<byte[]> shares(List<Readers.One> keepers) {
        var shares = new ArrayList<byte[]>();
        keepers.forEach(it -> shares.add(sealed("share", it.key().recipient())));
        return shares;
    }

    private Answer<UUID> leaves(Readers.One one, List<Readers.One> keepers) {
        return recovery.leave(keepers.stream().map(Readers.One::handler).toList(), sealed("keys", Age.key().recipient()), shares(keepers), one.me());
    }

    @Test
    void twoOfThreeGiveAKeyBackForTheOneThatTookItsPlace() {
        var keepers = keepers();
        var tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        assertThat(refusal(recovery.ask(tan.me()))).isEqualTo("voice.nothing-left");
        assertThat(leaves(tan, keepers)).isInstanceOf(Answer.Done.class);
        assertThat(recovery.left(tan.me()).orElseThrow().keepers()).containsExactly("Bai Lu", "Zhao Min", "Ren Yu");
        assertThat(refusal(recovery.ask(tan.me()))).as("for no other key").isEqualTo("voice.next-missing");
        var next = readers.entered(Channel.AUDIT, tan.me());
        assertThat(recovery.ask(tan.me())).isInstanceOf(Answer.Done.class);
        assertThat(refusal(recovery.ask(tan.me()))).isEqualTo("voice.asked-already");

        var asked = recovery.asked(keepers.getFirst().me());
        assertThat(asked).singleElement().satisfies(it -> {
            assertThat(it.next()).isEqualTo(next.handler());
            assertThat(Age.open(it.sealed(), keepers.getFirst().key().identity())).isPresent();
        });
        assertThat(desk.waiting(keepers.getFirst().me())).hasSize(1);
        var id = asked.getFirst().recovery();
        var share = sealed("share", next.key().recipient());
        assertThat(refusal(recovery.give(id, share, somebody("Another")))).isEqualTo("voice.not-asked-of-you");
        assertThat(refusal(recovery.give(id, new byte[9], keepers.getFirst().me()))).isEqualTo("voice.no-message");
        assertThat(recovery.give(id, share, keepers.getFirst().me())).isInstanceOf(Answer.Done.class);
        assertThat(refusal(recovery.give(id, share, keepers.getFirst().me()))).as("one person, one share").isEqualTo("voice.not-asked-of-you");
        assertThat(recovery.back(tan.me())).as("one is not enough").isEmpty();
        assertThat(refusal(recovery.restore(id, Readers.wrapped(), tan.me()))).isEqualTo("voice.not-back");
        recovery.give(id, share, keepers.getLast().me());
        assertThat(recovery.back(tan.me())).singleElement().satisfies(it -> assertThat(it.shares()).hasSize(2));
        assertThat(recovery.back(keepers.getLast().me())).as("nobody else's").isEmpty();
        assertThat(refusal(recovery.restore(id, "x", tan.me()))).isEqualTo("voice.key-wrong");
        assertThat(recovery.restore(id, Readers.wrapped(), tan.me())).isInstanceOf(Answer.Done.class);
        assertThat(recovery.restored(tan.me()).get(next.handler())).containsExactly(Readers.wrapped());
        assertThat(recovery.asked(keepers.get(1).me())).as("the third is asked no more").isEmpty();
        assertThat(refusal(recovery.restore(id, Readers.wrapped(), tan.me()))).as("once").isEqualTo("voice.not-back");
        log.settle();
        assertThat(db.sql("SELECT count(*) FROM log.place WHERE record IN (SELECT record FROM voice.quorum UNION SELECT record FROM voice.recovery UNION SELECT record FROM voice.given)").query(Long.class).single())
                .as("left, asked and given twice stand in the log").isEqualTo(4);

        assertThat(leaves(next, keepers)).as("shares of the new key").isInstanceOf(Answer.Done.class);
        assertThat(recovery.left(tan.me()).orElseThrow().asked()).isNull();
        assertThat(recovery.restored(tan.me())).as("what came back stays").hasSize(1);
    }

    @Test
    void sharesAreLeftWithThreeOthersWhoRead() {
        var keepers = keepers();
        var tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        var second = readers.entered(Channel.UNION, keepers.getLast().me());
        assertThat(refusal(leaves(tan, keepers.subList(0, 2)))).isEqualTo("voice.keepers-wrong");
        assertThat(refusal(leaves(tan, List.of(tan, keepers.getFirst(), keepers.getLast())))).as("oneself").isEqualTo("voice.keepers-wrong");
        assertThat(refusal(leaves(tan, List.of(second, keepers.getFirst(), keepers.getLast())))).as("one person twice").isEqualTo("voice.keepers-wrong");
        assertThat(refusal(recovery.leave(keepers.stream().map(Readers.One::handler).toList(), new byte[1], shares(keepers), tan.me()))).isEqualTo("voice.no-message");
        assertThat(refusal(recovery.leave(keepers.stream().map(Readers.One::handler).toList(), sealed("keys", Age.key().recipient()), List.of(), tan.me()))).isEqualTo("voice.no-message");
        assertThat(refusal(recovery.leave(keepers.stream().map(Readers.One::handler).toList(), sealed("keys", Age.key().recipient()), shares(keepers), somebody("Nobody")))).isEqualTo("voice.no-key");
        assertThat(leaves(tan, keepers)).isInstanceOf(Answer.Done.class);
        assertThat(leaves(tan, keepers)).isInstanceOf(Answer.Done.class);
        assertThat(db.sql("SELECT count(*) FROM voice.quorum WHERE account = :me").param("me", tan.me().account()).query(Long.class).single()).as("the newest alone").isOne();
    }

    /** Nobody tells them otherwise: whoever keeps a share leaves, and one day too few are left. */
    @Test
    void whoeverLeftSharesIsToldWhenThoseWhoKeepThemLeave() {
        var keepers = keepers();
        var tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        leaves(tan, keepers);
        assertThat(leaving(tan)).as("all three are there").isEmpty();
        var next = readers.entered(Channel.COMMITTEE, keepers.getFirst().me());
        keys.retire(keepers.getFirst().handler(), "Another mailbox", keepers.getFirst().me());
        approve(keepers.getFirst().handler());
        assertThat(leaving(tan)).as("who reads by another key can still give it").isEmpty();

        keys.retire(keepers.getLast().handler(), "Leaves", keepers.getLast().me());
        approve(keepers.getLast().handler());
        assertThat(leaving(tan)).singleElement().satisfies(it -> assertThat(it.href()).isEqualTo("/app/voice"));
        assertThat(recovery.left(tan.me()).orElseThrow()).satisfies(it -> assertThat(List.of(it.still(), it.enough())).containsExactly(2, true));
        assertThat(http.get().uri("/app/voice/keys").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("Only 2 of the three");
        keys.retire(keepers.get(1).handler(), "Leaves", keepers.get(1).me());
        approve(keepers.get(1).handler());
        assertThat(recovery.left(tan.me()).orElseThrow().enough()).isFalse();
        assertThat(http.get().uri("/app/voice/keys").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("Two shares are needed, and only 1 of the three");
        assertThat(http.get().uri("/app").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("1 of 3 can still be given back");

        leaves(tan, List.of(next, readers.entered(Channel.UNION, somebody("Gu Lan", Role.UNION)), readers.entered(Channel.LEGAL, somebody("Su Hai", Role.LEGAL))));
        assertThat(leaving(tan)).as("left anew").isEmpty();
    }

    private List<Duty> leaving(Readers.One one) {
        return desk.waiting(one.me()).stream().filter(it -> it.href().equals("/app/voice")).toList();
    }

    private void approve(UUID handler) {
        keys.rule(KeyDirectory.RETIRE, readers.proposal(handler, KeyDirectory.RETIRE), Outcome.APPROVED, somebody("Second", Role.LEGAL, Role.UNION));
        log.settle();
    }

    @Test
    void aDeviceOpensAKeyUntilItIsTakenOut() {
        var tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        var credential = "QUJD".repeat(8);
        assertThat(refusal(recovery.keepUnderPasskey(credential, Readers.wrapped(), somebody("Nobody")))).isEqualTo("voice.no-key");
        assertThat(refusal(recovery.keepUnderPasskey("<b>", Readers.wrapped(), tan.me()))).isEqualTo("voice.key-wrong");
        assertThat(http.post().uri("/app/voice/passkeys").param("credential", credential).param("wrapped", Readers.wrapped()).with(As.me(tan.me()))).hasStatusOk();
        assertThat(refusal(recovery.keepUnderPasskey(credential, Readers.wrapped(), tan.me()))).as("one device twice").isEqualTo("voice.key-wrong");
        for (var n = 1; n < Recovery.PASSKEYS_MOST; n++) {
            recovery.keepUnderPasskey("QUJ" + n + "QUJD".repeat(7), Readers.wrapped(), tan.me());
        }
        assertThat(refusal(recovery.keepUnderPasskey("QQQQ".repeat(8), Readers.wrapped(), tan.me()))).isEqualTo("voice.passkeys-full");
        assertThat(http.get().uri("/app/voice").with(As.me(tan.me()))).hasStatusOk().bodyText().contains(credential);
        var one = recovery.passkeys(tan.me()).getFirst();
        assertThat(http.get().uri("/app/voice/keys").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("/app/voice/passkeys/" + one.id() + "/removal");
        assertThat(http.post().uri("/app/voice/passkeys/" + one.id() + "/removal").with(As.me(somebody("Another", Role.HR)))).as("another's").hasStatus(404);
        assertThat(http.post().uri("/app/voice/passkeys/" + one.id() + "/removal").with(As.me(tan.me()))).hasStatus(303);
        assertThat(recovery.passkeys(tan.me())).hasSize(Recovery.PASSKEYS_MOST - 1);
    }

    /** Their keys leave the list, and what stood about them beside the keys is nowhere any more. */
    @Test
    void whoIsForgottenReadsNothingMoreAndIsNamedNowhere() {
        var keepers = keepers();
        var tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        leaves(tan, keepers);
        recovery.keepUnderPasskey("QUJD".repeat(8), Readers.wrapped(), tan.me());
        readers.entered(Channel.AUDIT, tan.me());
        recovery.ask(tan.me());
        readers.offered(Channel.LEGAL, tan.me());
        var versions = db.sql("SELECT max(no) FROM voice.directory").query(Integer.class).single();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Forgetting.Forgotten(tan.me().account(), "tan@x.example")));
        log.settle();
        assertThat(keys.inForce()).extracting(Handler::name).doesNotContain("Tan Rui").hasSize(3);
        assertThat(db.sql("SELECT max(no) FROM voice.directory").query(Integer.class).single()).as("the list says so").isEqualTo(versions + 1);
        assertThat((String) keys.given().get("directory")).doesNotContain("Tan Rui");
        assertThat(keys.of(tan.me().account())).hasSize(3).allSatisfy(it -> {
            assertThat(it.name() + it.functionEn() + it.functionZh()).isEqualTo("–––");
            assertThat(it.wrapped()).containsOnlyOnce("-".repeat(100));
            assertThat(keys.open(KeyDirectory.ENTER, it.id())).isEmpty();
        });
        for (var table : List.of("passkey", "quorum", "share", "recovery")) {
            assertThat(db.sql("SELECT count(*) FROM voice." + table).query(Long.class).single()).as(table).isZero();
        }
    }

    /** Two ways out of the list at once: the second finds nothing to take out. */
    @Test
    void aKeyThatWentAnotherWayIsNotTakenOutTwice() {
        var one = readers.entered(Channel.HR, somebody("He Min", Role.HR));
        keys.retire(one.handler(), "Leaves", one.me());
        var proposal = readers.proposal(one.handler(), KeyDirectory.RETIRE);
        readers.entered(Channel.HR, one.me());
        var union = somebody("Union", Role.UNION);
        assertThat(refusal(keys.rule(KeyDirectory.RETIRE, proposal, Outcome.APPROVED, union))).isEqualTo("voice.not-in-force");
        assertThat(desk.waiting(union)).as("nobody is asked to").noneMatch(it -> it.href().equals("/app/voice/keys"));
        assertThat(keys.inForce()).hasSize(1);
    }
}
