package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.voice.Readers.refusal;
import static org.probity.people.voice.Readers.somebody;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.voice.Card.State;
import org.probity.people.voice.Readers.One;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** From a message that a handler could open to a case that is closed, by its clocks. */
@WholeHouse
class HandlingACaseTest {
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    @Autowired KeyDirectory keys;
    @Autowired Boards boards;
    @Autowired Cases cases;
    @Autowired CaseCounts counts;
    @Autowired VoiceDesk desk;
    @Autowired Figures figures;
    @Autowired Log log;
    @Autowired Accounts accounts;
    @Autowired VoiceLetters voiceLetters;
    @Autowired TransactionTemplate transaction;
    Readers readers;
    One tan;
    One lin;
    One out;

    @BeforeEach
    void threeOfOneChannel() {
        readers = new Readers(keys, db, log);
        tan = readers.entered(Channel.AUDIT, somebody("Tan Rui", Role.REVIEWER));
        lin = readers.entered(Channel.AUDIT, somebody("Lin Qiao", Role.REVIEWER));
        out = readers.entered(Channel.AUDIT, somebody("The foreman", Role.EMPLOYEE));
    }

    private String message() {
        return ((Answer.Done<String>) boards.post(ReceivingAMessageTest.tag(), Age.seal("{\"v\":1}", Age.SMALL, tan.key().recipient(), lin.key().recipient()))).value();
    }

