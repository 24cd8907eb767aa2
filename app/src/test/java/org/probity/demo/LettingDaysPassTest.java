package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Pages;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.minerals.PaperKind;
import org.probity.supply.minerals.Reviews;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = "probity.demo=true")
class LettingDaysPassTest {
    @Autowired MockMvcTester browser;
    @Autowired TimeMachine time;
    @Autowired TravelDiary diary;
    @Autowired DemoPeople people;
    @Autowired Pages pages;
    @Autowired List<Tale> tales;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired Obligations obligations;

    @Test
    void aPaperThatEndsOnTheWayLapsesAndEverybodySeesIt() {
        var year = time.today().getYear();
        var officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
        var supplier = done(suppliers.register(new Suppliers.Registration("T-1", "Lapsing Solder", "失效焊料", "CN", "solder", null, null), officer));
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), time.today().minusYears(1));
        done(minerals.open(year, time.today().plusDays(8), officer));
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var owed = obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.SELF_DECLARATION.obligation())).findFirst().orElseThrow();
        var paper = done(minerals.send(owed.id(), "a.pdf", "%PDF-1".getBytes(), contact));
        for (var department : List.of(Role.SOURCING_OFFICER, Role.QUALITY)) {
            done(reviews.accept(paper.id(), time.today().plusDays(2), "fine", people.the(department)));
        }
        var before = time.today();

        assertThat(post("7")).hasStatus(303);

        assertThat(time.today()).isEqualTo(before.plusDays(7));
        assertThat(browser.get().uri("/app/time").with(As.a(Role.SOURCING_OFFICER)).exchange()).hasStatusOk().bodyText()
                .contains("Lapsing Solder", "one paper lapsed", "reminded of 3 papers", "/app/suppliers/" + supplier + "/minerals");
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).hasStatusOk().bodyText().contains("no longer holds");
        assertThat(browser.get().uri("/app/suppliers/" + supplier + "/minerals").with(As.a(Role.BUYER)).exchange()).hasStatusOk().bodyText()
                .contains("no longer holds");
    }

    @Test
    void nobodyTravelsWhileThePastIsStillBeingTold() {
        var begun = new DemoStory(db, transaction, time, clock, new DemoSize(db, 0), List.of());
        var web = new TimeWeb(time, diary, Optional.of(begun), suppliers, pages);
        assertThat(web.travel("1")).isEqualTo(Answer.refused("", "demo.story-first"));
        assertThat(new DemoNotice(Optional.of(begun)).now()).isPresent();
        assertThat(new DemoNotice(Optional.empty()).now()).isEmpty();
    }

    /** A chapter that a room refuses: those before it stay, those after it are not told, and everybody can read which it was and why. */
    @Test
    void aRefusedChapterEndsTheTellingAndSaysSo() {
        var day = LocalDate.of(time.today().getYear(), 1, 8);
        var told = new ArrayList<String>();
        var refusing = new AtomicBoolean(true);
        Tale tale = years -> List.of(
                Chapter.on(day, "first of three", () -> told.add("first")),
                Chapter.on(day.plusDays(1), "second of three", () -> {
                    told.add("second");
                    if (refusing.get()) {
                        DemoStory.done(Answer.refused("", "supplier.number-taken", "S-00932"));
                    }
                }),
                Chapter.on(day.plusDays(2), "third of three", () -> told.add("third")));
        var story = new DemoStory(db, transaction, time, clock, new DemoSize(db, 0), List.of(tale));

        story.tell();

        assertThat(told).containsExactly("first", "second");
        assertThat(story.progress()).isEqualTo(new DemoStory.Progress(1, 3));
        assertThat(story.stopped()).contains(new DemoStory.Stopped("second of three", day.plusDays(1), 1, 3, List.of(new Answer.Reason("", "supplier.number-taken", List.of("S-00932")))));
        assertThat(new DemoNotice(Optional.of(story)).now()).hasValueSatisfying(line -> assertThat(line.all()).as("no bar that waits for ever").isZero());
        var web = new TimeWeb(time, diary, Optional.of(story), suppliers, pages);
        assertThat(web.travel("1")).isEqualTo(Answer.refused("", "demo.story-stopped"));
        // The next start begins with that chapter.
        refusing.set(false);
        var again = new DemoStory(db, transaction, time, clock, new DemoSize(db, 0), List.of(tale));
        again.tell();
        assertThat(again.stopped()).isEmpty();
        assertThat(told).containsExactly("first", "second", "second", "third");
    }

    /** Not every trouble is a refusal: what nobody foresaw is named as an error. */
    @Test
    void anErrorEndsTheTellingTooAndIsNoRefusal() {
        Tale tale = years -> List.of(Chapter.on(LocalDate.of(time.today().getYear(), 1, 8), "broken", () -> {
            throw new IllegalArgumentException("nobody foresaw this");
        }));
        var story = new DemoStory(db, transaction, time, clock, new DemoSize(db, 0), List.of(tale));
        story.tell();
        assertThat(story.stopped()).hasValueSatisfying(it -> assertThat(it.refusal()).isEmpty());
    }

    @Test
    void noTwoChaptersHaveTheSameName() {
        var years = new Tale.Years(time.today());
        assertThat(tales.stream().flatMap(it -> it.chapters(years).stream()).map(Chapter::name)).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    @Test
    void onlyADayAWeekOrAMonth() {
        for (var days : List.of("", "-1", "400", "x")) {
            assertThat(post(days)).hasStatus(422).bodyText().contains("Choose a day, a week or a month.");
        }
    }

    @Test
    void onlyThoseWhoRunTheDemoTravel() {
        assertThat(browser.get().uri("/app/time").with(As.a(Role.BUYER)).exchange()).hasStatus(403);
        assertThat(browser.get().uri("/app/time").with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatusOk();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String days) {
        return browser.post().uri("/app/time").with(As.a(Role.SOURCING_OFFICER)).param("days", days).exchange();
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }
}
