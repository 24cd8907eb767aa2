package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.shapes.course.ALesson;
import org.probity.shapes.course.Lesson;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.GuestList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class TakingACourseOnlineTest {
    private static final Map<String, String> RIGHT = Map.of("q1", "1", "q2", "0");

    @Autowired ApplicationContext house;
    @Autowired Courses courses;
    @Autowired Editions editions;
    @Autowired Online online;
    @Autowired OnlineDays days;
    @Autowired Lists lists;
    @Autowired Feedback feedback;
    @Autowired AttendancePaper paper;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;
    UUID course;
    GuestList.Key who;
    Me me;

    @BeforeEach
    void aCourseAndSomebody() {
        today = LocalDate.now(clock);
        course = done(courses.open(new Courses.Opening(Kind.QUALIFICATION, "Gas lines", "特气管路", "What to watch", "", 24, courses.items("").stream().limit(1).map(CompetencyItems.Item::id).toList()), HR));
        who = AnOccasion.colleague(house, AnOccasion.unit(house, "ON" + UUID.randomUUID()), "O" + UUID.randomUUID().toString().substring(0, 8));
        me = AnOccasion.account(db, who, Role.EMPLOYEE);
    }

    void published() {
        done(editions.save(course, Draft.of(ALesson.OF_TWO, 15), HR));
        done(editions.publish(course, HR));
    }

    /** As if so many seconds had gone by. */
    void later(long seconds) {
        db.sql("UPDATE course.stretch SET from_at = from_at - make_interval(secs => :s), until_at = until_at - make_interval(secs => :s) WHERE who = :who").param("s", seconds).param("who", who.guest()).update();
        db.sql("UPDATE course.sign SET at = at - make_interval(secs => :s) WHERE who = :who").param("s", seconds).param("who", who.guest()).update();
    }

    /** All of it was yesterday at noon. */
    void theNextDay() {
        var first = db.sql("SELECT min(from_at) FROM course.stretch WHERE who = :who").param("who", who.guest()).query(java.time.OffsetDateTime.class).single().toInstant();
        later(today.minusDays(1).atTime(12, 0).atZone(clock.getZone()).toInstant().until(first, ChronoUnit.SECONDS));
        db.sql("UPDATE course.attempt SET day = :day, at = at - interval '1 day' WHERE taking IN (SELECT taking FROM learning.taking WHERE person = :who)").param("day", today.minusDays(1))
                .param("who", who.guest()).update();
        days.count(today);
    }

    UUID begun() {
        var to = browser.post().uri(OnlinePage.path(course)).with(As.me(me)).exchange();
        assertThat(to).hasStatus3xxRedirection();
        var location = to.getResponse().getHeader("Location");
        return UUID.fromString(location.substring(location.length() - 36));
    }

    void readIt(UUID taking) {
        for (var page = 1; page <= ALesson.OF_TWO.sheets().size(); page++) {
            assertThat(browser.get().uri(OnlinePage.taking(taking) + "?page=" + page).with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("/app/course/" + taking + "/sign");
            later(100);
            assertThat(browser.post().uri(OnlinePage.taking(taking) + "/pages").param("page", "" + page).with(As.me(me)).exchange()).hasStatus3xxRedirection();
        }
    }

    @Test
    void fromTheFirstPageToTheCertificateOnAPhoneAndItsTimeIsTraining() {
        assertThat(browser.get().uri(OnlinePage.path(course)).with(As.me(me)).exchange()).as("nothing is published").hasStatus(404);
        published();
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains("Gas lines", OnlinePage.path(course));
        assertThat(browser.get().uri(OnlinePage.path(course)).with(As.me(me)).exchange()).bodyText().contains("about 15 minutes", "2 pages, 2 questions", "30 minutes at most");
        var taking = begun();
        assertThat(begun()).as("twice is once").isEqualTo(taking);
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/quiz").with(As.me(me)).exchange()).as("not before it is read").hasStatus3xxRedirection();
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/result").with(As.me(me)).exchange()).hasStatus3xxRedirection();
        readIt(taking);
        later(45);
        assertThat(browser.post().uri(OnlinePage.taking(taking) + "/quiz").param("q1", "1").with(As.me(me)).exchange()).hasStatus(422).bodyText().contains("no answer yet");
        var wrong = browser.post().uri(OnlinePage.taking(taking) + "/quiz").param("q1", "0").param("q2", "0").with(As.me(me)).exchange();
        assertThat(wrong).hasStatus3xxRedirection();
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/result").with(As.me(me)).exchange()).bodyText().contains("Not yet passed", "1 of 2 right");
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/certificate-en.pdf").with(As.me(me)).exchange()).hasStatus(404);
        var post = browser.post().uri(OnlinePage.taking(taking) + "/quiz").with(As.me(me));
        RIGHT.forEach(post::param);
        assertThat(post.exchange()).hasStatus3xxRedirection();
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/result").with(As.me(me)).exchange()).bodyText().contains("Passed", "You have completed the course");
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/quiz").with(As.me(me)).exchange()).hasStatus3xxRedirection();
        assertThat(browser.get().uri(OnlinePage.taking(taking) + "/certificate-zh.pdf").with(As.me(me)).exchange()).hasStatusOk();
        var seat = online.seat(taking, me).orElseThrow();
        var passed = online.progress(seat).pass().orElseThrow();
        assertThat(passed.seconds()).as("two pages of a hundred seconds and the quiz; what the test itself takes comes to it").isBetween(245, 295);
        assertThat(paper.html(house.getBean(org.probity.house.directory.Directory.class).person(who.guest()).orElseThrow(), seat, passed, Lang.ZH))
                .contains("特气管路", ALesson.OF_TWO.sha256(), today.toString(), today.plusMonths(24).toString());
        assertThat(db.sql("SELECT completed_on FROM learning.completed WHERE person = :who AND course = :course").param("who", who.guest()).param("course", course).query(LocalDate.class).list())
                .as("from this moment").containsExactly(today);
        days.count(today.plusDays(2));
        assertThat(lists.attended(who.guest())).as("the day is not over, whatever day was said to have begun").isEmpty();

        theNextDay();
        assertThat(lists.attended(who.guest())).singleElement().satisfies(it -> {
            assertThat(it.alone()).isTrue();
            assertThat(it.completed()).isTrue();
            assertThat(it.seconds()).isEqualTo(passed.seconds());
            assertThat(it.day()).isEqualTo(today.minusDays(1));
        });
        assertThat(db.sql("SELECT count(*) FROM learning.completed WHERE person = :who").param("who", who.guest()).query(Long.class).single()).as("said once").isEqualTo(1);
        assertThat(days.count(today)).as("the same day twice").isZero();
        assertThat(row(LearningFigures.HOURS_PER_PERSON).input("seconds").intValue()).isEqualTo(passed.seconds());
        assertThat(row(LearningFigures.PARTICIPANTS).reason()).isNull();
        assertThat(feedback.of(me)).singleElement();
        done(feedback.give(feedback.of(me).getFirst().session(), 5, me));
        assertThat(feedback.of(me)).as("asked once").isEmpty();
        var session = lists.attended(who.guest()).getFirst().session();
        assertThat(browser.get().uri("/app/trainings/sessions/" + session).with(As.me(HR)).exchange()).bodyText().contains("online, at their own time");
        assertThat(browser.get().uri("/app/trainings/" + course).with(As.me(HR)).exchange()).bodyText().contains("online, at their own time", "passed by 1");
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains(Trainings.length(passed.seconds()));
        assertThat(browser.get().uri("/app/me/data").with(As.me(me)).exchange()).bodyText().contains("Courses you took online");
    }

    private org.probity.shapes.figure.FigureValue.Row row(String figure) {
        return figures.live(figures.find(figure).orElseThrow(), today.minusDays(1).getYear()).rows().stream().filter(it -> it.subject().equals(who.guest())).findFirst().orElseThrow();
    }

    @Test
    void whoReadsAndDoesNotPassWasThereAndHasCompletedNothingAndIsNotAsked() {
        published();
        readIt(begun());
        theNextDay();
        assertThat(lists.attended(who.guest())).singleElement().satisfies(it -> assertThat(it.completed()).isFalse());
        assertThat(row(LearningFigures.PARTICIPANTS).reason()).isEqualTo("learning.figure.not-completed");
        assertThat(feedback.of(me)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM learning.completed WHERE person = :who").param("who", who.guest()).query(Long.class).single()).isZero();
    }

    @Test
    void nobodyPassesWhatTheyHaveNotRead() {
        published();
        var taking = begun();
        done(online.read(taking, 1, me));
        done(online.read(taking, 2, me));
        assertThat(key(online.answer(taking, Map.of("q1", 1, "q2", 0), me))).isEqualTo("learning.too-soon");
        assertThat(browser.post().uri(OnlinePage.taking(taking) + "/quiz").param("q1", "1").param("q2", "0").with(As.me(me)).exchange()).hasStatus(422).bodyText()
                .contains("3 more minutes online", "value=\"1\" checked");
        later(100);
        assertThat(key(online.answer(taking, Map.of("q1", 1, "q2", 0), me))).isEqualTo("learning.too-soon");
        later(100);
        assertThat(done(online.answer(taking, Map.of("q1", 1, "q2", 0), me)).passed()).as("a fifth of fifteen minutes").isTrue();
    }

    @Test
    void onceAYearIsEnoughAndNobodySeesHowAnotherCameAlong() {
        published();
        var taking = begun();
        readIt(taking);
        done(online.answer(taking, Map.of("q1", 1, "q2", 0), me));
        assertThat(key(online.begin(course, me))).isEqualTo("learning.passed-this-year");
        assertThat(browser.post().uri(OnlinePage.path(course)).with(As.me(me)).exchange()).hasStatus(422);
        db.sql("UPDATE course.attempt SET day = day - 366 WHERE taking = :taking").param("taking", taking).update();
        assertThat(done(online.begin(course, me))).as("another year").isNotEqualTo(taking);
        var other = AnOccasion.account(db, AnOccasion.colleague(house, AnOccasion.unit(house, "OO" + UUID.randomUUID()), "P" + UUID.randomUUID().toString().substring(0, 8)), Role.EMPLOYEE);
        for (var path : List.of("", "/quiz", "/result", "/certificate-en.pdf")) {
            assertThat(browser.get().uri(OnlinePage.taking(taking) + path).with(As.me(other)).exchange()).hasStatus(404);
        }
        assertThat(key(online.read(taking, 1, other))).isEqualTo("learning.not-online");
        assertThat(key(online.answer(taking, Map.of(), other))).isEqualTo("learning.not-online");
        assertThat(key(online.begin(course, HR))).as("an account of nobody in the directory").isEqualTo("learning.not-known-text");
        done(editions.end(course, HR));
        assertThat(key(online.begin(course, other))).isEqualTo("learning.not-online");
        assertThat(key(editions.end(course, HR))).isEqualTo("learning.not-online");
    }

    @Test
    void whoHasBegunFinishesTheVersionTheyBegan() {
        published();
        var taking = begun();
        var more = new Draft(20, new ArrayList<>(Draft.of(ALesson.OF_TWO, 15).pages()), List.of(Draft.of(ALesson.OF_TWO, 15).questions().getFirst()));
        done(editions.save(course, more, HR));
        var second = done(editions.publish(course, HR));
        assertThat(second.no()).isEqualTo(2);
        assertThat(online.seat(taking, me).orElseThrow().edition().no()).isEqualTo(1);
        assertThat(done(online.begin(course, me))).isEqualTo(taking);
        var other = AnOccasion.account(db, AnOccasion.colleague(house, AnOccasion.unit(house, "OV" + UUID.randomUUID()), "V" + UUID.randomUUID().toString().substring(0, 8)), Role.EMPLOYEE);
        assertThat(online.seat(done(online.begin(course, other)), other).orElseThrow().edition().no()).isEqualTo(2);
        readIt(taking);
        assertThat(done(online.answer(taking, Map.of("q1", 1, "q2", 0), me)).passed()).isTrue();
    }

    @Test
    void aDraftMayMissAnythingAndAPublishedVersionMissesNothing() {
        assertThat(key(editions.publish(course, HR))).isEqualTo("learning.draft-none");
        assertThat(key(editions.save(course, Draft.EMPTY, me))).isEqualTo("learning.not-yours");
        assertThat(key(editions.publish(course, me))).isEqualTo("learning.not-yours");
        assertThat(key(editions.end(course, me))).isEqualTo("learning.not-yours");
        assertThat(key(editions.save(UUID.randomUUID(), Draft.EMPTY, HR))).isEqualTo("learning.course-unknown");
        assertThat(key(editions.save(course, new Draft(9, List.of(new Draft.Page("x".repeat(301), "", "", "")), List.of()), HR))).isEqualTo("learning.words-long");
        done(editions.save(course, new Draft(241, List.of(), List.of()), HR));
        assertThat(keys()).containsExactly("learning.minutes-wrong", "learning.page-none", "learning.question-none");
        done(editions.save(course, new Draft(9, List.of(new Draft.Page("A", "甲", "One.\nTwo.", "一。")), List.of(
                new Draft.Asked("Why?", "为什么？", List.of(new Lesson.Said("So", "因此"), new Lesson.Said("", "")), 1, "", "因为"))), HR));
        assertThat(keys()).containsExactly("learning.paragraphs-differ", "learning.in-both", "learning.answers-few", "learning.right-missing");
        published();
        done(editions.save(course, Draft.of(ALesson.OF_TWO, 15), HR));
        assertThat(key(editions.publish(course, HR))).isEqualTo("learning.edition-same");
    }

    List<String> keys() {
        return switch (editions.publish(course, HR)) {
            case Answer.Done<Editions.Edition> done -> List.of();
            case Answer.Refused<Editions.Edition>(var reasons) -> reasons.stream().map(Reason::key).toList();
        };
    }

    @Test
    void humanResourcesWriteLookAndPublishOnScreen() {
        var hr = As.me(HR);
        var at = "/app/trainings/" + course + "/online";
        assertThat(browser.get().uri(at).with(hr).exchange()).bodyText().contains("No version yet", "Write it");
        assertThat(browser.get().uri(at).with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().doesNotContain("Write it");
        assertThat(browser.get().uri(at + "/draft").with(hr).exchange()).hasStatusOk();
        var typed = new HashMap<>(Map.of("minutes", "12", "p0-titleEn", "Gases", "p0-titleZh", "气体", "p0-textEn", "Smell nothing.", "p0-textZh", "不要闻。", "q0-wordsEn", "May you smell it?",
                "q0-wordsZh", "可以闻吗？", "q0-a0En", "No", "q0-a0Zh", "不可以"));
        assertThat(post(at + "/draft", typed, "add-page")).hasStatus3xxRedirection();
        assertThat(browser.get().uri(at + "/draft").with(hr).exchange()).bodyText().contains("Smell nothing.", "p1-titleEn");
        typed.putAll(Map.of("p1-titleEn", "Alarms", "p1-titleZh", "报警", "p1-textEn", "Leave.", "p1-textZh", "撤离。"));
        assertThat(post(at + "/draft", typed, "look")).hasStatus(422).bodyText().contains("two answers at least");
        typed.putAll(Map.of("q0-a1En", "Yes", "q0-a1Zh", "可以", "q0-right", "0", "q0-becauseEn", "It kills.", "q0-becauseZh", "会致命。"));
        assertThat(post(at + "/draft", typed, "up-page-1")).hasStatus3xxRedirection();
        assertThat(editions.draft(course).orElseThrow().draft().pages()).extracting(Draft.Page::titleEn).containsExactly("Alarms", "Gases");
        assertThat(post(at + "/draft", typed, "look")).hasStatus3xxRedirection();
        assertThat(browser.get().uri(at + "/draft/look").with(hr).exchange()).bodyText().contains("Smell nothing.", "It kills.", "Publish");
        assertThat(browser.post().uri(at + "/publication").with(hr).exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/publication").with(hr).exchange()).as("no draft any more").hasStatus(422);
        assertThat(browser.get().uri(at + "/draft/look").with(hr).exchange()).as("nothing to look at").hasStatus3xxRedirection();
        var edition = editions.inForce(course).orElseThrow();
        assertThat(browser.get().uri("/app/trainings/editions/" + edition.id()).with(As.a(Role.UNION)).exchange()).bodyText().contains("Smell nothing.").doesNotContain("It kills.");
        assertThat(browser.get().uri("/app/trainings/editions/" + edition.id()).with(As.a(Role.ASSURER)).exchange()).bodyText().contains("It kills.");
        assertThat(browser.get().uri(at + "/draft").with(hr).exchange()).as("the next begins at the one in force").bodyText().contains("Smell nothing.");
        assertThat(post(at + "/draft", typed, "drop-page-0")).hasStatus3xxRedirection();
        assertThat(post(at + "/draft", typed, "add-question")).hasStatus3xxRedirection();
        assertThat(browser.post().uri(at + "/end").with(hr).exchange()).hasStatus(303);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String uri, Map<String, String> typed, String act) {
        var post = browser.post().uri(uri).with(As.me(HR)).param("act", act);
        typed.forEach(post::param);
        return post.exchange();
    }

    @Test
    void bothYearlyCoursesBeginAtOurOwnWordsInBothLanguages() {
        for (var duty : List.of(Duty.EQUAL_EMPLOYMENT, Duty.HARASSMENT)) {
            var draft = Editions.pack(duty).orElseThrow();
            assertThat(draft.missing()).isEmpty();
            assertThat(draft.pages()).hasSize(4);
            assertThat(draft.questions()).hasSize(5);
            assertThat(draft.questions().stream().map(Draft.Asked::right).distinct()).as("not always in the same place").hasSizeGreaterThan(1);
            assertThat(Draft.read(draft.text())).isEqualTo(draft);
            var yearly = done(courses.open(new Courses.Opening(Kind.YEARLY, duty, "Y", "年", "", "", 12, List.of()), HR));
            assertThat(editions.begin(yearly)).isEqualTo(draft);
        }
        assertThat(Editions.pack(Duty.SAFETY)).isEmpty();
    }

    @Test
    void whoReadsOverMidnightIsOnTheListsOfBothDays() {
        published();
        var taking = begun();
        readIt(taking);
        var midnight = today.minusDays(1).atStartOfDay(clock.getZone()).toInstant();
        db.sql("DELETE FROM course.stretch WHERE taking = :taking").param("taking", taking).update();
        db.sql("INSERT INTO course.stretch (id, taking, circle, who, from_at, until_at) VALUES (gen_random_uuid(), :taking, 'staff', :who, :from, :until)").param("taking", taking)
                .param("who", who.guest()).param("from", midnight.minusSeconds(70).atOffset(ZoneOffset.UTC)).param("until", midnight.plusSeconds(50).atOffset(ZoneOffset.UTC)).update();
        days.count(today);
        assertThat(lists.attended(who.guest())).extracting(Lists.Attended::day, Lists.Attended::seconds)
                .containsExactly(org.assertj.core.api.Assertions.tuple(today.minusDays(1), 50L), org.assertj.core.api.Assertions.tuple(today.minusDays(2), 70L));
    }
}
