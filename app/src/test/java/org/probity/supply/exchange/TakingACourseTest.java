package org.probity.supply.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.OFFICER;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.course.Lesson;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class TakingACourseTest {
    static final Me QUALITY = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());

    @Autowired org.springframework.context.ApplicationContext house;
    @Autowired Campaigns campaigns;
    @Autowired Courses courses;
    @Autowired Learning learning;
    @Autowired Rules rules;
    @Autowired Certificate certificate;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID supplier;
    Me contact;
    LocalDate today;
    Campaign campaign;
    Course course;

    @BeforeEach
    void aCampaignAsksAContact() {
        today = LocalDate.now(clock);
        supplier = ASupplier.in(db);
        contact = AnOccasion.speaker(db, supplier, tag + "@supplier.example");
        campaign = done(campaigns.open(opening("Climate " + tag, today), OFFICER));
        course = campaigns.courses(campaign.id()).getFirst();
    }

    Campaigns.Opening opening(String title, LocalDate until) {
        return new Campaigns.Opening(title, "气候 " + tag, List.of("climate"), today, until, "glass", false);
    }

    Map<String, Integer> answers(int right) {
        var answers = new HashMap<String, Integer>();
        for (var i = 0; i < course.questions().size(); i++) {
            var question = course.questions().get(i);
            answers.put(question.code(), i < right ? question.right() : (question.right() + 1) % question.answers().size());
        }
        return answers;
    }

    void readAll() {
        for (var page = 1; page <= course.sheets().size(); page++) {
            done(learning.read(campaign.id(), course.code(), page, contact));
        }
    }

    @Test
    void whoIsAskedGetsALetterOnce() {
        assertThat(letters()).isEqualTo(1);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            AnOccasion.contact(db, supplier, "new" + tag + "@supplier.example", today);
            events.publishEvent(new DayHasBegun(today));
            events.publishEvent(new DayHasBegun(today));
            assertThat(letters()).as("not asked again").isEqualTo(1);
            assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", "new" + tag + "@supplier.example").query(Long.class).single())
                    .as("asked once by each campaign that runs for glass").isPositive();
        });
    }

    long letters() {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE :title").param("to", tag + "@supplier.example").param("title", "%邀请您学习：气候 " + tag).query(Long.class).single();
    }

    @Test
    void whoHasNotPassedIsRemindedBeforeTheEnd() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("UPDATE exchange.campaign SET until_day = :day WHERE id = :id").param("day", today.plusDays(14)).param("id", campaign.id()).update();
            events.publishEvent(new DayHasBegun(today));
            events.publishEvent(new DayHasBegun(today.plusDays(1)));
            assertThat(reminders()).isEqualTo(1);
            readAll();
            done(learning.answer(campaign.id(), course.code(), answers(5), contact));
            events.publishEvent(new DayHasBegun(today.plusDays(11)));
            assertThat(reminders()).as("three days before the end, but they passed").isEqualTo(1);
        });
    }

    long reminders() {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE :title").param("to", tag + "@supplier.example").param("title", "%“气候 " + tag + "”将于%")
                .query(Long.class).single();
    }

    @Test
    void whoWasAtATrainingGetsAPaperThatSaysHowLong() {
        var training = done(campaigns.train(campaign.id(), "Live " + tag, List.of("CLIMATE"), AnOccasion.justOver(clock), OFFICER));
        var session = occasions.sessions(training).getFirst();
        var who = new GuestList.Key("contact", db.sql("SELECT id FROM supplier.contact WHERE supplier = :supplier").param("supplier", supplier).query(UUID.class).single());
        done(attendance.enter(session.id(), List.of(new Came(who, session.startsAt().plusSeconds(65), null)), Means.ENTERED, OFFICER));
        var paper = "/app/learning/trainings/" + session.id() + "/certificate-en.pdf";
        assertThat(browser.get().uri(paper).with(As.me(contact)).exchange()).as("nobody closed the list").hasStatus(404);
        done(attendance.close(session.id(), 0, "", OFFICER));
        assertThat(browser.get().uri(paper).with(As.me(contact)).exchange()).hasStatusOk();
        assertThat(browser.get().uri(paper).with(As.me(stranger())).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/learning").with(As.me(contact)).exchange()).bodyText().contains("Live " + tag, "1:58:55");
    }

    @Test
    void whatIsReadStaysRead() {
        assertThat(done(learning.read(campaign.id(), course.code(), 1, contact)).next()).isEqualTo(2);
        done(learning.read(campaign.id(), course.code(), 1, contact));
        assertThat(done(learning.read(campaign.id(), course.code(), 3, contact))).extracting(Campaign.Progress::read, Campaign.Progress::next).containsExactly(List.of(1, 3), 2);
        assertThat(key(learning.read(campaign.id(), course.code(), 0, contact))).isEqualTo("course.page-unknown");
        assertThat(key(learning.read(campaign.id(), course.code(), 99, contact))).isEqualTo("course.page-unknown");
        assertThat(key(learning.read(campaign.id(), "privacy", 1, contact))).as("not of this campaign").isEqualTo("exchange.not-asked");
        assertThat(key(learning.read(campaign.id(), course.code(), 1, stranger()))).isEqualTo("exchange.not-asked");
    }

    Me stranger() {
        return AnOccasion.speaker(db, ASupplier.in(db), UUID.randomUUID() + "@other.example");
    }

    @Test
    void fourOfFivePassAndThreeDoNot() {
        assertThat(key(learning.answer(campaign.id(), course.code(), answers(5), contact))).isEqualTo("course.pages-unread");
        readAll();
        assertThat(key(learning.answer(campaign.id(), course.code(), answers(5), stranger()))).isEqualTo("exchange.not-asked");
        assertThat(key(learning.answer(campaign.id(), course.code(), Map.of("q1", 0), contact))).isEqualTo("course.answer-missing");
        assertThat(done(learning.answer(campaign.id(), course.code(), answers(3), contact)).passed()).isFalse();
        var passed = done(learning.answer(campaign.id(), course.code(), answers(4), contact));
        assertThat(passed).extracting(Attempt::no, Attempt::rightAnswers, Attempt::neededPercent, Attempt::passed).containsExactly(2, 4, 80, true);
        assertThat(key(learning.answer(campaign.id(), course.code(), answers(5), contact))).isEqualTo("course.passed-already");
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE record = :record AND class = 'exchange.passed.contact'").param("record", passed.record()).query(Long.class).single())
                .isEqualTo(1);
        assertThat(campaigns.byParty(campaign.id())).filteredOn(it -> it.party().equals(supplier)).containsExactly(
                new Campaign.PartyReach(supplier, db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single(), "Somebody", "某公司", 1, 1, 0, 1));
        assertThat(campaigns.reach(campaign.id())).hasSize(1).first().extracting(Campaign.Reach::read, Campaign.Reach::passed).containsExactly(1L, 1L);
    }

    @Test
    void afterThreeTriesOneComesBackTomorrow() {
        readAll();
        for (var i = 0; i < 3; i++) {
            done(learning.answer(campaign.id(), course.code(), answers(0), contact));
        }
        assertThat(key(learning.answer(campaign.id(), course.code(), answers(5), contact))).isEqualTo("course.attempts-used");
        db.sql("UPDATE course.attempt SET day = day - 1 WHERE taking IN (SELECT taking FROM exchange.taking WHERE campaign = :campaign)").param("campaign", campaign.id()).update();
        assertThat(done(learning.answer(campaign.id(), course.code(), answers(5), contact)).passed()).isTrue();
    }

    @Test
    void aCampaignThatIsOverCountsNoMore() {
        readAll();
        db.sql("UPDATE exchange.campaign SET from_day = from_day - 9, until_day = :day WHERE id = :id").param("day", today.minusDays(1)).param("id", campaign.id()).update();
        assertThat(key(learning.answer(campaign.id(), course.code(), answers(5), contact))).isEqualTo("exchange.campaign-over");
        done(learning.read(campaign.id(), course.code(), 2, contact));
    }

    @Test
    void anotherPassMarkHoldsFromItsDayOn() {
        readAll();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var proposal = done(rules.propose("pass-percent", 100, today.plusDays(1), "Board decision", OFFICER));
            assertThat(key(rules.propose("pass-percent", 99, today.plusDays(1), "Board decision", QUALITY))).isEqualTo("exchange.rule-waits");
            assertThat(key(rules.rule(proposal, Outcome.APPROVED, OFFICER))).isEqualTo("decision.needs-another-person");
            assertThat(rules.on(Rules.Key.PASS_PERCENT, today.plusDays(1))).as("one person changes nothing").isEqualTo(80);
            assertThat(key(rules.rule(proposal, Outcome.APPROVED, AnOccasion.BUYER))).isEqualTo("exchange.rule-not-yours");
            done(rules.rule(proposal, Outcome.APPROVED, QUALITY));
            assertThat(rules.on(Rules.Key.PASS_PERCENT, today)).as("before that day").isEqualTo(80);
            assertThat(rules.on(Rules.Key.PASS_PERCENT, today.plusDays(1))).isEqualTo(100);
            db.sql("UPDATE exchange.rule SET from_day = :today WHERE agreed_by IS NOT NULL").param("today", today).update();
            assertThat(done(learning.answer(campaign.id(), course.code(), answers(4), contact)).passed()).isFalse();
        });
        assertThat(key(rules.propose("pass-percent", 100, today, "x", AnOccasion.BUYER))).isEqualTo("exchange.rule-not-yours");
        assertThat(key(rules.propose("luck", 100, today, "x", OFFICER))).isEqualTo("exchange.rule-unknown");
        assertThat(key(rules.propose("pass-percent", 101, today, "x", OFFICER))).isEqualTo("exchange.rule-value");
        assertThat(key(rules.propose("pass-percent", 0, today, "x", OFFICER))).isEqualTo("exchange.rule-value");
        assertThat(key(rules.propose("pass-percent", 90, today, "x", OFFICER))).isEqualTo("exchange.rule-day");
        assertThat(key(rules.propose("pass-percent", 90, today.plusDays(1), " ", OFFICER))).isEqualTo("exchange.source-missing");
        assertThat(key(rules.propose("pass-percent", 90, today.plusDays(1), "x".repeat(301), OFFICER))).isEqualTo("exchange.words-long");
    }

    @Test
    void aCampaignSaysWhatToWhomUntilWhen() {
        assertThat(key(campaigns.open(opening("T", today), AnOccasion.BUYER))).isEqualTo("exchange.not-yours");
        assertThat(key(campaigns.open(opening(" ", today), OFFICER))).isEqualTo("exchange.title-missing");
        assertThat(key(campaigns.open(opening("x".repeat(301), today), OFFICER))).isEqualTo("exchange.words-long");
        assertThat(key(campaigns.open(new Campaigns.Opening("T", "题", List.of("astronomy"), today, today, "all", false), OFFICER))).isEqualTo("exchange.course-missing");
        assertThat(key(campaigns.open(new Campaigns.Opening("T", "题", List.of("climate"), LocalDate.of(2023, 12, 31), today, "all", false), OFFICER)))
                .as("the course is younger").isEqualTo("exchange.course-missing");
        assertThat(key(campaigns.open(opening("T", today.minusDays(1)), OFFICER))).isEqualTo("exchange.days-turned");
        assertThat(key(campaigns.open(new Campaigns.Opening("T", "题", List.of("climate"), today.minusDays(9), today.minusDays(1), "all", false), OFFICER))).isEqualTo("exchange.day-past");
        assertThat(key(campaigns.open(new Campaigns.Opening("T", "题", List.of("climate"), today, today, "", false), OFFICER))).isEqualTo("exchange.audience-missing");
        assertThat(key(campaigns.open(new Campaigns.Opening("T", "题", List.of("climate"), today, today, "moonstone", false), OFFICER))).isEqualTo("exchange.category-unknown");
        assertThat(key(campaigns.train(UUID.randomUUID(), "T", List.of("CLIMATE"), AnOccasion.justOver(clock), OFFICER))).isEqualTo("exchange.campaign-unknown");
        assertThat(key(campaigns.train(campaign.id(), "T", List.of("MINERALS"), AnOccasion.justOver(clock), OFFICER))).as("not one of the six").isEqualTo("gathering.topic-missing");
    }

    @Test
    void theCertificateNamesWhoWhatWhenAndTheHash() {
        readAll();
        var passed = done(learning.answer(campaign.id(), course.code(), answers(5), contact));
        var seat = learning.seat(campaign.id(), course.code(), contact).orElseThrow();
        assertThat(certificate.html(seat, passed, Lang.ZH)).contains("Chen Yu", "某公司", "气候 " + tag, course.sha256(), today.toString());
        assertThat(new String(certificate.pdf(seat, passed, Lang.EN), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void theScreensCarryItThrough() {
        var at = "/app/learning/" + campaign.id() + "/climate";
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).bodyText().contains("count, then cut");
        assertThat(browser.get().uri("/app/learning").with(As.me(contact)).exchange()).bodyText().contains("Climate " + tag);
        assertThat(browser.get().uri(at).with(As.me(stranger())).exchange()).hasStatus(404);
        assertThat(browser.get().uri(at + "/quiz").with(As.me(contact)).exchange()).as("not before it is read").hasStatus3xxRedirection();
        for (var page = 1; page <= course.sheets().size(); page++) {
            assertThat(browser.get().uri(at + "?page=" + page).with(As.me(contact)).exchange()).hasStatusOk();
            assertThat(browser.post().uri(at + "/pages").with(As.me(contact)).param("page", "" + page).exchange()).hasStatus3xxRedirection();
        }
        assertThat(browser.post().uri(at + "/quiz").with(As.me(contact)).param("q1", "0").exchange()).hasStatus(422).bodyText().contains("no answer yet");
        var post = browser.post().uri(at + "/quiz").with(As.me(contact));
        answers(2).forEach((code, answer) -> post.param(code, answer.toString()));
        assertThat(post.exchange()).hasStatus3xxRedirection();
        assertThat(browser.get().uri(at + "/result").with(As.me(contact)).exchange()).bodyText().contains("Not yet passed", "2 of 5 right");
        assertThat(browser.get().uri(at + "/certificate-en.pdf").with(As.me(contact)).exchange()).hasStatus(404);
        done(learning.answer(campaign.id(), "climate", answers(5), contact));
        assertThat(browser.get().uri(at + "/certificate-zh.pdf").with(As.me(contact)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/campaigns/" + campaign.id()).with(As.me(OFFICER)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/campaigns/" + campaign.id() + "?format=csv").with(As.me(OFFICER)).exchange()).bodyText().contains("Somebody");
        assertThat(browser.get().uri("/app/suppliers/" + supplier + "/exchanges").with(As.me(OFFICER)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/campaigns").with(As.me(OFFICER)).param("titleEn", "T").param("titleZh", "题").param("fromDay", "").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/campaigns/rules").with(As.me(OFFICER)).param("key", "pass-percent").param("value", "x").param("fromDay", today.toString()).exchange())
                .hasStatus(422);
        assertThat(browser.get().uri("/app/courses/climate").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk();
    }

    @Test
    void whoIsAskedToLearnItDoesNotReadTheRightAnswersElsewhere() {
        var person = AnOccasion.colleague(house, AnOccasion.unit(house, "C" + tag), "C" + tag);
        var buyer = AnOccasion.account(db, person, Role.BUYER);
        db.sql("INSERT INTO exchange.asked (campaign, circle, guest, at) VALUES (:campaign, :circle, :guest, now())").param("campaign", campaign.id()).param("circle", person.circle())
                .param("guest", person.guest()).update();
        var why = course.questions().getFirst().because().in(Lang.EN);
        assertThat(browser.get().uri("/app/courses/climate").header("Accept-Language", "en").with(As.me(buyer)).exchange()).hasStatusOk().bodyText()
                .contains(course.questions().getFirst().words().in(Lang.EN)).doesNotContain("right answer", why);
        assertThat(browser.get().uri("/app/courses/climate").header("Accept-Language", "en").with(As.a(Role.REVIEWER)).exchange()).bodyText().contains(why);
        for (var page = 1; page <= course.sheets().size(); page++) {
            done(learning.read(campaign.id(), course.code(), page, buyer));
        }
        done(learning.answer(campaign.id(), course.code(), answers(5), buyer));
        assertThat(browser.get().uri("/app/courses/climate").header("Accept-Language", "en").with(As.me(buyer)).exchange()).bodyText().contains(why);
    }

    @Test
    void aCourseThatCannotBeReadNamesTheLine() {
        assertThatThrownBy(() -> Course.read("code = x\n! what | 什么\n")).hasMessageContaining("! what");
        assertThatThrownBy(() -> Course.read("code = x\n# only English\n")).hasMessageContaining("only English");
        assertThatThrownBy(() -> Course.read("code = x\nnothing\n")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> Course.read("= because | 因为\n")).hasMessageContaining("reason without a question");
        assertThatThrownBy(() -> Course.read("# a | 甲\n? b | 乙\n+ c | 丙\n")).hasMessageContaining("ends with its reason");
        assertThatThrownBy(() -> Course.read("# a | 甲\n? b | 乙\nx c | 丙\nx d | 丁\n= e | 戊\n")).hasMessageContaining("one right answer");
    }

    @Test
    void theSixTopicsAreTaughtInBothLanguages() {
        assertThat(courses.on(today)).extracting(Course::topic).containsExactlyInAnyOrderElementsOf(Topic.TAUGHT);
        assertThat(courses.on(today)).allSatisfy(it -> {
            assertThat(it.sheets()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(it.questions()).hasSize(5);
            assertThat(it.questions().stream().map(Lesson.Question::right).distinct()).as("not always in the same place").hasSizeGreaterThan(1);
        });
    }
}
