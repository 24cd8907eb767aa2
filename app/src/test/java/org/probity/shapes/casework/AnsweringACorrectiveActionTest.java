package org.probity.shapes.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.casework.Case.Aim;
import org.probity.shapes.casework.Case.Measure;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.casework.Case.State;
import org.probity.shapes.casework.Cases.Plan;
import org.probity.shapes.casework.Cases.Upload;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class AnsweringACorrectiveActionTest {
    @Autowired Cases cases;
    @Autowired CaseRulings rulings;
    @Autowired Spans spans;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;

    final Me quality = someone(Role.QUALITY);
    final Me ehs = someone(Role.EHS);
    UUID supplier;
    Me contact;
    LocalDate today;
    Case it;

    @BeforeEach
    void aFindingAsksForAction() {
        today = LocalDate.now(clock);
        supplier = ASupplier.in(db);
        db.sql("INSERT INTO supplier.contact (id, supplier, name, email, from_day) VALUES (gen_random_uuid(), :supplier, 'Chen Yu', :mail, :day)")
                .param("supplier", supplier).param("mail", supplier + "@supplier.example").param("day", today).update();
        contact = new Me(UUID.randomUUID(), "Chen Yu", Set.of(Role.SUPPLIER), Optional.of(supplier));
        it = cases.open("audit.finding", "PRIORITY", UUID.randomUUID(), supplier, "Fire exit locked", "消防通道上锁", quality);
    }

    @Test
    void aPriorityFindingHasItsPlanDueInSevenDaysAndAMajorOneInFourteen() {
        assertThat(it.planDueDay()).isEqualTo(today.plusDays(7));
        assertThat(it.closeDueDay()).isEqualTo(today.plusDays(30));
        assertThat(cases.open("audit.finding", "MAJOR", UUID.randomUUID(), supplier, "a", "甲", quality).planDueDay()).isEqualTo(today.plusDays(14));
    }

    @Test
    void aSubjectHasOneCase() {
        assertThat(cases.open("audit.finding", "MINOR", it.subject(), supplier, "again", "又一次", ehs)).isEqualTo(it);
        assertThatThrownBy(() -> cases.open("audit.finding", "OBSERVATION", UUID.randomUUID(), supplier, "a", "甲", quality)).hasMessageContaining("no days for");
    }

    @Test
    void fromPlanToClosingByTwo() {
        assertThat(done(cases.plan(it.id(), plan(), contact)).dueDay()).isEqualTo(today.plusDays(7));
        var accepted = done(rulings.accept(it.id(), quality));
        assertThat(accepted.dueDay()).as("the last measure").isEqualTo(today.plusDays(20));
        assertThat(done(cases.done(it.id(), "opened and marked", List.of(photo()), contact)).state()).isEqualTo(State.DONE_SENT);
        done(rulings.verify(it.id(), Method.SITE, today, "the door opens from inside", List.of(photo()), quality));
        assertThat(key(rulings.close(it.id(), quality))).isEqualTo("casework.two-people");
        assertThat(done(rulings.close(it.id(), ehs)).state()).isEqualTo(State.CLOSED);
        assertThat(cases.steps(it.id())).extracting(Case.Step::state).containsExactly(
                State.CLOSED, State.VERIFIED, State.DONE_SENT, State.PLAN_ACCEPTED, State.PLAN_SENT, State.PLAN_OWED);
        assertThat(cases.files(it.id())).hasSize(2);
        assertThat(db.sql("SELECT count(*) FROM casework.step JOIN log.record ON record.id = step.record WHERE correction = :id").param("id", it.id())
                .query(Long.class).single()).isEqualTo(6);
    }

    @Test
    void theDataHoldsTheTwoPeopleToo() {
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO casework.step (correction, no, state, at, by, due_day, after_by, record)
                VALUES (:id, 2, 'CLOSED', now(), :by, now(), :by, gen_random_uuid())
                """).param("id", it.id()).param("by", quality.account()).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("closed_by_two");
    }

    @Test
    void aPlanSaysAll() {
        assertThat(key(cases.plan(it.id(), new Plan(" ", "why", measures()), contact))).isEqualTo("casework.containment-missing");
        assertThat(key(cases.plan(it.id(), new Plan("locked", " ", measures()), contact))).isEqualTo("casework.cause-missing");
        assertThat(key(cases.plan(it.id(), new Plan("locked", "why", measures().subList(1, 2)), contact))).isEqualTo("casework.corrective-missing");
        assertThat(key(cases.plan(it.id(), new Plan("locked", "why", measures().subList(0, 1)), contact))).isEqualTo("casework.preventive-missing");
        assertThat(key(cases.plan(it.id(), new Plan("locked", "why", List.of(measures().getFirst(), new Measure(Aim.PREVENTIVE, "train", "", today))), contact)))
                .isEqualTo("casework.owner-missing");
        assertThat(key(cases.plan(it.id(), new Plan("locked", "why", List.of(measures().getFirst(), new Measure(Aim.PREVENTIVE, "train", "Li", today.minusDays(1)))), contact)))
                .isEqualTo("casework.day-past");
        assertThat(key(cases.plan(it.id(), new Plan("x".repeat(4001), "why", measures()), contact))).isEqualTo("casework.words-long");
    }

    @Test
    void nobodyAnswersForAnotherSupplierOrOutOfTurn() {
        var stranger = new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(ASupplier.in(db)));
        assertThat(key(cases.plan(it.id(), plan(), stranger))).isEqualTo("casework.not-yours");
        assertThat(key(cases.done(it.id(), "done", List.of(photo()), stranger))).isEqualTo("casework.not-yours");
        assertThat(key(cases.done(it.id(), "done", List.of(photo()), contact))).isEqualTo("casework.step-not-allowed");
        assertThat(key(rulings.accept(it.id(), quality))).isEqualTo("casework.step-not-allowed");
        assertThat(key(rulings.accept(UUID.randomUUID(), quality))).isEqualTo("casework.unknown");
        assertThat(key(rulings.noAction(it.id(), "because", someone(Role.SOURCING_OFFICER)))).isEqualTo("casework.not-handled-by-you");
        assertThat(browser.get().uri("/app/portal/casework/" + it.id()).with(As.me(stranger)).exchange()).hasStatus(404);
    }

    @Test
    void whatIsDoneIsShown() {
        done(cases.plan(it.id(), plan(), contact));
        done(rulings.accept(it.id(), quality));
        assertThat(key(cases.done(it.id(), " ", List.of(photo()), contact))).isEqualTo("casework.done-missing");
        assertThat(key(cases.done(it.id(), "x".repeat(4001), List.of(photo()), contact))).isEqualTo("casework.words-long");
        assertThat(key(cases.done(it.id(), "done", List.of(), contact))).isEqualTo("casework.evidence-missing");
        assertThat(key(cases.done(it.id(), "done", List.of(new Upload("big", "x", new byte[(20 << 20) + 1])), contact))).isEqualTo("casework.file-too-big");
        done(cases.done(it.id(), "done", List.of(photo()), contact));
        assertThat(key(rulings.verify(it.id(), null, null, "seen", List.of(), quality))).isEqualTo("casework.method-missing");
        assertThat(key(rulings.verify(it.id(), Method.SITE, null, "seen", List.of(), quality))).isEqualTo("casework.visit-missing");
        assertThat(key(rulings.verify(it.id(), Method.SITE, today.plusDays(1), "seen", List.of(), quality))).isEqualTo("casework.visit-future");
        assertThat(key(rulings.verify(it.id(), Method.DESK, null, " ", List.of(), quality))).isEqualTo("casework.seen-missing");
        assertThat(done(rulings.sendBack(it.id(), "another cabinet", today.plusDays(3), quality)).state()).isEqualTo(State.DONE_RETURNED);
        done(cases.done(it.id(), "the right one", List.of(photo()), contact));
        done(rulings.verify(it.id(), Method.DESK, null, "the photo shows it", List.of(), quality));
        assertThat(done(rulings.sendBack(it.id(), "I was there: it is open", today, ehs)).state()).as("the second person disagrees").isEqualTo(State.DONE_RETURNED);
    }

    @Test
    void whoIsSentBackIsToldWhyAndUntilWhen() {
        done(cases.plan(it.id(), plan(), contact));
        assertThat(key(rulings.sendBack(it.id(), " ", today, quality))).isEqualTo("casework.reason-missing");
        assertThat(key(rulings.sendBack(it.id(), "why", today.minusDays(1), quality))).isEqualTo("casework.day-past");
        done(rulings.sendBack(it.id(), "name an owner", today.plusDays(4), quality));
        assertThat(browser.get().uri("/app/portal/casework/" + it.id()).with(As.contactOf(supplier)).exchange())
                .bodyText().contains("name an owner", "Ask the line leader");
    }

    /** The plan before them came back and another came in its place: what they meant to accept is not what stands there. */
    @Test
    void whatMovedOnUnderSomebodysEyesIsNotDecidedUnseen() {
        var seen = done(cases.plan(it.id(), plan(), contact));
        done(rulings.sendBack(it.id(), "name an owner", today.plusDays(4), ehs));
        var other = done(cases.plan(it.id(), new Plan("nothing was done", "nobody knows", measures()), contact));
        assertThat(key(rulings.asSeen(it.id(), seen.step(), () -> rulings.accept(it.id(), quality)))).isEqualTo("casework.moved-on");
        var path = "/app/casework/" + it.id();
        for (var act : List.of("/acceptance", "/no-action", "/return", "/verification", "/closure")) {
            assertThat(browser.post().uri(path + act).param("step", String.valueOf(seen.step())).param("reason", "no").param("until", today.toString()).param("because", "no")
                    .param("method", "DESK").param("seen", "photo").with(As.me(quality)).exchange()).as(act).hasStatus(422).bodyText().contains("moved on since you looked");
        }
        assertThat(browser.post().uri(path + "/acceptance").with(As.me(quality)).exchange()).as("which one is not said").hasStatus(422);
        assertThat(cases.find(it.id()).orElseThrow()).isEqualTo(other);
        assertThat(browser.get().uri(path).with(As.me(quality)).exchange()).bodyText().contains("name=\"step\" value=\"" + other.step() + "\"");
        done(rulings.asSeen(it.id(), other.step(), () -> rulings.accept(it.id(), quality)));
        assertThat(key(rulings.asSeen(UUID.randomUUID(), 1, () -> rulings.accept(UUID.randomUUID(), quality)))).isEqualTo("casework.unknown");
    }

    @Test
    void ofTwoWhoDecideAtTheSameMomentTheSlowerIsTold() {
        var seen = done(cases.plan(it.id(), plan(), contact)).step();
        assertThat(key(Meanwhile.slower(transaction, db, () -> done(rulings.asSeen(it.id(), seen, () -> rulings.accept(it.id(), quality))),
                () -> rulings.asSeen(it.id(), seen, () -> rulings.sendBack(it.id(), "another owner", today.plusDays(3), ehs))))).isEqualTo("casework.moved-on");
        done(cases.done(it.id(), "done", List.of(photo()), contact));
        var verified = done(rulings.verify(it.id(), Method.DESK, null, "the photo shows it", List.of(), quality)).step();
        assertThat(key(Meanwhile.slower(transaction, db, () -> done(rulings.asSeen(it.id(), verified, () -> rulings.close(it.id(), ehs))),
                () -> rulings.asSeen(it.id(), verified, () -> rulings.close(it.id(), someone(Role.EHS)))))).isEqualTo("casework.moved-on");
        assertThat(cases.steps(it.id()).getFirst().state()).isEqualTo(State.CLOSED);
    }

    /** Java knows that day and no table does. */
    @Test
    void aDayNobodyCanMeanIsAFaultOfItsField() {
        var far = "+999999999-12-31";
        assertThat(browser.post().uri("/app/portal/casework/" + it.id() + "/plan").with(As.contactOf(supplier)).param("containment", "unlocked").param("rootCause", "no key")
                .param("corrective1", "new lock").param("corrective1-owner", "Li").param("corrective1-day", far).exchange()).hasStatus(422).bodyText().contains("Give a day");
        done(cases.plan(it.id(), plan(), contact));
        assertThat(browser.post().uri("/app/casework/" + it.id() + "/return").param("step", "2").param("reason", "no").param("until", far).with(As.me(quality)).exchange())
                .hasStatus(422).bodyText().contains("Give a day");
        assertThat(browser.post().uri("/app/casework/spans").param("severity", "audit.finding/PRIORITY").param("planDays", "3").param("closeDays", "9").param("source", "x")
                .param("from", far).with(As.me(quality)).exchange()).hasStatus(422).bodyText().contains("Give a day");
    }

    @Test
    void noActionHasAReasonAndASecondPerson() {
        assertThat(key(rulings.noAction(it.id(), " ", quality))).isEqualTo("casework.reason-missing");
        done(rulings.noAction(it.id(), "the door is a cupboard", quality));
        assertThat(key(rulings.close(it.id(), quality))).isEqualTo("casework.two-people");
        assertThat(done(rulings.close(it.id(), ehs)).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void otherDaysHoldForWhatIsOpenedAfterwards() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(spans.choose("audit.finding", "PRIORITY", today, 3, 10, "Decision of the quality board", quality)).isInstanceOf(Done.class);
            assertThat(cases.open("audit.finding", "PRIORITY", UUID.randomUUID(), supplier, "a", "甲", quality).closeDueDay()).isEqualTo(today.plusDays(10));
            assertThat(cases.find(it.id()).orElseThrow().closeDueDay()).isEqualTo(today.plusDays(30));
        });
        assertThat(key(spans.choose("audit.finding", "NONE", today, 3, 10, "x", quality))).isEqualTo("casework.span-unknown");
        assertThat(key(spans.choose("audit.finding", "PRIORITY", today, 3, 10, "x", someone(Role.LEGAL)))).isEqualTo("casework.span-not-yours");
        assertThat(key(spans.choose("audit.finding", "PRIORITY", today, 11, 10, "x", quality))).isEqualTo("casework.span-days");
        assertThat(key(spans.choose("audit.finding", "PRIORITY", today, 3, 10, " ", quality))).isEqualTo("casework.span-source-missing");
        assertThat(key(spans.choose("audit.finding", "PRIORITY", today.minusDays(1), 3, 10, "x", quality))).isEqualTo("casework.day-past");
    }

    @Test
    void aSupplierIsRemindedOnceADayAndWeAreToldWhenItIsLate() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var before = letters();
            events.publishEvent(new DayHasBegun(today.plusDays(6)));
            events.publishEvent(new DayHasBegun(today.plusDays(6)));
            assertThat(letters()).isEqualTo(before + 1);
            events.publishEvent(new DayHasBegun(today.plusDays(8)));
            assertThat(letters()).isEqualTo(before + 2);
        });
    }

    @Test
    void theScreensOfBothSidesCarryItThrough() {
        assertThat(browser.get().uri("/app/portal").with(As.contactOf(supplier)).exchange()).bodyText().contains("Fire exit locked");
        assertThat(browser.post().uri("/app/portal/casework/" + it.id() + "/plan").with(As.contactOf(supplier)).param("containment", "unlocked").param("rootCause", "no key")
                .param("corrective1", "new lock").param("corrective1-owner", "Li").param("corrective1-day", "soon").exchange())
                .hasStatus(422).bodyText().contains("Give a day");
        assertThat(browser.post().uri("/app/portal/casework/" + it.id() + "/plan").with(As.contactOf(supplier)).param("containment", "unlocked").param("rootCause", "no key")
                .param("corrective1", "new lock").param("corrective1-owner", "Li").param("corrective1-day", today.toString())
                .param("preventive1", "weekly round").param("preventive1-owner", "Li").param("preventive1-day", today.toString()).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/casework/" + it.id() + "/acceptance").param("step", "2").with(As.me(quality)).exchange()).hasStatus(303);
        assertThat(browser.post().multipart().uri("/app/portal/casework/" + it.id() + "/done").file(new MockMultipartFile("files", "after.jpg", "image/jpeg", new byte[] {1}))
                .param("words", "done").with(As.contactOf(supplier)).exchange()).hasStatus(303);
        assertThat(browser.post().multipart().uri("/app/casework/" + it.id() + "/verification").param("step", "4").param("method", "DESK").param("seen", "photo").with(As.me(quality)).exchange())
                .hasStatus(303);
        assertThat(browser.post().uri("/app/casework/" + it.id() + "/closure").with(As.stale(ehs)).exchange()).as("a binding act").hasStatus3xxRedirection();
        assertThat(cases.find(it.id()).orElseThrow().state()).isEqualTo(State.VERIFIED);
        assertThat(browser.post().uri("/app/casework/" + it.id() + "/closure").param("step", "5").with(As.me(ehs)).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/casework/" + it.id() + "/files/" + cases.files(it.id()).getFirst().id()).with(As.me(ehs)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/casework?state=closed&format=csv").with(As.me(ehs)).exchange()).bodyText().contains("Fire exit locked");
    }

    long letters() {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", supplier + "@supplier.example").query(Long.class).single();
    }

    List<Measure> measures() {
        return List.of(new Measure(Aim.CORRECTIVE, "Ask the line leader for the key", "Line leader", today.plusDays(20)),
                new Measure(Aim.PREVENTIVE, "Weekly round", "EHS office", today.plusDays(10)));
    }

    Plan plan() {
        return new Plan("unlocked at once", "the key was lost", measures());
    }

    static Upload photo() {
        return new Upload("after.jpg", "image/jpeg", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    static Case done(Answer<Case> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<Case>) answer).value();
    }

    static String key(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
