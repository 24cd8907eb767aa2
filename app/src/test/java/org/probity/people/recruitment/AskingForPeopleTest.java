package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.recruitment.AHiring.QUESTIONS;
import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.key;
import static org.probity.people.recruitment.AHiring.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.Statements;
import org.probity.house.start.WholeHouse;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.people.recruitment.Requisition.State;
import org.probity.people.recruitment.Requisitions.Plan;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the grounds to a page that everybody reads: asked by one, agreed by another, and by criteria that are stated before anybody applies. */
@WholeHouse
class AskingForPeopleTest {
    @Autowired Requisitions requisitions;
    @Autowired Postings postings;
    @Autowired UnlawfulWords words;
    @Autowired Heads heads;
    @Autowired Staff staff;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired DataSource source;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;

    AHiring hiring;

    @BeforeEach
    void aUnitThatHires() {
        hiring = new AHiring(house);
    }

    private static Plan with(Plan it, String titleEn, String workZh, String grounds, int wanted, LocalDate closes, List<Question> questions) {
        return new Plan(it.unit(), it.track(), it.level(), titleEn, it.titleZh(), it.workEn(), workZh, grounds, wanted, closes, questions);
    }

    private static Plan asking(Plan it, List<Question> questions) {
        return with(it, it.titleEn(), it.workZh(), it.grounds(), it.wanted(), it.closesOn(), questions);
    }

