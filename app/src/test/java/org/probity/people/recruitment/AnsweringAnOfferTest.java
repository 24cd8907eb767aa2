package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.key;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Links;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.recruitment.Application.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Yes or no to an offer, from a private link: once, until its day, and read by whoever hires. */
@WholeHouse
class AnsweringAnOfferTest {
    @Autowired Replies replies;
    @Autowired Offers offers;
    @Autowired Erasing erasing;
    @Autowired RecruitmentDesk desk;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    AHiring hiring;
    AHiring.Open posting;

    @BeforeEach
    void aPosting() {
        hiring = new AHiring(house);
        posting = hiring.open(3);
    }

    /** The link is told once, in a letter; here it is exchanged for one that we know. */
    private String link(UUID application) {
        var secret = Links.secret();
        db.sql("UPDATE recruitment.application SET token_hash = :hash WHERE id = :id").param("hash", Secret.hash(secret)).param("id", application).update();
        return secret;
    }

    @Test
    void aYesIsReadByWhoeverHiresAndHiresNobody() {
        var id = hiring.offered(posting);
        var link = link(id);
        assertThat(browser.get().uri("/jobs/mine/" + link).exchange()).hasStatusOk().bodyText().contains("/acceptance", "/declining");
        assertThat(browser.post().uri("/jobs/mine/" + link + "/acceptance").exchange()).hasStatus(303).hasHeader("Location", "/jobs/mine/" + link);
        assertThat(hiring.find(id)).extracting(Application::state, Application::acceptedOn).containsExactly(State.OFFERED, hiring.today());
        assertThat(browser.get().uri("/jobs/mine/" + link).exchange()).hasStatusOk().bodyText().contains("You accepted on").doesNotContain("/acceptance", "/declining");
        assertThat(browser.get().uri("/app/recruitment/applications/" + id).with(As.me(posting.hr())).exchange()).hasStatusOk().bodyText().contains("They accepted on");
        assertThat(desk.waiting(posting.hr())).anyMatch(it -> it.href().endsWith(id.toString()));
        assertThat(desk.waiting(posting.asks())).noneMatch(it -> it.href().endsWith(id.toString()));
        assertThat(db.sql("SELECT count(*) FROM log.opening JOIN recruitment.accepted ON accepted.record = opening.record WHERE accepted.application = :id").param("id", id).query(Long.class).single()).isOne();
        done(offers.hire(id, "", hiring.today().plusDays(14), posting.hr()));
        assertThat(desk.waiting(posting.hr())).noneMatch(it -> it.href().endsWith(id.toString()));
    }

    @Test
    void aNoIsTheirOwnDecision() {
        var id = hiring.offered(posting);
        var link = link(id);
        done(replies.decline(link));
        assertThat(hiring.find(id).state()).isEqualTo(State.DECLINED);
        assertThat(key(replies.decline(link))).isEqualTo("recruitment.not-offered");
        assertThat(key(replies.accept(link))).isEqualTo("recruitment.not-offered");
        assertThat(browser.get().uri("/app/recruitment/applications/" + id).with(As.me(posting.hr())).exchange()).hasStatusOk().bodyText().contains("They said no");
    }

    @Test
    void itIsAnsweredOnceUntilItsDayByWhoeverHasTheLink() {
        assertThat(key(replies.accept(Links.secret()))).isEqualTo("recruitment.link-dead");
        assertThat(key(replies.decline(Links.secret()))).isEqualTo("recruitment.link-dead");
        assertThat(key(replies.accept(link(hiring.wanted(posting))))).isEqualTo("recruitment.not-offered");
        var link = link(hiring.offered(posting));
        var late = link(hiring.offered(posting));
        done(replies.accept(link));
        assertThat(key(replies.accept(link))).isEqualTo("recruitment.answered-already");
        assertThat(key(replies.decline(link))).isEqualTo("recruitment.answered-already");
        assertThat(browser.post().uri("/jobs/mine/" + link + "/declining").exchange()).hasStatus(422).bodyText().contains("You have answered already");
        db.sql("UPDATE recruitment.offer SET answer_by = :day WHERE application = (SELECT id FROM recruitment.application WHERE token_hash = :hash)").param("day", hiring.today().minusDays(1))
                .param("hash", Secret.hash(late)).update();
        assertThat(key(replies.accept(late))).isEqualTo("recruitment.answer-late");
        assertThat(key(replies.decline(late))).isEqualTo("recruitment.answer-late");
        assertThat(browser.get().uri("/jobs/mine/" + late).exchange()).hasStatusOk().bodyText().contains("The day to answer here is over").doesNotContain("/acceptance");
    }

    @Test
    void itMayBeAnsweredForAsManyDaysAsTheRuleSaysAndNeverAfterItBegins() {
        assertThat(hiring.find(hiring.offered(posting)).answerBy()).isEqualTo(hiring.today().plusDays(14));
        var soon = done(offers.offer(hiring.wanted(posting), hiring.born(hiring.today().minusYears(30)), hiring.today().plusDays(3), posting.hr()));
        assertThat(hiring.find(soon).answerBy()).isEqualTo(hiring.today().plusDays(3));
    }

    @Test
    void ofTwoPressesAtOnceOneCounts() throws Exception {
        var link = link(hiring.offered(posting));
        try (var both = Executors.newFixedThreadPool(2)) {
            var said = both.invokeAll(List.<Callable<Answer<UUID>>>of(() -> replies.accept(link), () -> replies.decline(link)));
            var answers = Stream.of(said.get(0).get(), said.get(1).get()).toList();
            assertThat(answers).filteredOn(it -> it instanceof Answer.Done<?>).hasSize(1);
        }
    }

    @Test
    void aYesGoesWithTheApplication() {
        var id = hiring.offered(posting);
        var link = link(id);
        done(replies.accept(link));
        var record = db.sql("SELECT record FROM recruitment.accepted WHERE application = :id").param("id", id).query(UUID.class).single();
        done(erasing.withdraw(link));
        assertThat(db.sql("SELECT count(*) FROM recruitment.accepted WHERE application = :id").param("id", id).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE record = :record").param("record", record).query(Long.class).single()).as("the log forgets what it bound").isZero();
    }
}
