package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.key;
import static org.probity.people.recruitment.AHiring.mail;
import static org.probity.people.recruitment.AHiring.marks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.labour.Identity;
import org.probity.people.recruitment.Application.State;
import org.probity.people.recruitment.Applying.Form;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Screened blind, asked alike, marked alone, decided by two, and offered to whoever the law lets work. */
@WholeHouse
class ChoosingSomebodyTest {
    @Autowired Requisitions requisitions;
    @Autowired Postings postings;
    @Autowired Applying applying;
    @Autowired Applications applications;
    @Autowired Screening screening;
    @Autowired Interviews interviews;
    @Autowired Offers offers;
    @Autowired RecruitmentData data;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    AHiring hiring;
    AHiring.Open posting;

    @BeforeEach
    void aPosting() {
        hiring = new AHiring(house);
        posting = hiring.open(1);
    }

    @Test
    void whoeverScreensSeesACodeAndAnswers() {
        var sent = done(applying.apply(new Form(posting.id(), "Li Unmistakable", "who@example.org", "13900004444", "en", List.of("I mended a pump"), "F", "OVER_50", "", true, AHiring.CV)));
        var page = browser.get().uri("/app/recruitment/applications/" + sent.id()).with(As.me(posting.hr())).exchange();
        assertThat(page).hasStatusOk().bodyText().contains(sent.code(), "I mended a pump", "What have you mended?").doesNotContain("Unmistakable", "who@example.org", "4444", "cv.pdf", "over 50");
        assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id() + "/file").with(As.me(posting.hr())).exchange()).as("the file names somebody").hasStatus(404);
        assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id()).with(As.me(posting.asks())).exchange()).as("nobody to ask yet").hasStatus(404);
        assertThat(key(screening.screen(sent.id(), Map.of(1, 4), true, "", posting.asks()))).isEqualTo("recruitment.not-yours");
        assertThat(key(screening.screen(UUID.randomUUID(), Map.of(1, 4), true, "", posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(screening.screen(sent.id(), Map.of(), true, "", posting.hr()))).isEqualTo("recruitment.mark-missing");
        assertThat(key(screening.screen(sent.id(), Map.of(1, 6), true, "", posting.hr()))).isEqualTo("recruitment.mark-missing");
        assertThat(key(screening.screen(sent.id(), Map.of(1, 1), false, "", posting.hr()))).as("a no without a ground").isEqualTo("recruitment.ground-wrong");
        assertThat(key(screening.screen(sent.id(), Map.of(1, 1), false, "NO_DOCUMENT", posting.hr()))).as("a ground of another stage").isEqualTo("recruitment.ground-wrong");
        assertThat(browser.post().uri("/app/recruitment/applications/" + sent.id() + "/screening").param("score1", "5").param("outcome", "ON").with(As.me(posting.hr())).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id()).with(As.me(posting.asks())).exchange()).hasStatusOk().bodyText().contains("Unmistakable", "How do you find a fault?")
                .doesNotContain("over 50");
        assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id() + "/file").with(As.me(posting.hr())).exchange()).hasStatusOk();
    }

    @Test
    void aRefusalNamesItsGroundToWhoeverApplied() {
        var sent = hiring.sent(posting);
        done(screening.screen(sent.id(), Map.of(1, 1), false, "NOT_QUALIFIED", posting.hr()));
        assertThat(browser.get().uri("/jobs/mine/" + sent.secret()).exchange()).hasStatusOk().bodyText().contains("You were not chosen", "something that the posting asks for is missing");
        for (var page : List.of("", "/file")) {
            assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id() + page).with(As.me(posting.asks())).exchange()).as("nobody is to ask them anything").hasStatus(404);
        }
        assertThat(key(screening.screen(sent.id(), Map.of(1, 5), true, "", posting.other()))).isEqualTo("recruitment.decided-already");
        assertThatThrownBy(() -> db.sql("UPDATE recruitment.step SET ground = '' WHERE application = :id").param("id", sent.id()).update()).hasMessageContaining("refused_on_a_ground");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTooLate() throws Exception {
        var sent = hiring.sent(posting);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Answer<UUID>> on = () -> screening.screen(sent.id(), Map.of(1, 5), true, "", posting.hr());
            Callable<Answer<UUID>> off = () -> screening.screen(sent.id(), Map.of(1, 1), false, "LOWER_MARKS", posting.other());
            var answers = both.invokeAll(List.of(on, off)).stream().map(it -> it.resultNow()).toList();
            assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(Answer.Refused.class::isInstance).map(AHiring::key)).containsExactly("recruitment.decided-already");
        }
        assertThat(applications.steps(sent.id())).hasSize(1);
    }

    @Test
    void eachInterviewerGivesMarksBeforeTheySeeOthers() {
        var id = hiring.screened(posting);
        assertThat(key(interviews.show(id, posting.hr()))).isEqualTo("recruitment.no-marks");
        assertThat(key(interviews.mark(UUID.randomUUID(), marks(3), posting.asks()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(interviews.mark(id, marks(3), posting.hr()))).isEqualTo("recruitment.not-interviewer");
        assertThat(key(interviews.mark(id, Map.of(1, new Interviews.Mark(3, "x")), posting.asks()))).isEqualTo("recruitment.mark-missing");
        assertThat(key(interviews.mark(id, Map.of(1, new Interviews.Mark(3, "x"), 2, new Interviews.Mark(3, " ")), posting.asks()))).isEqualTo("recruitment.mark-words");
        done(interviews.mark(id, marks(4), posting.asks()));
        assertThat(key(interviews.mark(id, marks(5), posting.asks()))).isEqualTo("recruitment.marked-already");
        assertThat(browser.get().uri("/app/recruitment/applications/" + id).with(As.me(posting.asksToo())).exchange()).hasStatusOk().bodyText().doesNotContain("Went step by step");
        assertThat(key(interviews.move(id, true, "", posting.asks()))).as("one is still to give theirs").isEqualTo("recruitment.marks-owed");
        assertThat(browser.post().uri("/app/recruitment/applications/" + id + "/others").with(As.me(posting.asksToo())).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/recruitment/applications/" + id).with(As.me(posting.asksToo())).exchange()).hasStatusOk().bodyText().contains("Went step by step");
        assertThat(key(interviews.mark(id, marks(4), posting.asksToo()))).as("who has seen others' gives none").isEqualTo("recruitment.seen-others");
        assertThat(key(interviews.show(UUID.randomUUID(), posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(interviews.show(id, hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        // Somebody else is named in their place, and the panel goes on.
        var third = hiring.somebody(Role.PROCESS);
        done(postings.name(posting.id(), mail(posting.asks()) + " " + mail(third), posting.hr()));
        done(interviews.mark(id, marks(2), third));
        done(interviews.move(id, true, "", posting.asks()));
    }

    @Test
    void aPanelDecidesByTwo() {
        var id = hiring.interviewed(posting);
        var outside = hiring.somebody(Role.BUYER);
        assertThat(key(interviews.move(UUID.randomUUID(), true, "", posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(interviews.move(id, true, "", outside))).isEqualTo("recruitment.not-yours");
        assertThat(key(interviews.move(id, false, "", posting.asks()))).isEqualTo("recruitment.ground-wrong");
        assertThat(key(interviews.rule(id, Outcome.APPROVED, posting.asks()))).isEqualTo("recruitment.nothing-moved");
        done(interviews.move(id, true, "", posting.asks()));
        assertThat(key(interviews.move(id, true, "", posting.asksToo()))).isEqualTo("recruitment.moved-already");
        assertThat(key(interviews.rule(id, Outcome.APPROVED, posting.asks()))).isEqualTo("decision.needs-another-person");
        assertThat(key(interviews.rule(id, Outcome.APPROVED, outside))).isEqualTo("recruitment.not-yours");
        assertThat(key(interviews.rule(UUID.randomUUID(), Outcome.APPROVED, posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(browser.get().uri("/app").with(As.me(posting.asksToo())).exchange()).bodyText().contains(hiring.find(id).code());
        done(interviews.rule(id, Outcome.REJECTED, posting.asksToo()));
        assertThat(hiring.find(id).state()).as("decided again").isEqualTo(State.INTERVIEWS);
        done(interviews.move(id, false, "LOWER_MARKS", posting.asksToo()));
        done(interviews.rule(id, Outcome.APPROVED, posting.hr()));
        assertThat(hiring.find(id).state()).isEqualTo(State.REFUSED);
        assertThat(key(interviews.mark(id, marks(3), posting.asks()))).isEqualTo("recruitment.not-in-interviews");
        assertThat(key(interviews.move(id, true, "", posting.asks()))).isEqualTo("recruitment.not-in-interviews");
    }

    @Test
    void nobodyBelowSixteenIsOfferedWork() {
        var id = hiring.wanted(posting);
        var today = hiring.today();
        var starts = today.plusDays(14);
        assertThat(key(offers.offer(id, hiring.born(today.minusYears(16).plusDays(1)), starts, posting.hr()))).as("sixteen tomorrow").isEqualTo("labour.offer-too-young");
        assertThat(key(offers.offer(id, new Identity(Identity.Document.ID_CARD, "110101199003070001", today.minusYears(30), Identity.Sex.F, today), starts, posting.hr()))).as("the number says otherwise")
                .startsWith("labour.");
        assertThat(hiring.find(id).state()).as("nothing was offered").isEqualTo(State.TO_OFFER);
        done(applications.refuse(id, "NOT_BY_LAW", posting.hr()));
        var next = hiring.wanted(posting);
        done(offers.offer(next, hiring.born(today.minusYears(16)), starts, posting.hr()));
        assertThat(hiring.find(next).young()).as("sixteen today: may work, and is owed a registration first").isTrue();
        assertThat(browser.get().uri("/app/recruitment/applications/" + next).with(As.me(posting.hr())).exchange()).bodyText().contains("health check");
        assertThat(db.sql("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'recruitment' AND column_name IN ('born', 'number_hash')").query(Long.class).single())
                .as("of the document nothing is kept").isZero();
    }

    @Test
    void anOfferKeepsToWhatTwoAgreedTo() {
        var today = hiring.today();
        var id = hiring.wanted(posting);
        var second = hiring.wanted(posting);
        var third = hiring.wanted(posting);
        var adult = hiring.born(today.minusYears(30));
        assertThat(key(offers.offer(id, adult, today, posting.asks()))).isEqualTo("recruitment.not-yours");
        assertThat(key(offers.offer(UUID.randomUUID(), adult, today, posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(offers.offer(id, adult, today.minusDays(1), posting.hr()))).isEqualTo("recruitment.starts-wrong");
        assertThat(key(offers.offer(hiring.screened(posting), adult, today, posting.hr()))).isEqualTo("recruitment.not-to-offer");
        assertThat(key(offers.hire(id, "", today, posting.hr()))).isEqualTo("recruitment.not-offered");
        assertThat(key(offers.declined(id, posting.hr()))).isEqualTo("recruitment.not-offered");
        for (var one : Stream.of(id, second, third).toList()) {
            done(offers.offer(one, hiring.born(today.minusYears(30)), today.plusDays(3), posting.hr()));
        }
        assertThat(key(offers.hire(id, "", today, posting.asks()))).isEqualTo("recruitment.not-yours");
        assertThat(key(offers.hire(UUID.randomUUID(), "", today, posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(offers.hire(id, "no such number", today, posting.hr()))).isEqualTo("recruitment.number-unknown");
        assertThat(key(offers.declined(second, posting.asks()))).isEqualTo("recruitment.not-yours");
        assertThat(key(offers.declined(UUID.randomUUID(), posting.hr()))).isEqualTo("recruitment.application-unknown");
        done(offers.declined(second, posting.hr()));
        done(offers.hire(id, "", today.plusDays(3), posting.hr()));
        assertThat(key(offers.hire(third, "", today, posting.hr()))).as("one place was agreed").isEqualTo("recruitment.filled");
        assertThat(key(offers.offer(hiring.wanted(posting), adult, today, posting.hr()))).isEqualTo("recruitment.filled");
        assertThat(key(applications.refuse(third, "ALL_PLACES_TAKEN", posting.asks()))).isEqualTo("recruitment.not-yours");
        assertThat(key(applications.refuse(UUID.randomUUID(), "ALL_PLACES_TAKEN", posting.hr()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(applications.refuse(third, "LOWER_MARKS", posting.hr()))).as("no ground of this stage").isEqualTo("recruitment.ground-wrong");
        done(applications.refuse(third, "ALL_PLACES_TAKEN", posting.hr()));
        assertThat(key(applications.refuse(third, "ALL_PLACES_TAKEN", posting.hr()))).isEqualTo("recruitment.decided-already");
        assertThat(hiring.find(id).state()).isEqualTo(State.HIRED);
        assertThat(hiring.find(second).state()).isEqualTo(State.DECLINED);
        assertThat(browser.get().uri("/app/recruitment/" + posting.id()).with(As.me(posting.hr())).exchange()).hasStatusOk().bodyText().contains(hiring.find(id).code());
    }

    /** From an address of their own nobody could tell; with the private link they say so, and it is theirs from then on. */
    @Test
    void whoWorksHereSaysByTheirLinkWhatIsTheirs() {
        var mailed = "private" + UUID.randomUUID() + "@example.org";
        var sent = done(applying.apply(new Form(posting.id(), "He Min", mailed, "13900008888", "en", List.of("x"), "", "", "", true, AHiring.CV)));
        assertThat(html("/app/recruitment/applications/" + sent.id(), posting.hr())).contains(sent.code());
        assertThat(browser.get().uri("/jobs/mine/" + sent.secret()).exchange()).hasStatusOk().bodyText().contains("/app/recruitment/own/" + sent.secret());
        var own = "/app/recruitment/own/" + sent.secret();
        assertThat(html(own, posting.hr())).contains("This application is mine");
        assertThat(browser.post().uri(own).with(As.me(posting.hr())).exchange()).hasStatus(303);
        assertThat(html(own, posting.hr())).contains("You have said that it is yours");
        done(applying.isMine(sent.secret(), posting.hr()));
        assertThat(browser.post().uri(own).with(As.me(posting.other())).exchange()).hasStatus(422).bodyText().contains("Somebody else has said");
        assertThat(key(applying.isMine(sent.secret(), posting.other()))).isEqualTo("recruitment.own-taken");
        assertThat(key(applying.isMine("x".repeat(43), posting.other()))).isEqualTo("recruitment.link-dead");
        assertThat(browser.get().uri("/app/recruitment/own/" + "x".repeat(43)).with(As.me(posting.other())).exchange()).hasStatus(404);
        assertThat(key(screening.screen(sent.id(), Map.of(1, 5), true, "", posting.hr()))).isEqualTo("recruitment.own");
        assertThat(browser.get().uri("/app/recruitment/applications/" + sent.id()).with(As.me(posting.hr())).exchange()).hasStatus(404);
        var account = accounts.find(posting.hr().account()).orElseThrow();
        assertThat(data.about(account)).singleElement().satisfies(part -> assertThat(part.rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("code", sent.code())));
    }

    /** A stranger may type anybody's address: that puts nothing among their data. */
    @Test
    void anAddressThatSomebodyTypedPutsNothingAmongTheDataOfItsOwner() {
        var it = posting.other();
        done(applying.apply(new Form(posting.id(), "X", mail(it), "13900009999", "en", List.of("x"), "", "", "", true, AHiring.CV)));
        assertThat(data.about(accounts.find(it.account()).orElseThrow())).isEmpty();
    }

    private String html(String path, Me me) {
        try {
            var page = browser.get().uri(path).with(As.me(me)).exchange();
            assertThat(page).hasStatusOk();
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Half an interview is kept for whoever writes, enters no log and counts for nothing. */
    @Test
    void whatAnInterviewerHasBegunIsKeptForThemAlone() {
        var id = hiring.screened(posting);
        var page = "/app/recruitment/applications/" + id;
        var records = db.sql("SELECT count(*) FROM log.recorded WHERE class = 'recruitment.interview'").query(Long.class).single();
        assertThat(browser.post().uri(page + "/marks").param("score1", "4").param("words1", "Begun <to> write").param("score2", "").param("words2", "").param("keep", "yes").with(As.me(posting.asks())).exchange())
                .hasStatus(303);
        assertThat(html(page, posting.asks())).contains("Begun &lt;to&gt; write");
        assertThat(html(page, posting.asksToo())).doesNotContain("Begun");
        assertThat(html(page, posting.hr())).doesNotContain("Begun");
        assertThat(hiring.find(id).interviews()).as("no mark").isZero();
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE class = 'recruitment.interview'").query(Long.class).single()).isEqualTo(records);
        assertThat(key(interviews.keep(id, Map.of(1, new Interviews.Mark(6, "")), posting.asks()))).isEqualTo("recruitment.mark-missing");
        assertThat(key(interviews.keep(id, Map.of(1, new Interviews.Mark(0, "x".repeat(1_001))), posting.asks()))).isEqualTo("recruitment.mark-words");
        assertThat(key(interviews.keep(UUID.randomUUID(), Map.of(), posting.asks()))).isEqualTo("recruitment.application-unknown");
        assertThat(key(interviews.keep(id, Map.of(), posting.hr()))).isEqualTo("recruitment.not-interviewer");
        assertThat(key(interviews.keep(hiring.sent(posting).id(), Map.of(), posting.asks()))).isEqualTo("recruitment.not-in-interviews");
        done(interviews.keep(id, Map.of(2, new Interviews.Mark(0, "Anew")), posting.asks()));
        assertThat(interviews.begun(id, posting.asks())).as("what is kept last").containsEntry(1, Interviews.Mark.NOTHING).containsEntry(2, new Interviews.Mark(0, "Anew"));
        done(interviews.mark(id, marks(4), posting.asks()));
        assertThat(interviews.begun(id, posting.asks())).as("given, and the draft goes").isEmpty();
        assertThat(key(interviews.keep(id, Map.of(), posting.asks()))).isEqualTo("recruitment.marked-already");
        var withdrawn = hiring.screened(posting);
        done(interviews.keep(withdrawn, marks(3), posting.asksToo()));
        db.sql("DELETE FROM recruitment.application WHERE id = :id").param("id", withdrawn).update();
        assertThat(interviews.begun(withdrawn, posting.asksToo())).as("with the application goes what was begun").isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwn() {
        var own = done(applying.apply(new Form(posting.id(), "He Min", mail(posting.hr()).toUpperCase(Locale.ROOT), "13900005555", "en", List.of("x"), "", "", "", true, AHiring.CV))).id();
        assertThat(key(screening.screen(own, Map.of(1, 5), true, "", posting.hr()))).isEqualTo("recruitment.own");
        assertThat(browser.get().uri("/app/recruitment/applications/" + own).with(As.me(posting.hr())).exchange()).hasStatus(404);
        done(screening.screen(own, Map.of(1, 5), true, "", posting.other()));
        assertThat(key(interviews.show(own, posting.hr()))).isEqualTo("recruitment.own");
        done(interviews.mark(own, marks(4), posting.asks()));
        done(interviews.mark(own, marks(4), posting.asksToo()));
        assertThat(key(interviews.move(own, true, "", posting.hr()))).isEqualTo("recruitment.own");
        done(interviews.move(own, true, "", posting.asks()));
        assertThat(applications.toRule(posting.other())).extracting(Application::id).contains(own);
        assertThat(applications.toRule(posting.hr())).as("nor does it wait on their desk").extracting(Application::id).doesNotContain(own);
        assertThat(key(interviews.rule(own, Outcome.APPROVED, posting.hr()))).isEqualTo("recruitment.own");
        done(interviews.rule(own, Outcome.APPROVED, posting.other()));
        assertThat(key(applications.refuse(own, "NO_DOCUMENT", posting.hr()))).isEqualTo("recruitment.own");
        assertThat(key(offers.offer(own, hiring.born(hiring.today().minusYears(30)), hiring.today(), posting.hr()))).isEqualTo("recruitment.own");
        done(offers.offer(own, hiring.born(hiring.today().minusYears(30)), hiring.today(), posting.other()));
        assertThat(key(offers.hire(own, "", hiring.today(), posting.hr()))).isEqualTo("recruitment.own");
        var asked = hiring.somebody(Role.EMPLOYEE);
        var theirs = done(applying.apply(new Form(posting.id(), "X", mail(asked), "13900006666", "en", List.of("x"), "", "", "", true, AHiring.CV))).id();
        done(postings.name(posting.id(), mail(posting.asks()) + " " + mail(posting.asksToo()) + " " + mail(asked), posting.hr()));
        done(screening.screen(theirs, Map.of(1, 5), true, "", posting.hr()));
        assertThat(key(interviews.mark(theirs, marks(5), asked))).isEqualTo("recruitment.own");
    }
}