    @Test
    void aRequestSaysWorkGroundsAndCriteria() {
        var hr = hiring.somebody(Role.HR);
        var good = hiring.plan(hiring.unit(), 3);
        var today = hiring.today();
        assertThat(key(requisitions.ask(good, hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        assertThat(key(requisitions.ask(hiring.plan(UUID.randomUUID(), 3), hr))).isEqualTo("recruitment.unit-unknown");
        assertThat(key(requisitions.ask(new Plan(good.unit(), "NO-SUCH", 2, "A", "甲", "b", "乙", "c", 1, today, QUESTIONS), hr))).isEqualTo("recruitment.track-unknown");
        assertThat(key(requisitions.ask(new Plan(good.unit(), "", 10, "A", "甲", "b", "乙", "c", 1, today, QUESTIONS), hr))).isEqualTo("recruitment.level-wrong");
        assertThat(key(requisitions.ask(with(good, " ", "乙", "c", 1, today, QUESTIONS), hr))).isEqualTo("recruitment.title-wrong");
        assertThat(key(requisitions.ask(with(good, "A", " ", "c", 1, today, QUESTIONS), hr))).isEqualTo("recruitment.work-wrong");
        assertThat(key(requisitions.ask(with(good, "A", "乙", " ", 1, today, QUESTIONS), hr))).isEqualTo("recruitment.grounds-wrong");
        assertThat(key(requisitions.ask(with(good, "A", "乙", "c", 0, today, QUESTIONS), hr))).isEqualTo("recruitment.wanted-wrong");
        assertThat(key(requisitions.ask(with(good, "A", "乙", "c", 501, today, QUESTIONS), hr))).isEqualTo("recruitment.wanted-wrong");
        assertThat(key(requisitions.ask(with(good, "A", "乙", "c", 1, today.minusDays(1), QUESTIONS), hr))).isEqualTo("recruitment.closes-wrong");
        assertThat(key(requisitions.ask(with(good, "A", "乙", "c", 1, today.plusDays(367), QUESTIONS), hr))).isEqualTo("recruitment.closes-wrong");
        assertThat(key(requisitions.ask(asking(good, QUESTIONS.subList(0, 1)), hr))).as("nothing asked face to face").isEqualTo("recruitment.questions-few");
        var many = new ArrayList<>(QUESTIONS);
        for (var i = 2; i <= 11; i++) {
            many.add(new Question(Stage.SCREEN, i, "Q", "问", "1", "1"));
        }
        assertThat(key(requisitions.ask(asking(good, many), hr))).isEqualTo("recruitment.questions-many");
        assertThat(key(requisitions.ask(asking(good, List.of(QUESTIONS.get(0), new Question(Stage.INTERVIEW, 1, "Q", "问", "1", ""))), hr))).as("a mark without a meaning").isEqualTo("recruitment.question-wrong");
        done(requisitions.ask(good, hr));
    }

    @Test
    void noTextNamesWhatNobodyMayBeChosenBy() {
        var hr = hiring.somebody(Role.HR);
        var good = hiring.plan(hiring.unit(), 1);
        assertThat(key(requisitions.ask(with(good, "Engineer (Male Only)", "乙", "c", 1, hiring.today(), QUESTIONS), hr))).isEqualTo("recruitment.unlawful");
        assertThat(key(requisitions.ask(with(good, "Engineer", "已婚已育优先", "c", 1, hiring.today(), QUESTIONS), hr))).isEqualTo("recruitment.unlawful");
        assertThat(key(requisitions.ask(asking(good, List.of(QUESTIONS.get(0), new Question(Stage.INTERVIEW, 1, "Are you married?", "问", "1", "1"))), hr))).isEqualTo("recruitment.unlawful");
    }

    @Test
    void anotherAgreesAndTheUnitsHeadMayBeThatOther() {
        var hr = hiring.somebody(Role.HR);
        var unit = hiring.unit();
        var id = done(requisitions.ask(hiring.plan(unit, 3), hr));
        var stranger = hiring.somebody(Role.EMPLOYEE);
        assertThat(key(requisitions.rule(UUID.randomUUID(), Outcome.APPROVED, hr))).isEqualTo("recruitment.unknown");
        assertThat(key(requisitions.rule(id, Outcome.APPROVED, hr))).isEqualTo("decision.needs-another-person");
        assertThat(key(requisitions.rule(id, Outcome.APPROVED, stranger))).isEqualTo("recruitment.not-yours");
        assertThat(browser.get().uri("/app/recruitment/" + id).with(As.me(stranger)).exchange()).hasStatus(404);
        var person = done(staff.takeOn(new Staff.Identity("N" + UUID.randomUUID().toString().substring(0, 8), "", "A head", ""), new Staff.Term(Engagement.EMPLOYEE, unit, "", AHiring.BEGUN, null), "",
                hr.account()));
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", stranger.account())
                .update();
        done(heads.appoint(unit, person, Place.Rank.HEAD, AHiring.BEGUN, "", hr.account()));
        assertThat(browser.get().uri("/app").with(As.me(stranger)).exchange()).hasStatusOk().bodyText().contains("Equipment engineer");
        assertThat(browser.post().uri("/app/recruitment/" + id + "/approval").with(As.me(stranger)).exchange()).hasStatus(303);
        assertThat(requisitions.find(id).orElseThrow().state(hiring.today())).isEqualTo(State.APPROVED);
        assertThat(key(requisitions.rule(id, Outcome.APPROVED, hr))).isEqualTo("recruitment.not-asked");
        var rejected = done(requisitions.ask(hiring.plan(unit, 1), hr));
        done(requisitions.rule(rejected, Outcome.REJECTED, hiring.somebody(Role.HR)));
        assertThat(requisitions.find(rejected).orElseThrow().state(hiring.today())).isEqualTo(State.REJECTED);
        assertThat(key(postings.open(rejected, hr))).isEqualTo("recruitment.not-approved");
    }

    @Test
    void aWordIsForbiddenByTwoFromADayOnAndAllowedAgain() {
        var hr = hiring.somebody(Role.HR);
        var counsel = hiring.somebody(Role.LEGAL);
        var other = hiring.somebody(Role.LEGAL);
        var today = hiring.today();
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(key(words.propose(word, "FORBID", today, "Law", hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        assertThat(key(words.propose("x", "FORBID", today, "Law", hr))).isEqualTo("recruitment.word-wrong");
        assertThat(key(words.propose("x".repeat(61), "FORBID", today, "Law", hr))).isEqualTo("recruitment.word-wrong");
        assertThat(key(words.propose(word, "", today, "Law", hr))).isEqualTo("recruitment.act-missing");
        assertThat(key(words.propose(word, "FORBID", null, "Law", hr))).isEqualTo("recruitment.from-past");
        assertThat(key(words.propose(word, "FORBID", today.minusDays(1), "Law", hr))).isEqualTo("recruitment.from-past");
        assertThat(key(words.propose(word, "FORBID", today, " ", hr))).isEqualTo("recruitment.source-wrong");
        assertThat(key(words.propose(word, "ALLOW", today, "Law", hr))).as("it is allowed").isEqualTo("recruitment.word-so");
        var proposal = done(words.propose(" " + word.toUpperCase(java.util.Locale.ROOT), "FORBID", today, "Law, art. 1", counsel));
        assertThat(key(words.propose(word, "FORBID", today, "Law", hr))).isEqualTo("recruitment.word-waits");
        var plan = hiring.plan(hiring.unit(), 1);
        var named = with(plan, "Engineer " + word + "!", plan.workZh(), plan.grounds(), 1, plan.closesOn(), plan.questions());
        done(requisitions.ask(named, hr));
        assertThat(key(words.rule(UUID.randomUUID(), Outcome.APPROVED, other))).isEqualTo("recruitment.nothing-waits");
        assertThat(key(words.rule(proposal, Outcome.APPROVED, hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        assertThat(key(words.rule(proposal, Outcome.APPROVED, hr))).isEqualTo("recruitment.counsel-signs");
        assertThat(key(words.rule(proposal, Outcome.APPROVED, counsel))).isEqualTo("decision.needs-another-person");
        assertThat(browser.get().uri("/app").with(As.me(other)).exchange()).hasStatusOk().bodyText().contains("Forbid: " + word);
        assertThat(browser.post().uri("/app/recruitment/words/" + proposal).param("ruling", "APPROVED").with(As.me(other)).exchange()).hasStatus(303);
        assertThat(key(requisitions.ask(named, hr))).isEqualTo("recruitment.unlawful");
        assertThat(key(words.propose(word, "FORBID", today.plusDays(1), "Law", hr))).isEqualTo("recruitment.word-so");
        assertThat(key(words.propose(word, "ALLOW", today, "A judgement", hr))).isEqualTo("recruitment.word-day");
        assertThat(browser.post().uri("/app/recruitment/words").param("word", word).param("act", "ALLOW").param("fromDay", today.plusDays(1).toString()).param("source", "A <judgement>").with(As.me(hr)).exchange())
                .hasStatus(303);
        assertThat(browser.get().uri("/app/recruitment/words").with(As.me(hr)).exchange()).hasStatusOk().bodyText().contains("A &lt;judgement&gt;", "To be confirmed by counsel");
        var allow = words.waiting().stream().filter(it -> it.word().equals(word)).findFirst().orElseThrow().proposal();
        db.sql("UPDATE recruitment.word_proposed SET from_day = :day WHERE proposal = :id").param("day", today.minusDays(1)).param("id", allow).update();
        assertThat(key(words.rule(allow, Outcome.APPROVED, counsel))).as("its day was over while it waited").isEqualTo("recruitment.from-past");
        db.sql("UPDATE recruitment.word_proposed SET from_day = :day WHERE proposal = :id").param("day", today.plusDays(1)).param("id", allow).update();
        done(words.rule(allow, Outcome.APPROVED, counsel));
        assertThat(key(requisitions.ask(named, hr))).as("until tomorrow").isEqualTo("recruitment.unlawful");
        assertThat(words.all().stream().filter(it -> it.word().equals(word)).map(UnlawfulWords.Word::act)).containsExactly(UnlawfulWords.Act.ALLOW, UnlawfulWords.Act.FORBID);
        // What came with the house is signed by saying it again with a source.
        done(words.rule(done(words.propose("孕检", "FORBID", today.plusYears(9), "Law on the Protection of Women's Rights and Interests, art. 43", hr)), Outcome.APPROVED, counsel));
        assertThat(words.all().stream().filter(it -> it.word().equals("孕检") && it.signed())).hasSize(1);
    }

    /** A desk asks once, however many requests wait; whoever leads a unit finds those of what lies below it, and their own nobody rules on. */
    @Test
    void requestsThatWaitAreFoundByOneQuestion() {
        var hr = hiring.somebody(Role.HR);
        var other = hiring.somebody(Role.HR);
        var head = hiring.somebody(Role.EMPLOYEE);
        var unit = hiring.unit();
        var site = db.sql("SELECT place.site FROM directory.places(:day, 'infinity') AS place WHERE place.unit = :unit").param("day", hiring.today()).param("unit", unit).query(UUID.class).single();
        var person = done(staff.takeOn(new Staff.Identity("N" + UUID.randomUUID().toString().substring(0, 8), "", "A head", ""), new Staff.Term(Engagement.EMPLOYEE, site, "", AHiring.BEGUN, null), "",
                hr.account()));
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", head.account()).update();
        done(heads.appoint(site, person, Place.Rank.HEAD, AHiring.BEGUN, "", hr.account()));
        var asked = Stream.of(1, 2, 3).map(it -> done(requisitions.ask(hiring.plan(unit, it), hr))).toList();
        done(requisitions.ask(hiring.plan(hiring.unit(), 1), hr));
        assertThat(Statements.of(source, counted -> {
            var many = new Requisitions(counted, null, null, null, clock);
            assertThat(many.toRule(head)).as("of their site, the oldest first").extracting(Requisition::id).containsExactlyElementsOf(asked);
        })).isEqualTo(1);
        assertThat(requisitions.toRule(hr)).as("their own").extracting(Requisition::id).doesNotContainAnyElementsOf(asked);
        done(requisitions.rule(asked.getFirst(), Outcome.APPROVED, other));
        assertThat(requisitions.toRule(head)).extracting(Requisition::id).containsExactlyElementsOf(asked.subList(1, 3));
    }

    @Test
    void aPostingOpensWhenItIsSaidWhoAsks() {
        var hr = hiring.somebody(Role.HR);
        var id = done(requisitions.ask(hiring.plan(hiring.unit(), 3), hr));
        done(requisitions.rule(id, Outcome.APPROVED, hiring.somebody(Role.HR)));
        var one = hiring.somebody(Role.QUALITY);
        assertThat(key(postings.open(id, one))).isEqualTo("recruitment.not-yours");
        assertThat(key(postings.open(UUID.randomUUID(), hr))).isEqualTo("recruitment.unknown");
        assertThat(key(postings.open(id, hr))).isEqualTo("recruitment.interviewers-few");
        assertThat(key(postings.name(id, mail(one), one))).isEqualTo("recruitment.not-yours");
        assertThat(key(postings.name(UUID.randomUUID(), mail(one), hr))).isEqualTo("recruitment.unknown");
        assertThat(key(postings.name(id, "nobody@helia.example", hr))).isEqualTo("recruitment.interviewer-unknown");
        assertThat(key(postings.name(id, mail(one) + " " + mail(one), hr))).isEqualTo("recruitment.interviewers-few");
        assertThat(key(postings.takeDown(id, hr))).isEqualTo("recruitment.not-open");
        done(postings.name(id, mail(one) + "，" + mail(hr), hr));
        var number = requisitions.find(id).orElseThrow().number();
        assertThat(browser.get().uri("/jobs/" + number).exchange()).as("not open yet").hasStatus(404);
        done(postings.open(id, hr));
        assertThat(key(postings.open(id, hr))).isEqualTo("recruitment.open-already");
        assertThat(browser.get().uri("/jobs").exchange()).hasStatusOk().bodyText().contains(number);
        assertThat(browser.get().uri("/jobs/" + number + "?lang=zh").exchange()).hasStatusOk().bodyText().contains("您修过什么？", "您如何查找故障？", "从不询问婚姻");
        assertThat(key(postings.takeDown(id, one))).isEqualTo("recruitment.not-yours");
        assertThat(key(postings.takeDown(UUID.randomUUID(), hr))).isEqualTo("recruitment.unknown");
        done(postings.takeDown(id, hr));
        assertThat(browser.get().uri("/jobs").exchange()).bodyText().doesNotContain(number);
        assertThat(browser.get().uri("/jobs/" + number).exchange()).hasStatusOk().bodyText().contains("closed").doesNotContain("name=\"consent\"");
    }
}