    private UUID opened(String message) {
        return ((Answer.Done<UUID>) cases.open(message, "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler(), lin.handler()), "", tan.me())).value();
    }

    private Answer<UUID> step(UUID card, String step, String outcome, Me me) {
        return cases.answer(card, Age.seal("{\"v\":1,\"step\":\"" + step + "\"}", Age.SMALL, Age.key().recipient(), tan.key().recipient()), step, outcome, me);
    }

    private void cameEarlier(UUID card, int days) {
        db.sql("UPDATE voice.card SET received = received - :days WHERE id = :id").param("days", days).param("id", card).update();
    }

    @Test
    void aCardIsThereForThoseItWasSealedForAndForNobodyElse() {
        var card = opened(message());
        assertThat(cases.of(tan.me())).extracting(Card::id).containsExactly(card);
        assertThat(cases.of(lin.me())).extracting(Card::id).containsExactly(card);
        assertThat(cases.of(out.me())).as("of the same channel, and left out").isEmpty();
        assertThat(http.get().uri("/app/voice/board").with(As.me(out.me()))).hasStatusOk().bodyJson().extractingPath("$.cards").asArray().isEmpty();
        assertThat(http.get().uri("/app/voice/board").with(As.a(Role.BUYER))).as("no reader").hasStatusOk().bodyJson().extractingPath("$.messages").asArray().isEmpty();
        assertThat(refusal(step(card, "ACKNOWLEDGED", "", out.me()))).isEqualTo("voice.case-unknown");
        assertThat(http.get().uri("/app/voice").with(As.me(tan.me()))).hasStatusOk().bodyText().contains(cases.of(tan.me()).getFirst().number());
    }

    @Test
    void aCaseIsOpenedOnceFromAMessageThatThereIs() {
        var message = message();
        assertThat(refusal(cases.open("0".repeat(64), "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.message-unknown");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "WEB", null, null, List.of(lin.handler()), "", tan.me()))).isEqualTo("voice.not-reader");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler(), UUID.randomUUID()), "", tan.me()))).isEqualTo("voice.not-reader");
        assertThat(refusal(cases.open(message, "NONE", "FRAUD", "WEB", null, null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.open(message, "AUDIT", "GOSSIP", "WEB", null, null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "WEB", null, UUID.randomUUID(), List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        opened(message);
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.opened-already");
        assertThat(refusal(cases.setAside(message, true, lin.me()))).isEqualTo("voice.opened-already");
        assertThat(refusal(cases.setAside("0".repeat(64), true, lin.me()))).isEqualTo("voice.message-unknown");
        assertThat(refusal(cases.setAside(message(), false, somebody("Nobody", Role.HR)))).isEqualTo("voice.not-reader");
        assertThat(cases.setAside(message(), false, lin.me())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void stepsFollowOneAnotherAndACaseIsClosedWithAnOutcome() {
        var card = opened(message());
        assertThat(refusal(step(card, "ANSWERED", "", tan.me()))).isEqualTo("voice.step-wrong");
        assertThat(refusal(step(card, "NONSENSE", "", tan.me()))).isEqualTo("voice.step-wrong");
        assertThat(refusal(cases.answer(card, new byte[5], "ACKNOWLEDGED", "", tan.me()))).isEqualTo("voice.no-message");
        assertThat(refusal(step(card, "ACKNOWLEDGED", "PARTLY", tan.me()))).isEqualTo("voice.outcome-missing");
        assertThat(step(card, "ACKNOWLEDGED", "", tan.me())).isInstanceOf(Answer.Done.class);
        assertThat(refusal(step(card, "ACKNOWLEDGED", "", lin.me()))).isEqualTo("voice.step-wrong");
        assertThat(step(card, "", "", lin.me())).as("a word in between").isInstanceOf(Answer.Done.class);
        assertThat(step(card, "ANSWERED", "", lin.me())).isInstanceOf(Answer.Done.class);
        assertThat(refusal(step(card, "CLOSED", "", tan.me()))).isEqualTo("voice.outcome-missing");
        assertThat(step(card, "CLOSED", "SUBSTANTIATED", tan.me())).isInstanceOf(Answer.Done.class);
        var now = cases.find(card, tan.me()).orElseThrow();
        assertThat(now.state()).isEqualTo(State.CLOSED);
        assertThat(now.outcome()).isEqualTo(Card.Outcome.SUBSTANTIATED);
        assertThat(boards.answers()).hasSize(4);
    }

    @Test
    void byWebASealedAnswerTravelsAsItIs() {
        var message = message();
        assertThat(http.post().uri("/app/voice/cards").param("message", message).param("channel", "AUDIT").param("category", "SAFETY").param("team", tan.handler() + "," + lin.handler()).with(As.me(tan.me()))).hasStatusOk();
        assertThat(http.post().uri("/app/voice/cards").param("message", message).with(As.me(tan.me()))).hasStatus(422);
        var card = cases.of(tan.me()).getFirst().id();
        var sealed = Age.seal("{\"text\":\"读到了\"}", Age.SMALL, lin.key().recipient());
        assertThat(http.post().uri("/app/voice/cards/" + card + "/answers").param("sealed", Base64.getEncoder().encodeToString(sealed)).param("step", "ACKNOWLEDGED").with(As.me(tan.me()))).hasStatusOk();
        assertThat(http.post().uri("/app/voice/cards/" + card + "/answers").param("sealed", "no base64!").with(As.me(tan.me()))).hasStatus(422);
        assertThat(http.post().uri("/app/voice/messages/" + message() + "/aside").param("later", "true").with(As.me(lin.me()))).hasStatusOk();
        assertThat(Age.open(boards.answers().getFirst(), lin.key().identity())).hasValue("{\"text\":\"读到了\"}");
        assertThat(Age.open(boards.answers().getFirst(), out.key().identity())).isEmpty();
    }

    /** Seven days are the last day in time; on the eighth it is late, and the union hears of it without reading anything. */
    @Test
    void aClockThatRunsOutIsSeenByTheUnion() {
        var union = somebody("Gao Yan", Role.UNION);
        var card = opened(message());
        cameEarlier(card, 7);
        assertThat(cases.find(card, tan.me()).orElseThrow().late(boards.today())).isFalse();
        assertThat(counts.late()).isZero();
        assertThat(desk.waiting(tan.me())).hasSize(1).first().satisfies(it -> assertThat(it.due()).hasValue(boards.today()));
        assertThat(desk.waiting(out.me())).isEmpty();
        cameEarlier(card, 1);
        assertThat(counts.late()).isOne();
        assertThat(desk.waiting(union)).hasSize(1);
        assertThat(counts.standing(7, tan.me())).as("their own").isEqualTo(new CaseCounts.Standing(1, 1, 1, 0, 0, false));
        assertThat(counts.standing(7, union)).as("one of others is not told").isEqualTo(new CaseCounts.Standing(0, 0, 0, 0, 0, false));
        step(card, "ACKNOWLEDGED", "", tan.me());
        assertThat(desk.waiting(union)).isEmpty();
        assertThat(cases.find(card, tan.me()).orElseThrow().due()).as("three months from the acknowledgement").isEqualTo(boards.today().plusMonths(3));
        step(card, "ANSWERED", "", tan.me());
        assertThat(desk.waiting(tan.me())).isEmpty();
        db.sql("UPDATE voice.message SET day = day - 8 WHERE sha256 = :sha").param("sha", message()).update();
        assertThat(boards.unopened(7)).isOne();
        assertThat(desk.waiting(union)).as("a message that nobody opened").hasSize(1);
    }

    /** Whoever reads some of the cases takes them off the total: what is left says nothing of fewer than five. */
    @Test
    void aTotalDoesNotTellOfACaseThatIsKeptFromSomebody() {
        for (var others = 0; others < 12; others++) {
            assertThat(counts.standing(7, out.me()).reports()).isEqualTo(others / 5 * 5);
            assertThat(counts.standing(7, tan.me()).reports()).isEqualTo(others);
            opened(message());
        }
    }

    @Test
    void notesAreSealedForTheTeamAndGivenToNobodyElse() {
        var card = opened(message());
        var sealed = Age.seal("{\"note\":true,\"text\":\"谈话\"}", Age.SMALL, tan.key().recipient(), lin.key().recipient());
        assertThat(refusal(cases.note(card, sealed, out.me()))).isEqualTo("voice.case-unknown");
        assertThat(refusal(cases.note(card, new byte[3], tan.me()))).isEqualTo("voice.no-message");
        assertThat(http.post().uri("/app/voice/cards/" + card + "/notes").param("sealed", Base64.getEncoder().encodeToString(sealed)).with(As.me(tan.me()))).hasStatusOk();
        assertThat(cases.note(card, sealed, tan.me())).as("the same once more").isInstanceOf(Answer.Done.class);
        assertThat(cases.notes(lin.me())).hasSize(1).first().satisfies(it -> assertThat(Age.open(it.sealed(), lin.key().identity())).hasValueSatisfying(text -> assertThat(text).contains("谈话")));
        assertThat(cases.notes(out.me())).isEmpty();
        assertThat(Age.open(cases.notes(tan.me()).getFirst().sealed(), out.key().identity())).isEmpty();
    }

    @Test
    void whoeverStepsBackSeesTheCaseNoMore() {
        var union = somebody("Gao Yan", Role.UNION);
        var card = opened(message());
        assertThat(refusal(cases.stepBack(card, "BORED", tan.me()))).isEqualTo("voice.because-missing");
        assertThat(refusal(cases.stepBack(card, "LINE", out.me()))).isEqualTo("voice.case-unknown");
        assertThat(cases.thin()).isFalse();
        assertThat(http.post().uri("/app/voice/cards/" + card + "/recusal").param("because", "RELATIVE").with(As.me(tan.me()))).hasStatusOk();
        assertThat(cases.of(tan.me())).isEmpty();
        assertThat(refusal(cases.stepBack(card, "RELATIVE", tan.me()))).isEqualTo("voice.case-unknown");
        assertThat(refusal(step(card, "ACKNOWLEDGED", "", tan.me()))).isEqualTo("voice.case-unknown");
        assertThat(cases.of(lin.me())).hasSize(1);
        assertThat(cases.steppedBack(card)).containsExactly(tan.handler());
        assertThat(cases.thin()).as("one is left").isTrue();
        assertThat(desk.waiting(union)).as("the union is told that, and not which").hasSize(1);
    }

    /** Thirty days after the acknowledgement, and not a day before; then ninety. */
    @Test
    void whoeverReportedIsAskedWhetherTheySufferForIt() {
        var card = opened(message());
        assertThat(refusal(step(card, Cases.ASKED, "", tan.me()))).as("not acknowledged").isEqualTo("voice.follow-up-early");
        step(card, "ACKNOWLEDGED", "", tan.me());
        step(card, "ANSWERED", "", tan.me());
        acknowledgedEarlier(card, 29);
        assertThat(refusal(step(card, Cases.ASKED, "", tan.me()))).isEqualTo("voice.follow-up-early");
        assertThat(desk.waiting(tan.me())).isEmpty();
        acknowledgedEarlier(card, 1);
        assertThat(desk.waiting(tan.me())).hasSize(1).first().satisfies(it -> assertThat(it.due()).hasValue(boards.today()));
        assertThat(refusal(cases.heard(card, "NONE", tan.me()))).isEqualTo("voice.not-asked");
        assertThat(step(card, Cases.ASKED, "", tan.me())).isInstanceOf(Answer.Done.class);
        assertThat(cases.find(card, tan.me()).orElseThrow().followUp()).as("then on the ninetieth").isEqualTo(boards.today().plusDays(60));
        assertThat(refusal(cases.heard(card, "MAYBE", tan.me()))).isEqualTo("voice.result-missing");
        assertThat(refusal(cases.heard(card, "SOME", out.me()))).isEqualTo("voice.case-unknown");
        assertThat(http.post().uri("/app/voice/cards/" + card + "/heard").param("result", "SOME").with(As.me(lin.me()))).hasStatusOk();
        assertThat(refusal(cases.heard(card, "SOME", tan.me()))).as("noted already").isEqualTo("voice.not-asked");
        assertThat(counts.standing(7, tan.me()).harmed()).isOne();
        for (var days : List.of(60, 90, 185)) {
            acknowledgedEarlier(card, days);
            assertThat(step(card, Cases.ASKED, "", tan.me())).isInstanceOf(Answer.Done.class);
        }
        assertThat(cases.find(card, tan.me()).orElseThrow().followUp()).as("four times").isNull();
        assertThat(refusal(step(card, Cases.ASKED, "", tan.me()))).isEqualTo("voice.follow-up-early");
    }

    private void acknowledgedEarlier(UUID card, int days) {
        db.sql("UPDATE voice.step SET day = day - :days WHERE card = :card AND what = 'ACKNOWLEDGED'").param("days", days).param("card", card).update();
    }

    @Test
    void theFigureCountsWhatWasAcknowledgedInTime() {
        var year = boards.today().getYear();
        var inTime = opened(message());
        var late = opened(message());
        var still = opened(message());
        step(inTime, "ACKNOWLEDGED", "", tan.me());
        step(late, "ACKNOWLEDGED", "", tan.me());
        var came = LocalDate.of(year - 1, 6, 10);
        db.sql("UPDATE voice.card SET received = :day WHERE id IN (:one, :other, :third)").param("day", came).param("one", inTime).param("other", late).param("third", still).update();
        db.sql("UPDATE voice.step SET day = :day WHERE card = :card").param("day", came.plusDays(7)).param("card", inTime).update();
        db.sql("UPDATE voice.step SET day = :day WHERE card = :card").param("day", came.plusDays(8)).param("card", late).update();
        var figure = figures.find("reports-acknowledged").orElseThrow();
        assertThat(figures.live(figure, year - 1).shown()).as("one of three: on its last day; a day late; still not").isEqualTo("33.33");
        var before = figures.live(figure, year).control().difference();
        var fresh = opened(message());
        assertThat(figures.live(figure, year).exact()).as("not due is not counted").isEmpty();
        assertThat(figures.live(figure, year).control().difference()).as("and not missing either").isEqualByComparingTo(before);
        step(fresh, "ACKNOWLEDGED", "", tan.me());
        assertThat(figures.live(figure, year).shown()).as("acknowledged at once").isEqualTo("100.00");
    }

    /** A letter on paper, an e-mail: its clock runs from the day on which it came, which is not after the message and not a season before. */
    @Test
    void aReportThatCameAnotherWayCountsFromTheDayItCame() {
        var today = boards.today();
        var message = message();
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "PIGEON", today, null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "WEB", today, null, List.of(tan.handler()), "", tan.me()))).as("nobody's but its writer's").isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "LETTER", today.plusDays(1), null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.open(message, "AUDIT", "FRAUD", "LETTER", today.minusDays(Cases.LATE_DAYS + 1), null, List.of(tan.handler()), "", tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(http.post().uri("/app/voice/cards").param("message", message).param("channel", "AUDIT").param("category", "FRAUD").param("via", "LETTER").param("came", today.minusDays(3).toString())
                .param("team", tan.handler().toString()).with(As.me(tan.me()))).hasStatusOk();
        var card = cases.of(tan.me()).getFirst();
        assertThat(card.via()).isEqualTo(Via.LETTER);
        assertThat(card.acknowledgeBy()).isEqualTo(today.plusDays(4));
        assertThat(http.get().uri("/app/voice").with(As.me(tan.me()))).hasStatusOk().bodyText().contains("Letter");
    }

    /** To another mailbox: those who had it see it no more, and nobody who left it comes back that way. */
    @Test
    void aCaseIsHandedOnToOthers() {
        var gao = readers.entered(Channel.UNION, somebody("Gao Yan", Role.UNION));
        var bai = readers.entered(Channel.UNION, somebody("Bai Lu", Role.UNION));
        var card = opened(message());
        cases.stepBack(card, "LINE", lin.me());
        var note = Age.seal("{\"note\":true}", Age.SMALL, gao.key().recipient());
        var told = Age.seal("{\"moved\":\"UNION\"}", Age.SMALL, Age.key().recipient());
        var both = List.of(gao.handler(), bai.handler());
        assertThat(refusal(cases.handOn(card, "UNION", both, note, told, lin.me()))).isEqualTo("voice.case-unknown");
        assertThat(refusal(cases.handOn(card, "NONE", both, note, told, tan.me()))).isEqualTo("voice.card-wrong");
        assertThat(refusal(cases.handOn(card, "UNION", List.of(gao.handler()), note, told, tan.me()))).isEqualTo("voice.team-thin");
        assertThat(refusal(cases.handOn(card, "UNION", List.of(gao.handler(), UUID.randomUUID()), note, told, tan.me()))).isEqualTo("voice.team-thin");
        assertThat(refusal(cases.handOn(card, "AUDIT", List.of(gao.handler(), lin.handler()), note, told, tan.me()))).isEqualTo("voice.stepped-back-there");
        assertThat(refusal(cases.handOn(card, "UNION", both, new byte[1], told, tan.me()))).isEqualTo("voice.no-message");
        assertThat(http.post().uri("/app/voice/cards/" + card + "/handing-on").param("channel", "UNION").param("team", gao.handler() + "," + bai.handler())
                .param("history", Base64.getEncoder().encodeToString(note)).param("sealed", Base64.getEncoder().encodeToString(told)).with(As.me(tan.me()))).hasStatusOk();
        assertThat(cases.of(tan.me())).isEmpty();
        assertThat(cases.notes(bai.me())).hasSize(1);
        assertThat(cases.of(gao.me()).getFirst().channel()).isEqualTo(Channel.UNION);
        assertThat(cases.thin()).isFalse();
        step(card, "ACKNOWLEDGED", "", gao.me());
        step(card, "ANSWERED", "", bai.me());
        step(card, "CLOSED", "PARTLY", bai.me());
        assertThat(refusal(cases.handOn(card, "UNION", both, note, told, gao.me()))).as("closed").isEqualTo("voice.step-wrong");
    }

    /** Whoever reported asks others to look at what came out: once, nobody who had it, and what they come to is told beside the first. */
    @Test
    void othersLookAtWhatCameOut() {
        var gao = readers.entered(Channel.UNION, somebody("Gao Yan", Role.UNION));
        var bai = readers.entered(Channel.UNION, somebody("Bai Lu", Role.UNION));
        var first = message();
        var card = opened(first);
        for (var step : List.of("ACKNOWLEDGED", "ANSWERED")) {
            step(card, step, "", tan.me());
        }
        step(card, "CLOSED", "NOT_SUBSTANTIATED", tan.me());
        assertThat(refusal(cases.open(message(), "UNION", "FRAUD", "WEB", null, null, List.of(gao.handler(), lin.handler()), first, gao.me()))).isEqualTo("voice.review-own");
        assertThat(http.post().uri("/app/voice/cards").param("message", message()).param("channel", "UNION").param("category", "FRAUD").param("team", gao.handler() + "," + bai.handler()).param("of", first)
                .with(As.me(gao.me()))).hasStatusOk();
        assertThat(refusal(cases.open(message(), "UNION", "FRAUD", "WEB", null, null, List.of(gao.handler()), first, gao.me()))).isEqualTo("voice.reviewed-already");
        var review = cases.of(gao.me()).getFirst();
        assertThat(review.reviews()).isEqualTo(cases.find(card, tan.me()).orElseThrow().number());
        assertThat(cases.find(card, tan.me()).orElseThrow().review()).isEqualTo(Card.Review.OPEN);
        assertThat(cases.of(tan.me())).as("those who had it have no key to it").hasSize(1);
        step(review.id(), "ACKNOWLEDGED", "", gao.me());
        step(review.id(), "ANSWERED", "", gao.me());
        step(review.id(), "CLOSED", "SUBSTANTIATED", bai.me());
        assertThat(cases.find(card, tan.me()).orElseThrow().review()).isEqualTo(Card.Review.OTHER);
        assertThat(counts.statistics(boards.today().getYear(), gao.me()).get(Sort.REVIEW)).containsExactlyEntriesOf(Map.of("OTHER", 1L));
        assertThat(cases.open(message(), "UNION", "FRAUD", "WEB", null, null, List.of(gao.handler()), message(), gao.me())).as("nobody made a case of the first: this is it").isInstanceOf(Answer.Done.class);
    }

    /** Four of others are none; five are five. One's own are as they are, and somebody who neither reads nor watches has no such page. */
    @Test
    void casesByKindAreToldInFullFives() {
        var union = somebody("Gao Yan", Role.UNION);
        for (var n = 0; n < 4; n++) {
            opened(message());
        }
        var year = boards.today().getYear();
        assertThat(counts.years()).containsExactly(year);
        assertThat(counts.statistics(year, union).get(Sort.CATEGORY)).containsExactlyEntriesOf(Map.of("FRAUD", 0L));
        assertThat(counts.statistics(year, out.me()).get(Sort.CHANNEL)).as("whoever was left out of them").containsEntry("AUDIT", 0L);
        assertThat(counts.statistics(year, lin.me()).get(Sort.WAY)).containsEntry("WEB", 4L);
        assertThat(http.get().uri("/app/voice/statistics").with(As.me(union))).hasStatusOk().bodyText().contains("fewer than five").doesNotContain("at least 5");
        opened(message());
        assertThat(counts.statistics(year, union).get(Sort.OUTCOME)).containsExactlyEntriesOf(Map.of("NONE", 5L));
        assertThat(counts.statistics(year - 1, union)).isEmpty();
        assertThat(http.get().uri("/app/voice/statistics?year=" + year).with(As.me(union))).hasStatusOk().bodyText().contains("at least 5");
        assertThat(http.get().uri("/app/voice/statistics?year=x").with(As.me(tan.me()))).hasStatusOk();
        assertThat(http.get().uri("/app/voice/statistics").with(As.a(Role.BUYER))).hasStatus(404);
    }

    /** Two days before the last one, and on the first day too late; then the union hears of it, and of no number. */
    @Test
    void aClockIsWrittenAboutBeforeItRunsOut() {
        var card = opened(message());
        var today = boards.today();
        assertThat(clocks(today)).isEmpty();
        assertThat(clocks(today.plusDays(5))).as("both who keep it").hasSize(2).allSatisfy(it -> {
            assertThat(it.card()).isEqualTo(card);
            assertThat(it.daysLeft()).isEqualTo(2);
            assertThat(it.first()).isTrue();
        });
        assertThat(clocks(today.plusDays(5))).as("once").isEmpty();
        assertThat(clocks(today.plusDays(8))).extracting(CaseCounts.Clocked::daysLeft).containsOnly(-1);
        cases.stepBack(card, "LINE", lin.me());
        step(card, "ACKNOWLEDGED", "", tan.me());
        assertThat(clocks(today.plusMonths(3).minusDays(14))).as("whoever stepped back has no clock").singleElement().satisfies(it -> assertThat(it.first()).isFalse());
        step(card, "ANSWERED", "", tan.me());
        assertThat(clocks(today.plusMonths(3).minusDays(2))).isEmpty();
    }

    private List<CaseCounts.Clocked> clocks(LocalDate day) {
        return counts.clocks(day, VoiceLetters.ON_DAYS_LEFT);
    }

    @Test
    void aLetterSaysWhichClockAndNothingOfTheCase() {
        var address = UUID.randomUUID() + "@helia.example";
        var account = switch (accounts.invite(new Accounts.Newcomer("Mo Li", address, Set.of(Role.REVIEWER, Role.UNION), Optional.empty(), "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> id;
            case Ruling.Denied<UUID> denied -> throw new IllegalStateException(denied.toString());
        };
        var mo = readers.entered(Channel.AUDIT, new Me(account, "Mo Li", Set.of(Role.REVIEWER), Optional.empty()));
        cases.open(message(), "AUDIT", "FRAUD", "WEB", null, null, List.of(tan.handler(), mo.handler()), "", tan.me());
        var letters = "SELECT subject || ' ' || body FROM mail.letter WHERE recipient = :to AND subject LIKE '%clock%' ORDER BY written_at, subject";
        transaction.executeWithoutResult(_ -> voiceLetters.on(new DayHasBegun(boards.today().plusDays(5))));
        assertThat(db.sql(letters).param("to", address).query(String.class).list()).singleElement().asString().contains("a clock runs out on", boards.today().plusDays(7).toString(), "/app/voice")
                .doesNotContain(cases.of(tan.me()).getFirst().number(), "Fraud");
        transaction.executeWithoutResult(_ -> voiceLetters.on(new DayHasBegun(boards.today().plusDays(8))));
        assertThat(db.sql(letters).param("to", address).query(String.class).list()).as("as a handler, and as the union").hasSize(3);
    }

    /** What somebody writes is a text, whatever it looks like: a card has no text at all. */
    @Test
    void aCardHasNoWordsOfAnybody() {
        assertThat(db.sql("SELECT column_name FROM information_schema.columns WHERE table_schema = 'voice' AND table_name IN ('card', 'step', 'opened') AND data_type = 'text' ORDER BY 1").query(String.class).list().stream().distinct())
                .containsExactlyInAnyOrder("category", "channel", "message", "number", "outcome", "via", "what");
        assertThat(db.sql("SELECT column_name FROM information_schema.columns WHERE table_schema = 'voice' AND table_name IN ('note', 'recused', 'asked', 'heard') AND data_type = 'text' ORDER BY 1").query(String.class).list().stream().distinct())
                .containsExactlyInAnyOrder("because", "result", "sha256");
    }
}
